import { firstTouched } from './spans.ts';
import type { Span, TextLayer } from './text-layer.ts';

/** Whether no claim is read from a document at all. */
export function isUnread({ unread = [] }: Pick<TextLayer, 'unread'>): boolean {
  return unread.some(({ whole }) => whole);
}

/** A text less the blocks that are not read, as the header of a mail and what it quotes; places in it stay what they are. */
export function readableLayer(layer: TextLayer): TextLayer {
  if (isUnread(layer)) return { ...layer, blocks: [] };
  const spans = (layer.unread ?? []).flatMap((one) => one.spans ?? []);
  const own = layer.sender?.spans;
  if (spans.length === 0 && own === undefined) return layer;
  const isIn = (block: Span, { start, end }: Span): boolean => block.start >= start && block.end <= end;
  const blocks = layer.blocks
    .filter((block) => own === undefined || firstTouched(own, block.start, block.end) >= 0)
    .filter((block) => !spans.some((span) => isIn(block, span)));
  return { ...layer, blocks };
}
