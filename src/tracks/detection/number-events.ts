import { KNOT, NAUTICAL_MILE } from '../positions/sphere.ts';
import { type FoundEvent, round } from './event.ts';
import type { TrackEvidence } from './evidence.ts';

/** Numbers that several ships use at once, and runs of positions that no ship could sail: what the separation found. */
export function findSharedNumbers(evidence: TrackEvidence): FoundEvent[] {
  const { set } = evidence;
  return set.shared.map(({ mmsi, from, to, numbers }) => {
    const tracks = numbers.map((number) =>
      set.tracks.findIndex((track) => track.mmsi === mmsi && track.number === number),
    );
    const [first = 0] = tracks;
    return {
      kind: 'shared-mmsi',
      vessels: tracks.map((track) => evidence.vessel(track, from)),
      from,
      to,
      ...evidence.place(Math.min(set.tracks[first]!.end - 1, evidence.firstFrom(set.tracks[first]!, from))),
      parameters: { ...evidence.parameters('shared-mmsi'), ...evidence.parameters('separation') },
      rows: tracks.flatMap((track) => evidence.rowsBetween(track, from, to)),
      details: { tracks: numbers.length },
    };
  });
}

export function findDisplacedPositions(evidence: TrackEvidence): FoundEvent[] {
  const { set } = evidence;
  const { time } = set.positions;
  return set.displaced.map(({ mmsi, number, start, end, pattern, jump }) => {
    const track = set.tracks.findIndex((one) => one.mmsi === mmsi && one.number === number);
    return {
      kind: 'displaced-position',
      vessels: [evidence.vessel(track, time[start]!)],
      from: time[start]!,
      to: time[end - 1]!,
      ...evidence.place(start),
      parameters: { ...evidence.parameters('displaced-position'), ...evidence.parameters('separation') },
      rows: evidence.rows(start, end - 1),
      details: {
        pattern,
        reports: end - start,
        jumpNm: round(jump / NAUTICAL_MILE, 1),
        ...impliedSpeed(evidence, track, start, jump),
      },
    };
  });
}

/** The speed in knots at which the ship would have sailed to the run. */
function impliedSpeed({ set }: TrackEvidence, track: number, start: number, jump: number): { impliedSpeed?: number } {
  const { time } = set.positions;
  const own = set.tracks[track]!;
  let before = -1;
  for (let row = own.start; row < own.end && time[row]! < time[start]!; row++) before = row;
  const seconds = before < 0 ? 0 : time[start]! - time[before]!;
  return seconds === 0 ? {} : { impliedSpeed: round(jump / seconds / KNOT, 1) };
}
