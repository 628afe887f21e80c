import { type LabelOptions, label } from './drawing.ts';
import { joinMarkup, type Markup } from './markup.ts';
import { measureText } from './text-metrics.ts';

/** A line of text at its place, before it is drawn: what has to be known to keep text off text. */
export type PlacedText = LabelOptions & { readonly x: number; readonly y: number; readonly text: string };

export type TextBox = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

export function placeLines(
  x: number,
  y: number,
  lines: readonly string[],
  lineHeight: number,
  options: LabelOptions,
): readonly PlacedText[] {
  return lines.map((text, i) => ({ ...options, x, y: y + i * lineHeight, text }));
}

export function boxOf({ x, y, text, size, bold, anchor, width }: PlacedText): TextBox {
  const measured = measureText(text, { size, bold: bold === true });
  const drawn = width === undefined ? measured : Math.min(width, measured);
  const left = anchor === 'middle' ? x - drawn / 2 : anchor === 'end' ? x - drawn : x;
  return { left, right: left + drawn, top: y - size * 0.8, bottom: y + size * 0.25 };
}

export function boxesOverlap(a: TextBox, b: TextBox): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** True when no text lies on another and none leaves the frame. */
export function isClear(texts: readonly PlacedText[], width: number): boolean {
  const boxes = texts.filter(({ text }) => text !== '').map(boxOf);
  return boxes.every(
    (box, i) =>
      box.left >= 0 &&
      box.right <= width &&
      box.top >= 0 &&
      boxes.slice(i + 1).every((other) => !boxesOverlap(box, other)),
  );
}

export function drawTexts(texts: readonly PlacedText[]): Markup {
  return joinMarkup(texts.map(({ x, y, text, ...options }) => label(x, y, text, options)));
}
