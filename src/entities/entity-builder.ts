import { countryCodeOf } from '../core/countries/country-names.ts';
import type { DocumentId } from '../core/hash.ts';
import { type CalendarDate, isCalendarDate } from '../core/time/calendar.ts';
import type { Entity, EntityValue, Listing, NameQuality, ValueSource } from './entity.ts';

/** What every reader knows of the file it reads. */
export type ListOrigin = {
  readonly document: DocumentId;
  readonly file: string;
  /** The date of this version of the list, when the file or the caller says it. */
  readonly versionDate: CalendarDate | null;
};

type ValueOptions = { quality?: NameQuality | undefined; note?: string | undefined; original?: string | undefined };

const ORGANISATION_PROPS = new Set([
  'registrationNumber',
  'swiftBic',
  'incorporationDate',
  'phone',
  'email',
  'website',
]);
const PLACEHOLDERS = new Set(['', 'na', 'n/a', '-0-', '-', 'none', 'unknown', 'not available', '.', '?', 'nil']);

const LONGEST_PLACEHOLDER = Math.max(...[...PLACEHOLDERS].map(({ length }) => length));

function isPlaceholder(value: string): boolean {
  return value.length <= LONGEST_PLACEHOLDER && PLACEHOLDERS.has(value.toLowerCase());
}

const FEW = 32;

/** Collects the values of one entity while a reader walks through its entry. */
export class EntityBuilder {
  readonly id: string;
  schema: string;
  #origin: ListOrigin;
  readonly #dataset: string;
  readonly #values: EntityValue[] = [];
  #seen: Set<string> | undefined;
  /** Of the value before: most values of an entry share it. */
  #source: ValueSource | undefined;

  constructor(id: string, schema: string, dataset: string, origin: ListOrigin) {
    this.id = id;
    this.schema = schema;
    this.#dataset = dataset;
    this.#origin = origin;
  }

