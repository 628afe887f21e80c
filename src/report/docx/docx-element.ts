import { type IXmlableObject, type ParagraphChild, XmlComponent } from 'docx';

/** An element of WordprocessingML or DrawingML for which the library has no class. */
export type Node = IXmlableObject;

export function node(
  name: string,
  attributes: Readonly<Record<string, string | number>> = {},
  ...children: readonly (Node | string)[]
): Node {
  return { [name]: [{ _attr: attributes }, ...children] } as Node;
}

class Finished extends XmlComponent {
  readonly #content: Node;

  constructor(content: Node) {
    super('w:r');
    this.#content = content;
  }

  override prepForXml(): IXmlableObject {
    return this.#content;
  }
}

/** A run of our own among those that the library writes; the type of its paragraphs names its own classes only. */
export function finished(run: Node): ParagraphChild {
  return new Finished(run) as unknown as ParagraphChild;
}
