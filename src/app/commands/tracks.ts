import type { Act } from '../../record/log/act.ts';
import type { EventJudgement } from '../acts/event-body.ts';
import { gatherEvidence } from '../acts/evidence.ts';
import { silentProgress } from '../progress.ts';
import { type ClaimBesideTrack, claimsBesideTracks } from '../tracks/claims-beside-tracks.ts';
import { buildJudgementOfEvents } from '../tracks/taken-events.ts';
import { readTrackFiles, type TracksQuestion, tracksIn, type WorkspaceEvent } from '../tracks/workspace-tracks.ts';
import { withWorkspace } from '../workspace/workspace.ts';
import { type ActorRequest, type ListRequest, readWorkspace } from './review.ts';

/** A file of ships' positions in a workspace. */
export type TrackFileLine = {
  readonly document: string;
  readonly file: string;
  readonly form: string;
  readonly source: string | null;
  readonly acquired: string;
  readonly positions: number;
  readonly statics: number;
  readonly skipped: readonly { readonly why: string; readonly count: number; readonly firstRow: number }[];
};

/** The files of positions of a workspace, in the order in which they came in. */
export async function listTrackFiles(request: ListRequest): Promise<readonly TrackFileLine[]> {
  return await readWorkspace(request, 'panel tracks list', async (held, progress) => {
    const files = await readTrackFiles(held, gatherEvidence(await held.acts()), progress);
    return files.map(({ document, name, form, custody, read }) => ({
      document,
      file: name,
      form,
      source: custody.origin.source,
      acquired: custody.collection.ended,
      positions: read.positions,
      statics: read.statics,
      skipped: read.skipped.map(({ why, count, firstRow }) => ({ why, count, firstRow })),
    }));
  });
}

/** Claims that a ship called at a port or met another one, beside what the tracks show. */
export async function listClaimsBesideTracks(request: ListRequest): Promise<readonly ClaimBesideTrack[]> {
  return await readWorkspace(request, 'panel tracks claims', async (held, progress) => {
    const { derived } = await held.snapshot(progress);
    return await claimsBesideTracks(held, derived.evidence, derived.claims, progress);
  });
}

export type TrackEventsAnswer = {
  readonly events: readonly WorkspaceEvent[];
  /** Events that were judged and are not found now. */
  readonly unfound: number;
};

/** The events in the tracks of a workspace, with what people said of them. */
export async function listTrackEvents(request: ListRequest & TracksQuestion): Promise<TrackEventsAnswer> {
  return await readWorkspace(request, 'panel tracks events', async (held, progress) => {
    const evidence = gatherEvidence(await held.acts());
    const { events, unfound } = await tracksIn(held, evidence, request, progress);
    return { events, unfound: unfound.length };
  });
}

/** Judges events: relevant, innocent or unsure, with a reason. @throws AppError `no-such-event`, `bad-option` */
export async function judgeTrackEvents(
  request: ActorRequest &
    Pick<TracksQuestion, 'set'> & { readonly ids: readonly string[]; readonly judgement: EventJudgement },
): Promise<readonly Act[]> {
  const { workspace, clock, progress = silentProgress, ids, set, judgement, by, reason } = request;
  const judging = { by, reason, events: ids, judgement, set };
  return await withWorkspace(
    { workspace, clock, progress, command: 'panel tracks judge', create: false },
    async (held) => await held.act(buildJudgementOfEvents(held.record, judging), progress),
  );
}
