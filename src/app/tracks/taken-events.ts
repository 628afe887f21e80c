import type { TakenEvent } from '../../findings/model/track-evidence.ts';
import type { ActBuilder, Signature } from '../act-builders/act-builder.ts';
import { bareEvent, buildEventJudgement, listsOf } from '../act-builders/event-acts.ts';
import type { MakingRequest } from '../act-builders/finding-acts.ts';
import type { EventJudgement } from '../acts/event-body.ts';
import type { Evidence } from '../acts/evidence.ts';
import { AppError } from '../errors.ts';
import { type Progress, silentProgress } from '../progress.ts';
import { buildFindingByLedger, type TotalChoice } from '../trade/take-total.ts';
import { type TracksHeld, type TracksQuestion, tracksIn } from './workspace-tracks.ts';

/**
 * Events by their ids, as an act takes them: as detection finds them now, else as they were judged, since thresholds may have been
 * others then. @throws AppError `no-such-event`
 */
async function takeEvents(
  held: TracksHeld,
  evidence: Evidence,
  ids: readonly string[],
  question: TracksQuestion,
  progress: Progress,
): Promise<readonly TakenEvent[]> {
  if (ids.length === 0) return [];
  const { events, lists } = await tracksIn(held, evidence, question, progress);
  const judged = [...evidence.eventJudgements.values()];
  return [...new Set(ids)].map((id) => {
    const found = events.find((event) => event.id === id);
    if (found !== undefined) return { event: bareEvent(found), lists: listsOf(found, lists) };
    const before = judged.findLast(({ event }) => event.id === id);
    if (before !== undefined) return { event: before.event, lists: before.lists };
    throw new AppError(
      'no-such-event',
      'no event in the tracks of this workspace has this id; "panel tracks events" lists them',
      {
        place: id.slice(0, 80),
      },
    );
  });
}

export type EvidenceRequest = MakingRequest & {
  readonly total?: TotalChoice | undefined;
  /** Ids of events in tracks that stand beside the claims. */
  readonly events?: readonly string[] | undefined;
};

/** A finding that a person makes from claims, the total of a ledger and events in tracks. @throws AppError as `takeEvents`, `buildFinding` */
export function buildFindingOnEvidence(record: TracksHeld['record'], request: EvidenceRequest): ActBuilder {
  const { events = [] } = request;
  if (events.length === 0) return buildFindingByLedger(record, request);
  return buildFindingByLedger(record, request, ({ acts, evidence }) =>
    takeEvents({ record, acts: async () => acts }, evidence, events, {}, silentProgress),
  );
}

/** Judges events by their ids, as they are found by some thresholds. @throws AppError as `takeEvents`, `buildEventJudgement` */
export function buildJudgementOfEvents(
  record: TracksHeld['record'],
  request: Signature & {
    readonly events: readonly string[];
    readonly judgement: EventJudgement;
    readonly set?: readonly string[] | undefined;
  },
): ActBuilder {
  return async (snapshot) => {
    const { acts, evidence } = snapshot;
    const held = { record, acts: async () => acts };
    const taken = await takeEvents(held, evidence, request.events, { set: request.set }, silentProgress);
    return await buildEventJudgement(request, taken, request.judgement)(snapshot);
  };
}
