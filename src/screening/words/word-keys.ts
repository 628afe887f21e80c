import { hashOf, hashText, hashWithout } from './posting-table.ts';
import type { Token } from './token.ts';

const [TEXT, CLASS, SKELETON, SHORTENED, SHORTER_SKELETON] = ['t', 'c', 's', 'd', 'e'].map(hashOf) as [
  number,
  number,
  number,
  number,
  number,
];

/** The key of a word as it is written. */
export function textKey(text: string): number {
  return hashText(TEXT, text);
}

/** The hashed keys of words that are all but the same: as written, by class, by consonants, and with one sound left out. */
export function addNearKeys(token: Token, keys: number[]): void {
  keys.push(textKey(token.text));
  if (isBare(token)) {
    if (token.cls !== '') keys.push(hashText(CLASS, token.cls));
    return;
  }
  if (token.kind === 'word') keys.push(hashText(CLASS, token.cls));
  else if (token.kind === 'name' && token.cls !== '') for (const cls of token.groups) keys.push(hashText(CLASS, cls));
  const { skeleton } = token;
  if (skeleton.length >= 2) keys.push(hashText(SKELETON, skeleton));
  else if (skeleton.length === 1) keys.push(hashText(SKELETON, `${skeleton}${token.sounds.length}`));
  if (!token.abjad) addShortenedKeys(token.plain, keys);
}

/** The hashed keys of a word that its spellings share: as written, by class, and by its consonants. Added to `keys`. */
export function addSpellingKeys(token: Token, keys: number[]): void {
  keys.push(textKey(token.text));
  if (isBare(token)) return;
  if (token.kind === 'word') keys.push(hashText(CLASS, token.cls));
  else if (token.kind === 'name' && token.cls !== '') for (const cls of token.groups) keys.push(hashText(CLASS, cls));
  const { skeleton } = token;
  if (skeleton.length >= 2) keys.push(hashText(SKELETON, skeleton));
  else if (skeleton.length === 1) keys.push(hashText(SKELETON, `${skeleton}${token.sounds.length}`));
}

/** The keys under which a word is listed: those, and its consonants with one left out. They are added to `keys`. */
export function addListedKeys(token: Token, keys: number[]): void {
  addNearKeys(token, keys);
  const { skeleton } = token;
  if (isBare(token) || skeleton.length < 4) return;
  for (let i = 0; i < skeleton.length; i++) keys.push(hashWithout(SHORTER_SKELETON, skeleton, i));
}

/** The keys under which a word is looked for: a listed word with one consonant class more or fewer is found from either side. */
export function addAskedKeys(token: Token, keys: number[]): void {
  addListedKeys(token, keys);
  const { skeleton } = token;
  if (isBare(token) || skeleton.length < 4) return;
  keys.push(hashText(SHORTER_SKELETON, skeleton));
  if (skeleton.length >= 5) for (let i = 0; i < skeleton.length; i++) keys.push(hashWithout(SKELETON, skeleton, i));
}

function isBare(token: Token): boolean {
  return token.kind === 'particle' || token.kind === 'form' || token.kind === 'number' || token.kind === 'initial';
}

/** A word that was misheard or mistyped is found again by the word with each of its sounds left out. */
function addShortenedKeys(plain: string, keys: number[]): void {
  keys.push(hashText(SHORTENED, plain));
  if (plain.length < 4 || plain.length > 16) return;
  // Of a row of equal sounds it is all the same which one is left out.
  for (let i = 0; i < plain.length; i++)
    if (i === 0 || plain[i] !== plain[i - 1]) keys.push(hashWithout(SHORTENED, plain, i));
}
