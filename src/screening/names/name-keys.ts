import { koreanKeys } from '../script/korean.ts';
import { foldPlainSounds, soundApart } from '../script/sound.ts';
import { hashCode, hashOf, hashText, type PostingTableBuilder } from '../words/posting-table.ts';
import type { Token } from '../words/token.ts';
import type { Name } from './name.ts';
import { initialsOf } from './short-form.ts';

const [KOREAN, JOINED, INITIALS, BEGINNING] = ['k', 'j', 'a', 'b'].map(hashOf) as [number, number, number, number];

/** A row of classes of Korean syllables. */
export const koreanKey = (classes: string): number => hashText(KOREAN, classes);
/** The sounds of two neighbouring words written as one. */
export const joinKey = (plain: string): number => hashText(JOINED, plain);
/** The first letters of the words. */
export const initialsKey = (initials: string): number => hashText(INITIALS, initials);
/** How the first word begins. */
export const beginningKey = (word: string): number => hashText(BEGINNING, word.slice(0, 2));

const KOREAN_KEYS_OF_LISTED_NAME = 48;
/** Two words of more letters are not written as one. */
const MAX_JOINED = 20;

/** Adds the keys under which a listed name is found as a whole, besides those of its words. */
export function addNameKeys(table: PostingTableBuilder, name: Name, id: number): void {
  if (name.korean.length > 0)
    for (const key of koreanKeys(name.korean, KOREAN_KEYS_OF_LISTED_NAME)) table.add(koreanKey(key), id);
  for (let i = 0; i + 1 < name.tokens.length; i++) {
    const [first, second] = [name.tokens[i]!, name.tokens[i + 1]!];
    if (first.kind === 'number' || second.kind === 'number') continue;
    if (first.text.length + second.text.length > MAX_JOINED) continue;
    table.add(joinKeyOf(first, second), id);
  }
  for (const initials of initialsOf(name)) table.add(initialsKey(initials), id);
  if ((name.kind === 'organisation' || name.kind === 'any') && name.tokens.length >= 3)
    table.add(beginningKey(name.tokens[0]?.text ?? ''), id);
}

/** `joinKey` of two words as one. */
function joinKeyOf(first: Token, second: Token): number {
  const [sounds, next] = [first.sounds, second.sounds];
  return !first.abjad && !second.abjad && soundApart(first.text, second.text) && sounds.at(-1) !== next[0]
    ? hashText(hashText(JOINED, first.plain), second.plain)
    : foldPlainSounds(first.text + second.text, JOINED, hashCode) >>> 0;
}
