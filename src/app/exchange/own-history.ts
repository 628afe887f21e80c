import { innerLineOf, type ReceivedBody, receivedBodyOf } from '../../exchange/package/received-act.ts';
import type { Act, ActId } from '../../record/act.ts';

/** Kinds that speak of the log in which they stand, or of other logs: what they say does not carry over. */
const OF_THEIR_LOG: readonly string[] = ['key-named', 'followed', 'shared'];

/**
 * The acts of a record that goes on where another ended: what was logged there stands in `received` acts, and counts here as what
 * it was, by whom and when it was done, under the id that it has here. Acts of other records than those that this one
 * continues stay `received`: they are the word of others.
 */
export function ownHistory(acts: readonly Act[]): readonly Act[] {
  if (!acts.some(({ kind }) => kind === 'continued')) return acts;
  const continued = new Set<string>();
  const ids = new Map<string, ActId>();
  const open = (act: Act): Act => {
    if (act.kind === 'continued') {
      const { from } = act.body as { from?: { origin?: unknown } };
      if (typeof from?.origin === 'string') continued.add(from.origin);
      return act;
    }
    const received = act.kind === 'received' ? receivedBodyOf(act.body) : undefined;
    if (received === undefined || !continued.has(received.from.origin)) return act;
    return openReceived(act, received);
  };
  const openReceived = (act: Act, received: ReceivedBody): Act => {
    const inner = innerLineOf(received.line);
    ids.set(`${received.from.origin} ${inner.line.leaf.id}`, act.id);
    if (inner.act === null || OF_THEIR_LOG.includes(inner.act.kind)) return act;
    const { kind, at, by, body, supersedes } = inner.act;
    const superseded = supersedes === undefined ? undefined : ids.get(`${received.from.origin} ${supersedes}`);
    // A log that has itself continued another holds that one's acts in the same way.
    return open({ id: act.id, kind, at, by, body, ...(superseded === undefined ? {} : { supersedes: superseded }) });
  };
  return acts.map(open);
}
