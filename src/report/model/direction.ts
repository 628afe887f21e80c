/** Letters that are written from right to left. */
const LETTER = '[\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}]';
/** What may stand between them in one name: no letter of the other direction, and nothing that parts names in a list. */
const RUN = new RegExp(`${LETTER}(?:[^\\p{L},;:()[\\]“”"/]*(?:${LETTER}|\\p{M}))*`, 'gu');

/** Part of a text that is written in one direction. */
export type DirectedText = { readonly text: string; readonly rightToLeft: boolean };

/**
 * A text in runs of one direction. A name in Arabic or Persian is set apart from what follows it: else a date or a number
 * after it would be drawn before it (Unicode Annex 9, rule W2).
 */
export function directedText(text: string): readonly DirectedText[] {
  const parts: DirectedText[] = [];
  let last = 0;
  for (const { index, 0: run } of text.matchAll(RUN)) {
    if (index > last) parts.push({ text: text.slice(last, index), rightToLeft: false });
    parts.push({ text: run, rightToLeft: true });
    last = index + run.length;
  }
  if (last < text.length) parts.push({ text: text.slice(last), rightToLeft: false });
  return parts;
}

/** Whether a passage as a whole reads from right to left: its first letter decides (Unicode Annex 9, rule P2). */
export function readsRightToLeft(text: string): boolean {
  const first = /\p{L}/u.exec(text)?.[0];
  return first !== undefined && new RegExp(LETTER, 'u').test(first);
}
