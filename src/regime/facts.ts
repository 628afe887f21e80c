import { isCalendarDate } from '../core/calendar.ts';
import { findCountry } from '../core/countries.ts';
import { type Decimal, toDecimal } from '../core/decimal.ts';
import type { Activity } from './activity.ts';
import { RegimeError } from './errors.ts';
import { type GoodsFacts, type GoodsVocabulary, resolveGoods } from './goods.ts';
import { misspelling, suggestWord } from './nearest.ts';
import { type Period, parsePeriod } from './period.ts';
import type { Regime } from './regime.ts';

/** A total of a cap's period, in a unit of the vocabulary. */
export type Total = {
  readonly value: Decimal;
  readonly unit: string;
  readonly period: Period | null;
  readonly labelled: boolean;
};

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
  readonly quantity: { readonly value: Decimal; readonly unit: string } | null;
  readonly totals: readonly Total[];
  readonly contractDate: string | null;
  readonly parties: readonly string[];
  readonly circumstances: ReadonlySet<string>;
  /** A circumstance says that the target State takes part, whatever the ends are. */
  readonly involvesTarget: boolean;
};

/** The words of a regime, by every form in which they may be given. */
export type Words = {
  readonly acts: ReadonlyMap<
    string,
    {
      readonly id: string;
      readonly acts: readonly string[];
      readonly impliesGoods: string | null;
      readonly goods: boolean;
    }
  >;
  readonly actNames: readonly string[];
  readonly circumstances: ReadonlyMap<
    string,
    {
      readonly id: string;
      readonly withCountry: boolean;
      readonly involvesTarget: boolean;
      readonly includes: readonly string[];
    }
  >;
  readonly circumstanceNames: readonly string[];
  /** Circumstances by the first word of a goods' name that states them. */
  readonly goodsWords: ReadonlyMap<string, readonly string[]>;
  readonly units: ReadonlyMap<string, string>;
  readonly unitNames: readonly string[];
};

export function indexWords(regime: Pick<Regime, 'acts' | 'circumstances' | 'units'>): Words {
  const alsoOf = new Map(regime.acts.map((act) => [act.id, act.alsoA]));
  const chain = (id: string): string[] => {
    const ids = [id];
    for (let next = alsoOf.get(id); next !== undefined && !ids.includes(next); next = alsoOf.get(next)) ids.push(next);
    return ids;
  };
  const acts = new Map<string, { id: string; acts: string[]; impliesGoods: string | null; goods: boolean }>();
  for (const act of regime.acts) {
    const value = { id: act.id, acts: chain(act.id), impliesGoods: act.impliesGoods ?? null, goods: act.goods };
    for (const form of [act.id, ...act.synonyms]) acts.set(form, value);
  }
  const circumstances = new Map<
    string,
    { id: string; withCountry: boolean; involvesTarget: boolean; includes: readonly string[] }
  >();
  for (const entry of regime.circumstances) {
    const value = {
      id: entry.id,
      withCountry: entry.withCountry === true,
      involvesTarget: entry.involvesTarget === true,
      includes: entry.includes,
    };
    for (const form of [entry.id, ...entry.synonyms]) circumstances.set(form, value);
  }
  const goodsWords = new Map<string, string[]>();
  for (const { id, goodsWord } of regime.circumstances)
    if (goodsWord !== undefined) goodsWords.set(goodsWord, [...(goodsWords.get(goodsWord) ?? []), id]);
  const units = new Map<string, string>();
  for (const unit of regime.units)
    for (const form of [unit.id, ...unit.synonyms]) units.set(form.toLowerCase(), unit.id);
  return {
    acts,
    actNames: regime.acts.map((act) => act.id),
    circumstances,
    circumstanceNames: regime.circumstances.map((entry) => (entry.withCountry ? `${entry.id}:CN` : entry.id)),
    goodsWords,
    units,
    unitNames: regime.units.map((unit) => unit.id),
  };
}

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

function invalid(message: string): RegimeError {
  return new RegimeError('activity-invalid', message);
}

/**
 * Resolves the words of an activity as it comes from outside.
 * @throws RegimeError `activity-invalid`, `act-unknown`, `circumstance-unknown`, each naming the field and what to write
 */
