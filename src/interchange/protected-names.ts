/**
 * Names that must not leave, looked for in what is about to. A name is found whatever its capitals, blanks and marks are, as
 * whole words, since one that a document spells in its own way harms whoever bears it all the same.
 */
export type NameGuard = (text: string) => boolean;

export function guardNames(names: readonly string[]): NameGuard {
  const wanted = [...new Set(names.map(plainWords))].filter((name) => name.trim() !== '');
  if (wanted.length === 0) return () => false;
  return (text) => {
    const plain = plainWords(text);
    return wanted.some((name) => plain.includes(name));
  };
}

/** Whether a name stands anywhere in a value, keys included. */
export function holdsName(value: unknown, guard: NameGuard): boolean {
  if (typeof value === 'string') return guard(value);
  if (Array.isArray(value)) return value.some((one) => holdsName(one, guard));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).some(([key, one]) => guard(key) || holdsName(one, guard));
  return false;
}

const UNSPACED = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}]';
const WORD = new RegExp(`${UNSPACED}|(?:(?!${UNSPACED})[\\p{L}\\p{N}])+`, 'gu');

/**
 * A text as its words with one blank before and after each; letters of scripts without blanks between words are words of
 * their own, so that a name is found inside a run of them.
 */
function plainWords(text: string): string {
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = folded.match(WORD);
  return words === null ? '' : ` ${words.join(' ')} `;
}
