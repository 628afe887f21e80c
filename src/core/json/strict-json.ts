import { CoreError } from '../errors.ts';

/** Nesting beyond this is no data that anybody wrote: the walk through it would end in the stack. */
const MOST_DEPTH = 200;

/**
 * Parses JSON from outside. What `JSON.parse` lets pass is refused: an object that names a key twice, of which one reader
 * takes the first and another the last (RFC 8259 section 4), and nesting that no one who reads the value could follow.
 * @throws SyntaxError for what is no JSON; CoreError `not-plain-json` for the rest
 */
export function parseStrictJson(text: string): unknown {
  const value: unknown = parseWithin(text);
  checkKeys(text);
  return value;
}

function parseWithin(text: string): unknown {
  checkDepth(text);
  return JSON.parse(text);
}

/** Depth by brackets outside strings: once over the text, whatever it is. */
function checkDepth(text: string): void {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === 0x5c) at++;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x5b || code === 0x7b) {
      depth++;
      if (depth > MOST_DEPTH) throw new CoreError('not-plain-json', `it is nested more than ${MOST_DEPTH} deep`);
    } else if (code === 0x5d || code === 0x7d) depth--;
  }
}

/** Keys of each object of a text that is JSON; a string is a key where a colon follows it. Read by hand: a long string ends a pattern's stack. */
function checkKeys(text: string): void {
  const open: Set<string>[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x7b) open.push(new Set());
    else if (code === 0x7d) open.pop();
    if (code !== 0x22) continue;
    const end = endOfString(text, at);
    if (followedByColon(text, end)) addKey(open.at(-1), readKey(text.slice(at, end + 1)));
    at = end;
  }
}

/** Where the string that begins at `start` ends, in a text that is JSON. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text.charCodeAt(at) !== 0x22) at += text.charCodeAt(at) === 0x5c ? 2 : 1;
  return at;
}

function readKey(quoted: string): string {
  return quoted.includes('\\') ? (JSON.parse(quoted) as string) : quoted.slice(1, -1);
}

function followedByColon(text: string, end: number): boolean {
  let at = end + 1;
  while (text.charCodeAt(at) <= 0x20) at++;
  return text.charCodeAt(at) === 0x3a;
}

function addKey(keys: Set<string> | undefined, key: string): void {
  if (keys?.has(key)) throw new CoreError('not-plain-json', `it names the key ${JSON.stringify(key)} twice`);
  keys?.add(key);
}
