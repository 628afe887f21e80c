import { z } from 'zod';
import { RELIABILITIES } from '../../core/admiralty.ts';
import { findCountry } from '../../core/countries/countries.ts';
import { plainName } from '../../core/plain-name.ts';
import { isCalendarDate } from '../../core/time/calendar.ts';
import { PROTECTIONS } from '../custody/protection.ts';
import { SOURCE_KINDS } from '../custody/source-kind.ts';

const text = (what: string) =>
  z
    .string({ error: `expected ${what}` })
    .trim()
    .min(1, `expected ${what}`);
/** A number or date that YAML may have made of what the writer meant as text. */
const word = (what: string) =>
  z
    .union([z.string(), z.number()], { error: `expected ${what}` })
    .transform(String)
    .pipe(text(what));

/** A name or title that is printed, alone in its line: without controls, line ends and marks that turn or hide what stands there. */
const name = (what: string) =>
  word(what)
    .refine(
      (given) => plainName(given) !== undefined,
      'a name or title may hold no control character and nothing that hides',
    )
    .transform((given) => plainName(given) ?? given);

const day = z
  .string({ error: 'expected a day as YYYY-MM-DD, such as 2024-03-28' })
  .refine(isCalendarDate, 'expected a day as YYYY-MM-DD, such as 2024-03-28');

const country = z
  .string({ error: 'expected a country code of two letters, such as KR' })
  .transform((code) => findCountry(code)?.alpha2 ?? '')
  .refine((code) => code !== '', 'expected a country code of two letters (ISO 3166), such as KR; quote "NO"');

const language = z
  .string({ error: 'expected a language tag, such as en' })
  .regex(/^[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*$/, 'expected a language tag, such as en or zh-Hant');

const url = z.url({ protocol: /^https?$/, error: 'expected an address that begins with https:// or http://' });

const grade = z.enum(RELIABILITIES, {
  error: 'expected a letter from A (completely reliable) to F (cannot be judged)',
});
const reliability = z.union(
  [
    grade.transform((letter) => ({ grade: letter, reason: null })),
    z.object({
      grade,
      reason: text('the reason of the grade')
        .nullish()
        .transform((reason) => reason ?? null),
    }),
  ],
  { error: 'expected a letter from A to F, or grade and reason' },
);

const optional = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? null);

const protection = z
  .enum(PROTECTIONS, { error: `expected one of ${PROTECTIONS.join(', ')}` })
  .nullish()
  // Nothing is logged of what is open, so that a record reads as it always did.
  .transform((value) => (value === null || value === 'open' ? undefined : value));

export const sourceSchema = z.object(
  {
    id: name('an id, such as us-state-department'),
    name: name('the name of the source'),
    kind: z.enum(SOURCE_KINDS, { error: `expected one of ${SOURCE_KINDS.join(', ')}` }),
    country: optional(country),
    reliability: optional(reliability),
    controls: z
      .union([z.array(text('a name or id')), text('names or ids').transform((one) => [one])], {
        error: 'expected a list of names or ids',
      })
      .nullish()
      .transform((names) => names ?? []),
    parent: optional(name('the id of another source')),
    protection,
  },
  { error: 'expected a source with id, name and kind' },
);

export const documentSchema = z.object(
  {
    file: word('the name of a file in the folder'),
    source: name('the id of one of the sources'),
    published: optional(day),
    url: optional(url),
    language: optional(language),
    title: optional(name('a title')),
    protection,
  },
  { error: 'expected a document with file and source' },
);

export const listSchema = z.object(
  { file: word('the name of a file in the folder') },
  { error: 'expected the name of a list file' },
);

/** A finding that whoever prepared the dossier would make: from claims by their words, and events in ships' tracks. */
export const findingSchema = z.object(
  {
    title: name('what is alleged, in one line'),
    regime: optional(word('the id of a regime')),
    activity: z.record(z.string(), z.unknown(), { error: 'expected the activity to test, with date and act' }),
    claims: z
      .array(
        z.object(
          { file: word('the name of a document'), quote: word('words of the claim') },
          {
            error: 'expected a claim by file and quote',
          },
        ),
        { error: 'expected a list of claims, each by file and quote' },
      )
      .min(1, 'expected at least one claim'),
    events: z
      .array(
        z.object(
          { kind: word('a kind of event, such as encounter'), ships: z.array(word('an MMSI')), day },
          { error: 'expected an event by kind, ships and day' },
        ),
        { error: 'expected a list of events, each by kind, ships and day' },
      )
      .nullish()
      .transform((events) => events ?? []),
    reason: optional(word('a reason')),
  },
  { error: 'expected a finding with title, activity and claims' },
);

const period = z.union(
  [
    z.object({ from: optional(day), to: optional(day) }),
    z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}\/\d{4}-\d{2}-\d{2}$/)
      .transform((both) => ({ from: both.slice(0, 10), to: both.slice(11) }))
      .refine(({ from, to }) => isCalendarDate(from) && isCalendarDate(to)),
  ],
  { error: 'expected from and to as YYYY-MM-DD' },
);

/** What must hold of the file as a whole; its entries are checked one by one. Sources may also be written as a map by their ids. */
export const dossierSchema = z.object(
  {
    title: name('the title of the dossier'),
    summary: optional(word('a summary')),
    period: period
      .refine(({ from, to }) => from === null || to === null || from <= to, 'the period ends before it begins')
      .nullish()
      .transform((value) => value ?? { from: null, to: null }),
    sources: z.preprocess(
      (value) =>
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? Object.entries(value).map(([id, source]) =>
              typeof source === 'object' && source !== null ? { id, ...source } : source,
            )
          : value,
      z.array(z.unknown(), { error: 'expected a list of sources, each with id, name and kind' }),
    ),
    documents: z.array(z.unknown(), { error: 'expected a list of documents, each with file and source' }),
    lists: z
      .array(z.unknown(), { error: 'expected a list of files' })
      .nullish()
      .transform((files) => files ?? []),
    findings: z
      .array(z.unknown(), { error: 'expected a list of findings' })
      .nullish()
      .transform((findings) => findings ?? []),
  },
  { error: 'expected a dossier with title, sources and documents' },
);
