import type { Slots } from '../../separation/slots.ts';

/** The places of ships slot by slot, across all tracks. */
export type SlotOrder = {
  /** Most ships in one slot. */
  readonly greatest: number;
  /** Calls `take` for each slot in the order of time with the indices of its places. */
  forEachSlot(take: (slot: number, members: Uint32Array) => void): void;
  members(slot: number): Uint32Array;
};

/** Orders places by slot, by counting; slots without any ship cost nothing where the data has holes of years. */
export function bySlot({ count, slot }: Slots): SlotOrder {
  let least = Infinity;
  let most = -Infinity;
  for (let at = 0; at < count; at++) {
    if (slot[at]! < least) least = slot[at]!;
    if (slot[at]! > most) most = slot[at]!;
  }
  // Since 1970 there are fewer than eight million slots.
  const width = count === 0 ? 0 : most - least + 1;
  const starts = new Uint32Array(width + 1);
  for (let at = 0; at < count; at++) starts[slot[at]! - least + 1]!++;
  let greatest = 0;
  for (let at = 0; at < width; at++) {
    if (starts[at + 1]! > greatest) greatest = starts[at + 1]!;
    starts[at + 1]! += starts[at]!;
  }
  const ordered = new Uint32Array(count);
  const next = starts.slice();
  for (let at = 0; at < count; at++) ordered[next[slot[at]! - least]!++] = at;
  const members = (one: number): Uint32Array =>
    one < least || one > most
      ? ordered.subarray(0, 0)
      : ordered.subarray(starts[one - least]!, starts[one - least + 1]!);
  return {
    greatest,
    members,
    forEachSlot(take) {
      for (let at = 0; at < width; at++)
        if (starts[at + 1]! > starts[at]!) take(at + least, ordered.subarray(starts[at]!, starts[at + 1]!));
    },
  };
}
