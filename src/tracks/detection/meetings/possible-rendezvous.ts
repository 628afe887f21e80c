import type { PortIndex } from '../../places/port-index.ts';
import { metresBetween, NAUTICAL_MILE } from '../../positions/sphere.ts';
import { mmsiText } from '../../reading/report-line.ts';
import { SLOT_SECONDS } from '../../separation/slots.ts';
import { type FoundEvent, round } from '../event/event.ts';
import type { TrackEvidence } from '../event/evidence.ts';
import type { SlowRun } from '../motion/slow-runs.ts';
import { gapsOf, type SignalGap } from '../silences/gap.ts';
import type { PortReach } from '../silences/port-reach.ts';
import { medianSpeed, slowEvent, slowRunsAtSea } from './lone-ships.ts';

/**
 * One ship alone shows what an encounter looks like while others are silent that could have been there: they had the time to
 * come at their own speed, to stay as long as an encounter takes, and to get to where they were heard next.
 * @param encounters those that were found: a ship that is seen to meet another is not alone
 */
export function findPossibleRendezvous(
  evidence: TrackEvidence,
  ports: PortIndex,
  reach: PortReach,
  encounters: readonly FoundEvent[],
): FoundEvent[] {
  const { thresholds } = evidence;
  const hours = thresholds['possible-rendezvous.hours'];
  const gaps = gapsOf(evidence, thresholds['gap.hours'] * 3600);
  const found: FoundEvent[] = [];
  for (const run of slowRunsAtSea(evidence, ports, hours)) {
    const speed = medianSpeed(evidence, run);
    const event = slowEvent(evidence, run);
    if (!(speed < thresholds['encounter.speed']) || encounters.some((other) => isSameShipThen(other, event))) continue;
    const candidates = gaps.flatMap((gap) => {
      const together = hoursTogether(evidence, reach, run, gap);
      return together < hours ? [] : [candidateOf(evidence, gap, together)];
    });
    if (candidates.length === 0) continue;
    candidates.sort((a, b) => b.hoursTogether - a.hoursTogether || (a.mmsi < b.mmsi ? -1 : 1));
    found.push({
      kind: 'possible-rendezvous',
      ...event,
      parameters: evidence.parameters('possible-rendezvous'),
      details: { hours: round((event.to - event.from) / 3600, 2), medianSpeed: round(speed, 2), candidates },
    });
  }
  return found;
}

function isSameShipThen(
  encounter: FoundEvent,
  { vessels, from, to }: Pick<FoundEvent, 'vessels' | 'from' | 'to'>,
): boolean {
  const [ship] = vessels;
  return (
    encounter.from < to &&
    encounter.to > from &&
    encounter.vessels.some(({ mmsi, track }) => mmsi === ship?.mmsi && track === ship.track)
  );
}

/** The most hours that a silent ship could have been beside a slow one. */
function hoursTogether(
  evidence: TrackEvidence,
  reach: PortReach,
  { track, first, last }: SlowRun,
  gap: SignalGap,
): number {
  const { set, slots } = evidence;
  const { time, lat, lon } = set.positions;
  const from = slots.slot[first]! * SLOT_SECONDS;
  const to = slots.slot[last]! * SLOT_SECONDS;
  if (gap.track === track || time[gap.before]! >= to || time[gap.after]! <= from) return 0;
  if (set.tracks[gap.track]!.mmsi === set.tracks[track]!.mmsi) return 0;
  const middle = (first + last) >> 1;
  const knots = reach.speed(gap.track);
  const secondsTo = (row: number): number =>
    (metresBetween(lat[row]!, lon[row]!, slots.lat[middle]!, slots.lon[middle]!) / NAUTICAL_MILE / knots) * 3600;
  const arrival = Math.max(from, time[gap.before]! + secondsTo(gap.before));
  const departure = Math.min(to, time[gap.after]! - secondsTo(gap.after));
  return (departure - arrival) / 3600;
}

type Candidate = {
  readonly mmsi: string;
  readonly track: number;
  readonly from: string;
  readonly to: string;
  readonly hoursTogether: number;
};

function candidateOf({ set }: TrackEvidence, { track, before, after }: SignalGap, together: number): Candidate {
  const { mmsi, number } = set.tracks[track]!;
  const at = (row: number): string => `${new Date(set.positions.time[row]! * 1000).toISOString().slice(0, 19)}Z`;
  return { mmsi: mmsiText(mmsi), track: number, from: at(before), to: at(after), hoursTogether: round(together, 1) };
}
