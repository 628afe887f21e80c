import { createHash } from 'node:crypto';

/** Numbers from 0 up to 1 that look scattered and are the same every time. */
export type Dice = () => number;

/** The dice of one document: what comes in other documents changes nothing in it. */
export function diceOf(seed: number, at: number): Dice {
  let state = createHash('sha256').update(`${seed} ${at}`).digest().readUInt32LE(0);
  return () => {
    // mulberry32: 32 bits of state are plenty for the choices of one document.
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function pick<Item>(dice: Dice, among: readonly Item[]): Item {
  const given = among.filter((item) => item !== undefined);
  return given[Math.floor(dice() * given.length)] as Item;
}

export function chance(dice: Dice, share: number): boolean {
  return dice() < share;
}

/** Near 0 most of the time: names and figures of an archive come again by a law of few that are frequent. */
export function rare(dice: Dice): number {
  return dice() ** 3;
}
