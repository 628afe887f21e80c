/**
 * The states of an arc-eager parser with unshift: a stack, a buffer, and the arcs set so far. Knows no weights.
 * One sentence at a time, so the move that begins a new sentence is never valid and only has its place among the moves.
 */
export type MoveKind = 'shift' | 'reduce' | 'left' | 'right' | 'break';
export type Move = { readonly kind: MoveKind; readonly label: string };

export const PARSER_SLOTS = 8;

/** "S", "D", "L-nsubj", "R-dobj", "B-ROOT", as the weights name the moves. */
export function parseMove(name: string): Move {
  const label = name.slice(2);
  switch (name[0]) {
    case 'S':
      return { kind: 'shift', label };
    case 'D':
      return { kind: 'reduce', label };
    case 'L':
      return { kind: 'left', label };
    case 'R':
      return { kind: 'right', label };
    default:
      return { kind: 'break', label };
  }
}

const NONE = -1;

export class ArcEagerState {
  #count = 0;
  /** Next word of the buffer that was never shifted; unshifted words are read before it. */
  #next = 0;
  readonly #stack: Int32Array;
  #depth = 0;
  readonly #again: Int32Array;
  #waiting = 0;
  readonly #unshiftable: Uint8Array;
  readonly #heads: Int32Array;
  /** Per head the child attached last on either side, and per child the one attached before it on that side. */
  readonly #lastLeft: Int32Array;
  readonly #lastRight: Int32Array;
  readonly #before: Int32Array;

  /** @param most words of the longest sentence */
  constructor(most: number) {
    this.#stack = new Int32Array(most);
    this.#again = new Int32Array(most);
    this.#unshiftable = new Uint8Array(most);
    this.#heads = new Int32Array(most);
    this.#lastLeft = new Int32Array(most);
    this.#lastRight = new Int32Array(most);
    this.#before = new Int32Array(most);
  }

  begin(count: number): void {
    this.#count = count;
    this.#next = 0;
    this.#depth = 0;
    this.#waiting = 0;
    this.#unshiftable.fill(0, 0, count);
    for (const list of [this.#heads, this.#lastLeft, this.#lastRight, this.#before]) list.fill(NONE, 0, count);
  }

  get done(): boolean {
    return this.#depth === 0 && this.#left === 0;
  }

  /** Words left in the buffer. */
  get #left(): number {
    return this.#waiting + this.#count - this.#next;
  }

  #buffer(place: number): number {
    if (place < this.#waiting) return this.#again[this.#waiting - 1 - place]!;
    const word = this.#next + place - this.#waiting;
    return word < this.#count ? word : NONE;
  }

  #top(place: number): number {
    return place < this.#depth ? this.#stack[this.#depth - 1 - place]! : NONE;
  }

  /** The first word of the buffer, which a move to the left makes the head and one to the right the child. */
  get front(): number {
    return this.#buffer(0);
  }

  get top(): number {
    return this.#top(0);
  }

  /** Head of a word, -1 while it has none. */
  headOf(word: number): number {
    return this.#heads[word]!;
  }

  /** What the scores depend on: two words of the buffer, three of the stack, the children attached last. */
  slots(state: Int32Array): void {
    const front = this.#buffer(0);
    const top = this.#top(0);
    state[0] = front;
    state[1] = this.#buffer(1);
    state[2] = top;
    state[3] = this.#top(1);
    state[4] = this.#top(2);
    state[5] = front < 0 ? NONE : this.#lastLeft[front]!;
    state[6] = top < 0 ? NONE : this.#lastLeft[top]!;
    state[7] = top < 0 ? NONE : this.#lastRight[top]!;
  }

  isValid(kind: MoveKind): boolean {
    switch (kind) {
      case 'shift':
        return this.#depth === 0 || (this.#left >= 2 && this.#unshiftable[this.front] === 0);
      case 'reduce':
        return this.#depth > 1 || (this.#depth === 1 && this.#left === 0);
      case 'left':
      case 'right':
        return this.#depth > 0 && this.#left > 0;
      case 'break':
        return false;
    }
  }

  apply(kind: MoveKind): void {
    switch (kind) {
      case 'shift':
        this.#push();
        break;
      case 'reduce':
        if (this.#heads[this.top] !== NONE || this.#depth === 1) this.#depth--;
        else this.#unshift();
        break;
      case 'left':
        this.#attach(this.front, this.top);
        this.#unshiftable[this.front] = 0;
        this.#depth--;
        break;
      case 'right':
        this.#attach(this.top, this.front);
        this.#push();
        break;
      case 'break':
        break;
    }
  }

  #push(): void {
    this.#stack[this.#depth++] = this.#waiting > 0 ? this.#again[--this.#waiting]! : this.#next++;
  }

  #unshift(): void {
    const word = this.#stack[--this.#depth]!;
    this.#unshiftable[word] = 1;
    this.#again[this.#waiting++] = word;
  }

  #attach(head: number, child: number): void {
    this.#detach(child);
    const last = child < head ? this.#lastLeft : this.#lastRight;
    this.#before[child] = last[head]!;
    last[head] = child;
    this.#heads[child] = head;
  }

  #detach(child: number): void {
    const head = this.#heads[child]!;
    if (head === NONE) return;
    const last = child < head ? this.#lastLeft : this.#lastRight;
    if (last[head] === child) last[head] = this.#before[child]!;
    else {
      let later = last[head]!;
      while (this.#before[later] !== child) later = this.#before[later]!;
      this.#before[later] = this.#before[child]!;
    }
    this.#heads[child] = NONE;
  }
}
