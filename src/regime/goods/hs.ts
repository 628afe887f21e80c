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

/**
 * The digits of a code as people write it (`27.10`, `2710 19`, `HS 2710`, `chapter 27`, `2710-19`), national digits after the
 * sixth cut off; else what is wrong with it.
 */
export function readHs(text: string): { readonly digits: string } | { readonly fault: string } {
  const digits = text
    .trim()
    .replace(/^(?:(?:hs|h\.s\.|cn|code|codes?|chapter|ch\.?|heading|subheading|tariff)[\s:]*)+/i, '')
    .replace(/^(\d{4})-(\d{2})(?:-(\d{2,4}))?$/, '$1$2$3')
    .replace(/[.\s]/g, '');
  const said = `goods.hs "${text.slice(0, 20)}"`;
  if (/^\d+([-–,;/]\d+)+$/.test(digits))
    return { fault: `${said} is more than one code; write one, and an activity for each` };
  // A code that was read as a number has lost the nought of chapters 01 to 09.
  if (/^\d$|^\d{3}$|^\d{5}$/.test(digits))
    return {
      fault: `${said} has an odd number of digits; write 2, 4 or 6 digits, with the nought of chapters 01 to 09, such as "0305"`,
    };
  if (!/^\d{2}(\d{2}){0,4}$/.test(digits))
    return { fault: `${said} is no code of the Harmonized System; write 2, 4 or 6 digits, such as "2710"` };
  const chapter = digits.slice(0, 2);
  if (chapter === '00' || chapter === '77' || chapter > '97')
    return {
      fault: `${said}: the Harmonized System has no goods in chapter ${chapter}; write the code of the goods themselves`,
    };
  return { digits: digits.slice(0, 6) };
}

export function hsWithin(inner: HsRange, outer: HsRange): boolean {
  return inner.low >= outer.low && inner.high <= outer.high;
}

export function hsOverlaps(a: HsRange, b: HsRange): boolean {
  return a.low <= b.high && b.low <= a.high;
}
