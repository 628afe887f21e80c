import { readFileSync } from 'node:fs';
import { resourcePath } from '../resource.ts';
import { countries, findCountry } from './countries.ts';

type Names = { readonly codes: ReadonlyMap<string, string>; readonly forms: readonly string[] };
let known: Names | undefined;

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

function knownNames(): Names {
  if (known !== undefined) return known;
  const codes = new Map<string, string>();
  const forms: string[] = [];
  const note = (form: string, code: string) => {
    codes.set(fold(form), code);
    forms.push(form);
  };
  for (const country of countries) note(country.name, country.alpha2.toLowerCase());
  for (const line of readFileSync(resourcePath('core/countries/country-names.tsv'), 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [code = '', ...names] = line.split('\t');
    for (const name of names) note(name, code);
  }
  known = { codes, forms };
  return known;
}

/** Names asked for before: lists and cargoes name the same few States again and again. */
const asked = new Map<string, string | undefined>();
const MOST_ASKED = 5000;
const LONGEST_ASKED = 80;

/** Two-letter code, lower case as in FollowTheMoney, of a country by its code or by a name that lists and people use; undefined when unknown. */
export function countryCodeOf(name: string): string | undefined {
  if (name.length > LONGEST_ASKED) return lookUp(name.trim());
  if (asked.has(name)) return asked.get(name);
  const code = lookUp(name.trim());
  if (asked.size >= MOST_ASKED) asked.clear();
  asked.set(name, code);
  return code;
}

function lookUp(name: string): string | undefined {
  if (/^[A-Za-z]{2,3}$/.test(name)) {
    const code = findCountry(name)?.alpha2.toLowerCase();
    if (code !== undefined) return code;
  }
  return knownNames().codes.get(fold(name));
}

/** Every name that `countryCodeOf` knows, to say which is nearest to one that it does not. */
export function countryNameForms(): readonly string[] {
  return knownNames().forms;
}
