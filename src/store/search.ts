import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { SearchPart } from '../core/search-query.ts';
import type { FacetCounts } from './lists.ts';
import type { PassageRow, SearchedKind } from './projection.ts';
import type { Tables } from './tables.ts';
import { keyWords, wordQuery } from './word-vector.ts';

export type PassageFilters = {
  readonly parts: readonly SearchPart[];
  /** All kinds when empty. */
  readonly kinds: readonly SearchedKind[];
  readonly source?: string | undefined;
  /** Of this day or later; what bears no day is left out. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly language?: string | undefined;
};

export type FoundPassage = PassageRow & { readonly score: number };

const FACETS = ['kind', 'source', 'language'] as const;

/** What each filter could be set to, over what the others leave; most frequent first. */
export type SearchFacets = Readonly<Record<(typeof FACETS)[number], FacetCounts>>;

export type FoundPassages = {
  readonly items: readonly FoundPassage[];
  readonly total: number;
  readonly facets: SearchFacets;
};

/** So many are weighed against each other: a word of every document need not be looked at in all of them. */
const MOST_WEIGHED = 5000;

/** Values of a facet; who looks for one beyond them narrows the search otherwise first. */
const MOST_VALUES = 50;

/** Passages that hold all that is sought, the weightiest first. */
export async function searchIn(
  queries: Kysely<Tables>,
  { parts, kinds, source, from, to, language }: PassageFilters,
  { skip, limit }: { readonly skip: number; readonly limit: number },
): Promise<FoundPassages> {
  if (parts.length === 0) return { items: [], total: 0, facets: { kind: [], source: [], language: [] } };
  const sought = sql`${wordQuery(parts)}::tsquery`;
  const always = sql.join(
    [
      sql`words @@ ${sought}`,
      ...(from === undefined ? [] : [sql`day >= ${from}`]),
      ...(to === undefined ? [] : [sql`day <= ${to}`]),
    ],
    sql` and `,
  );
  const chosen = {
    kind: kinds.length === 0 ? sql`true` : sql`kind = any(${[...kinds]}::text[])`,
    source: source === undefined ? sql`true` : sql`source is not distinct from ${source}`,
    language: language === undefined ? sql`true` : sql`language is not distinct from ${language}`,
  };
  const everyChoice = sql.join(Object.values(chosen), sql` and `);
  const [counted, { rows }] = await Promise.all([
    countIn(queries, always, chosen),
    sql<FoundPassage>`
      select kind, item, title, document, start_offset as start, end_offset as "end", source, day, language, body,
        round(ts_rank(words, ${sought})::numeric, 4)::float8 as score
      from (select * from passage where ${always} and ${everyChoice} limit ${MOST_WEIGHED}) as fitting
      order by score desc, id limit ${limit} offset ${skip}`.execute(queries),
  ]);
  return { items: rows, ...counted };
}

/** How many passages fit, and how many would with one choice made otherwise: what is sought is gone through once for all. */
async function countIn(
  queries: Kysely<Tables>,
  always: RawBuilder<unknown>,
  chosen: Readonly<Record<(typeof FACETS)[number], RawBuilder<unknown>>>,
): Promise<Omit<FoundPassages, 'items'>> {
  const flags = FACETS.map((facet) => sql`${chosen[facet]} as ${sql.ref(`of_${facet}`)}`);
  const fits = (facets: readonly string[]) =>
    sql.join(
      facets.map((facet) => sql.ref(`of_${facet}`)),
      sql` and `,
    );
  const counts = FACETS.map(
    (facet) => sql`
      select ${facet}::text as facet, ${sql.ref(facet)} as value, count(*) as count from matched
      where ${fits(FACETS.filter((other) => other !== facet))} and ${sql.ref(facet)} is not null group by 2`,
  );
  const { rows } = await sql<{ facet: string; value: string; count: number }>`
    with matched as materialized (
      select ${sql.join(FACETS.map((facet) => sql.ref(facet)))}, ${sql.join(flags)} from passage where ${always}
    )
    ${sql.join(counts, sql` union all `)}
    union all select 'total', '', count(*) from matched where ${fits(FACETS)}
    order by facet, count desc, value`.execute(queries);
  const valuesOf = (name: string) =>
    rows.flatMap(({ facet, value, count }) => (facet === name ? [{ value, count }] : [])).slice(0, MOST_VALUES);
  return {
    total: valuesOf('total')[0]?.count ?? 0,
    facets: { kind: valuesOf('kind'), source: valuesOf('source'), language: valuesOf('language') },
  };
}

/** Names in the texts that share keys with a name sought, those first that share most. */
export async function namesIn(
  queries: Kysely<Tables>,
  keys: readonly number[],
  most: number,
): Promise<readonly string[]> {
  const sought = sql`${keyWords(keys, ' | ')}::tsquery`;
  const { rows } = await sql<{ id: string }>`
    select id from name where keys @@ ${sought} order by ts_rank(keys, ${sought}) desc, id limit ${most}`.execute(
    queries,
  );
  return rows.map(({ id }) => id);
}
