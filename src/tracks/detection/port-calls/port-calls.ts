import type { PortIndex } from '../../places/port-index.ts';
import { UNKNOWN } from '../../positions/positions.ts';
import { KNOT, metresBetween } from '../../positions/sphere.ts';
import type { FoundEvent } from '../event/event.ts';
import { round } from '../event/event.ts';
import type { TrackEvidence } from '../event/evidence.ts';

/** Positions `[first, last]` of a ship within reach of a port. */
type Stay = { readonly port: number; readonly first: number; last: number };

/**
 * Port calls: from the first position within the entry distance to the last within the exit distance, with a stop between. Other
 * berths, and holes in which the ship lies still, do not split a call; passing by is none.
 */
export function findPortCalls(evidence: TrackEvidence, ports: PortIndex): FoundEvent[] {
  const { set } = evidence;
  const found: FoundEvent[] = [];
  set.tracks.forEach((_, track) => {
    for (const stay of staysOf(evidence, ports, track)) {
      const stop = stopIn(evidence, stay);
      if (stop !== undefined) found.push(callOf(evidence, ports, track, stay, stop));
    }
  });
  return found;
}

function staysOf(evidence: TrackEvidence, ports: PortIndex, track: number): Stay[] {
  const { set, thresholds } = evidence;
  const { lat, lon, time } = set.positions;
  const { start, end } = set.tracks[track]!;
  const entry = thresholds['port-call.entry-distance'];
  const exit = thresholds['port-call.exit-distance'];
  const silence = thresholds['gap.hours'] * 3600;
  const stays: Stay[] = [];
  let open: Stay | undefined;
  for (let row = start; row < end; row++) {
    if (open !== undefined) {
      const isNear = ports.distance(open.port, lat[row]!, lon[row]!) <= exit;
      const mayHaveLeft = time[row]! - time[row - 1]! >= silence && !isMoored(evidence, row - 1, row);
      if (isNear && !mayHaveLeft) {
        open.last = row;
        continue;
      }
      open = undefined;
    }
    const port = ports.nearest(lat[row]!, lon[row]!, entry);
    if (port < 0) continue;
    open = { port, first: row, last: row };
    stays.push(open);
  }
  return stays;
}

/** Whether a ship lay still on both sides of a hole, at the same port: she reports no speed worth the name, or did not move. */
function isMoored(evidence: TrackEvidence, before: number, after: number): boolean {
  const { sog, lat, lon } = evidence.set.positions;
  const knots = evidence.thresholds['port-call.stop-speed'];
  const isStill = (row: number): boolean => sog[row] !== UNKNOWN && sog[row]! < knots * 10;
  const moved = metresBetween(lat[before]!, lon[before]!, lat[after]!, lon[after]!);
  return (isStill(before) && isStill(after)) || moved < stopMetres(evidence);
}

/** Metres that a ship makes at the stop speed in the least time of a stop. */
function stopMetres({ thresholds }: TrackEvidence): number {
  return thresholds['port-call.stop-speed'] * KNOT * thresholds['port-call.stop-minutes'] * 60;
}

/** The first stop of a stay: positions over the least time that all lie within what the stop speed makes in it. */
function stopIn(evidence: TrackEvidence, { first, last }: Stay): { from: number; to: number } | undefined {
  const { time, lat, lon } = evidence.set.positions;
  const seconds = evidence.thresholds['port-call.stop-minutes'] * 60;
  const metres = stopMetres(evidence);
  for (let row = first; row < last; row++) {
    let to = row;
    while (to < last && metresBetween(lat[row]!, lon[row]!, lat[to + 1]!, lon[to + 1]!) < metres) to++;
    if (time[to]! - time[row]! >= seconds) return { from: row, to };
    if (to === row) continue;
    // The next stop can only begin where the way from here has become too long: half of it is skipped safely.
    row += Math.floor((to - row) / 2);
  }
  return undefined;
}

function callOf(
  evidence: TrackEvidence,
  ports: PortIndex,
  track: number,
  { port, first, last }: Stay,
  stop: { from: number; to: number },
): FoundEvent {
  const { time } = evidence.set.positions;
  const iso = (row: number): string => `${new Date(time[row]! * 1000).toISOString().slice(0, 19)}Z`;
  return {
    kind: 'port-call',
    vessels: [evidence.vessel(track, time[first]!)],
    from: time[first]!,
    to: time[last]!,
    ...evidence.place(stop.from),
    parameters: evidence.parameters('port-call'),
    rows: evidence.rows(first, last),
    details: {
      port: ports.ports[port]!,
      hours: round((time[last]! - time[first]!) / 3600, 2),
      stop: { from: iso(stop.from), to: iso(stop.to) },
      // What she said that she is: whether she can have carried a cargo of liquids.
      shipType: evidence.shipType(track, time[first]!),
    },
  };
}
