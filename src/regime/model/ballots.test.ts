import { describe, expect, test } from 'vitest';
import { type Ballot, parseBallots, tallyBallots } from './ballots.ts';

const PERMANENT = ['China', 'France', 'Russia', 'United Kingdom', 'United States'];
const ELECTED = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J'];

function council(other: Readonly<Record<string, Ballot>>) {
  return [...PERMANENT, ...ELECTED].map((member) => ({
    member,
    permanent: PERMANENT.includes(member),
    ballot: other[member] ?? 'yes',
  }));
}

describe('Article 27 of the Charter', () => {
  test('thirteen in favour fail against one permanent member', () => {
    const tally = tallyBallots({ id: 'S/2024/255', members: council({ Russia: 'no', China: 'abstain' }) });
    expect(tally).toMatchObject({ adopted: false, inFavour: 13, against: 1, abstained: 1, veto: ['Russia'] });
    expect(tally.reason).toContain('Russia voted against');
  });

  test('an abstention and an absence of permanent members are no veto', () => {
    expect(tallyBallots({ id: 'x', members: council({ Russia: 'absent', China: 'abstain' }) })).toMatchObject({
      adopted: true,
      veto: [],
    });
  });

  test('nine votes are needed, and eight with a permanent member against are no veto', () => {
    const against = Object.fromEntries(['A', 'B', 'C', 'D', 'E', 'F'].map((member) => [member, 'no' as const]));
    expect(tallyBallots({ id: 'x', members: council(against) })).toMatchObject({ adopted: true, inFavour: 9 });
    expect(tallyBallots({ id: 'x', members: council({ ...against, Russia: 'no' }) })).toMatchObject({
      adopted: false,
      inFavour: 8,
      veto: [],
    });
  });

  test('in a procedural matter nobody has a veto', () => {
    expect(tallyBallots({ id: 'x', members: council({ Russia: 'no' }), procedural: true })).toMatchObject({
      adopted: true,
      veto: [],
    });
  });

  test('two vetoes are named in the order given', () => {
    expect(tallyBallots({ id: 'x', members: council({ Russia: 'no', China: 'no' }) }).veto).toEqual([
      'China',
      'Russia',
    ]);
  });

  test('the veto belongs to whoever is given as permanent, whatever the name', () => {
    const members = council({ A: 'no' }).map((row) => ({ ...row, permanent: row.member === 'A' }));
    expect(tallyBallots({ id: 'x', members }).veto).toEqual(['A']);
  });
});

describe('ballots from outside', () => {
  test.each([
    [null, /one object a line/],
    [{ members: [] }, /"id" is missing/],
    [{ id: 'x' }, /"members" is missing/],
    [{ id: 'x', members: [{ member: 'A', ballot: 'maybe' }] }, /"ballot" must be yes, no, abstain, absent/],
    [
      {
        id: 'x',
        members: [
          { member: 'A', ballot: 'yes' },
          { member: 'A', ballot: 'no' },
        ],
      },
      /votes twice/,
    ],
    [{ id: 'x', members: [{ member: 'A', permanent: 'yes', ballot: 'yes' }] }, /"permanent"/],
  ])('%j is refused', (value, message) => {
    expect(() => parseBallots(value)).toThrow(message);
  });
});
