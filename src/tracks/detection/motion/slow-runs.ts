import { KNOT, metresBetween } from '../../positions/sphere.ts';
import { SLOT_SECONDS, type Slots } from '../../separation/slots.ts';

/** Places `[first, last]` of one track in the slots, between which the ship sails slowly. */
export type SlowRun = { readonly track: number; readonly first: number; readonly last: number };

/**
 * Runs in which a ship keeps below a speed for so long: from slot to slot, each step taken with the one before and the one
 * after, so that a gust or a wrong position does not end it. A hole is part of the run where the ship did not get away meanwhile; but for most
 * of a run she has to be seen, since a line across a hole does not show how she sailed in it.
 * @param isApart places where slowness says nothing: ports
 */
export function slowRuns(
  slots: Slots,
  track: number,
  knots: number,
  seconds: number,
  longestHole: number,
  isApart: (lat: number, lon: number) => boolean,
): SlowRun[] {
  const { lat, lon, slot, first } = slots;
  const start = first[track]!;
  const end = first[track + 1]!;
  const runs: SlowRun[] = [];
  let begun = -1;
  let seen = 0;
  const close = (last: number): void => {
    const lasted = begun < 0 ? 0 : slot[last]! - slot[begun]!;
    if (begun >= 0 && lasted * SLOT_SECONDS >= seconds && seen > lasted / 2) runs.push({ track, first: begun, last });
    begun = -1;
    seen = 0;
  };
  for (let at = start + 1; at < end; at++) {
    const isHole = (slot[at]! - slot[at - 1]!) * SLOT_SECONDS > longestHole;
    const isSlow = !isHole && stepSpeed(slots, at, start, end) < knots && !isApart(lat[at]!, lon[at]!);
    if (isSlow && begun < 0) begun = at - 1;
    if (isSlow && slot[at]! - slot[at - 1]! === 1) seen++;
    if (!isSlow && begun >= 0) close(at - 1);
  }
  close(end - 1);
  return runs;
}

/** Knots over a step and its neighbours, along the way. */
function stepSpeed({ lat, lon, slot }: Slots, at: number, start: number, end: number): number {
  const from = at - 2 >= start && slot[at - 1]! - slot[at - 2]! === 1 ? at - 2 : at - 1;
  const to = at + 1 < end && slot[at + 1]! - slot[at]! === 1 ? at + 1 : at;
  let metres = 0;
  for (let next = from + 1; next <= to; next++)
    metres += metresBetween(lat[next - 1]!, lon[next - 1]!, lat[next]!, lon[next]!);
  return metres / ((slot[to]! - slot[from]!) * SLOT_SECONDS) / KNOT;
}
