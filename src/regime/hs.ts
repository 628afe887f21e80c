/**
 * Codes of the Harmonized System as ranges of six-digit subheadings: chapter 27 is 270000 to 279999, heading 2710 is
 * 271000 to 271099. A code lies in another when its range does.
 */
export type HsRange = { readonly low: number; readonly high: number };

/** Range of a code of 2, 4 or 6 digits, or of two such codes with a hyphen between. */
export function hsRangeOf(text: string): HsRange {
  const [first = '', last = first] = text.split('-');
  return { low: Number(first.padEnd(6, '0')), high: Number(last.padEnd(6, '9')) };
}

/** The digits of a code as people write it (`27.10`, `2710 19`, `HS 2710`), national digits after the sixth cut off; undefined when it is none. */
export function normaliseHs(text: string): string | undefined {
  const digits = text
    .trim()
    .replace(/^HS\s*/i, '')
    .replace(/[.\s]/g, '');
  if (!/^\d{2}(\d{2}){0,4}$/.test(digits) || digits.startsWith('00')) return undefined;
  return digits.slice(0, 6);
}

export function hsWithin(inner: HsRange, outer: HsRange): boolean {
  return inner.low >= outer.low && inner.high <= outer.high;
}

export function hsOverlaps(a: HsRange, b: HsRange): boolean {
  return a.low <= b.high && b.low <= a.high;
}
