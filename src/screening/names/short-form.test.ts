import { describe, expect, test } from 'vitest';
import { analyseName } from './name.ts';
import { initialsOf, isMadeOfBeginnings, shortFormWorth } from './short-form.ts';

const company = (name: string) => analyseName(name, 'organisation');

describe('a word made of the beginnings of words', () => {
  test.each([
    ['samid', 'Sample Mining Development Trading Corporation'],
    ['samint', 'Sample Marine Instruments and Tools'],
    ['nomatec', 'Northern Marine Technology Company'],
  ])('%s of %s', (short, long) => {
    expect(isMadeOfBeginnings(short, company(long))).toBe(true);
  });
  test.each([
    ['sx', 'two letters prove nothing', 'Sample Mining Development'],
    ['samidsamid', 'too long', 'Sample Mining Development Trading'],
    ['minsa', 'in another order', 'Sample Mining Trading Company'],
    ['sampl', 'of one word only', 'Sample Mining Trading'],
    ['saminx', 'with a letter that no word gives', 'Sample Mining Trading'],
    ['samin', 'of two words only', 'Sample Mining'],
  ])('not %s: %s', (short, _why, long) => {
    expect(isMadeOfBeginnings(short, company(long))).toBe(false);
  });
  test('it is worth a look from either side, and nothing for persons', () => {
    const long = company('Northern Marine Technology Company');
    expect(shortFormWorth(company('NOMATEC'), long)).toBeGreaterThan(0.7);
    expect(shortFormWorth(long, company('NOMATEC'))).toBeGreaterThan(0.7);
    const person = (name: string) => analyseName(name, 'person');
    expect(shortFormWorth(person('Nomatec'), person('Noman Marid Tecla'))).toBe(0);
  });
});

describe('first letters', () => {
  test.each([
    ['Sample Committee for Space Technology', ['scst']],
    ['First Northern Investment Bank Limited', ['fnibl', 'fnib']],
    ['Ocean Sample Management Company, Limited', ['osmcl', 'osmc', 'osm']],
    ['Sample Trading', []],
    ["Comité d'Essai et de Mesure", ['cdm']],
  ])('%s: %j', (name, initials) => {
    expect(initialsOf(company(name))).toEqual(initials);
  });
  test('persons and vessels have none', () => {
    expect(initialsOf(analyseName('Anna Berta Clara', 'person'))).toEqual([]);
    expect(initialsOf(analyseName('Star Of Sample', 'craft'))).toEqual([]);
  });
});
