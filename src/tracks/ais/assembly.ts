/** A message of several sentences that is not whole yet. */
type Pending = {
  readonly payloads: (Buffer | undefined)[];
  missing: number;
  fill: number;
  time: number;
  readonly row: number;
};

/** A message made whole: its payloads in order. */
export type Assembled = { readonly payloads: readonly Buffer[]; readonly fill: number; readonly time: number };

/** Lines after which a part that still waits for another is given up: the sequence numbers are used again within seconds. */
const PATIENCE_LINES = 1000;

/** Puts the sentences of a message together, by what they share; parts may come with others between, and in any order. */
export class Assembly {
  readonly #pending = new Map<string, Pending>();
  readonly #lost: (row: number) => void;

  /** @param lost is told of messages whose other parts never came, by the line of their first */
  constructor(lost: (row: number) => void) {
    this.#lost = lost;
  }

  /** Adds a part; the message when it is whole now. */
  add(
    key: string,
    part: {
      readonly parts: number;
      readonly part: number;
      readonly payload: Buffer;
      readonly fill: number;
      readonly time: number;
    },
    row: number,
  ): Assembled | undefined {
    this.#giveUp(row);
    let pending = this.#pending.get(key);
    // The same part once more is the beginning of another message under the same number.
    if (pending?.payloads[part.part - 1] !== undefined) {
      this.#lost(pending.row);
      this.#pending.delete(key);
      pending = undefined;
    }
    if (pending === undefined) {
      pending = {
        payloads: new Array(part.parts).fill(undefined),
        missing: part.parts,
        fill: 0,
        time: Number.NaN,
        row,
      };
      this.#pending.set(key, pending);
    }
    pending.payloads[part.part - 1] = part.payload;
    pending.missing--;
    if (part.part === part.parts) pending.fill = part.fill;
    if (Number.isNaN(pending.time)) pending.time = part.time;
    if (pending.missing > 0) return undefined;
    this.#pending.delete(key);
    return { payloads: pending.payloads as readonly Buffer[], fill: pending.fill, time: pending.time };
  }

  /** Tells of all messages that are still not whole. */
  end(): void {
    for (const { row } of this.#pending.values()) this.#lost(row);
    this.#pending.clear();
  }

  #giveUp(row: number): void {
    for (const [key, pending] of this.#pending) {
      if (row - pending.row <= PATIENCE_LINES) return;
      this.#lost(pending.row);
      this.#pending.delete(key);
    }
  }
}
