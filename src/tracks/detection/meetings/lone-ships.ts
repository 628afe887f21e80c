import type { PortIndex } from '../../places/port-index.ts';
import { DEGREE } from '../../positions/report.ts';
import { SLOT_SECONDS } from '../../separation/slots.ts';
import { type FoundEvent, round } from '../event/event.ts';
import type { TrackEvidence } from '../event/evidence.ts';
import { isInHarbour } from '../motion/berth.ts';
import { median } from '../motion/median.ts';
import { reportedSpeed, slotSpeed } from '../motion/ship-speed.ts';
import { type SlowRun, slowRuns } from '../motion/slow-runs.ts';
import { bySlot } from '../neighbours/slot-order.ts';
import { stillShipsNear } from '../neighbours/still-ships.ts';

/** Slow runs of at least so many hours, of all ships, outside ports and anchorages. */
export function slowRunsAtSea(evidence: TrackEvidence, ports: PortIndex, hours: number): SlowRun[] {
  const { slots, thresholds, set } = evidence;
  const order = bySlot(slots);
  const within = thresholds['port-call.exit-distance'];
  const isInPort = (lat: number, lon: number): boolean => ports.nearest(lat, lon, within) >= 0;
  const runs: SlowRun[] = [];
  for (let track = 0; track < set.tracks.length; track++)
    for (const run of slowRuns(
      slots,
      track,
      thresholds['loitering.speed'],
      hours * 3600,
      thresholds['gap.hours'] * 3600,
      isInPort,
    )) {
      if (isInHarbour(slots, [run], ports) || isStuck(evidence, run)) continue;
      const middle = (run.first + run.last) >> 1;
      const others = stillShipsNear(slots, order, middle, middle, thresholds['encounter.anchorage-distance']);
      if (others < thresholds['encounter.anchorage-ships']) runs.push(run);
    }
  return runs;
}

/** Whether a ship reports the speed of a voyage while her place says that she is slow. */
function isStuck(evidence: TrackEvidence, { track, first, last }: SlowRun): boolean {
  const { slot } = evidence.slots;
  const reported = reportedSpeed(evidence, track, slot[first]! * SLOT_SECONDS, slot[last]! * SLOT_SECONDS);
  return reported >= 2 * evidence.thresholds['loitering.speed'];
}

/** Loitering: slow for so long, outside ports and anchorages. */
export function findLoitering(evidence: TrackEvidence, ports: PortIndex): FoundEvent[] {
  return slowRunsAtSea(evidence, ports, evidence.thresholds['loitering.hours']).map((run) => {
    const from = evidence.slots.slot[run.first]! * SLOT_SECONDS;
    const to = evidence.slots.slot[run.last]! * SLOT_SECONDS;
    return {
      kind: 'loitering',
      ...slowEvent(evidence, run),
      parameters: evidence.parameters('loitering'),
      details: { hours: round((to - from) / 3600, 2), medianSpeed: round(medianSpeed(evidence, run), 2) },
    };
  });
}

/** What events of a slow run have in common. */
export function slowEvent(
  evidence: TrackEvidence,
  { track, first, last }: SlowRun,
): Omit<FoundEvent, 'kind' | 'details' | 'parameters'> {
  const { slot, lat, lon } = evidence.slots;
  const middle = (first + last) >> 1;
  const from = slot[first]! * SLOT_SECONDS;
  const to = slot[last]! * SLOT_SECONDS;
  return {
    vessels: [evidence.vessel(track, from)],
    from,
    to,
    lat: lat[middle]! / DEGREE,
    lon: lon[middle]! / DEGREE,
    rows: evidence.rowsBetween(track, from, to),
  };
}

/** Median of the speeds from slot to slot, in knots. */
export function medianSpeed({ slots }: TrackEvidence, { first, last }: SlowRun): number {
  const speeds: number[] = [];
  for (let at = first + 1; at <= last; at++)
    if (slots.slot[at]! - slots.slot[at - 1]! === 1) speeds.push(slotSpeed(slots, at));
  return median(Float64Array.from(speeds));
}
