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
    expect(countries.length).toBeGreaterThan(248);
  });

  it('gives an unknown code back as it is', () => {
    expect(countryName('ZZ')).toBe('ZZ');
  });
});
