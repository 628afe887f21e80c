import { readFileSync } from 'node:fs';
import { countries, findCountry } from '../core/countries.ts';
import { resourcePath } from '../core/resource.ts';

let names: ReadonlyMap<string, string> | undefined;

function fold(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\(.*?\)/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(the|of)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Two-letter code, lower case as in FollowTheMoney, of a country named as the lists name it; undefined when unknown. */
export function countryCodeOf(name: string): string | undefined {
  if (names === undefined) {
    const map = new Map<string, string>();
    for (const country of countries) map.set(fold(country.name), country.alpha2.toLowerCase());
    for (const line of readFileSync(resourcePath('entities/country-names.tsv'), 'utf8').split('\n')) {
      if (line === '' || line.startsWith('#')) continue;
      const [code = '', ...forms] = line.split('\t');
      for (const form of forms) map.set(fold(form), code);
    }
    names = map;
  }
  const trimmed = name.trim();
  if (/^[A-Za-z]{2,3}$/.test(trimmed)) {
    const code = findCountry(trimmed)?.alpha2.toLowerCase();
    if (code !== undefined) return code;
  }
  return names.get(fold(trimmed));
}
