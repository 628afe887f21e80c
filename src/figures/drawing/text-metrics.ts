/**
 * Widths of text without a DOM. Figures are drawn in the Helvetica family (Arial, Liberation Sans and Arimo share its
 * advance widths), so a table of these decides where a label fits; scripts outside it get a width that no common font exceeds.
 */

/** Advance widths of U+0020 to U+007E in thousandths of an em. */
const LATIN_WIDTHS: readonly number[] = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
  556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
  260, 334, 584,
];

const OTHER_WIDTHS: Readonly<Record<string, number>> = {
  '\u00a0': 278,
  '·': 333,
  '±': 584,
  '×': 584,
  '–': 556,
  '—': 1000,
  '‘': 222,
  '’': 222,
  '“': 333,
  '”': 333,
  '…': 1000,
  '≈': 600,
  '≤': 600,
  '≥': 600,
};

/** The bold cut is at most this much wider, letter for letter. */
const BOLD_FACTOR = 1.1;
/** Hinting and fallback fonts move letters by a little; a label that fits with this allowance fits. */
const ALLOWANCE = 1.03;

export type TextStyle = { readonly size: number; readonly bold?: boolean };

function characterWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x20 && code <= 0x7e) return LATIN_WIDTHS[code - 0x20] ?? 556;
  const known = OTHER_WIDTHS[character];
  if (known !== undefined) return known;
  if (/\p{M}|\u200d|\ufe0f/u.test(character)) return 0;
  const base = character.normalize('NFD').codePointAt(0) ?? code;
  if (base >= 0x20 && base <= 0x7e) return LATIN_WIDTHS[base - 0x20] ?? 556;
  if (/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(character)) return /\p{Lu}/u.test(character) ? 860 : 640;
  if (/[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(character)) return 700;
  if (/\p{Script=Latin}/u.test(character)) return /\p{Lu}/u.test(character) ? 1000 : 900;
  return /\p{Extended_Pictographic}/u.test(character) ? 1400 : 1050;
}

/** Width in user units. Never smaller than what a browser draws in a font of the Helvetica family. */
export function measureText(text: string, style: TextStyle): number {
  let thousandths = 0;
  for (const character of text) thousandths += characterWidth(character);
  return (thousandths / 1000) * style.size * (style.bold === true ? BOLD_FACTOR : 1) * ALLOWANCE;
}

const ELLIPSIS = '…';

/** Cuts text to a width, with an ellipsis where something was left out. Marks stay with the letter they belong to. */
export function fitText(text: string, width: number, style: TextStyle): string {
  if (measureText(text, style) <= width) return text;
  const clusters = clustersOf(text);
  while (clusters.length > 0) {
    clusters.pop();
    const candidate = `${clusters.join('').trimEnd()}${ELLIPSIS}`;
    if (measureText(candidate, style) <= width) return candidate;
  }
  return '';
}

/** Breaks text into lines no wider than `width`, never at a no-break space; what exceeds `maxLines` is cut with an ellipsis. */
export function wrapText(text: string, width: number, style: TextStyle, maxLines = Number.POSITIVE_INFINITY): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/[ \t\r\n]+/u).filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (measureText(longer, style) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = breakWord(word, width, style);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  if (line !== '') lines.push(line);
  if (lines.length <= maxLines) return lines;
  const kept = lines.slice(0, maxLines);
  kept[maxLines - 1] = fitText(lines.slice(maxLines - 1).join(' '), width, style);
  return kept;
}

function breakWord(word: string, width: number, style: TextStyle): string[] {
  if (measureText(word, style) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const cluster of clustersOf(word)) {
    if (piece !== '' && measureText(piece + cluster, style) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += cluster;
  }
  if (piece !== '') pieces.push(piece);
  return pieces;
}

function clustersOf(text: string): string[] {
  return text.match(/\P{M}(?:\p{M}|\u200d\P{M}|\ufe0f)*|\p{M}+/gu) ?? [];
}
