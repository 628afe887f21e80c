import { KNOT, metresBetween, NAUTICAL_MILE } from '../../positions/sphere.ts';
import type { DisplacedRun } from '../../separation/track-set.ts';
import { type FoundEvent, round } from '../event/event.ts';
import type { TrackEvidence } from '../event/evidence.ts';

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
  return set.displaced.map(({ mmsi, number, start, end, pattern, jump }, at) => {
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
        ...interference(evidence, set.displaced[at]!),
        ...impliedSpeed(evidence, track, start, jump),
      },
    };
  });
}

/** Ships whose positions jump to places so near each other, at once, were disturbed by the same. */
const ALIKE_METRES = 20_000;
/** Others that are needed for that: a pair may have agreed on a place. */
const LEAST_ALIKE = 2;

/**
 * Others whose positions were displaced to the same place at the same time. With several of them it is satellite navigation that was
 * disturbed there, and not what one ship sent of her own will.
 */
function interference(
  { set }: TrackEvidence,
  { mmsi, start, end }: DisplacedRun,
): { readonly alike: number; readonly interference: boolean } {
  const { time, lat, lon } = set.positions;
  const others = set.displaced.filter(
    (other) =>
      other.mmsi !== mmsi &&
      time[other.start]! <= time[end - 1]! &&
      time[other.end - 1]! >= time[start]! &&
      metresBetween(lat[start]!, lon[start]!, lat[other.start]!, lon[other.start]!) <= ALIKE_METRES,
  );
  const alike = new Set(others.map((other) => other.mmsi)).size;
  return { alike, interference: alike >= LEAST_ALIKE };
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
