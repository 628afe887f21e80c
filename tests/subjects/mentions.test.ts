import { beforeAll, describe, expect, it } from 'vitest';
import { goldListed } from './gold.ts';
import { goldList, type ReadGold, readGold } from './read-gold.ts';
import {
  precisionOf,
  recallOf,
  type Score,
  scoreHolders,
  scoreIdentifiers,
  scoreKinds,
  scoreNames,
  sumOf,
} from './scorer.ts';

/** What the program is held to on the gold set. A lower figure is a fault; a higher one is a reason to raise these. */
describe('names and identifiers of the gold set', () => {
  let read: readonly ReadGold[] = [];
  beforeAll(async () => {
    read = await readGold(await goldList());
  });
  const all = (score: (one: ReadGold) => Score, english?: boolean): Score =>
    sumOf(read.filter(({ gold }) => english === undefined || (gold.language === 'en') === english).map(score));
  const names = ({ gold, mentions }: ReadGold): Score =>
    scoreNames(gold, mentions, (subject) => goldListed().has(subject));

  it('finds names in English', () => {
    const score = all(names, true);
    expect(recallOf(score), score.faults.join('\n')).toBeGreaterThanOrEqual(0.96);
    expect(precisionOf(score), score.faults.join('\n')).toBeGreaterThanOrEqual(0.99);
  });

  it('finds listed names in the other scripts', () => {
    const score = all(names, false);
    expect(recallOf(score), score.faults.join('\n')).toBeGreaterThanOrEqual(0.96);
    expect(precisionOf(score), score.faults.join('\n')).toBeGreaterThanOrEqual(0.98);
  });

  it('says of what kind they are', () => {
    const score = all(({ gold, mentions }) => scoreKinds(gold, mentions));
    expect(precisionOf(score), score.faults.join('\n')).toBeGreaterThanOrEqual(0.97);
  });

  it('finds identifiers in all scripts, with their checks', () => {
    const score = all(({ gold, mentions }) => scoreIdentifiers(gold, mentions));
    expect(recallOf(score), score.faults.join('\n')).toBeGreaterThanOrEqual(0.97);
    expect(precisionOf(score), score.faults.join('\n')).toBe(1);
  });

  it('gives an identifier to nobody whose it is not', () => {
    const score = all(({ gold, mentions }) => scoreHolders(gold, mentions));
    expect(precisionOf(score), score.faults.join('\n')).toBe(1);
    expect(recallOf(score), score.faults.join('\n')).toBeGreaterThanOrEqual(0.77);
  });

  it('keeps names and identifiers apart from each other', () => {
    expect(read).toHaveLength(30);
    for (const { gold, mentions } of read) {
      const spans = [...mentions.names, ...mentions.identifiers].sort((a, b) => a.start - b.start);
      expect(spans.length, gold.id).toBeGreaterThan(4);
      for (const [at, { start, end, text }] of spans.entries()) {
        expect(gold.text.slice(start, end)).toBe(text);
        expect(start, `${gold.id}: ${text}`).toBeGreaterThanOrEqual(spans[at - 1]?.end ?? 0);
      }
    }
  });
});
