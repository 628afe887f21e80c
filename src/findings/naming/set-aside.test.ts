import { describe, expect, it } from 'vitest';
import type { Claim } from '../../claims/model/claim.ts';
import { isPlainlyStated, setAsideBy, takenBackAfter, tellsOfGivingUp } from './set-aside.ts';

describe('words by which a sentence sets aside what it tells', () => {
  it.each([
    ['The charge that Lim Trading sold oil to North Korea was dropped in May.', 'dropped'],
    ['In March the Court of Appeal set aside the finding that the Lark had carried coal.', 'set aside'],
    ['The inspectors found no proof for the allegation that Kenya bought rifles from North Korea.', 'no proof'],
    ['Our report of May that Peru bought radars has turned out to be wrong.', 'turned out to be wrong'],
    ['The Daily falsely reported that Laos sold jet fuel to North Korea.', 'falsely reported'],
    ['Sudan had ordered rifles from North Korea, but cancelled the order.', 'cancelled'],
    ['If the bills of lading are genuine, Lim Trading sold oil to North Korea.', 'are genuine'],
    ['Rumour has it that Chad bought trucks.', 'Rumour has it'],
  ])('are found: %s', (sentence, words) => {
    expect(setAsideBy(sentence)).toBe(words);
  });

  it.each([
    'Washington said that North Korea had sent shells to Russia, an allegation that Moscow dismissed.',
    'Seoul said that aircraft had dropped bombs of North Korean make.',
    'The ministry said that the report of the Panel showed that North Korea sold coal to China.',
    'Russia withdrew its troops after North Korea had sent shells.',
    'The Panel set aside a day for the talks and said that North Korea sold coal.',
    'North Korea sold missiles to Syria under a contract of 2008.',
  ])('are not found: %s', (sentence) => {
    expect(setAsideBy(sentence)).toBeNull();
  });
});

describe('what is told of ships', () => {
  it.each([
    'The port withdrew its statement on the Amber Lark.',
    'Correction: the Amber Lark did not call.',
    'Retracting the report, the port named the Sol Hae.',
  ])('is given up by: %s', (sentence) => {
    expect(tellsOfGivingUp(sentence)).toBe(true);
    expect(isPlainlyStated(sentence)).toBe(false);
  });

  it.each([
    'The owner denied that the Amber Lark called at Nampo.',
    'The Amber Lark is said to have called at Nampo.',
    'The Amber Lark falsely sent the number of another ship.',
  ])('is disputed or only passed on, and not given up, by: %s', (sentence) => {
    expect(tellsOfGivingUp(sentence)).toBe(false);
    expect(isPlainlyStated(sentence)).toBe(false);
  });

  it('is plain where it is told as so', () => {
    const plain = 'The Amber Lark called at Nampo on 3 June, the Navy said.';
    expect([tellsOfGivingUp(plain), isPlainlyStated(plain)]).toEqual([false, true]);
  });
});

describe('what is said after a claim', () => {
  const told = (quote: string, start: number, fields: Partial<Claim> = {}): Claim =>
    ({
      document: 'd',
      start,
      end: start + quote.length,
      quote,
      speech: 'own-voice',
      claimant: { name: 'The Institute', kind: 'ngo' },
      ...fields,
    }) as Claim;
  const lark = told('The Lark delivered coal to North Korea.', 0);

  it('takes it back where the same voice says so', () => {
    const wrong = told('That was wrong.', 40);
    expect(takenBackAfter(lark, 0, [lark, wrong])).toBe('That was wrong');
    expect(takenBackAfter(lark, 0, [lark, told('The Lark carried grain.', 40)])).toBeNull();
  });

  it('does not where somebody else does, elsewhere, or far away', () => {
    const moscow = { claimant: { name: 'Moscow', kind: 'state' }, speech: 'reported' } as const;
    expect(takenBackAfter(lark, 0, [lark, told('That was wrong, Moscow said.', 40, moscow)])).toBeNull();
    expect(takenBackAfter(lark, 0, [lark, told('That was wrong.', 400)])).toBeNull();
    const elsewhere = told('That was wrong.', 40, { document: `sha256:${'1'.repeat(64)}` as Claim['document'] });
    expect(takenBackAfter(lark, 0, [lark, elsewhere])).toBeNull();
  });
});
