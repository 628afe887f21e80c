import { KNOT, metresBetween, NAUTICAL_MILE } from '../../positions/sphere.ts';
import { type FoundEvent, round } from '../event/event.ts';
import type { TrackEvidence } from '../event/evidence.ts';
import { gapsOf, type SignalGap } from './gap.ts';
import { causeOf } from './gap-cause.ts';
import type { PortReach } from './port-reach.ts';
import { type Presence, presenceOf } from './presence.ts';

/** Silences of at least so many hours between two positions of one ship, with their likely cause and the ports in reach. */
export function findGaps(evidence: TrackEvidence, reach: PortReach): FoundEvent[] {
  const least = evidence.thresholds['gap.hours'] * 3600;
  const gaps = gapsOf(evidence, least);
  if (gaps.length === 0) return [];
  const within = evidence.thresholds['gap.neighbour-distance'];
  const presence = presenceOf(evidence.set.positions, evidence.set.tracks, least, within);
  return gaps.map((gap) => gapEvent(evidence, presence, reach, gap));
}

function gapEvent(evidence: TrackEvidence, presence: Presence, reach: PortReach, gap: SignalGap): FoundEvent {
  const { time, lat, lon } = evidence.set.positions;
  const { track, before, after, seconds } = gap;
  const metres = metresBetween(lat[before]!, lon[before]!, lat[after]!, lon[after]!);
  return {
    kind: 'gap',
    vessels: [evidence.vessel(track, time[before]!)],
    from: time[before]!,
    to: time[after]!,
    ...evidence.place(before),
    parameters: evidence.parameters('gap'),
    rows: evidence.rows(before, after),
    details: {
      hours: round(seconds / 3600, 2),
      ...gapEnds(evidence, gap),
      distanceNm: round(metres / NAUTICAL_MILE, 1),
      impliedSpeed: round(metres / seconds / KNOT, 1),
      ...causeOf(evidence, presence, gap),
      ownSpeed: round(reach.speed(track), 1),
      reach: reach.of(gap).map(({ port, spareHours }) => ({ port, spareHours })),
    },
  };
}

/** Both ends of a gap, as events tell them. */
export function gapEnds(evidence: TrackEvidence, { before, after }: SignalGap): { start: object; end: object } {
  const { time } = evidence.set.positions;
  const end = (row: number): object => {
    const { lat, lon } = evidence.place(row);
    return {
      time: new Date(time[row]! * 1000).toISOString().replace('.000', ''),
      lat: round(lat, 6),
      lon: round(lon, 6),
    };
  };
  return { start: end(before), end: end(after) };
}
