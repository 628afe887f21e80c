import { describe, expect, it } from 'vitest';
import { countryWords, placeNames } from '../../src/claims/lexicon/vocabulary.ts';
import { FindingsError } from '../../src/findings/errors.ts';
import { gazetteerPlaces, namedPlace, readPlaces } from '../../src/findings/naming/gazetteer.ts';
import { countryCentre } from './country-centre.ts';

const HEAD = 'name\tvariants\tcountry\tkind\tlatitude\tlongitude\tevidence';

describe('the gazetteer', () => {
  it('holds the ports, cities and sites of this field, each within the country that it names', () => {
    const places = gazetteerPlaces();
    expect(places.length).toBeGreaterThan(300);
    expect(places.filter(({ country }) => country === 'KP').length).toBeGreaterThan(20);
    const far = places.filter(({ country, latitude, longitude }) => {
      const centre = country === '' ? null : countryCentre(country);
      // No country is wider than a third of the globe; a point with its degrees exchanged or a sign lost falls out.
      return (
        centre !== null && (Math.abs(centre.latitude - latitude) > 32 || Math.abs(centre.longitude - longitude) > 80)
      );
    });
    expect(far).toEqual([]);
  });

  it('places what the claim extractor can read as a place, but for continents, oceans and names of several places', () => {
    const names = Object.values(placeNames()).flat();
    expect(names.filter((name) => namedPlace(name) === null).sort()).toEqual([
      'Africa',
      'Asia',
      'East Asia',
      'Europe',
      'Indian Ocean',
      'Middle East',
      'Pacific Ocean',
      // A region and two cities: which is meant is never guessed.
      'Rostov',
    ]);
    const lost = countryWords().filter(({ names: [name = ''] }) => namedPlace(name) === null);
    expect(lost.length).toBeLessThan(5);
  });

  it.each([
    ['the port of Nampo', 'Nampo'],
    ['NAMP’O', 'Nampo'],
    ['Najin', 'Rajin'],
    ['Washington, D.C.', 'Washington'],
    ['Constanţa', 'Constanta'],
  ])('knows %s', (phrase, name) => {
    expect(namedPlace(phrase)).toMatchObject({ kind: 'place', place: { name } });
  });

  it('tells a State as a whole from its people and its neighbours', () => {
    expect(namedPlace('eastern Ukraine')).toEqual({ kind: 'country', country: 'UA' });
    expect(namedPlace('the DPRK')).toEqual({ kind: 'country', country: 'KP' });
    for (const phrase of ['Russian', 'Ukraine and Russia', 'Nowhere', 'a depot', '', 'Kyiv Kharkiv']) {
      expect(namedPlace(phrase), phrase).toBeNull();
    }
  });

  it.each([
    `${HEAD}\nA place\t\tKP\tport\t39.1\t125.40\tseen`,
    `${HEAD}\nA place\t\tKP\tport\t95.00\t125.40\tseen`,
    `${HEAD}\nA place\t\tXX\tport\t39.10\t125.40\tseen`,
    `${HEAD}\nA place\t\tKP\tharbour\t39.10\t125.40\tseen`,
    `${HEAD}\nA place\t\tKP\tport\t39.10\t125.40\tseen\tmore`,
  ])('refuses a line that does not fit, naming it', (text) => {
    expect(() => readPlaces(text)).toThrow(FindingsError);
    expect(() => readPlaces(text)).toThrow(expect.objectContaining({ place: 'findings/naming/places.tsv:2' }));
  });

  it('puts a State at the middle of its largest land', () => {
    expect(countryCentre('KP')).toMatchObject({
      longitude: expect.closeTo(127.2, 0),
      latitude: expect.closeTo(40.1, 0),
    });
    expect(countryCentre('FR')).toMatchObject({ longitude: expect.closeTo(2.5, 0), latitude: expect.closeTo(46.6, 0) });
    expect(countryCentre('XX')).toBeNull();
    const unplaced = countryWords().filter(({ code }) => countryCentre(code) === null);
    expect(unplaced.length).toBeLessThan(20);
  });
});
