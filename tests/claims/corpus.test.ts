import { describe, expect, test } from 'vitest';
import { compareDecimals } from '../../src/core/decimal.ts';
import { type AnnotatedText, HALVES, readCorpus, SETS, STYLES } from './corpus.ts';

const corpora = HALVES.map((half) => ({ half, texts: readCorpus(half) }));

test.each(corpora)('annotated texts of the $half half hold all styles', ({ texts }) => {
  expect(STYLES).toHaveLength(6);
  for (const style of STYLES) expect(texts.filter((t) => t.style === style).length, style).toBeGreaterThanOrEqual(5);
});

describe.each(SETS)('annotated texts of the %s set', (set) => {
  const texts = readCorpus(set);

  test('are there', () => {
    expect(texts.length).toBeGreaterThan(0);
  });

  test.each(texts.map((text) => [text.name, text] as const))('%s', (_name, text) => {
    expect(faultsOf(text)).toEqual([]);
  });
});

test('there are at least 60 texts, the halves are disjoint and have the same mix of styles', () => {
  const [dev, heldOut] = [readCorpus('dev'), readCorpus('held-out')];
  expect(dev.length + heldOut.length).toBeGreaterThanOrEqual(60);
  expect(dev.filter((a) => heldOut.some((b) => a.name === b.name || a.text === b.text))).toEqual([]);
  for (const style of STYLES) {
    const count = (texts: readonly AnnotatedText[]) => texts.filter((t) => t.style === style).length;
    expect(Math.abs(count(dev) - count(heldOut)), style).toBeLessThanOrEqual(1);
  }
});

function faultsOf({ text, claims }: AnnotatedText): string[] {
  const faults: string[] = [];
  const words = text.trim().split(/\s+/).length;
  if (words < 100 || words > 450) faults.push(`${words} words`);
  for (const claim of claims) {
    const say = (fault: string) => faults.push(`${fault}: ${claim.quote}`);
    if (text.indexOf(claim.quote, claim.start + 1) >= 0) say('quote is there twice');
    for (const mention of [...Object.values(claim.roles).flat(), ...(claim.where ?? [])]) {
      if (!text.includes(mention)) say(`"${mention}" is not in the text`);
    }
    if (claim.when?.from && claim.when.to && claim.when.from > claim.when.to) say('ends before it begins');
    for (const { raw, low, high, qualifier } of claim.quantities) {
      if (!claim.quote.includes(raw)) say(`"${raw}" is not in the quote`);
      if (low !== null && high !== null && compareDecimals(low, high) > 0) say(`${low} > ${high}`);
      if (qualifier === 'exactly' && (low === null || low !== high)) say(`${raw}: exactly has one value`);
      if (qualifier === 'some' && (low !== null || high !== null)) say(`${raw}: some has no bounds`);
      if (['up-to', 'at-most', 'fewer-than'].includes(qualifier) && (low !== null || high === null))
        say(`${raw}: bounds`);
      if (['at-least', 'more-than'].includes(qualifier) && (low === null || high !== null)) say(`${raw}: bounds`);
      if (['about', 'between'].includes(qualifier) && (low === null || high === null)) say(`${raw}: bounds`);
    }
  }
  return faults;
}
