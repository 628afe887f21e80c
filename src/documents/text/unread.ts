import { firstTouched } from './spans.ts';
import type { Span, TextLayer } from './text-layer.ts';

/** Whether no claim is read from a document at all. */
export function isUnread({ unread = [] }: Pick<TextLayer, 'unread'>): boolean {
  return unread.some(({ whole }) => whole);
}

/** A text less the blocks that are not read, as the header of a mail and what it quotes; places in it stay what they are. */
export function readableLayer(layer: TextLayer): TextLayer {
  if (isUnread(layer)) return { ...layer, blocks: [] };
  const spans = inOrder((layer.unread ?? []).flatMap((one) => one.spans ?? []));
  const own = layer.sender?.spans;
  if (spans.length === 0 && own === undefined) return layer;
  const isUnreadBlock = ({ start, end }: Span): boolean => {
    const span = spans[firstTouched(spans, start, end)];
    return span !== undefined && start >= span.start && end <= span.end;
  };
  const blocks = layer.blocks
    .filter((block) => own === undefined || firstTouched(own, block.start, block.end) >= 0)
    .filter((block) => !isUnreadBlock(block));
  return { ...layer, blocks };
}

/** Spans in order and apart: those that overlap are one. */
function inOrder(spans: readonly Span[]): Span[] {
  const apart: Span[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = apart.at(-1);
    if (last !== undefined && start < last.end) apart[apart.length - 1] = { ...last, end: Math.max(last.end, end) };
    else apart.push({ start, end });
  }
  return apart;
}
