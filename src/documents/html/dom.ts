import { parseHTML } from 'linkedom';

/** The little of the document object model that the readers use; the program as a whole does not run in a browser. */
export type DomNode = {
  readonly nodeType: number;
  readonly nodeValue: string | null;
  readonly textContent: string | null;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
};

export type DomElement = DomNode & {
  readonly id: string;
  readonly localName: string;
  readonly parentElement: DomElement | null;
  readonly firstElementChild: DomElement | null;
  readonly previousElementSibling: DomElement | null;
  readonly nextElementSibling: DomElement | null;
  closest(selector: string): DomElement | null;
  contains(node: DomNode): boolean;
  matches(selector: string): boolean;
  getAttribute(name: string): string | null;
  getAttributeNames(): string[];
  hasAttribute(name: string): boolean;
  setAttribute(name: string, value: string): void;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
  remove(): void;
  replaceChildren(...nodes: DomNode[]): void;
  append(...nodes: (DomNode | string)[]): void;
  prepend(...nodes: (DomNode | string)[]): void;
};

export type DomDocument = {
  readonly body: DomElement;
  readonly documentElement: DomElement | null;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
  createElement(name: string): DomElement;
};

/** Builds the tree of a page that has `html` and `body`. Nothing in it runs and nothing is fetched. */
export function parseDom(html: string): DomDocument {
  return parseHTML(html).document as unknown as DomDocument;
}

/** Text with runs of white space as one blank. */
export function plainTextOf(node: DomNode | null | undefined): string {
  return (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
}
