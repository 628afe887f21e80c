import { beforeAll, describe, expect, test } from 'vitest';
import type { Claim } from '../../src/claims/model/claim.ts';
import { isFullCount } from '../full-count.ts';
import { type AnnotatedText, HALVES, readCorpus } from './corpus.ts';
import { extractText } from './extract-text.ts';
import { FLOORS, MUTATION_FLOOR } from './floors.ts';
import { MUTATIONS } from './mutate.ts';
import { compareRight, rightIn } from './mutation.ts';
import { addTallies, figuresOf, sameQuantity, scoreText } from './scorer.ts';

describe.each(HALVES)('claims extracted from the %s texts', (half) => {
  const read: (readonly [AnnotatedText, readonly Claim[]])[] = [];
  beforeAll(async () => {
    for (const text of readCorpus(half)) read.push([text, await extractText(text)]);
  });

  test('keep the floors', () => {
    const figures = figuresOf(addTallies(read.map(([text, claims]) => scoreText(text, claims).tally)));
    const { wrong, ...floors } = FLOORS[half];
    for (const key of Object.keys(floors) as (keyof typeof floors)[]) {
      expect(figures[key], key).toBeGreaterThanOrEqual(floors[key]);
    }
    expect(figures.wrong, 'wrong claimants').toBeLessThanOrEqual(wrong);
  });

  test('point into the text exactly', () => {
    for (const [{ text }, claims] of read)
      for (const claim of claims) {
        expect(text.slice(claim.start, claim.end)).toBe(claim.quote);
        for (const { raw } of claim.quantities) expect(claim.quote).toContain(raw);
      }
    const claims = read.flatMap(([, found]) => found);
    expect(claims.length).toBeGreaterThan(read.length);
    expect(claims.flatMap(({ quantities }) => quantities).length).toBeGreaterThan(read.length);
  });
});

/** The sample of the ordinary run: every ninth text of both halves. */
const SAMPLE = isFullCount ? 1 : 9;
const sampled = HALVES.flatMap((half) => readCorpus(half)).filter((_, index) => index % SAMPLE === 0);

describe.each(Object.entries(MUTATIONS))('changed %s', (kind, mutate) => {
  const copies = sampled.flatMap((text) => {
    const copy = mutate(text);
    return copy === null ? [] : [{ text, copy }];
  });

  test('leave a sound annotation', () => {
    expect(copies.length).toBeGreaterThan(sampled.length / 3);
    for (const { text, copy } of copies) {
      expect(copy.text).not.toBe(text.text);
      for (const claim of copy.claims) {
        expect(copy.text.slice(claim.start, claim.end)).toBe(claim.quote);
        for (const { raw } of claim.quantities) expect(claim.quote).toContain(raw);
      }
      if (kind === 'numbers' || kind === 'hedges') {
        const changed = copy.claims.flatMap(({ quantities }, i) =>
          quantities.filter((quantity, place) => !sameQuantity(text.claims[i]!.quantities[place]!, quantity)),
        );
        expect(changed.length, text.name).toBeGreaterThan(0);
      }
    }
  });

  test('change the claims accordingly', async () => {
    let before = 0;
    let kept = 0;
    for (const { text, copy } of copies) {
      const result = compareRight(await rightIn(text), await rightIn(copy));
      before += result.before;
      kept += result.kept;
    }
    expect(before).toBeGreaterThan(100);
    expect(kept / before).toBeGreaterThanOrEqual(MUTATION_FLOOR);
  });
});
