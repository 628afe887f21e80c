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

/** What somebody else has said of a claim, as their record has it. It counts for nothing here, and is reported. */
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

type Theirs = OthersAct & Pick<OriginalAct, 'recordedBy' | 'marking'> & { readonly theirs: Act };

/**
 * The last word of each other record on each claim, as far as it came here and was not taken back. What somebody says that a log
 * had, and cannot prove, stands beside that log's own word under both their names, and takes nothing of it back.
 */
export function standingReviews(received: readonly OthersAct[]): readonly OthersReview[] {
  return byLog(received).flatMap(({ own, reported }) => [
    ...lastWords(own, []),
    ...reported.flatMap((acts) => lastWords(acts, own)),
  ]);
}

/** The last word on each claim in some acts of a log, but for what its proven acts have taken back or said again. */
function lastWords(acts: readonly Theirs[], proven: readonly Theirs[]): readonly OthersReview[] {
  const superseded = supersededActs([...acts, ...proven].sort(inOrder).map(({ theirs }) => theirs));
  const said = new Map<string, number>();
  for (const one of proven) {
    const review = reviewOf(one);
    if (review !== null) said.set(review.claim.id, indexOf(one));
  }
  const last = new Map<string, OthersReview>();
  for (const one of acts) {
    const review = superseded.has(one.theirs.id) ? null : reviewOf(one);
    if (review !== null && (said.get(review.claim.id) ?? -1) < indexOf(one)) last.set(review.claim.id, review);
  }
  return [...last.values()];
}

type ById = Map<string, Theirs>;

/**
 * The acts of each log in its own order, each once: those that it has signed, what came straight rather than what others passed
 * on; and apart from them, by the hands they came through, those that it is said to have had. A log is its name and its key
 * together: anybody can give a log of their own the name of another.
 */
function byLog(received: readonly OthersAct[]): readonly { own: readonly Theirs[]; reported: readonly Theirs[][] }[] {
  const logs = new Map<string, { own: ById; reported: Map<string, ById> }>();
  for (const one of received) {
    const { act: theirs, recordedBy, marking, isProven } = originalOf(one.received);
    const hands = recordedBy.map(({ origin, key }) => `${origin} ${key}`);
    const [name] = hands;
    if (theirs === null || name === undefined) continue;
    const log = logs.get(name) ?? { own: new Map(), reported: new Map() };
    logs.set(name, log);
    const acts: ById = isProven ? log.own : (log.reported.get(hands.join('\n')) ?? new Map());
    if (!isProven) log.reported.set(hands.join('\n'), acts);
    const known = acts.get(theirs.id);
    if (known === undefined || known.recordedBy.length > recordedBy.length)
      acts.set(theirs.id, { ...one, theirs, recordedBy, marking });
  }
  const ordered = (acts: ById) => [...acts.values()].sort(inOrder);
  return [...logs.values()].map(({ own, reported }) => ({
    own: ordered(own),
    reported: [...reported.values()].map(ordered),
  }));
}

function inOrder(a: Theirs, b: Theirs): number {
  return indexOf(a) - indexOf(b);
}

function indexOf({ theirs }: Theirs): number {
  return actIndex(theirs.id) ?? 0;
}

function reviewOf({ act, theirs, recordedBy, marking }: Theirs): OthersReview | null {
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
    marking,
  };
}
