import {
  asRecordedBy,
  innerLineOf,
  type OriginalAct,
  originalOf,
  receivedBodyOf,
} from '../../exchange/package/received-act.ts';
import type { Act, ActId } from '../../record/log/act.ts';
import { traitsOf } from '../../record/log/kind-traits.ts';
import { actorName } from './actor-name.ts';

/**
 * The acts of a record as they count in it. Where it goes on for a log that ended, what was logged there stands in `received`
 * acts, and counts as what it was, by whom and when it was done, under the id that it has here. Of other records, documents that
 * came along are read here, with their custody "as recorded by" the sender; all else stays `received`, the word of others.
 */
export function ownHistory(acts: readonly Act[]): readonly Act[] {
  if (!acts.some(({ kind }) => kind === 'received')) return acts;
  const continued = new Set<string>();
  const ids = new Map<string, ActId>();
  const ownSources = new Set(acts.flatMap(({ kind, body }) => (kind === 'described' ? sourceIdOf(body) : [])));
  const open = (act: Act): Act => {
    if (act.kind === 'continued') {
      const { from } = act.body as { from?: { origin?: unknown } };
      if (typeof from?.origin === 'string') continued.add(from.origin);
      return act;
    }
    const received = act.kind === 'received' ? receivedBodyOf(act.body) : undefined;
    if (received === undefined) return act;
    if (!continued.has(received.from.origin)) return ofOthers(act, originalOf(received), ownSources);
    const inner = innerLineOf(received.line);
    ids.set(`${received.from.origin} ${inner.line.leaf.id}`, act.id);
    if (inner.act === null || !traitsOf(inner.act.kind).carriesOver) return act;
    const { kind, at, by, body, supersedes } = inner.act;
    const superseded = supersedes === undefined ? undefined : ids.get(`${received.from.origin} ${supersedes}`);
    // A log that has itself continued another holds that one's acts in the same way.
    return open({ id: act.id, kind, at, by, body, ...(superseded === undefined ? {} : { supersedes: superseded }) });
  };
  return acts.map(open);
}

/** A document, or the source of one, that came from another record. Its text is read here; what they think of it is not taken over. */
function ofOthers(act: Act, { act: inner, recordedBy, marking }: OriginalAct, ownSources: ReadonlySet<string>): Act {
  if (inner === null) return act;
  const isDocument = inner.kind === 'acquired' && !('list' in inner.body);
  const isSource = inner.kind === 'described' && sourceIdOf(inner.body).some((id) => !ownSources.has(id));
  if (!isDocument && !isSource) return act;
  const by = { person: asRecordedBy(actorName(inner.by), recordedBy) };
  return {
    id: act.id,
    kind: inner.kind,
    at: inner.at,
    by,
    body: isDocument ? withCustodyOf(recordedBy, marking, inner.body) : withGradeOf(recordedBy, inner.body),
  };
}

/**
 * Whoever handled the document before it came here did so by the sender's word: a report that prints the custody must say so. How far it may
 * go on was asked of whoever has it now.
 */
function withCustodyOf(
  recordedBy: OriginalAct['recordedBy'],
  marking: OriginalAct['marking'],
  body: Act['body'],
): Act['body'] {
  const { custody } = body as { custody?: { events?: unknown; handling?: object } };
  if (!Array.isArray(custody?.events)) return body;
  const events = custody.events.map((event: { by?: unknown } | null) =>
    typeof event?.by === 'string' ? { ...event, by: asRecordedBy(event.by, recordedBy) } : event,
  );
  const handling =
    marking === null ? custody.handling : { ...custody.handling, marking: asRecordedBy(marking, recordedBy) };
  return { ...body, custody: { ...custody, events, handling } } as Act['body'];
}

/** How far a source is reliable was judged in another record: nobody here has graded it, and a report that prints the grade must say so. */
function withGradeOf(recordedBy: OriginalAct['recordedBy'], body: Act['body']): Act['body'] {
  const { source } = body as { source?: { reliability?: { reason?: unknown } | null } };
  if (source?.reliability == null) return body;
  const { reason } = source.reliability;
  const theirs = typeof reason === 'string' && reason !== '' ? `: ${reason}` : '';
  const said = `${asRecordedBy('graded', recordedBy)}, and not graded here${theirs}`;
  return { ...body, source: { ...source, reliability: { ...source.reliability, reason: said } } } as Act['body'];
}

function sourceIdOf(body: Act['body']): string[] {
  const id = (body as { source?: { id?: unknown } }).source?.id;
  return typeof id === 'string' ? [id] : [];
}
