import { PortIndex } from '../../places/port-index.ts';
import { DEGREE } from '../../positions/report.ts';
import { longitudeBetween, metresBetween, wrapLongitude } from '../../positions/sphere.ts';
import { SLOT_SECONDS, type Slots } from '../../separation/slots.ts';
import { type FoundEvent, round } from '../event/event.ts';
import type { TrackEvidence } from '../event/evidence.ts';
import { isInHarbour } from '../motion/berth.ts';
import { median } from '../motion/median.ts';
import { reportedSpeed, slotSpeed } from '../motion/ship-speed.ts';
import { CellRows } from '../neighbours/cell-rows.ts';
import { bySlot, type SlotOrder } from '../neighbours/slot-order.ts';
import { stillShipsNear } from '../neighbours/still-ships.ts';

const NO_PORTS = new PortIndex([], 0);

/** Two tracks side by side in consecutive slots; places of the first and last slot in the slots of each. */
type Run = { a: number; b: number; length: number; lastSlot: number };

/**
 * Encounters: two ships at most so far apart, in every slot from the first to the last, at a low median speed. A slot in which
 * either is not placed ends a run; the end of a day or the 180th meridian does not. Symmetric by construction.
 */
export function findEncounters(evidence: TrackEvidence, ports: PortIndex = NO_PORTS): FoundEvent[] {
  const { slots, thresholds } = evidence;
  const order = bySlot(slots);
  const least = Math.ceil((thresholds['encounter.minutes'] * 60) / SLOT_SECONDS) + 1;
  const found: FoundEvent[] = [];
  for (const run of runsTogether(slots, order, thresholds['encounter.distance'], least, evidence)) {
    const event = encounterOf(evidence, slots, order, run, ports);
    if (event !== undefined) found.push(event);
  }
  return found;
}

function runsTogether(slots: Slots, order: SlotOrder, distance: number, least: number, { set }: TrackEvidence): Run[] {
  // Twice as wide as what is near: it then lies in the half of the cell in which a ship is, or in the cell beside that half.
  const cells = new CellRows(2 * distance);
  const done: Run[] = [];
  const open = new Map<number, Run>();
  const tracks = set.tracks.length;
  const { lat, lon, track } = slots;
  let size = 1;
  while (size < 2 * order.greatest) size *= 2;
  const heads = new Int32Array(size).fill(-1);
  const next = new Int32Array(order.greatest);
  const rows = new Int32Array(order.greatest);
  const columns = new Int32Array(order.greatest);
  const mask = size - 1;
  const hashOf = (row: number, column: number): number =>
    (Math.imul(row, 0x9e3779b1) ^ Math.imul(column, 0x85ebca6b)) & mask;
  const meet = (one: number, other: number, slot: number): void => {
    const first = track[one]! < track[other]! ? one : other;
    const second = first === one ? other : one;
    const a = track[first]!;
    const b = track[second]!;
    if (set.tracks[a]!.mmsi === set.tracks[b]!.mmsi) return;
    const key = a * tracks + b;
    const run = open.get(key);
    if (run !== undefined && run.lastSlot === slot - 1) {
      run.lastSlot = slot;
      run.length++;
      return;
    }
    if (run !== undefined && run.length >= least) done.push(run);
    open.set(key, { a: first, b: second, length: 1, lastSlot: slot });
  };
  order.forEachSlot((slot, members) => {
    if (members.length < 2) return;
    for (let at = 0; at < members.length; at++) {
      const member = members[at]!;
      const north = cells.northing(lat[member]!);
      const row = Math.floor(north);
      rows[at] = row;
      const half = Math.floor(north + 0.5);
      for (let beside = Math.max(0, half - 1); beside <= Math.min(cells.rows - 1, half); beside++) {
        const count = cells.columns(beside);
        const middle = Math.floor(cells.easting(beside, lon[member]!) + 0.5);
        const from = count <= 2 ? 0 : middle - 1;
        const to = count <= 2 ? count - 1 : middle;
        for (let column = from; column <= to; column++) {
          const wrapped = column < 0 ? column + count : column >= count ? column - count : column;
          for (let other = heads[hashOf(beside, wrapped)]!; other >= 0; other = next[other]!) {
            if (rows[other] !== beside || columns[other] !== wrapped) continue;
            const against = members[other]!;
            if (metresBetween(lat[member]!, lon[member]!, lat[against]!, lon[against]!) <= distance)
              meet(member, against, slot);
          }
        }
      }
      columns[at] = cells.column(row, lon[member]!);
      const hash = hashOf(row, columns[at]!);
      next[at] = heads[hash]!;
      heads[hash] = at;
    }
    for (let at = 0; at < members.length; at++) heads[hashOf(rows[at]!, columns[at]!)] = -1;
  });
  for (const run of open.values()) if (run.length >= least) done.push(run);
  return done;
}

function encounterOf(
  evidence: TrackEvidence,
  slots: Slots,
  order: SlotOrder,
  run: Run,
  ports: PortIndex,
): FoundEvent | undefined {
  const { thresholds } = evidence;
  const { a, b, length } = run;
  const { lat, lon } = slots;
  const distances = new Float64Array(length);
  const speeds = new Float64Array(2 * (length - 1));
  for (let at = 0; at < length; at++) {
    distances[at] = metresBetween(lat[a + at]!, lon[a + at]!, lat[b + at]!, lon[b + at]!);
    if (at === 0) continue;
    speeds[2 * at - 2] = slotSpeed(slots, a + at);
    speeds[2 * at - 1] = slotSpeed(slots, b + at);
  }
  const speed = median(speeds);
  if (!(speed < thresholds['encounter.speed'])) return undefined;
  const middle = length >> 1;
  const from = slots.slot[a]! * SLOT_SECONDS;
  const to = run.lastSlot * SLOT_SECONDS;
  const others = stillShipsNear(slots, order, a + middle, b + middle, thresholds['encounter.anchorage-distance']);
  const tracks = [slots.track[a]!, slots.track[b]!] as const;
  return {
    kind: 'encounter',
    vessels: tracks.map((track) => evidence.vessel(track, from)),
    from,
    to,
    lat: (lat[a + middle]! + lat[b + middle]!) / 2 / DEGREE,
    lon: wrapLongitude(lon[a + middle]! + longitudeBetween(lon[a + middle]!, lon[b + middle]!) / 2) / DEGREE,
    parameters: evidence.parameters('encounter'),
    rows: tracks.flatMap((track) => evidence.rowsBetween(track, from, to)),
    details: {
      minDistance: Math.round(distances.reduce((least, value) => Math.min(least, value))),
      medianDistance: Math.round(median(distances)),
      medianSpeed: round(speed, 2),
      slots: length,
      anchorage: others >= thresholds['encounter.anchorage-ships'],
      harbour: isInHarbour(
        slots,
        [a, b].map((first) => ({ first, last: first + length - 1 })),
        ports,
      ),
      speedsDisagree: tracks.some(
        (track) => reportedSpeed(evidence, track, from, to) >= 2 * thresholds['encounter.speed'],
      ),
    },
  };
}
