import { describe, expect, it } from 'vitest';
import { estimateOf, writeBounds, writeDate, writeFigure, writeNumber } from './words.ts';

describe('words of figures', () => {
  it.each([
    ['3000000', '3 million'],
    ['1250000', '1.25 million'],
    ['400870018', '400,870,018'],
    ['5200000000', '5.2 billion'],
    ['12500', '12,500'],
    ['0.5', '0.5'],
    ['-2000000', '-2 million'],
    [`1${'0'.repeat(30)}`, '1.00 × 10^30'],
  ])('writes %s as %s', (value, words) => {
    expect(writeNumber(value)).toBe(words);
  });

  it('writes bounds as they bind', () => {
    expect(writeBounds({ low: '10', high: null })).toBe('at least 10');
    expect(writeBounds({ low: '3000000', high: null, lowOpen: true })).toBe('more than 3 million');
    expect(writeBounds({ low: null, high: '9', highOpen: true })).toBe('below 9');
    expect(writeBounds({ low: null, high: '9' })).toBe('at most 9');
    expect(writeBounds({ low: '40', high: '60' })).toBe('40 to 60');
    expect(writeBounds({ low: '6', high: '6' })).toBe('6');
    expect(writeBounds({ low: null, high: null })).toBe('no bound stated');
  });

  it('writes days as official documents do', () => {
    expect(writeDate('2024-03-28')).toBe('28 March 2024');
  });
});

describe('a figure that its source estimates', () => {
  const bounds = { low: '600', high: '600' };
  it.each([
    ['an estimated 600 crates', 'The guard counted an estimated 600 crates.', 'states', 'estimated at 600'],
    ['600 crates', 'The guard put the cargo, by its estimate 600 crates, ashore.', 'states', 'estimated at 600'],
    ['600 crates', 'The guard believes that 600 crates came ashore.', 'assesses', '600 (assessed)'],
    ['600 crates', 'The guard counted 600 crates.', 'states', '600'],
    ['600 crates', 'An estimate of 9 million was made; the guard counted 600 crates.', 'states', '600'],
  ])('%s is shown as such', (raw, quote, modality, words) => {
    expect(writeFigure(bounds, estimateOf({ raw }, { quote, modality }))).toBe(words);
  });

  it.each([
    ['plan', '600 (planned)'],
    ['capacity', '600 (what could be)'],
    ['count', '600'],
  ])('of a figure of the kind %s is said', (nature, words) => {
    const claim = { quote: 'The guard will count 600 crates.', modality: 'states' };
    expect(writeFigure(bounds, estimateOf({ raw: '600 crates', nature }, claim))).toBe(words);
  });
});
