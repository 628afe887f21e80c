import { SaxesParser } from 'saxes';
import { EntitiesError } from '../errors.ts';

/** An element with its text, attributes and children; only the parts of one entry are held at a time. */
export type XmlNode = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
  readonly line: number;
  text: string;
};

/** No official list nests deeper than about a dozen; a deep file is an attack on the stack. */
const MAX_DEPTH = 64;
/** The largest entry in any official list is below 1 MB. */
const MAX_ENTRY_CHARACTERS = 8_000_000;
const MAX_ENTRY_NODES = 200_000;

export type XmlWalk = {
  /** Local names of the elements that are entries: each is handed over whole, then forgotten. */
  readonly entries: ReadonlySet<string>;
  onEntry(node: XmlNode, path: readonly string[]): void;
  /** Any element outside of entries, at its opening tag. */
  onOpen?(name: string, attributes: Readonly<Record<string, string>>): void;
};

/**
 * Walks an XML file entry by entry in bounded memory. A document type declaration is refused, so no entity can be
 * declared and none expanded; broken XML ends the walk with what was read before it.
 * @returns a message when the file breaks off or is malformed, else null
 * @throws EntitiesError `list-hostile` for a document type declaration, excessive depth or an entry without end
 */
export function walkXml(chunks: Iterable<string>, file: string, walk: XmlWalk): string | null {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const path: string[] = [];
  const open: XmlNode[] = [];
  let characters = 0;
  let nodes = 0;
  const hostile = (reason: string): never => {
    throw new EntitiesError('list-hostile', `${reason}; the file is refused`, { place: `${file}:${parser.line}` });
  };
  parser.on('doctype', () => hostile('The list declares a document type'));
  parser.on('opentag', (tag) => {
    const name = localName(tag.name);
    if (path.length >= MAX_DEPTH) hostile('The elements are nested too deeply');
    if (open.length > 0 || walk.entries.has(name)) {
      if (++nodes > MAX_ENTRY_NODES) hostile('One entry has too many elements');
      const attributes: Record<string, string> = {};
      for (const [key, value] of Object.entries(tag.attributes)) {
        attributes[localName(key)] = String(value);
        characters += String(value).length;
      }
      if (characters > MAX_ENTRY_CHARACTERS) hostile('One entry is too large');
      const node: XmlNode = { name, attributes, children: [], line: parser.line, text: '' };
      open.at(-1)?.children.push(node);
      open.push(node);
    } else {
      walk.onOpen?.(name, tag.attributes as Record<string, string>);
    }
    path.push(name);
  });
  const addText = (text: string): void => {
    const node = open.at(-1);
    if (node === undefined) return;
    characters += text.length;
    if (characters > MAX_ENTRY_CHARACTERS) hostile('One entry is too large');
    node.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    path.pop();
    const node = open.pop();
    if (node !== undefined && open.length === 0) {
      characters = 0;
      nodes = 0;
      walk.onEntry(node, path);
    }
  });
  let broken: Error | null = null;
  parser.on('error', (error) => {
    broken ??= error;
  });
  const tidy = (error: Error): string => error.message.replace(/^\d+:\d+: /, '').slice(0, 200);
  for (const chunk of chunks) {
    parser.write(chunk);
    if (broken !== null) return `the XML is broken at line ${parser.line}: ${tidy(broken)}`;
  }
  parser.close();
  return broken === null ? null : `the file breaks off at line ${parser.line}: ${tidy(broken)}`;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

export function childrenOf(node: XmlNode, name: string): XmlNode[] {
  return node.children.filter((child) => child.name === name);
}

export function childOf(node: XmlNode, name: string): XmlNode | undefined {
  return node.children.find((child) => child.name === name);
}

/** Text of a child element, trimmed; empty when it is missing. */
export function childText(node: XmlNode | undefined, name: string): string {
  return node === undefined ? '' : (childOf(node, name)?.text.trim() ?? '');
}
