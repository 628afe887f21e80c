import { z } from 'zod';
import type { DocumentId } from '../../core/hash.ts';
import {
  asRecordedBy,
  type OriginalAct,
  originalOf,
  type ReceivedBody,
  receivedBodyOf,
} from '../../exchange/package/received-act.ts';
import { type Act, actIndex } from '../../record/log/act.ts';
import { reviewedBody } from './act-body.ts';
import { actorName } from './actor-name.ts';
import { supersededActs } from './superseded-acts.ts';

/** `received`, of another record; what a log that this one goes on for has received counts as its own (own-history.ts). */
export const receivedBody = z.custom<ReceivedBody>((value) => receivedBodyOf(value) !== undefined);

/** An act of another record, and the one by which it was received. */
export type OthersAct = { readonly act: string; readonly received: ReceivedBody };

/** What somebody else has said of a claim, as their record has it. It counts for nothing here, and is told. */
export type OthersReview = {
  /** The act by which it was received. */
  readonly act: string;
  readonly claim: { readonly id: string; readonly document: DocumentId };
  readonly status: string;
  readonly reason: string | null;
  /** "B. Colleague, as recorded by Y". */
  readonly by: string;
  /** When they said it. */
  readonly at: string;
  /** How far it may go on, as they have said. */
  readonly marking: string | null;
};

type Theirs = OthersAct & Pick<OriginalAct, 'recordedBy'> & { readonly theirs: Act };

/** The last word of each other record on each claim, as far as it came here and was not taken back. */
export function standingReviews(received: readonly OthersAct[]): readonly OthersReview[] {
  return [...byLog(received).values()].flatMap((acts) => {
    const superseded = supersededActs(acts.map(({ theirs }) => theirs));
    const last = new Map<string, OthersReview>();
    for (const one of acts) {
      const review = superseded.has(one.theirs.id) ? null : reviewOf(one);
      if (review !== null) last.set(review.claim.id, review);
    }
    return [...last.values()];
  });
}

/** The acts of each log in its own order, each once: what came straight from it rather than what others passed on. */
function byLog(received: readonly OthersAct[]): ReadonlyMap<string, readonly Theirs[]> {
  const logs = new Map<string, Map<string, Theirs>>();
  for (const one of received) {
    const { act: theirs, recordedBy } = originalOf(one.received);
    const [log] = recordedBy;
    if (theirs === null || log === undefined) continue;
    const acts = logs.get(log.origin) ?? new Map<string, Theirs>();
    logs.set(log.origin, acts);
    const known = acts.get(theirs.id);
    if (known === undefined || known.recordedBy.length > recordedBy.length)
      acts.set(theirs.id, { ...one, theirs, recordedBy });
  }
  return new Map(
    [...logs].map(([origin, acts]) => [
      origin,
      [...acts.values()].sort((a, b) => (actIndex(a.theirs.id) ?? 0) - (actIndex(b.theirs.id) ?? 0)),
    ]),
  );
}

function reviewOf({ act, received, theirs, recordedBy }: Theirs): OthersReview | null {
  const review = theirs.kind === 'reviewed' ? reviewedBody.safeParse(theirs.body) : undefined;
  if (review?.success !== true) return null;
  const { claim, status, reason } = review.data;
  return {
    act,
    claim: { id: claim.id, document: claim.document },
    status,
    reason,
    by: asRecordedBy(actorName(theirs.by), recordedBy),
    at: theirs.at,
    marking: received.marking,
  };
}