  /** The values that are added from here on stand in another file of the list. */
  goOnWith(origin: ListOrigin): void {
    if (origin === this.#origin) return;
    this.#origin = origin;
    this.#source = undefined;
  }

  /** Adds a value unless it is empty, a placeholder or already there. */
  add(prop: string, text: string | undefined, place: string, options: ValueOptions = {}): void {
    const value = cleanText(text ?? '');
    if (isPlaceholder(value)) return;
    if (this.#holds(prop, value)) return;
    const { original, quality, note } = options;
    const added: { -readonly [Field in keyof EntityValue]: EntityValue[Field] } = {
      prop,
      value,
      source: this.#sourceAt(place),
      firstSeen: this.#origin.versionDate,
      lastSeen: this.#origin.versionDate,
    };
    if (original !== undefined && original !== value) added.original = original;
    if (quality !== undefined) added.quality = quality;
    if (note !== undefined && note !== '') added.note = cleanText(note);
    this.#values.push(added);
  }

  /** Most entities have so few values that looking through them costs less than a set of them would. */
  #holds(prop: string, value: string): boolean {
    const values = this.#values;
    if (values.length < FEW) return values.some((known) => known.value === value && known.prop === prop);
    this.#seen ??= new Set(values.map((known) => `${known.prop}\n${known.value}`));
    const key = `${prop}\n${value}`;
    if (this.#seen.has(key)) return true;
    this.#seen.add(key);
    return false;
  }

  #sourceAt(place: string): ValueSource {
    if (this.#source?.place !== place)
      this.#source = { document: this.#origin.document, file: this.#origin.file, place };
    return this.#source;
  }

  addName(text: string | undefined, quality: NameQuality, place: string, original?: string): void {
    const prop =
      quality === 'primary'
        ? 'name'
        : quality === 'weak'
          ? 'weakAlias'
          : quality === 'former'
            ? 'previousName'
            : 'alias';
    this.add(prop, text, place, { quality, original });
  }

  /** Adds a country by its code; a name that is no known State is kept in the notes. */
  addCountry(prop: string, text: string | undefined, place: string): void {
    const name = cleanText(text ?? '');
    if (isPlaceholder(name)) return;
    const code = countryCodeOf(name);
    if (code === undefined) this.add('notes', `${prop}: ${name}`, place);
    else this.add(prop, code, place, { original: name });
  }

  /** Adds a date of one of the forms `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or an interval of two of them with a slash. */
  addDate(prop: string, date: string | undefined, place: string, note?: string, original?: string): boolean {
    if (date === undefined || !date.split('/').every(isPartialDate)) return false;
    this.add(prop, date, place, { note, original });
    return true;
  }

  has(prop: string): boolean {
    return this.#values.some((value) => value.prop === prop);
  }

  finish(listing: Listing | null): Entity {
    const named = this.#values.find((value) => value.prop === 'name') ?? this.#values.find((v) => v.prop === 'alias');
    const imo = this.#values.find((value) => value.prop === 'imoNumber');
    const values =
      this.schema === 'Vessel' || this.schema === 'Airplane'
        ? this.#values.filter((value) => !ORGANISATION_PROPS.has(value.prop) || value.prop === 'registrationNumber')
        : this.#values;
    return {
      id: this.id,
      schema: this.schema,
      caption: named?.value ?? (imo === undefined ? this.id : `IMO ${imo.value}`),
      dataset: this.#dataset,
      values,
      listing,
    };
  }
}

/** Printable ASCII with single blanks between: most values, in which there is nothing to clean. */
const CLEAN = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/;

/** One line, single blanks, without control and invisible formatting characters; Unicode composed. */
export function cleanText(text: string): string {
  if (CLEAN.test(text)) return text;
  return text
    .normalize('NFC')
    .replace(/[\u0000-\u001f\u007f-\u009f\u00a0\u2028\u2029]+/g, ' ')
    .replace(/[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffd]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** `YYYY`, `YYYY-MM` or an existing day. */
export function isPartialDate(text: string): boolean {
  if (/^\d{4}$/.test(text)) return text >= '1800' && text <= '2200';
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return true;
  return isCalendarDate(text);
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * Dates as the lists write them (`18 Feb 1962`, `Feb 1962`, `1962`, `18/02/1962`, `00/00/1962`, `1962-02-18`,
 * `1 January 1962`, `1961 to 1963`) as a partial date or interval; undefined when the text is none of these.
 */
export function readListDate(text: string): string | undefined {
  const t = cleanText(text)
    .replace(/\.$/, '')
    .replace(/^(circa|c\.|approximately|around|about)\s+/i, '');
  const range = /^(.+?)\s+(?:to|-|and)\s+(.+)$/.exec(t.replace(/^between\s+/i, ''));
  if (range) {
    const [from, to] = [readListDate(range[1] ?? ''), readListDate(range[2] ?? '')];
    if (from !== undefined && to !== undefined && !from.includes('/') && !to.includes('/')) return `${from}/${to}`;
    return undefined;
  }
  if (/^\d{4}s$/.test(t)) return `${t.slice(0, 4)}/${t.slice(0, 3)}9`;
  let match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?$/.exec(t);
  if (match) return partialDate(match[1], match[2], match[3]);
  match = /^(\d{1,2}|dd)[/.](\d{1,2}|mm)[/.](\d{4})$/i.exec(t);
  if (match) return partialDate(match[3], match[2]?.replace(/\D+/, '00'), match[1]?.replace(/\D+/, '00'));
  match = /^(?:(\d{1,2})\s+)?([A-Za-z]{3,9})\.?,?\s+(\d{4})$/.exec(t);
  if (!match) return undefined;
  const month = MONTHS.indexOf((match[2] ?? '').slice(0, 3).toLowerCase()) + 1;
  return month === 0 ? undefined : partialDate(match[3], String(month), match[1]);
}

function partialDate(year = '', month = '', day = ''): string | undefined {
  const [m, d] = [Number(month || 0), Number(day || 0)];
  let text = year;
  if (m > 0) text += `-${String(m).padStart(2, '0')}`;
  if (m > 0 && d > 0) text += `-${String(d).padStart(2, '0')}`;
  return isPartialDate(text) ? text : undefined;
}

/** A whole day, or null when the text gives none. */
export function readListDay(text: string | undefined): CalendarDate | null {
  const date =
    text === undefined ? undefined : readListDate(text.slice(0, 10).match(/^\d{4}-\d{2}-\d{2}/)?.[0] ?? text);
  return date !== undefined && isCalendarDate(date) ? date : null;
}
