import type { Claim } from '../../claims/model/claim.ts';
import type { EventVessel } from '../../tracks/detection/event/event.ts';
import type { ShownCall, StatedCall } from '../../tracks/detection/statements/stated-call.ts';
import type { ShownMeeting } from '../../tracks/detection/statements/stated-meeting.ts';
import { builtInPorts, type Port } from '../../tracks/places/port.ts';
import { callWords, meetingWords } from '../../tracks/words/stated-words.ts';
import type { Evidence } from '../acts/evidence.ts';
import type { Progress } from '../progress.ts';
import { statedCall, statedMeeting } from './stated-in-claims.ts';
import { takenBackIn } from './taken-back.ts';
import { statedBesideTracks, type TracksHeld } from './workspace-tracks.ts';

/** A claim that a ship called at a port, or met another one, beside what the tracks show. */
export type ClaimBesideTrack = Pick<ShownCall, 'outcome' | 'from' | 'to' | 'nearest'> & {
  readonly kind: 'call' | 'meeting';
  readonly vessels: readonly EventVessel[];
  /** Of a call; null for a meeting. */
  readonly port: Port | null;
  readonly claim: string;
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly claimant: string;
  readonly quote: string;
  /** The days that are stated. */
  readonly days: { readonly from: string; readonly to: string };
  readonly words: string;
};

/**
 * Lays claims about calls at ports and meetings of ships beside the tracks. Only where the claim itself gives the numbers of the ships, the port
 * and the days: a name alone is no identity, and a time that was carried over from elsewhere is none that can be tested.
 */
export async function claimsBesideTracks(
  held: Pick<TracksHeld, 'record'>,
  evidence: Evidence,
  claims: readonly Claim[],
  progress: Progress,
): Promise<readonly ClaimBesideTrack[]> {
  if (evidence.trackFiles.length === 0) return [];
  const ports = builtInPorts();
  const isTakenBack = takenBackIn(claims);
  const calls = claims.flatMap((claim) => {
    const stated = statedCall(claim, ports);
    return stated === null || isTakenBack(claim, [stated]) ? [] : [{ claim, stated }];
  });
  const meetings = claims.flatMap((claim) => {
    const stated = statedMeeting(claim);
    return stated === null || isTakenBack(claim, stated.ships) ? [] : [{ claim, stated }];
  });
  if (calls.length + meetings.length === 0) return [];
  const asked = { calls: calls.map(({ stated }) => stated), meetings: meetings.map(({ stated }) => stated) };
  const shown = await statedBesideTracks(held, evidence, asked, progress);
  const found = new Map<string, ClaimBesideTrack>();
  calls.forEach(({ claim, stated }, at) => {
    const one = shown.calls[at] ?? null;
    if (one !== null) found.set(claim.id, callBeside(claim, stated, one));
  });
  meetings.forEach(({ claim }, at) => {
    const one = shown.meetings[at] ?? null;
    if (one !== null) found.set(claim.id, meetingBeside(claim, one));
  });
  return claims.flatMap(({ id }) => found.get(id) ?? []);
}

function callBeside(claim: Claim, stated: StatedCall, { vessel, ...shown }: ShownCall): ClaimBesideTrack {
  const words = callWords({ vessel, ...shown }, stated);
  return { kind: 'call', ...shown, vessels: [vessel], port: stated.port, ...passageOf(claim), words };
}

function meetingBeside(claim: Claim, shown: ShownMeeting): ClaimBesideTrack {
  return { kind: 'meeting', ...shown, port: null, ...passageOf(claim), words: meetingWords(shown) };
}

function passageOf({ id, document, start, end, claimant, quote, when }: Claim) {
  const days = { from: when.from ?? '', to: when.to ?? '' };
  return { claim: id, document, start, end, claimant: claimant.name, quote, days };
}
