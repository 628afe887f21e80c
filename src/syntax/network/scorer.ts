import { byPiece, type Memory, padded } from './memory.ts';
import type { MovesDescription, Tensors } from './weights.ts';

/** Memory that a scorer takes, in numbers, for sentences of up to `most` words. */
export function scorerSize({ slots, hidden, pieces, moves }: MovesDescription, width: number, most: number): number {
  const block = slots * hidden * pieces;
  return (
    (width + 1) * padded(hidden) +
    hidden * block +
    block * 2 +
    (hidden + 2) * padded(moves.length) +
    most * (padded(hidden) + block) +
    1024
  );
}

/**
 * Scores of the moves in a state. What a word says in each slot is worked out once a sentence, so that a step only adds
 * one block a slot, takes the greater of two pieces a unit, and puts the rest to the moves.
 */
export class Scorer {
  readonly slots: number;
  readonly #memory: Memory;
  readonly #width: number;
  readonly #units: number;
  readonly #moves: number;
  /** Numbers of one slot's block, and of all blocks of a word. */
  readonly #block: number;
  readonly #blocks: number;
  readonly #reduce: { readonly matrix: number; readonly bias: number };
  readonly #slotMatrix: number;
  readonly #nothing: number;
  readonly #bias: number;
  readonly #pad: number;
  readonly #upper: { readonly matrix: number; readonly bias: number };
  readonly #reduced: number;
  readonly #words: number;
  readonly #places: number;
  readonly #hidden: number;
  readonly #scores: number;

  /** @param name of the tensors: `parser` or `entities` */
  constructor(
    { slots, hidden, pieces, moves }: MovesDescription,
    name: string,
    tensors: Tensors,
    memory: Memory,
    width: number,
    most: number,
  ) {
    const within = byPiece(hidden, pieces);
    const bySlot = (row: number) => {
      const slot = Math.floor(row / (hidden * pieces));
      return slot * hidden * pieces + within(row % (hidden * pieces));
    };
    this.slots = slots;
    this.#memory = memory;
    this.#width = width;
    this.#units = hidden;
    this.#moves = padded(moves.length);
    this.#block = hidden * pieces;
    this.#blocks = this.#block * slots;
    this.#reduce = {
      matrix: memory.keepMatrix(tensors.matrix(`${name}.reduce.W`)),
      bias: memory.keep(tensors.vector(`${name}.reduce.b`)),
    };
    this.#slotMatrix = memory.keepMatrix(tensors.matrix(`${name}.slots.W`), bySlot);
    this.#nothing = memory.take(this.#blocks);
    this.#bias = memory.keep(tensors.vector(`${name}.slots.b`), this.#block, within);
    this.#pad = memory.keep(tensors.vector(`${name}.slots.pad`), this.#blocks, bySlot);
    this.#upper = {
      matrix: memory.keepMatrix(tensors.matrix(`${name}.moves.W`)),
      bias: memory.keep(tensors.vector(`${name}.moves.b`)),
    };
    this.#reduced = memory.take(most * padded(hidden));
    this.#words = memory.take(most * this.#blocks);
    this.#places = memory.take(slots);
    this.#hidden = memory.take(hidden);
    this.#scores = memory.take(this.#moves);
  }

  /** Takes in a sentence: `count` words, whose rows begin at this place of the kernel's memory. */
  begin(rows: number, count: number): void {
    const { kernel } = this.#memory;
    const { matrix, bias } = this.#reduce;
    const units = padded(this.#units);
    kernel.affine(rows, this.#width, count, this.#width, matrix, bias, this.#reduced, units);
    kernel.affine(this.#reduced, units, count, this.#units, this.#slotMatrix, this.#nothing, this.#words, this.#blocks);
  }

  /**
   * @param state the word in each slot, -1 for none
   * @returns the place of the moves' scores, in order, in the kernel's memory
   */
  score(state: Int32Array): number {
    const { kernel } = this.#memory;
    for (let slot = 0; slot < this.slots; slot++) {
      const word = state[slot]!;
      kernel.integers[this.#places + slot] =
        (word < 0 ? this.#pad : this.#words + word * this.#blocks) + slot * this.#block;
    }
    kernel.hidden(this.#places, this.slots, this.#bias, this.#units, this.#hidden);
    const { matrix, bias } = this.#upper;
    kernel.affine(this.#hidden, this.#units, 1, this.#units, matrix, bias, this.#scores, this.#moves);
    return this.#scores;
  }
}
