import { countryName } from '../../core/countries/countries.ts';
import type { FtmEntity } from '../../entities/entity.ts';
import { screen } from '../../screening/screen.ts';
import { AppError } from '../errors.ts';
import type { ServedEntities } from './screening-service-entities.ts';
import { model, propertyOf, schemaOf } from './screening-service-model.ts';

export const FACETS = ['countries', 'topics', 'datasets', 'schema', 'identifiers', 'genders'] as const;
export type SearchFacet = (typeof FACETS)[number];

export type EntityFilters = {
  readonly datasets: ReadonlySet<string>;
  readonly excludeDatasets: readonly string[];
  readonly excludeSchemata: readonly string[];
  readonly excludeIds: readonly string[];
  readonly changedSince: string | undefined;
  /** Field and value; several of one field hold together as `op` says. */
  readonly fields: readonly (readonly [field: string, value: string])[];
  readonly op: 'AND' | 'OR';
};

export type EntityQuery = {
  readonly text: string;
  readonly schema: string;
  readonly filters: EntityFilters;
  readonly limit: number;
  readonly offset: number;
  readonly sort: readonly string[];
  readonly fuzzy: boolean;
  readonly facets: readonly SearchFacet[];
};

export type FacetResult = {
  readonly label: string;
  readonly values: readonly { readonly name: string; readonly label: string; readonly count: number }[];
};

export type EntityPage = {
  readonly results: readonly FtmEntity[];
  readonly facets: Readonly<Record<string, FacetResult>>;
  readonly total: number;
};

/** Whether an entity passes filters. */
export function passes(entity: FtmEntity, filters: EntityFilters): boolean {
  if (!entity.datasets.some((name) => filters.datasets.has(name))) return false;
  if (entity.datasets.every((name) => filters.excludeDatasets.includes(name))) return false;
  if (filters.excludeSchemata.includes(entity.schema)) return false;
  if (filters.excludeIds.includes(entity.id) || entity.referents.some((id) => filters.excludeIds.includes(id)))
    return false;
  if (filters.changedSince !== undefined && (entity.last_change ?? '') < filters.changedSince) return false;
  const byField = new Map<string, string[]>();
  for (const [field, value] of filters.fields) byField.set(field, [...(byField.get(field) ?? []), value]);
  for (const [field, wanted] of byField) {
    const values = fieldValues(entity, field);
    const has = (value: string): boolean => values.has(value);
    if (filters.op === 'AND' ? !wanted.every(has) : !wanted.some(has)) return false;
  }
  return true;
}

/** Values of an index field: a property (`properties.birthDate`), a group of types (`countries`), or a field of the entity. */
export function fieldValues(entity: FtmEntity, field: string): ReadonlySet<string> {
  const [head, property] = field.split('.', 2);
  if (head === 'properties' && property !== undefined) return withPrefixes(entity, property);
  switch (field) {
    case 'id':
    case 'caption':
      return new Set([entity[field]]);
    case 'schema':
      return new Set(schemaOf(entity.schema)?.schemata ?? [entity.schema]);
    case 'datasets':
    case 'referents':
      return new Set(entity[field]);
    case 'target':
      return new Set([String(entity.target)]);
    case 'first_seen':
    case 'last_seen':
    case 'last_change':
      return new Set(entity[field] === null ? [] : [entity[field]]);
    default:
      return groupValues(entity, field);
  }
}

/** A date is found by its year and month too, as FollowTheMoney dates are by prefix. */
function withPrefixes(entity: FtmEntity, property: string): ReadonlySet<string> {
  const values = entity.properties[property] ?? [];
  const schema = schemaOf(entity.schema);
  if (schema === undefined || propertyOf(schema, property)?.type.name !== 'date') return new Set(values);
  return new Set(values.flatMap((date) => [date, date.slice(0, 7), date.slice(0, 4)]));
}

function groupValues(entity: FtmEntity, group: string): ReadonlySet<string> {
  const schema = schemaOf(entity.schema);
  const found = new Set<string>();
  if (schema === undefined) return found;
  for (const [name, values] of Object.entries(entity.properties))
    if (propertyOf(schema, name)?.type.group === group) for (const value of values) found.add(value);
  return found;
}

/** The least similarity at which a fuzzy search counts a name as found. */
const FUZZY_SCORE = 0.7;
const MOST_FUZZY = 500;

/** Finds entities by words that all stand in their texts: folded to plain letters, `word*` by its beginning, `"words"` together, `-word` absent. */
export class EntitySearch {
  readonly #entities: ServedEntities;
  readonly #texts: string[] = [];

  constructor(entities: ServedEntities) {
    this.#entities = entities;
  }

  search(request: EntityQuery): EntityPage {
    const schema = schemaOf(request.schema);
    if (schema === undefined) throw new AppError('bad-input', 'Invalid schema');
    const { index } = this.#entities;
    const scores = this.#find(request);
    const found: { entity: FtmEntity; score: number }[] = [];
    for (const [number, score] of scores) {
      const entity = this.#entities.subject(index.entity(number));
      if (!(schemaOf(entity.schema)?.schemata ?? []).includes(schema.name)) continue;
      if (passes(entity, request.filters)) found.push({ entity, score });
    }
    found.sort(orderBy(request.sort));
    const all = found.map(({ entity }) => entity);
    return {
      results: all.slice(request.offset, request.offset + request.limit),
      facets: Object.fromEntries(request.facets.map((facet) => [facet, countFacet(all, facet)])),
      total: all.length,
    };
  }

