import { type Expression, type Kysely, type SqlBool, sql } from 'kysely';
import type { SearchTerm } from '../core/search-query.ts';
import type { PassageRow, SearchedKind } from './projection.ts';
import type { Tables } from './tables.ts';
import { wordQuery } from './word-vector.ts';

export type SearchFilters = {
  readonly terms: readonly SearchTerm[];
  /** All kinds when empty. */
  readonly kinds: readonly SearchedKind[];
  readonly source?: string | undefined;
  /** Of this day or later; what bears no day is left out. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly language?: string | undefined;
};

export type FoundPassage = PassageRow & { readonly score: number };

export type Found = { readonly items: readonly FoundPassage[]; readonly total: number };

/** So many are weighed against each other: a word of every document need not be looked at in all of them. */
const MOST_WEIGHED = 5000;

/** Passages that hold all that is sought, the weightiest first. */
export async function searchIn(
  queries: Kysely<Tables>,
  { terms, kinds, source, from, to, language }: SearchFilters,
  { skip, limit }: { readonly skip: number; readonly limit: number },
): Promise<Found> {
  if (terms.length === 0) return { items: [], total: 0 };
  const sought = sql`${wordQuery(terms)}::tsquery`;
  const conditions: Expression<SqlBool>[] = [
    sql<SqlBool>`words @@ ${sought}`,
    ...(kinds.length === 0 ? [] : [sql<SqlBool>`kind = any(${[...kinds]}::text[])`]),
    ...(source === undefined ? [] : [sql<SqlBool>`source = ${source}`]),
    ...(from === undefined ? [] : [sql<SqlBool>`day >= ${from}`]),
    ...(to === undefined ? [] : [sql<SqlBool>`day <= ${to}`]),
    ...(language === undefined ? [] : [sql<SqlBool>`language = ${language}`]),
  ];
  const fitting = sql<SqlBool>`${sql.join(conditions, sql` and `)}`;
  const { rows: counted } = await sql<{
    total: number;
  }>`select count(*) as total from passage where ${fitting}`.execute(queries);
  const { rows } = await sql<FoundPassage>`
    select kind, item, title, document, start_offset as start, end_offset as "end", source, day, language, body,
      round(ts_rank(words, ${sought})::numeric, 4)::float8 as score
    from (select * from passage where ${fitting} limit ${MOST_WEIGHED}) as fitting
    order by score desc, id limit ${limit} offset ${skip}`.execute(queries);
  return { items: rows, total: counted[0]?.total ?? 0 };
}
