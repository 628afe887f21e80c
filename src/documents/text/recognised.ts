import { firstTouched } from './spans.ts';
import type { Box, RecognisedText, TextLayer } from './text-layer.ts';

/** Where a passage stands on the picture that it was read off, and the lowest confidence of its words. */
export type SeenPassage = Pick<RecognisedText, 'page' | 'by'> & {
  /** Null where the file brings the text, without places. */
  readonly box: Box | null;
  readonly confidence: number | null;
};

/** What is known of a passage that a program read off a picture; null for one that no part of was. */
export function recognisedAt({ recognised = [] }: TextLayer, start: number, end: number): SeenPassage | null {
  const text = recognised[firstTouched(recognised, start, end)];
  if (text === undefined) return null;
  const { page, by, words } = text;
  const first = firstTouched(words, start, end);
  if (first < 0) return { page, by, box: null, confidence: text.confidence };
  let after = first;
  while (after < words.length && words[after]!.start < end) after++;
  const own = words.slice(first, after);
  return {
    page,
    by,
    box: around(own.map(({ box }) => box)),
    confidence: Math.min(...own.map(({ confidence }) => confidence)),
  };
}

function around(boxes: readonly Box[]): Box {
  const left = Math.min(...boxes.map(([x]) => x));
  const top = Math.min(...boxes.map(([, y]) => y));
  const right = Math.max(...boxes.map(([x, , width]) => x + width));
  const bottom = Math.max(...boxes.map(([, y, , height]) => y + height));
  return [left, top, right - left, bottom - top];
}
