/** Marks that only turn the direction of what stands beside them: nobody sees them, and two names that differ by one are one. */
const DIRECTION_MARKS = /[\u061c\u200e\u200f]/g;
/** Controls, and signs that make one name look like another: overrides and isolates of direction, what takes no place, tags. */
const DECEPTIVE =
  /[\u0000-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2028\u2029\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;

/** A name that somebody gave, without marks of direction; undefined for one that could be taken for another. */
export function plainName(text: string): string | undefined {
  const plain = text.replaceAll(DIRECTION_MARKS, '').trim();
  return plain === '' || DECEPTIVE.test(plain) || !plain.isWellFormed() ? undefined : plain;
}
