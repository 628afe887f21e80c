import { describe, expect, test } from 'vitest';
import { readLists } from '../../../tests/entities/read-lists.ts';
import { openListBytes } from '../../entities/list-file.ts';
import { buildIndex } from '../index/build-index.ts';
import { compareNames } from '../matching/compare-names.ts';
import { scorePair } from '../matching/score-pair.ts';
import { screen } from '../screen.ts';
import { contradictingWeight, coveredShare, saysMore } from './common-tokens.ts';
import { analyseName } from './name.ts';

const company = (a: string, b: string): number => scorePair([a], [b], 'Company');
const tokens = (name: string) => analyseName(name, 'organisation').tokens;
const contradiction = (a: string, b: string): number => contradictingWeight(tokens(a), 0, tokens(b), 0);

describe('words of organisations without a counterpart', () => {
  test('contradict in the same part of a name more than in two', () => {
    expect(contradiction('Insurance Works', 'Shipping Works')).toBeGreaterThan(
      contradiction('Insurance', 'National Shipping') - contradiction('Insurance', 'Shipping'),
    );
    expect(contradiction('Mining', 'Shipping')).toBeGreaterThan(contradiction('Mining', 'Bank'));
  });
  test('contradict least where translators differ: how far a body reaches', () => {
    expect(contradiction('National', 'Foreign')).toBeLessThan(contradiction('Mining', 'Shipping') / 2);
  });
  test('one side alone contradicts nothing', () => {
    expect(contradictingWeight(tokens('Sample Mining Bank'), 0, [], 0)).toBe(0);
  });
  test('say more from a fifth of the weight; legal forms and Korea do not count', () => {
    expect(saysMore(tokens('Korea Sample Ltd'), 0b010)).toBe(false);
    expect(saysMore(tokens('Sample Mining Ltd'), 0b001)).toBe(true);
    expect(coveredShare(analyseName('Korea Sample Ltd', 'organisation'), 0b010)).toBe(1);
    expect(coveredShare(analyseName('Ltd', 'organisation'), 0)).toBe(0);
  });
});

describe('names that agree in common tokens alone', () => {
  test.each([
    ['Utopia Foreign Trade Bank', 'Foreign Trade Bank'],
    ['Global Credit Bank', 'Sampleland Global Credit Bank'],
    ['Complex Equipment Export Corporation', 'Complex Equipment Import Corporation'],
    ['First Art Studio', 'Hillside Art Studio'],
  ])('%s is no alert for %s', (a, b) => {
    expect(company(a, b)).toBeLessThan(0.7);
    expect(company(b, a)).toBeLessThan(0.7);
  });
  test.each([
    ['Sample Foreign Trade Bank', 'Sample Foreign Trading Bank Ltd'],
    ['Foreign Trade Bank', 'Korea Foreign Trade Bank'],
    ['Committee for Space Technology', 'Space Technology Committee'],
  ])('%s is one for %s', (a, b) => {
    expect(company(a, b)).toBeGreaterThanOrEqual(0.7);
  });
  test('two common tokens of different meaning are two words, however alike they sound', () => {
    const { pairs } = compareNames(
      analyseName('Sample Export Center', 'organisation'),
      analyseName('Sample Import Central', 'organisation'),
    );
    expect(pairs).toHaveLength(1);
  });
});

describe('a list of bodies with usual names', () => {
  const names = [
    'Utopian National Insurance Company',
    'Hill Credit Development Bank',
    'Hill Bank',
    ...Array.from(
      { length: 40 },
      (_, i) => `Utopia ${['Rana', 'Belo', 'Cimu', 'Dafo', 'Egil'][i % 5]}${i} Trading Company`,
    ),
  ];
  const lines = names.map((name, i) =>
    JSON.stringify({ id: `s-${i}`, schema: 'Organization', caption: name, properties: { name: [name] } }),
  );
  const index = buildIndex(readLists([openListBytes('list.json', Buffer.from(lines.join('\n')))]).entities);
  const first = (name: string) => screen(index, { names: [name], schema: 'Company' }, { threshold: 0 })[0];
  test.each([
    ['Utopia Foreign Insurance Company', 's-0'],
    ['Lake Credit Development Bank', 's-1'],
  ])('%s finds the body that has its common tokens, without an alert', (name, id) => {
    const hit = first(name);
    expect(hit?.entityId).toBe(id);
    expect(hit?.score).toBeGreaterThan(0.55);
    expect(hit?.match).toBe(false);
  });
  test('words that half of the list has are worth less', () => {
    expect(first('Utopia Zosel Trading Company')?.score ?? 0).toBeLessThan(
      first('Lake Credit Development Bank')?.score ?? 0,
    );
  });
});
