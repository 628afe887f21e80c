import { KNOT, metresBetween, UNIT_METRES } from '../../positions/sphere.ts';
import { SLOT_SECONDS, type Slots } from '../../separation/slots.ts';
import type { SlotOrder } from './slot-order.ts';

/** Slots to either side over which a ship has to lie still: an hour in all. */
const SIDE = 3;
const STILL_KNOTS = 0.5;

/** How many ships other than two lie still near the first of them, in its slot. */
export function stillShipsNear(slots: Slots, order: SlotOrder, one: number, other: number, metres: number): number {
  const { lat, lon, slot, track } = slots;
  const height = metres / UNIT_METRES;
  let count = 0;
  for (const member of order.members(slot[one]!)) {
    if (track[member] === track[one] || track[member] === track[other]) continue;
    if (Math.abs(lat[member]! - lat[one]!) > height) continue;
    if (metresBetween(lat[member]!, lon[member]!, lat[one]!, lon[one]!) <= metres && isStill(slots, member)) count++;
  }
  return count;
}

/** Whether a ship hardly moves around a place of hers, as far as she is placed. */
function isStill({ lat, lon, slot, track, count }: Slots, at: number): boolean {
  let from = at;
  let to = at;
  while (from > 0 && at - from < SIDE && track[from - 1] === track[at] && slot[from - 1] === slot[from]! - 1) from--;
  while (to < count - 1 && to - at < SIDE && track[to + 1] === track[at] && slot[to + 1] === slot[to]! + 1) to++;
  if (to === from) return false;
  const seconds = (to - from) * SLOT_SECONDS;
  return metresBetween(lat[from]!, lon[from]!, lat[to]!, lon[to]!) < STILL_KNOTS * KNOT * seconds;
}
