import { describe, expect, test } from 'vitest';
import { countryCodeOf } from '../core/countries/country-names.ts';
import { readListDate } from './entity-builder.ts';
import { splitListedName } from './list-names.ts';

describe('dates as the lists write them', () => {
  test.each([
    ['18 Feb 1962', '1962-02-18'],
    ['Feb 1962', '1962-02'],
    ['1962', '1962'],
    ['circa 1947', '1947'],
    ['1961 to 1963', '1961/1963'],
    ['01 Jan 1960 to 31 Dec 1962', '1960-01-01/1962-12-31'],
    ['18/02/1962', '1962-02-18'],
    ['00/00/1962', '1962'],
    ['dd/mm/1962', '1962'],
    ['1960s', '1960/1969'],
  ])('%s', (text, date) => {
    expect(readListDate(text)).toBe(date);
  });

  test.each(['', 'unknown', '31 Feb 1962', '99/99/1962', 'Feb', '19622'])('%s is none', (text) => {
    expect(readListDate(text)).toBeUndefined();
  });
});

test('countries under the names that lists give them', () => {
  expect(countryCodeOf("Democratic People's Republic of Korea")).toBe('kp');
  expect(countryCodeOf('Korea, North')).toBe('kp');
  expect(countryCodeOf('Iran (Islamic Republic of)')).toBe('ir');
  expect(countryCodeOf('DEU')).toBe('de');
  expect(countryCodeOf('Atlantis')).toBeUndefined();
});

describe('names in one field', () => {
  const names = (text: string): string[] => splitListedName(text, 'strong').map((each) => each.name);
  test('native form in brackets', () => {
    expect(names('Hong Tiezhu (洪铁柱)')).toEqual(['Hong Tiezhu', '洪铁柱']);
    expect(names('Ivan Test (original script: Иван Тест)')).toEqual(['Ivan Test', 'Иван Тест']);
  });
  test('several Latin forms after the native one', () => {
    expect(names('جمال (Gamal; Jamaal)')).toEqual(['جمال', 'Gamal', 'Jamaal']);
  });
  test('acronym, but no note', () => {
    expect(names('Example Trading Company (ETC)')).toEqual(['Example Trading Company', 'ETC']);
    expect(names('Example Trading (previously listed as Sample)')).toEqual(['Example Trading']);
  });
  test('two scripts side by side', () => {
    expect(names('Jan Example جان مثال')).toEqual(['Jan Example', 'جان مثال']);
  });
});
