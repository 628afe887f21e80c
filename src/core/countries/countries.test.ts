import { describe, expect, it } from 'vitest';
import { countries, countryName, findCountry } from './countries.ts';

describe('countries', () => {
  it('finds a country by either code in any case', () => {
    expect(findCountry('kr')?.name).toBe('South Korea');
    expect(findCountry(' PRK ')?.alpha2).toBe('KP');
    expect(findCountry('XX')).toBeUndefined();
  });

  it('has each code once', () => {
    expect(new Set(countries.map((country) => country.alpha2)).size).toBe(countries.length);
    expect(new Set(countries.map((country) => country.alpha3)).size).toBe(countries.length);
    const numbers = countries.map((country) => country.numeric).filter((number) => number !== '');
    expect(new Set(numbers).size).toBe(countries.length - 1);
    for (const number of numbers) expect(number).toMatch(/^\d{3}$/);
    expect(findCountry('KP')?.numeric).toBe('408');
    expect(countries.length).toBeGreaterThan(248);
  });

  it('gives an unknown code back as it is', () => {
    expect(countryName('ZZ')).toBe('ZZ');
  });
});
