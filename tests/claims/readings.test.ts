import { describe, expect, test } from 'vitest';
import { isProven, lowerBound, measuredReadings } from '../../src/claims/precision/measured-readings.ts';
import { judgedParts, pointOf } from './basis.ts';
import { readCorpus } from './corpus.ts';
import { extractText } from './extract-text.ts';
import { countFamilies, partsReadInClause } from './measure.ts';
import { scoreText } from './scorer.ts';

describe('the measured readings', async () => {
  const { set, families, least, z } = measuredReadings();
  const parts = await partsReadInClause('dev');

  test('are what the extractor does today; else: npx tsx tests/claims/score.ts dev --measure', () => {
    expect(set).toBe('dev');
    expect(countFamilies(parts)).toEqual(families);
  });

  test('have each reading that occurs in one family', () => {
    const listed = families.flatMap(({ part, readings }) => readings.map((reading) => `${part}:${reading}`));
    expect(listed.filter((one, i) => listed.indexOf(one) !== i)).toEqual([]);
    const occurring = new Set(parts.map(({ part, reading }) => `${part}:${reading}`));
    expect([...occurring].filter((one) => !listed.includes(one))).toEqual([]);
  });

  test('prove some ways of reading, and leave others carried', () => {
    expect(isProven('claimant', 'person-named')).toBe(true);
    expect(isProven('claimant', 'unresolved')).toBe(false);
    expect(isProven('claimant', 'never-seen')).toBe(false);
    expect(families.every(({ part, readings: [first] }) => isProven(part, first!))).toBe(false);
  });

  test('let nothing be explicit on the texts that they were counted on of which less than the promised share is right', async () => {
    const judged = [];
    for (const text of readCorpus('dev')) judged.push(...scoreText(text, await extractText(text)).matching.pairs);
    const named = judged.filter(({ gold }) => !gold.optional).flatMap(judgedParts);
    for (const part of new Set(families.map((family) => family.part))) {
      const point = pointOf(named, part, ['explicit']);
      if (point.judged > 0) expect(point.right / point.judged, part).toBeGreaterThanOrEqual(least);
    }
    expect(pointOf(named, 'claimant', ['explicit']).judged).toBeGreaterThan(0);
  });

  test('need many cases: three of three prove nothing, 23 of 23 do, and 22 do not', () => {
    expect(lowerBound({ right: 3, cases: 3 }, z)).toBeLessThan(0.9);
    expect(lowerBound({ right: 22, cases: 22 }, z)).toBeLessThan(least);
    expect(lowerBound({ right: 23, cases: 23 }, z)).toBeGreaterThanOrEqual(least);
    expect(lowerBound({ right: 0, cases: 0 }, z)).toBe(0);
  });
});
