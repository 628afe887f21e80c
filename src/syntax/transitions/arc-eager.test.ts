import { describe, expect, it } from 'vitest';
import { ArcEagerState, type MoveKind, PARSER_SLOTS, parseMove } from './arc-eager.ts';

const KINDS: readonly MoveKind[] = ['shift', 'reduce', 'left', 'right', 'break'];

function stateAfter(count: number, moves: string): ArcEagerState {
  const state = new ArcEagerState(count);
  state.begin(count);
  for (const name of moves) {
    const { kind } = parseMove(name);
    expect(state.isValid(kind)).toBe(true);
    state.apply(kind);
  }
  return state;
}

function valid(state: ArcEagerState): string {
  return KINDS.filter((kind) => state.isValid(kind)).join(' ');
}

function slots(state: ArcEagerState): readonly number[] {
  const found = new Int32Array(PARSER_SLOTS);
  state.slots(found);
  return [...found];
}

function heads(state: ArcEagerState, count: number): readonly number[] {
  return Array.from({ length: count }, (_, word) => state.headOf(word));
}

describe('states of the parser', () => {
  it('reads the names of the moves', () => {
    expect(parseMove('L-nsubj')).toEqual({ kind: 'left', label: 'nsubj' });
    expect(parseMove('R-pobj||prep')).toEqual({ kind: 'right', label: 'pobj||prep' });
    expect(KINDS).toEqual(['S', 'D', 'L-x', 'R-x', 'B-ROOT'].map((name) => parseMove(name).kind));
  });

  it.each([
    // Nothing on the stack: nothing but shift, even of the last word.
    [3, '', 'shift'],
    [1, '', 'shift'],
    // One word on the stack cannot be let go of while words are left.
    [3, 'S', 'shift left right'],
    // The last word cannot be shifted onto others, it must be attached.
    [2, 'S', 'left right'],
    [3, 'SS', 'reduce left right'],
    // All words are read: only reduce is left.
    [1, 'S', 'reduce'],
    [2, 'SR', 'reduce'],
  ])('with %i words after "%s" allows: %s', (count, moves, allowed) => {
    expect(valid(stateAfter(count, moves))).toBe(allowed);
  });

  it('makes the front the head on a move to the left, the top on one to the right', () => {
    expect(heads(stateAfter(3, 'SLSR'), 3)).toEqual([1, -1, 1]);
  });

  it('puts a word without a head back before the buffer, and does not shift it again', () => {
    const state = stateAfter(4, 'SSD');
    expect([state.front, state.top]).toEqual([1, 0]);
    expect(valid(state)).toBe('left right');
    // A word that was put back can be shifted again once it has become a head.
    const again = stateAfter(5, 'SSSD');
    expect([again.front, again.top]).toEqual([2, 1]);
    again.apply('left');
    expect(again.headOf(1)).toBe(2);
    expect(valid(again)).toBe('shift left right');
  });

  it('gives a word another head, and takes it from the first', () => {
    // Word 1 hangs on 0, then 2 becomes its head.
    const state = stateAfter(3, 'SRL');
    expect(heads(state, 3)).toEqual([-1, 2, -1]);
    expect(slots(state)).toEqual([2, -1, 0, -1, -1, 1, -1, -1]);
  });

  it('takes a child from the middle of the list too', () => {
    const state = new ArcEagerState(4);
    state.begin(4);
    // 1 and 2 hang on 0; 1 was attached first and is below 2 no longer on the stack.
    for (const name of 'SRDR') state.apply(parseMove(name).kind);
    expect(slots(state)[3]).toBe(0);
    state.apply('left');
    expect(heads(state, 4)).toEqual([-1, 0, 3, -1]);
    expect(slots(state)).toEqual([3, -1, 0, -1, -1, 2, -1, 1]);
  });

  it('shows two words of the buffer, three of the stack, and the outermost children', () => {
    const state = stateAfter(6, 'SLSRS');
    expect(slots(state)).toEqual([4, 5, 3, 2, 1, -1, -1, -1]);
  });

  it('is done when stack and buffer are empty', () => {
    expect(stateAfter(2, 'SR').done).toBe(false);
    expect(stateAfter(2, 'SRDD').done).toBe(true);
    expect(stateAfter(0, '').done).toBe(true);
  });
});