export function resolveActivity(value: unknown, words: Words, vocabulary: GoodsVocabulary, target: string): Facts {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw invalid('an activity is an object: {"date": "2018-06-01", "act": "supply", "from": "CN", "to": …}');
  const activity = value as { readonly [K in keyof Activity]: unknown };
  for (const key of Object.keys(activity)) {
    if (KNOWN_FIELDS.has(key)) continue;
    // A field that nobody reads does no harm, unless it is a field misspelt.
    const near = misspelling(key, FIELDS);
    if (near !== undefined) throw invalid(`an activity has no field "${key.slice(0, 40)}"; the nearest is "${near}"`);
  }
  const date = activity.date;
  if (typeof date !== 'string' || !isCalendarDate(date))
    throw invalid(
      date === undefined || date === null
        ? 'date is missing; write "date": "YYYY-MM-DD"'
        : 'date must be a day, written YYYY-MM-DD',
    );
  const act = resolveAct(activity.act, words);
  const goodsGiven = textFields(activity.goods, 'goods', ['hs', 'name', 'edition']);
  const edition = goodsGiven?.edition;
  if (edition && !/^(HS ?)?(1992|1996|2002|2007|2012|2017|2022)$/i.test(edition))
    throw invalid('goods.edition must be an edition of the Harmonized System, such as HS2017');
  let goods = resolveGoods(vocabulary, goodsGiven);
  if (goods.none && act.impliesGoods !== null) goods = resolveGoods(vocabulary, { name: act.impliesGoods });
  const contractDate = textOf(activity.contractDate, 'contractDate');
  if (contractDate !== null && !isCalendarDate(contractDate))
    throw invalid('contractDate must be a day, written YYYY-MM-DD');
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
    via: textsOf(activity.via, 'via').map((code) => countryOf(code, 'via') ?? code),
    quantity: amountOf(activity.quantity, 'quantity', words),
    totals: totalsOf(activity.periodTotal, words),
    contractDate,
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

function totalsOf(value: unknown, words: Words): readonly Total[] {
  if (value === undefined || value === null) return NONE;
  const rows: readonly unknown[] = Array.isArray(value) ? value : [value];
  return rows.map((row) => {
    const amount = amountOf(row, 'periodTotal', words);
    if (!amount) throw invalid('periodTotal must be {"value", "unit", "period"}');
    const label = textOf((row as { period?: unknown }).period, 'periodTotal.period');
    const period = label === null ? null : parsePeriod(label);
    if (period === undefined)
      throw invalid(
        'periodTotal.period must be a year (2018), a quarter (2017-Q4) or an interval (2017-10-01/2017-12-31)',
      );
    return { ...amount, period, labelled: label !== null && !label.includes('/') };
  });
}

function amountOf(value: unknown, field: string, words: Words): { value: Decimal; unit: string } | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'object') throw invalid(`${field} must be {"value", "unit"}`);
  const { value: number, unit } = value as { value?: unknown; unit?: unknown };
  if (
    (typeof number !== 'string' || !/^\d{1,40}(\.\d{1,20})?$/.test(number)) &&
    !(typeof number === 'number' && number >= 0 && Number.isFinite(number))
  )
    throw invalid(`${field}.value must be a number that is not negative, written in digits`);
  if (typeof unit !== 'string') throw invalid(`${field}.unit is missing; write one of ${words.unitNames.join(', ')}`);
  const known = words.units.get(unit) ?? words.units.get(unit.trim().toLowerCase());
  if (known === undefined)
    throw invalid(`${field}.unit "${unit.slice(0, 20)}" is not known; write one of ${words.unitNames.join(', ')}`);
  return {
    value: typeof number === 'string' && /^[1-9]\d*$/.test(number) ? number : toDecimal(number as string | number),
    unit: known,
  };
}

function countryOf(value: unknown, field: string): string | null {
  const code = textOf(value, field);
  if (code === null) return null;
  const country = findCountry(code);
  if (!country)
    throw invalid(
      `${field}: "${code.slice(0, 20)}" is not a State's code; write two letters of ISO 3166-1, such as CN`,
    );
  return country.alpha2;
}

function textOf(value: unknown, field: string): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value !== 'string') throw invalid(`${field} must be text`);
  return value;
}

const NONE: readonly never[] = [];

function textsOf(value: unknown, field: string): readonly string[] {
  if (value === undefined || value === null) return NONE;
  if (!Array.isArray(value)) throw invalid(`${field} must be a list`);
  if (value.length === 0) return NONE;
  for (const item of value)
    if (typeof item !== 'string' || item === '') throw invalid(`${field} must be a list of texts`);
  return value as readonly string[];
}

function textFields<Key extends string>(
  value: unknown,
  field: string,
  keys: readonly Key[],
): Record<Key, string | null> | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'object' || Array.isArray(value))
    throw invalid(`${field} must be {${keys.map((key) => `"${key}"`).join(', ')}}`);
  const fields = {} as Record<Key, string | null>;
  for (const key of keys) {
    const raw = (value as Record<string, unknown>)[key];
    fields[key] = textOf(typeof raw === 'number' && key === 'hs' ? String(raw) : raw, `${field}.${key}`);
  }
  return fields;
}
