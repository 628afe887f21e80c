import type { Run } from './phrase.ts';
import type { Sentence } from './speaker-phrase.ts';

/** A short form that the text itself introduces after a name: "Panel of Experts (PoE)"; `name` are the words of the name. */
export type Abbreviation = { readonly short: string; readonly name: Run };

const LONGEST_NAME = 9;

/** Short forms in brackets whose capitals are the first letters of the name before them, in their order. */
export function findAbbreviations(sentence: Sentence): Abbreviation[] {
  const { words } = sentence;
  const found: Abbreviation[] = [];
  for (let i = 1; i + 1 < words.length; i++) {
    if (words[i - 1]!.text !== '(' || words[i + 1]!.text !== ')') continue;
    const short = words[i]!.text;
    const letters = short.replace(/[^\p{Lu}]/gu, '');
    if (!/^\p{Lu}[\p{L}-]{1,9}$/u.test(short) || letters.length < 2) continue;
    const from = nameStart(sentence, i - 1, letters);
    if (from !== undefined) found.push({ short, name: { from, to: i - 1 } });
  }
  return found;
}

/** The nearest word to the left from which the capitals of the name spell the short form. */
function nameStart(sentence: Sentence, end: number, letters: string): number | undefined {
  const { words } = sentence;
  for (let from = end - 1; from >= Math.max(0, end - LONGEST_NAME); from--) {
    const text = words[from]!.text;
    if (!/^(\p{Lu}|of$|and$|for$|the$|on$|in$|&$)/u.test(text)) return undefined;
    if (text[0] !== letters[0]) continue;
    const initials = words
      .slice(from, end)
      .flatMap((word) => word.text.split('-'))
      .filter((part) => /^\p{Lu}/u.test(part))
      .map((part) => part[0])
      .join('');
    if (isSpelt(letters, initials)) return from;
  }
  return undefined;
}

/** The letters stand in the initials in order, and few initials are left over. */
function isSpelt(letters: string, initials: string): boolean {
  let at = 0;
  for (const letter of letters) {
    const next = initials.indexOf(letter, at);
    if (next < 0) return false;
    at = next + 1;
  }
  return initials.length - letters.length <= 2;
}
