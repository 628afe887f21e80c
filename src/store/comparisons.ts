import type { Kysely } from 'kysely';
import type { JsonObject } from '../core/json/json.ts';
import { anyOf } from './kysely.ts';
import type { Tables } from './tables.ts';

/** A comparison with the claims whose figures stand in it. */
export type ComparedClaims = { readonly id: string; readonly title: string; readonly claims: readonly string[] };

/** A comparison without its figures; `brief` has what a list shows of it. */
export type ComparisonHead = { readonly id: string; readonly body: JsonObject; readonly brief: JsonObject };

/**
 * Comparisons with their figures and how these stand to each other: `shown`, as many figures as a page has room for; `all` of them; or
 * `listed`, a few of both with their numbers.
 */
export async function withFigures(
  queries: Kysely<Tables>,
  heads: readonly ComparisonHead[],
  which: 'all' | 'shown' | 'listed',
): Promise<readonly JsonObject[]> {
  if (heads.length === 0) return [];
  const ids = anyOf(heads.map(({ id }) => id));
  const own = queries
    .selectFrom('comparison_figure')
    .select(['comparison', 'claim', 'body', 'path'])
    .where('comparison', '=', ids)
    .orderBy('comparison')
    .orderBy('place')
    .orderBy('nth');
  const figures = await (which === 'all' ? own : own.where(which, '=', true)).execute();
  const related = queries.selectFrom('comparison_relations').select(['comparison', 'relations']);
  const relations = new Map(
    which === 'listed'
      ? []
      : (await related.where('comparison', '=', ids).execute()).map((row) => [row.comparison, row.relations]),
  );
  const byComparison = new Map<string, typeof figures>();
  for (const figure of figures) {
    const known = byComparison.get(figure.comparison);
    if (known === undefined) byComparison.set(figure.comparison, [figure]);
    else known.push(figure);
  }
  return heads.map(({ id, body, brief }) => {
    const rows = byComparison.get(id) ?? [];
    // Of the figures of one claim each comes by the same way.
    const paths = new Map(rows.map(({ claim, path }) => [claim, path]));
    return {
      ...body,
      ...(which === 'listed' ? brief : { relations: relations.get(id) ?? [] }),
      rows: rows.map((row) => row.body),
      origins: { ...(body.origins as JsonObject), paths: [...paths.values()] },
    };
  });
}

/** The comparisons in which a figure of any of some claims stands. */
export async function comparisonsOn(
  queries: Kysely<Tables>,
  claims: readonly string[],
): Promise<readonly JsonObject[]> {
  const holding = queries.selectFrom('comparison_figure').select('comparison').where('claim', '=', anyOf(claims));
  const heads = queries.selectFrom('comparison').select(['id', 'body', 'brief']).where('id', 'in', holding);
  return await withFigures(queries, await heads.orderBy('place').orderBy('id').execute(), 'shown');
}

/** Some comparisons by their ids, with the claims whose figures stand in them, in the order of these. */
export async function comparedClaims(
  queries: Kysely<Tables>,
  ids: readonly string[],
): Promise<readonly ComparedClaims[]> {
  const heads = await queries
    .selectFrom('comparison')
    .select(['id', 'body'])
    .where('id', '=', anyOf(ids))
    .orderBy('id')
    .execute();
  const figures = await queries
    .selectFrom('comparison_figure')
    .select(['comparison', 'claim'])
    .where('comparison', '=', anyOf(ids))
    .orderBy('place')
    .orderBy('nth')
    .execute();
  return heads.map(({ id, body }) => ({
    id,
    title: String(body.title),
    claims: [...new Set(figures.flatMap(({ comparison, claim }) => (comparison === id ? [claim] : [])))],
  }));
}
