import type { Span, TextLayer } from './text-layer.ts';

/** Whether no claim is read from a document at all. */
export function isUnread({ unread = [] }: Pick<TextLayer, 'unread'>): boolean {
  return unread.some(({ whole }) => whole);
}

/** A text less the blocks that are not read; places in it stay what they are. */
export function readableLayer(layer: TextLayer): TextLayer {
  if (isUnread(layer)) return { ...layer, blocks: [] };
  const spans = (layer.unread ?? []).flatMap((one) => one.spans ?? []);
  if (spans.length === 0) return layer;
  const isOut = (block: Span): boolean => spans.some(({ start, end }) => block.start >= start && block.end <= end);
  return { ...layer, blocks: layer.blocks.filter((block) => !isOut(block)) };
}
