import { type DocumentId, isDocumentId } from '../../core/hash.ts';
import { originalOf, receivedBodyOf } from '../../exchange/package/received-act.ts';
import type { Act } from '../../record/log/act.ts';

/** The act itself, or the one that others made where this is how it came here. */
export function originalAct(act: Act | null): Act | null {
  const received = act?.kind === 'received' ? receivedBodyOf(act.body) : undefined;
  return received === undefined ? act : originalOf(received).act;
}

/**
 * Documents that an act speaks of: by itself, by its claims, by whom it judges to be one, by the rows of events in tracks, or by what the total of a finding was taken from;
 * also where others made it.
 */
export function documentsOf(received: Act | null): DocumentId[] {
  const act = originalAct(received);
  if (act === null) return [];
  const { document, documents, claim, claims, named, finding, event } = act.body as {
    document?: unknown;
    documents?: unknown;
    named?: unknown;
    claim?: unknown;
    claims?: unknown;
    finding?: { claims?: unknown; events?: unknown; total?: { taken?: unknown; others?: unknown } };
    event?: unknown;
  };
  const events = [event, ...listOf(finding?.events).map((one) => (one as { event?: unknown } | null)?.event)];
  const rows = events.flatMap((one) => listOf((one as { rows?: unknown } | null | undefined)?.rows));
  const spoken = [claim, ...listOf(claims), ...listOf(named), ...listOf(finding?.claims), ...rows].map(
    (one) => (one as { document?: unknown } | null | undefined)?.document,
  );
  const sums = [finding?.total?.taken, ...listOf(finding?.total?.others)].flatMap((one) => {
    const sum = one as { document?: unknown; calls?: { documents?: unknown } } | null | undefined;
    return [sum?.document, ...listOf(sum?.calls?.documents)];
  });
  return [document, ...listOf(documents), ...spoken, ...sums].filter(
    (id): id is DocumentId => typeof id === 'string' && isDocumentId(id),
  );
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
