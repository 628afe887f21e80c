import { countries, findCountry } from '../../core/countries/countries.ts';
import { countryCodeOf } from '../../core/countries/country-names.ts';
import { readTable } from '../model/code-table.ts';

let codes: ReadonlyMap<string, string> | undefined;
const numeric: ReadonlyMap<string, string> = new Map(
  countries
    .filter((country) => country.numeric !== '')
    .map((country) => [String(Number(country.numeric)), country.alpha2]),
);

function table(): ReadonlyMap<string, string> {
  codes ??= new Map(
    readTable('trade/codes/country-codes.tsv', ['system', 'code', 'country', 'evidence', 'source']).map((row) => [
      `${row.system}\t${foldName(row.code)}`,
      row.country,
    ]),
  );
  return codes;
}

function foldName(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A file of the whole world names some 250 States millions of times. */
const MOST_ASKED = 5000;
const askedCodes = new Map<string, string | undefined>();
const askedNames = new Map<string, string | undefined>();

function memoize(
  asked: Map<string, string | undefined>,
  key: string,
  find: () => string | undefined,
): string | undefined {
  if (asked.has(key)) return asked.get(key);
  if (asked.size >= MOST_ASKED) asked.clear();
  const found = find();
  asked.set(key, found);
  return found;
}

/** Two letters of a State by its code in one system of statistics; undefined when it is not known there. */
export function countryByCode(system: string, code: string): string | undefined {
  return memoize(askedCodes, `${system}\t${code}`, () => findByCode(system, code));
}

function findByCode(system: string, code: string): string | undefined {
  const own = table().get(`${system}\t${foldName(code)}`);
  if (own !== undefined) return own;
  return system === 'comtrade' && /^\d{1,3}$/.test(code.trim()) ? numeric.get(String(Number(code))) : undefined;
}

/** Two letters of a State by its letters or by a name in a language of the sources; undefined when it is not known. */
export function countryByName(text: string): string | undefined {
  return memoize(askedNames, text, () => findByName(text));
}

function findByName(text: string): string | undefined {
  const said = text.trim();
  if (said === '') return undefined;
  if (/^[A-Za-z]{2,3}$/.test(said)) {
    const known = findCountry(said)?.alpha2 ?? table().get(`eurostat\t${foldName(said)}`);
    if (known !== undefined) return known;
  }
  return table().get(`name\t${foldName(said)}`) ?? countryCodeOf(said)?.toUpperCase();
}

type Area = { readonly kind: string; readonly name: string };
let areas: ReadonlyMap<string, Area> | undefined;

/** An area that is no State, by the code that a row has for it. */
export function areaOf(code: string): Area | undefined {
  areas ??= new Map(
    readTable('trade/codes/area-codes.tsv', ['system', 'code', 'kind', 'name', 'evidence', 'source']).map((row) => [
      row.code,
      row,
    ]),
  );
  return areas.get(code.trim().toUpperCase());
}

let groups: ReadonlyMap<string, ReadonlySet<string>> | undefined;

/** The States whose figures a reporter sums up; undefined for one that is a State itself. */
export function membersOf(code: string): ReadonlySet<string> | undefined {
  groups ??= new Map(
    readTable('trade/codes/country-groups.tsv', ['code', 'members', 'evidence', 'source']).map((row) => [
      row.code,
      new Set(row.members.split(' ')),
    ]),
  );
  return groups.get(code);
}