  /** Entities whose name, or a word of it, begins so; best known (most values) first. */
  suggest(prefix: string, datasets: ReadonlySet<string>, limit: number): readonly FtmEntity[] {
    const words = wordsOf(prefix);
    if (words.length === 0) return [];
    const last = words.at(-1) ?? '';
    const text = [...words.slice(0, -1), `${last}*`].join(' ');
    const filters = { datasets, excludeDatasets: [], excludeSchemata: [], excludeIds: [], changedSince: undefined };
    return this.search({
      text,
      schema: 'Thing',
      filters: { ...filters, fields: [], op: 'OR' },
      limit,
      offset: 0,
      sort: [],
      fuzzy: false,
      facets: [],
    }).results;
  }

  #find({ text, fuzzy }: EntityQuery): ReadonlyMap<number, number> {
    const { index } = this.#entities;
    const scores = new Map<number, number>();
    const terms = termsOf(text);
    for (let number = 0; number < index.entityCount; number++) {
      const found = this.#textOf(number);
      if (!terms.every(({ phrase, absent }) => found.includes(phrase) !== absent)) continue;
      const entity = index.entity(number);
      const inCaption = terms.filter(({ phrase }) => ` ${fold(entity.caption)} `.includes(phrase)).length;
      scores.set(number, 1 + inCaption + Math.sqrt(0.5 * entity.values.length) / 100);
    }
    if (fuzzy && text.trim() !== '') {
      const hits = screen(index, { names: [text] }, { limit: MOST_FUZZY, threshold: FUZZY_SCORE });
      for (const { entityId, score } of hits) {
        const number = this.#entities.numberOf(entityId);
        if (number !== undefined && !scores.has(number)) scores.set(number, score);
      }
    }
    return scores;
  }

  #textOf(number: number): string {
    let text = this.#texts[number];
    if (text === undefined) {
      const { id, values } = this.#entities.index.entity(number);
      text = ` ${fold(id)} ${values.map(({ value }) => fold(value)).join(' | ')} `;
      this.#texts[number] = text;
    }
    return text;
  }
}

type Term = { readonly phrase: string; readonly absent: boolean };

function termsOf(text: string): Term[] {
  return [...text.matchAll(/([-+]?)(?:"([^"]*)"|(\S+))/g)].flatMap(([, sign, quoted, word]) => {
    const absent = sign === '-';
    if (quoted !== undefined) {
      const phrase = fold(quoted);
      return phrase === '' ? [] : [{ phrase: ` ${phrase} `, absent }];
    }
    if (/^(AND|OR|NOT)$/.test(word ?? '')) return [];
    const prefix = /[*~]$/.test(word ?? '');
    const words = wordsOf(word ?? '');
    return words.map((one, at) => ({ phrase: ` ${one}${prefix && at === words.length - 1 ? '' : ' '}`, absent }));
  });
}

function wordsOf(text: string): string[] {
  return fold(text)
    .split(' ')
    .filter((word) => word !== '');
}

/** Lower case, without marks, with one blank between words. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Mark}+/gu, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

type Scored = { readonly entity: FtmEntity; readonly score: number };

/** `field:asc` or `field:desc`; without any, the best first. What lacks the field comes last; ties are broken by id. */
function orderBy(sorts: readonly string[]): (a: Scored, b: Scored) => number {
  const fields = sorts.map((sort) => {
    const [field = '', direction = 'asc'] = sort.split(':');
    return { field, sign: direction === 'desc' ? -1 : 1 };
  });
  return (a, b) => {
    for (const { field, sign } of fields) {
      if (field === '_score') {
        if (a.score !== b.score) return sign * (a.score - b.score);
        continue;
      }
      const [left, right] = [firstOf(a.entity, field), firstOf(b.entity, field)];
      if (left === right) continue;
      if (left === undefined) return 1;
      if (right === undefined) return -1;
      return sign * (left < right ? -1 : 1);
    }
    return b.score - a.score || (a.entity.id < b.entity.id ? -1 : 1);
  };
}

function firstOf(entity: FtmEntity, field: string): string | undefined {
  return [...fieldValues(entity, field)].sort()[0];
}

const FACET_VALUES = 200;

function countFacet(entities: readonly FtmEntity[], facet: SearchFacet): FacetResult {
  const counts = new Map<string, number>();
  for (const entity of entities) {
    const values = facet === 'schema' ? [entity.schema] : fieldValues(entity, facet);
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const type = Object.values(model.types).find(({ group }) => group === facet);
  const labelOf = (name: string): string => {
    if (facet === 'schema') return schemaOf(name)?.plural ?? name;
    if (facet === 'countries') return type?.values.get(name) ?? countryName(name);
    return type?.values.get(name) ?? name;
  };
  return {
    label: facet === 'datasets' ? 'Data sources' : facet === 'schema' ? 'Entity types' : (type?.plural ?? facet),
    values: [...counts]
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .slice(0, FACET_VALUES)
      .map(([name, count]) => ({ name, label: labelOf(name), count })),
  };
}
