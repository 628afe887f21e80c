/**
 * The states of a recogniser that gives each word one move: B begins a name, I goes on, L is its last word, U is a name of one
 * word, O is none. Knows no weights. One sentence at a time, so that no name runs over an end of a sentence.
 */
export type EntityMove = { readonly kind: 'B' | 'I' | 'L' | 'U' | 'O'; readonly label: string };

export const ENTITY_SLOTS = 3;

/** "B-ORG", "U-GPE", "O", as the weights name the moves; "U-" is one that they never take. */
export function parseEntityMove(name: string): EntityMove {
  const label = name.slice(2);
  switch (name[0]) {
    case 'B':
    case 'I':
    case 'L':
    case 'U':
      return { kind: name[0], label };
    default:
      return { kind: 'O', label };
  }
}

const NONE = -1;

export class BiluoState {
  #blanks: readonly boolean[] = [];
  #next = 0;
  #start = NONE;
  #label = '';

  /** @param blanks which words are white space only: no name begins there */
  begin(blanks: readonly boolean[]): void {
    this.#blanks = blanks;
    this.#next = 0;
    this.#start = NONE;
    this.#label = '';
  }

  get done(): boolean {
    return this.#next >= this.#blanks.length;
  }

  /** The word that the next move is about. */
  get front(): number {
    return this.#next;
  }

  /** First word of the name that is open, -1 when none is. */
  get start(): number {
    return this.#start;
  }

  slots(state: Int32Array): void {
    const open = this.#start !== NONE;
    state[0] = this.#next;
    state[1] = this.#start;
    state[2] = open ? this.#next - 1 : NONE;
  }

  isValid({ kind, label }: EntityMove): boolean {
    const open = this.#start !== NONE;
    const more = this.#next + 1 < this.#blanks.length;
    const blank = this.#blanks[this.#next] === true;
    switch (kind) {
      case 'O':
        return !open;
      case 'U':
        return !open && !blank && label !== '';
      case 'B':
        return !open && !blank && more;
      case 'I':
        return open && more && label === this.#label;
      case 'L':
        return open && label === this.#label;
    }
  }

  apply({ kind, label }: EntityMove): void {
    if (kind === 'B') {
      this.#start = this.#next;
      this.#label = label;
    } else if (kind === 'L') this.#start = NONE;
    this.#next++;
  }
}
