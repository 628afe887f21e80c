import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { resourceYaml } from '../../core/prepared-yaml.ts';
import { resourcePath } from '../../core/resource.ts';
import { ClaimsError } from '../model/claims-error.ts';

/**
 * The word lists by which sentences are read. They are data, so that a linguist can add a verb or a newsroom without
 * touching a rule; each is checked against its schema when it is first used.
 */
export const words = z.array(z.string().min(1));
const byCountry = z.record(z.string(), words);

const placesSchema = byCountry;
const bodiesSchema = z.record(z.string(), byCountry);
const nounsSchema = z.record(z.string(), words);
const attributionSchema = z.object({
  verbs: z.record(z.string(), words),
  evidential: words,
  'unnamed-adverbs': words,
  'unnamed-passives': words,
  dismissive: words,
  rejecting: words,
  emphatic: words,
  deniable: words,
  'claim-nouns': words,
  'call-nouns': words,
  'not-sources': words,
  'statement-nouns': words,
  opinions: words,
  utters: words,
  convictions: z.object({ assesses: words, states: words }),
});
const predicateSchema = z.object({
  event: z.string(),
  verbs: words,
  'needs-goods': words.optional(),
  'needs-measure': words.optional(),
  'needs-body': words.optional(),
  'needs-rocket': words.optional(),
  'needs-people': words.optional(),
  'needs-party': words.optional(),
});
const predicatesSchema = z
  .object({ classes: z.record(z.string(), words), accusation: words })
  .catchall(predicateSchema);
const lightSchema = z.record(z.string(), z.object({ verbs: words, nouns: words, with: words.optional() }));

/** A word list by the name of its file. @throws ClaimsError `invalid-vocabulary` */
export function loadWords<T>(name: string, schema: z.ZodType<T>): T {
  const file = `claims/lexicon/${name}.yaml`;
  const result = schema.safeParse(resourceYaml(file));
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new ClaimsError('invalid-vocabulary', `${issue?.path.join('.')}: ${issue?.message}; correct the file`, {
    place: file,
  });
}

export function once<T>(make: () => T): () => T {
  let value: T | undefined;
  return () => {
    value ??= make();
    return value;
  };
}

export const placeNames = once(() => loadWords('places', placesSchema));
export const officeNames = once(() => loadWords('offices', byCountry));
export const bodyNames = once(() => loadWords('bodies', bodiesSchema));
export const attributionWords = once(() => loadWords('attribution', attributionSchema));
export const predicateWords = once(() => loadWords('predicates', predicatesSchema));
export const lightVerbs = once(() => loadWords('light-verbs', lightSchema));

const nounLists = once(() => {
  const sets = new Map<string, ReadonlySet<string>>();
  for (const [name, list] of Object.entries(loadWords('nouns', nounsSchema))) sets.set(name, new Set(list));
  return sets;
});

const eventNounSchema = z.record(z.string(), z.object({ nouns: words, with: words.optional() }));

/** Nouns that tell of events, by predicate, from `event-nouns.yaml`. */
export const eventNouns = once(() => loadWords('event-nouns', eventNounSchema));

/** Classes of verbs, by name, from `verb-classes.yaml`. */
export const verbClasses = once((): ReadonlyMap<string, ReadonlySet<string>> => {
  const lists = loadWords('verb-classes', z.record(z.string(), words));
  return new Map(Object.entries(lists).map(([name, list]) => [name, new Set(list)] as const));
});

const NONE: ReadonlySet<string> = new Set();

/** The nouns of one list of `nouns.yaml`, lower case. */
export function nounList(name: string): ReadonlySet<string> {
  return nounLists().get(name) ?? NONE;
}

export type CountryWords = {
  readonly code: string;
  readonly names: readonly string[];
  readonly demonyms: readonly string[];
  readonly seats: readonly string[];
};

/** Names, adjectives and seats of government of all countries, from `countries.tsv`. */
export const countryWords = once((): readonly CountryWords[] => {
  const file = 'claims/lexicon/countries.tsv';
  const rows: CountryWords[] = [];
  for (const line of readFileSync(resourcePath(file), 'utf8').split('\n')) {
    if (line.startsWith('#') || line.startsWith('code\t') || line.trim() === '') continue;
    const [code = '', names = '', demonyms = '', seats = ''] = line.split('\t');
    if (!/^[A-Z]{2}$/.test(code) || names === '')
      throw new ClaimsError('invalid-vocabulary', `"${line}" has no code or no name; correct the line`, {
        place: file,
      });
    rows.push({ code, names: alternatives(names), demonyms: alternatives(demonyms), seats: alternatives(seats) });
  }
  return rows;
});

function alternatives(cell: string): string[] {
  return cell
    .split('|')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

const quantitySchema = z.object({
  hedges: z.record(z.string(), words),
  'hedges-after': z.record(z.string(), words),
  fillers: words,
  'excluded-units': words,
  'excluded-before': words,
  'excluded-after': words,
  units: z.record(z.string(), words),
  currencies: z.record(z.string(), words),
  classifying: words,
  describing: words,
  'describing-nouns': words,
  partitives: words,
  'shell-partitives': words,
});

export const quantityWords = once(() => loadWords('quantities', quantitySchema));

const headingSchema = z.object({
  date: words,
  agent: words,
  recipient: words,
  from: words,
  to: words,
  vessel: words,
  goods: words,
  quantity: words,
  place: words,
  source: words,
  status: words,
  account: words,
  measure: words,
  'not-done': words,
  assesses: words,
  alleges: words,
  done: words,
  judgement: words,
  claiming: words,
  affirmed: words,
  doubts: words,
  'handed-on': words,
  naming: words,
  indifferent: words,
  plain: words,
});

/** What headings of tables tell of the cells under them. */
export const tableHeadings = once(() => loadWords('table-headings', headingSchema));

const conventionSchema = z.array(
  z.object({
    id: z.string().min(1),
    kind: z.enum(['bounds', 'unit']),
    counts: z.string().optional(),
    from: z.string().optional(),
    to: z.string().optional(),
    factor: z.string().optional(),
    text: z.string().min(1),
    source: z.string().min(1),
  }),
);

/** A named way to derive bounds or to convert a unit, with its source. */
export type Convention = z.infer<typeof conventionSchema>[number];

export const conventions = once((): readonly Convention[] => loadWords('conventions', conventionSchema));
