import { describe, expect, it } from 'vitest';
import { BiluoState, ENTITY_SLOTS, parseEntityMove } from './biluo.ts';

const MOVES = ['B-ORG', 'B-GPE', 'I-ORG', 'I-GPE', 'L-ORG', 'L-GPE', 'U-ORG', 'U-', 'O'];

function valid(blanks: readonly boolean[], ...moves: readonly string[]): string {
  const state = new BiluoState();
  state.begin(blanks);
  for (const name of moves) state.apply(parseEntityMove(name));
  return MOVES.filter((name) => state.isValid(parseEntityMove(name))).join(' ');
}

describe('states of the recogniser', () => {
  it('begins a name of several words only where another word follows', () => {
    expect(valid([false, false])).toBe('B-ORG B-GPE U-ORG O');
    expect(valid([false])).toBe('U-ORG O');
  });

  it('ends an open name with its own label, at the latest at the last word', () => {
    expect(valid([false, false, false], 'B-ORG')).toBe('I-ORG L-ORG');
    expect(valid([false, false], 'B-GPE')).toBe('L-GPE');
  });

  it('begins no name on white space', () => {
    expect(valid([true, false])).toBe('O');
  });

  it('shows the word, the first word of the open name and the word before', () => {
    const state = new BiluoState();
    const slots = new Int32Array(ENTITY_SLOTS);
    state.begin([false, false, false, false]);
    state.slots(slots);
    expect([...slots]).toEqual([0, -1, -1]);
    for (const name of ['O', 'B-ORG', 'I-ORG']) state.apply(parseEntityMove(name));
    state.slots(slots);
    expect([...slots]).toEqual([3, 1, 2]);
    state.apply(parseEntityMove('L-ORG'));
    expect(state.done).toBe(true);
  });
});
