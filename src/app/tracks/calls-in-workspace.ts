import type { Regime } from '../../regime/model/regime.ts';
import type { Evidence } from '../acts/evidence.ts';
import type { Derived } from '../derivation/derive.ts';
import { type CallsInTracks, callsInTracks, judgedCalls } from '../derivation/trade/call-source.ts';
import type { HeldDocuments } from '../derivation/trade/figure-sources.ts';
import type { JudgedCall } from '../derivation/trade/tanker-calls.ts';
import type { Progress } from '../progress.ts';
import { type TracksHeld, tracksIn } from './workspace-tracks.ts';

/** All calls in the tracks of a workspace, also those that nobody judged, which are found for this; what counts is as in `callsInTracks`. */
export async function callsInWorkspace(
  held: TracksHeld & { readonly record: HeldDocuments },
  { documents, evidence }: Pick<Derived, 'documents' | 'evidence'>,
  regime: Regime,
  progress: Progress,
): Promise<CallsInTracks> {
  return await callsInTracks(held.record, documents, regime, evidence, await eventsOf(held, evidence, progress));
}

async function eventsOf(held: TracksHeld, evidence: Evidence, progress: Progress): Promise<readonly JudgedCall[]> {
  if (evidence.trackFiles.length === 0) return judgedCalls(evidence);
  const { events, unfound } = await tracksIn(held, evidence, {}, progress);
  return [...events.map((event) => ({ event, judgement: event.judgement?.judgement ?? null })), ...unfound];
}
