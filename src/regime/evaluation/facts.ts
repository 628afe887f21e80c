import { countries, findCountry } from '../../core/countries/countries.ts';
import { countryCodeOf, countryNameForms } from '../../core/countries/country-names.ts';
import { isCalendarDate } from '../../core/time/calendar.ts';
import { invalid, RegimeError } from '../errors.ts';
import { misspelling, suggestWord } from '../files/nearest.ts';
import { type GoodsFacts, type RegimeGoods, resolveGoods } from '../goods/goods.ts';
import type { Activity } from '../model/activity.ts';
import { type Measure, measureOf, type Total, totalsOf } from '../model/amount.ts';
import { readDay } from '../model/day.ts';
import type { Words } from '../model/words.ts';

/** An activity with its words resolved: what the provisions are held against. */
export type Facts = {
  readonly date: string;
  readonly act: string;
  /** The act and every act that it also is. */
  readonly acts: readonly string[];
  /** Whether the act is about goods that are missed when not named. */
  readonly goodsExpected: boolean;
  readonly goods: GoodsFacts;
  readonly from: string | null;
  readonly to: string | null;
  readonly origin: string | null;
  readonly via: readonly string[];
  readonly quantity: Measure | null;
  readonly totals: readonly Total[];
  readonly contractDate: string | null;
  readonly parties: readonly string[];
  readonly circumstances: ReadonlySet<string>;
  /** A circumstance says that the target State takes part, whatever the ends are. */
  readonly involvesTarget: boolean;
};

const FIELDS = [
  'date',
  'act',
  'goods',
  'from',
  'to',
  'origin',
  'via',
  'quantity',
  'periodTotal',
  'contractDate',
  'parties',
  'circumstances',
] as const;
const KNOWN_FIELDS: ReadonlySet<string> = new Set(FIELDS);

/**
 * Resolves the words of an activity as it comes from outside.
 * @throws RegimeError `activity-invalid`, `act-unknown`, `circumstance-unknown`, each naming the field and what to write
 */
export function resolveActivity(value: unknown, words: Words, vocabulary: RegimeGoods, target: string): Facts {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw invalid('an activity is an object: {"date": "2018-06-01", "act": "supply", "from": "CN", "to": …}');
  const activity = value as { readonly [K in keyof Activity]: unknown };
  for (const key of Object.keys(activity)) {
    if (KNOWN_FIELDS.has(key)) continue;
    // A field that nobody reads does no harm, unless it is a field misspelt.
    const near = misspelling(key, FIELDS);
    if (near !== undefined) throw invalid(`an activity has no field "${key.slice(0, 40)}"; the nearest is "${near}"`);
  }
  const date = dayOf(activity.date, 'date');
  if (date === null) throw invalid('date is missing; write "date": "YYYY-MM-DD"');
  const act = resolveAct(activity.act, words);
  const goodsGiven = goodsOf(activity.goods);
  const edition = goodsGiven?.edition;
  if (edition && !/^(HS[ -]?)?(1992|1996|2002|2007|2012|2017|2022)$/i.test(edition.trim()))
    throw invalid(
      `goods.edition "${edition.slice(0, 20)}" is no edition of the Harmonized System; write one such as HS2017`,
    );
  let goods = resolveGoods(vocabulary, goodsGiven);
  if (goods.none && act.impliesGoods !== null) goods = resolveGoods(vocabulary, { name: act.impliesGoods });
  if (goods.unknownName !== null && goods.hs === null && act.otherGoods !== null)
    goods = resolveGoods(vocabulary, { name: goods.entry?.name ?? act.otherGoods });
  const circumstances = circumstancesOf(activity.circumstances, goodsGiven?.name, words);
  return {
    date,
    act: act.id,
    acts: act.acts,
    goodsExpected: act.goods,
    goods,
    from: countryOf(activity.from, 'from'),
    to: countryOf(activity.to, 'to'),
    origin: countryOf(activity.origin, 'origin'),
    via: viaOf(activity.via),
    quantity: measureOf(activity.quantity, 'quantity', words),
    totals: totalsOf(activity.periodTotal, words),
    contractDate: dayOf(activity.contractDate, 'contractDate'),
    parties: textsOf(activity.parties, 'parties'),
    circumstances,
    involvesTarget: involves(circumstances, words, target),
  };
}

function resolveAct(value: unknown, words: Words) {
  if (value === undefined || value === null || value === '')
    throw invalid(`act is missing; write one of ${words.actNames.join(', ')}`);
  if (typeof value !== 'string') throw invalid('act must be a word');
  const act =
    words.acts.get(value) ??
    words.acts.get(
      value
        .trim()
        .toLowerCase()
        .replace(/[\s_]+/g, '-'),
    );
  if (!act)
    throw new RegimeError(
      'act-unknown',
      `the act "${value.slice(0, 40)}" is not declared${suggestWord(value, words.actNames) || `; declared are ${words.actNames.join(', ')}`}`,
    );
  return act;
}

const NO_CIRCUMSTANCES: ReadonlySet<string> = new Set();

