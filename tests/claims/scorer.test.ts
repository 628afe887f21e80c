import { describe, expect, test } from 'vitest';
import { judgeClaimant } from './claimant-name.ts';
import { type AnnotatedText, type GoldClaim, readCorpus } from './corpus.ts';
import type { Extracted } from './match.ts';
import { addTallies, figuresOf, sameQuantity, scoreText } from './scorer.ts';

const texts = readCorpus('dev');

/** What a faultless extractor would give. */
function perfect(claims: readonly GoldClaim[]): Extracted[] {
  return claims.map((claim) => ({
    ...claim,
    relay: claim.relay,
    roles: claim.roles,
    quantities: claim.quantities.map(({ counts, unit, qualifier, low, high, raw }) =>
      unit === undefined ? { counts, qualifier, low, high, raw } : { counts, unit, qualifier, low, high, raw },
    ),
    when: { from: claim.when?.from ?? null, to: claim.when?.to ?? null, raw: null },
    rules: [],
  }));
}

const figuresWith = (change: (claims: Extracted[], text: AnnotatedText) => Extracted[]) =>
  figuresOf(addTallies(texts.map((text) => scoreText(text, change(perfect(text.claims), text)).tally)));

describe('the scorer', () => {
  test('gives the gold claims themselves full marks', () => {
    const { unresolved, wrong, ...rest } = figuresWith((claims) => claims);
    expect([unresolved, wrong]).toEqual([0, 0]);
    for (const [name, value] of Object.entries(rest)) expect(value, name).toBe(1);
  });

  test('gives them full marks in any order', () => {
    expect(figuresWith((claims) => claims.toReversed()).recall).toBe(1);
    expect(figuresWith((claims) => claims.toReversed()).claimant).toBe(1);
  });

  test('counts what is missing against recall and what is too much against precision', () => {
    const fewer = figuresWith((claims) => claims.filter((_, index) => index % 2 === 0));
    expect(fewer.recall).toBeLessThan(0.7);
    expect(fewer.precision).toBe(1);
    const more = figuresWith((claims) => [...claims, ...claims]);
    expect(more.recall).toBe(1);
    expect(more.precision).toBeLessThan(0.6);
    expect(figuresWith(() => []).recall).toBe(0);
  });

  test('counts a passage elsewhere in the text as a miss', () => {
    const moved = figuresWith((claims, { text }) =>
      claims.map((claim) => ({ ...claim, start: text.length + claim.start, end: text.length + claim.end })),
    );
    expect(moved.recall).toBe(0);
  });

  test('tells a wrong claimant from an unresolved one', () => {
    const guessed = figuresWith((claims) =>
      claims.map((claim) => ({ ...claim, claimant: { name: 'Zebulon Quux', kind: 'person' } })),
    );
    expect(guessed.wrong).toBe(1);
    const honest = figuresWith((claims) =>
      claims.map((claim) => ({ ...claim, claimant: { name: 'unresolved', kind: 'unnamed' } })),
    );
    expect(honest.wrong).toBe(0);
    expect(honest.unresolved).toBeGreaterThan(0.95);
  });
});

test.each([
  ['Han Do-yun', 'Han', 'right'],
  ['Han Do-yun', 'Defence Minister Han Do-yun', 'right'],
  ['U.S. Treasury', 'the US Treasury', 'right'],
  ['U.S. Treasury', 'the United States', 'wrong'],
  ["Iran's mission", 'Iran', 'wrong'],
  ['Democratic People’s Republic of Korea', 'the DPRK', 'right'],
  ['Han Do-yun', 'he', 'unresolved'],
  ['Han Do-yun', 'Claire Odom', 'wrong'],
] as const)('%s given as %s is %s', (gold, name, verdict) => {
  expect(judgeClaimant({ name: gold, kind: 'person' }, { name, kind: 'person' })).toBe(verdict);
});

test('a figure is right with the same hedge, bounds, unit and thing', () => {
  const bounds = { qualifier: 'about', low: '8', high: '12', raw: 'some 10 tonnes of coal' } as const;
  const gold = { ...bounds, counts: 'coal', unit: 'tonne' };
  expect(sameQuantity(gold, gold)).toBe(true);
  expect(sameQuantity(gold, { ...gold, unit: 'barrel' })).toBe(false);
  expect(sameQuantity(gold, { ...gold, counts: 'iron ore' })).toBe(false);
  expect(sameQuantity(gold, { ...gold, high: '10' })).toBe(false);
  expect(sameQuantity(gold, { ...gold, qualifier: 'exactly' })).toBe(false);
  expect(sameQuantity({ ...bounds, counts: 'shell' }, { ...bounds, counts: 'artillery shell' })).toBe(true);
});
