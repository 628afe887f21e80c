import type { Span } from './text-layer.ts';

/** Index of the first span that another touches; -1 where none does. The spans are in order and apart. */
export function firstTouched(spans: readonly Span[], start: number, end: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  return low < spans.length && spans[low]!.start < end ? low : -1;
}