function circumstancesOf(value: unknown, goodsName: string | null | undefined, words: Words): ReadonlySet<string> {
  const given = textsOf(value, 'circumstances');
  const space = goodsName?.indexOf(' ') ?? -1;
  const named = space > 0 ? words.goodsWords.get(goodsName?.slice(0, space).toLowerCase() ?? '') : undefined;
  if (given.length === 0 && named === undefined) return NO_CIRCUMSTANCES;
  const stated = new Set<string>(named);
  for (const text of given) {
    const colon = text.indexOf(':');
    const base = colon < 0 ? text : text.slice(0, colon);
    const found =
      words.circumstances.get(base) ??
      words.circumstances.get(
        base
          .trim()
          .toLowerCase()
          .replace(/[\s_]+/g, '-'),
      );
    if (!found)
      throw new RegimeError(
        'circumstance-unknown',
        `the circumstance "${text.slice(0, 40)}" is not declared${suggestWord(base, words.circumstanceNames) || `; declared are ${words.circumstanceNames.join(', ')}`}`,
      );
    if (found.withCountry !== colon >= 0)
      throw new RegimeError(
        'circumstance-unknown',
        found.withCountry
          ? `the circumstance "${base}" needs a State's code after a colon, such as "${base}:CN"`
          : `the circumstance "${base}" takes nothing after a colon; the nearest is "${found.id}"`,
      );
    stated.add(colon < 0 ? found.id : `${found.id}:${countryOf(text.slice(colon + 1), 'circumstances')}`);
    for (const included of found.includes) stated.add(included);
  }
  return stated;
}

function involves(circumstances: ReadonlySet<string>, words: Words, target: string): boolean {
  for (const word of circumstances) {
    const [base = '', country] = word.split(':');
    if (words.circumstances.get(base)?.involvesTarget && (country === undefined || country === target)) return true;
  }
  return false;
}

function viaOf(value: unknown): readonly string[] {
  const places = textsOf(value, 'via');
  return places.length === 0 ? places : places.map((place) => countryOf(place, 'via') ?? place);
}

/** A State by its code or by its name, in any case. */
function countryOf(value: unknown, field: string): string | null {
  const given = textOf(value, field);
  if (given === null) return null;
  const code = findCountry(given)?.alpha2 ?? countryCodeOf(given)?.toUpperCase();
  if (code !== undefined) return code;
  throw invalid(
    `${field}: "${given.slice(0, 40)}" is not a State's code or name${nearestCountry(given)}; write two letters of ISO 3166-1, such as CN`,
  );
}

/** The name that was probably meant; where the word stands in several, those. */
function nearestCountry(given: string): string {
  if (given.length > 60) return '';
  const word = given.trim().toLowerCase();
  const holding = countries.filter(({ name }) =>
    name
      .toLowerCase()
      .split(/[\s(),]+/)
      .includes(word),
  );
  if (holding.length > 1 && holding.length <= 4)
    return `; it may be ${holding.map(({ name, alpha2 }) => `${name} (${alpha2})`).join(' or ')}`;
  const near = misspelling(given, countryNameForms());
  return near === undefined ? '' : `; the nearest is "${near}"`;
}

/** A day, in a form that can be read in one way only. */
function dayOf(value: unknown, field: string): string | null {
  const given = textOf(typeof value === 'number' ? String(value) : value, field);
  if (given === null) return null;
  if (isCalendarDate(given)) return given;
  const reading = readDay(given.slice(0, 60));
  if ('day' in reading) return reading.day;
  throw invalid(`${field} "${given.slice(0, 40)}" ${reading.fault}`);
}

/** Goods by code, name and edition; a text alone is a code if it is written like one, else a name. */
function goodsOf(value: unknown): Record<'hs' | 'name' | 'edition', string | null> | null {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'string')
    return /^[\d.\s]+$/.test(value) ? { ...NO_GOODS, hs: value } : { ...NO_GOODS, name: value };
  if (typeof value !== 'object' || Array.isArray(value))
    throw invalid(Array.isArray(value) ? 'goods must be one kind of goods; write an activity for each' : GOODS_FORM);
  const given = value as Record<string, unknown>;
  const keys = Object.keys(given);
  const strange = keys.find((key) => !GOODS_FIELDS.has(key));
  if (strange !== undefined && !keys.some((key) => GOODS_FIELDS.has(key)))
    throw invalid(`goods has no field "${strange.slice(0, 40)}"; ${GOODS_FORM}`);
  return {
    hs: textOf(typeof given.hs === 'number' ? String(given.hs) : given.hs, 'goods.hs'),
    name: textOf(given.name, 'goods.name'),
    edition: textOf(typeof given.edition === 'number' ? String(given.edition) : given.edition, 'goods.edition'),
  };
}

const NO_GOODS = { hs: null, name: null, edition: null };
const GOODS_FIELDS: ReadonlySet<string> = new Set(Object.keys(NO_GOODS));
const GOODS_FORM = 'goods must be {"hs", "name", "edition"}';

function textOf(value: unknown, field: string): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value !== 'string') throw invalid(`${field} must be text`);
  return value;
}

const NONE: readonly never[] = [];

function textsOf(value: unknown, field: string): readonly string[] {
  if (value === undefined || value === null) return NONE;
  if (typeof value === 'string') return value === '' ? NONE : [value];
  if (!Array.isArray(value)) throw invalid(`${field} must be a list`);
  if (value.length === 0) return NONE;
  for (const item of value)
    if (typeof item !== 'string' || item === '') throw invalid(`${field} must be a list of texts`);
  return value as readonly string[];
}
