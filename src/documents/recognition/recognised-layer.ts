import { type DocumentWords, joinLines } from '../text/hyphenation.ts';
import { type LayerBuilder, splitListSign, splitParagraphNumber } from '../text/layer-builder.ts';
import type { BlockKind, Box, RecognisedText, RecognisedWord } from '../text/text-layer.ts';
import type { SeenLine, SeenPage, SeenWord } from './engine.ts';

/** By how much larger than the rest a line is set that is a heading. */
const HEADING = 1.3;

export type SeenPicture = {
  readonly seen: SeenPage;
  /** Of the page in the document, from 1; null for a picture by itself. */
  readonly page: number | null;
  readonly width: number;
  readonly height: number;
};

/**
 * Adds the text of a picture, paragraph by paragraph, and says where on it each word stands.
 * @returns null where nothing was added
 */
export function addRecognised(
  builder: LayerBuilder,
  { seen, page, width, height }: SeenPicture,
  vocabulary: DocumentWords,
): RecognisedText | null {
  const usual = median(seen.paragraphs.flat().map((line) => line.height));
  const placed: RecognisedWord[] = [];
  let start: number | null = null;
  let end = 0;
  for (const lines of seen.paragraphs) {
    const raw = joinLines(
      lines.map(({ text }) => text),
      vocabulary,
    );
    const isHeading = lines.length === 1 && lines[0]!.height > usual * HEADING && raw.length <= 120;
    const kind: BlockKind = isHeading ? 'heading' : splitListSign(raw) === null ? 'paragraph' : 'list-item';
    const numbered = kind === 'paragraph' ? splitParagraphNumber(raw) : null;
    const listed = kind === 'list-item' ? splitListSign(raw) : null;
    const block = builder.add({
      kind,
      text: numbered?.text ?? listed?.text ?? raw,
      sign: numbered?.sign ?? listed?.sign ?? '',
      page,
      paragraph: numbered?.number ?? null,
    });
    if (block === null) continue;
    const from = block.end - raw.length;
    start ??= from;
    end = block.end;
    placed.push(...placesOf(lines, raw, from, width, height));
  }
  if (start === null) return null;
  const { languages, confidence } = seen;
  return { start, end, page: page ?? 1, by: 'reader', languages, confidence, words: placed };
}

/** Where each word of some lines stands in the text that they were joined to, and on the picture. */
function placesOf(
  lines: readonly SeenLine[],
  text: string,
  offset: number,
  width: number,
  height: number,
): readonly RecognisedWord[] {
  const found: RecognisedWord[] = [];
  let at = 0;
  for (const { text: whole, bbox, confidence } of lines.flatMap(({ words }) => words)) {
    // Of a word that was divided at the end of a line, the hyphen may be gone.
    const word = [whole, whole.replace(/[-\u2010\u00ad]$/, '')].find((one) => one !== '' && text.indexOf(one, at) >= 0);
    if (word === undefined) continue;
    const start = text.indexOf(word, at);
    at = start + word.length;
    found.push({
      start: offset + start,
      end: offset + at,
      box: boxOf(bbox, width, height),
      confidence: Math.round(confidence),
    });
  }
  return found;
}

function boxOf({ x0, y0, x1, y1 }: SeenWord['bbox'], width: number, height: number): Box {
  const across = (x: number): number => Math.round((Math.min(x, width) / width) * 1000);
  const down = (y: number): number => Math.round((Math.min(y, height) / height) * 1000);
  return [across(x0), down(y0), across(x1) - across(x0), down(y1) - down(y0)];
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
