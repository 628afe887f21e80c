import { type Expression, type Kysely, type SqlBool, sql } from 'kysely';
import type { Claim } from '../claims/model/claim.ts';
import type { JsonObject } from '../core/json/json.ts';
import type { SearchTerm } from '../core/search-query.ts';
import type { Finding } from '../findings/model/finding.ts';
import { withFigures } from './comparisons.ts';
import { incidentOf } from './kysely.ts';
import type { Tables } from './tables.ts';
import { wordQuery } from './word-vector.ts';

/** From where a list goes on: after this item, or from this number on where the item stands in it no more. */
export type ListPlace = { readonly at: number; readonly after: string };
export type RowsAsked = { readonly place: ListPlace | null; readonly limit: number };

/** Some items of a list, with the number of all that fit. */
export type ListPage<Item> = { readonly items: readonly Item[]; readonly more: boolean; readonly total: number };

export type ListedClaim = { readonly claim: Claim; readonly beside: JsonObject };

export type ClaimFilters = {
  readonly status?: string | undefined;
  readonly document?: string | undefined;
  readonly claimant?: string | undefined;
  readonly predicate?: string | undefined;
  readonly counts?: string | undefined;
  readonly polarity?: string | undefined;
  /** What must all occur in what is searched. */
  readonly terms?: readonly SearchTerm[] | undefined;
};
const CLAIM_FACETS = ['status', 'claimant', 'predicate', 'counts'] as const;
export type ClaimFacets = Readonly<Record<(typeof CLAIM_FACETS)[number], FacetCounts>>;
export type FacetCounts = readonly { readonly value: string; readonly count: number }[];

/** A column that a list is ordered by; the last of an order tells every two items apart. */
type Key = { readonly column: string; readonly backwards: boolean };

const CLAIM_ORDER = ['place', 'start_offset', 'id'] as const;
const SORTS = {
  claimant: 'claimant_folded',
  published: 'published',
  predicate: 'predicate',
  status: 'status',
} as const;
export type ClaimSort = keyof typeof SORTS | 'document';

export type ClaimSorting = { readonly by: ClaimSort; readonly backwards: boolean };

/** Claims of one key stay in the order of their documents, whichever way the keys run. */
function claimOrder({ by, backwards }: ClaimSorting): readonly Key[] {
  const inDocuments = CLAIM_ORDER.map((column) => ({ column, backwards: by === 'document' && backwards }));
  return by === 'document' ? inDocuments : [{ column: SORTS[by], backwards }, ...inDocuments];
}

/** The lists that people page through, out of the projections. */
export type Lists = {
  claims(filters: ClaimFilters, sorting: ClaimSorting, request: RowsAsked): Promise<ListPage<ListedClaim>>;
  /** What each filter could be set to, over what the others leave; most frequent first, at most `most` of each. */
  claimFacets(filters: ClaimFilters, most: number): Promise<ClaimFacets>;
  /** Documents, the last that came in first. */
  documents(words: readonly string[], request: RowsAsked): Promise<ListPage<JsonObject>>;
  incidents(
    filters: { readonly status?: string | undefined; readonly words: readonly string[] },
    request: RowsAsked,
  ): Promise<ListPage<JsonObject>>;
  findings(
    filters: {
      readonly status?: string | undefined;
      readonly review?: string | undefined;
      readonly words: readonly string[];
    },
    request: RowsAsked,
  ): Promise<ListPage<Finding>>;
  /** Each with as many figures as a page has room for. */
  comparisons(request: RowsAsked): Promise<ListPage<JsonObject>>;
};

export function listsIn(queries: Kysely<Tables>): Lists {
  const listed = async <Item>(
    table: 'claim' | 'document' | 'incident' | 'finding' | 'comparison',
    fitting: Expression<SqlBool>,
    order: readonly Key[],
    { place, limit }: RowsAsked,
    item: (row: Readonly<Record<string, unknown>>) => Item,
    {
      beside,
      also = sql``,
      total = sql`select count(*) as total from ${sql.table(table)} where ${fitting}`,
    }: {
      /** A table with what else is shown of an item, and its column with the item's id. */
      readonly beside?: readonly [table: string, column: string];
      /** What is shown of an item that follows from others, as further columns of `page`. */
      readonly also?: Expression<unknown>;
      /** What counts those that fit. */
      readonly total?: Expression<unknown>;
    } = {},
  ): Promise<ListPage<Item>> => {
    const from = sql.table(table);
    const counted = await sql<{ total: number }>`${total}`.execute(queries);
    const rest = place === null ? null : await restAfter(queries, table, fitting, order, place);
    const inOrder = sql.join(
      order.map(({ column, backwards }) => sql`${sql.ref(column)} ${sql.raw(backwards ? 'desc' : 'asc')}`),
    );
    const page = sql`
      select * from ${from} where ${fitting}${rest === null || 'skipped' in rest ? sql`` : sql` and ${rest.after}`}
      order by ${inOrder}
      limit ${limit + 1}${rest !== null && 'skipped' in rest ? sql` offset ${rest.skipped}` : sql``}`;
    const rows = await (beside === undefined
      ? sql<Record<string, unknown>>`${page}`
      : sql<Record<string, unknown>>`
          select *${also} from (${page}) as page join ${sql.table(beside[0])} on ${sql.ref(beside[1])} = page.id
          order by ${sql.join(order.map(({ column, backwards }) => sql`${sql.ref(`page.${column}`)} ${sql.raw(backwards ? 'desc' : 'asc')}`))}`
    ).execute(queries);
    return {
      items: rows.rows.slice(0, limit).map(item),
      more: rows.rows.length > limit,
      total: counted.rows[0]?.total ?? 0,
    };
  };
  return {
    claims: (filters, sorting, request) =>
      listed(
        'claim',
        claimsFitting(filters),
        claimOrder(sorting),
        request,
        ({ body, beside, incident }) => ({
          claim: body as Claim,
          beside: { ...(beside as JsonObject), incident: incident as string | null },
        }),
        {
          beside: ['claim_text', 'claim_text.claim'],
          also: sql`, ${incidentOf(sql.ref('page.id'))} as incident`,
          ...(isCounted(filters) ? { total: totalOf(filters) } : {}),
        },
      ),
    claimFacets: (filters, most) => countClaims(queries, filters, most),
    documents: (words, request) =>
      listed(
        'document',
        holdsAll(words),
        [{ column: 'place', backwards: true }],
        request,
        ({ summary }) => summary as JsonObject,
      ),
    incidents: ({ status, words }, request) =>
      listed(
        'incident',
        status === undefined ? holdsAll(words) : sql<SqlBool>`status = ${status} and ${holdsAll(words)}`,
        [{ column: 'place', backwards: false }],
        request,
        ({ summary }) => summary as JsonObject,
      ),
    comparisons: async (request) => {
      const page = await listed(
        'comparison',
        sql<SqlBool>`true`,
        [
          { column: 'place', backwards: false },
          { column: 'id', backwards: false },
        ],
        request,
        ({ id, body, brief }) => ({ id: String(id), body: body as JsonObject, brief: brief as JsonObject }),
      );
      return { ...page, items: await withFigures(queries, page.items, 'listed') };
    },
    findings: ({ words, ...equal }, request) =>
      listed(
        'finding',
        sql<SqlBool>`${sql.join([...equalTo(equal), holdsAll(words)], sql` and `)}`,
        [
          { column: 'place', backwards: false },
          { column: 'title', backwards: false },
          { column: 'id', backwards: false },
        ],
        request,
        ({ body }) => body as Finding,
      ),
  };
}

/** One condition for each column that a value is given for. */
function equalTo(values: Readonly<Record<string, string | undefined>>): Expression<SqlBool>[] {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([column, value]) => sql<SqlBool>`${sql.ref(column)} = ${value}`);
}

function claimsFitting({ terms = [], counts, claimant, ...equal }: ClaimFilters): Expression<SqlBool> {
  const conditions = [...equalTo(equal), by(claimant), counting(counts), holdsTerms(terms)];
  return sql<SqlBool>`${sql.join(conditions, sql` and `)}`;
}

/** Claims of a claimant, by any name that people judged to be its own; all where none is named. */
function by(claimant: string | undefined): Expression<SqlBool> {
  return claimant === undefined
    ? sql<SqlBool>`true`
    : sql<SqlBool>`(claimant = ${claimant} or claimant in (select claimant from claim where claimant_named = ${claimant}))`;
}

/** Claims with a figure of some things; all where none are named. */
function counting(counts: string | undefined): Expression<SqlBool> {
  return counts === undefined
    ? sql<SqlBool>`true`
    : sql<SqlBool>`id in (select claim from quantity where counts = ${counts})`;
}

/** Claims in whose text all terms occur. */
function holdsTerms(terms: readonly SearchTerm[]): Expression<SqlBool> {
  if (terms.length === 0) return sql<SqlBool>`true`;
  const sought = wordQuery(terms.map((term) => ({ terms: [term], names: [] })));
  return sql<SqlBool>`id in (select claim from claim_text where words @@ ${sought}::tsquery)`;
}

/** How many claims each choice would leave: by the counts that are kept, or of the claims themselves where these are narrowed further. */
async function countClaims(queries: Kysely<Tables>, filters: ClaimFilters, most: number): Promise<ClaimFacets> {
  const { status, claimant, predicate, counts = '' } = filters;
  const flags: Readonly<Record<(typeof CLAIM_FACETS)[number], Expression<SqlBool>>> = {
    status: status === undefined ? sql`true` : sql`status = ${status}`,
    claimant: by(claimant),
    predicate: predicate === undefined ? sql`true` : sql`predicate = ${predicate}`,
    counts: sql`counts = ${counts}`,
  };
  const counted = CLAIM_FACETS.map((facet) => {
    const others = CLAIM_FACETS.filter((other) => other !== facet).map((other) => sql.ref(`of_${other}`));
    const own = facet === 'counts' ? sql`counts <> ''` : sql`of_counts`;
    return sql`
      select ${facet}::text as facet, ${sql.ref(facet)} as value, sum(claims)::bigint as count
      from matched where ${sql.join([...others, own], sql` and `)} group by 2`;
  });
  const { rows } = await sql<{ facet: string; value: string; count: number }>`
    with matched as materialized (
      select status, claimant, predicate, counts, claims,
        ${sql.join(CLAIM_FACETS.map((facet) => sql`${flags[facet]} as ${sql.ref(`of_${facet}`)}`))}
      from ${isCounted(filters) ? sql`claim_count` : countsOf(filters)}
    )
    ${sql.join(counted, sql` union all `)}
    order by facet, count desc, value`.execute(queries);
  const valuesOf = (name: string): FacetCounts =>
    rows.flatMap(({ facet, value, count }) => (facet === name ? [{ value, count }] : [])).slice(0, most);
  return {
    status: valuesOf('status'),
    claimant: valuesOf('claimant'),
    predicate: valuesOf('predicate'),
    counts: valuesOf('counts'),
  };
}

/** Whether claims are filtered by nothing but what `claim_count` tells apart. */
function isCounted({ document, polarity, terms = [] }: ClaimFilters): boolean {
  return document === undefined && polarity === undefined && terms.length === 0;
}

/** The counts of the claims that a document, a polarity or words leave, in the form of `claim_count`. */
function countsOf({ document, polarity, terms }: ClaimFilters): Expression<unknown> {
  const fitting = claimsFitting({ document, polarity, terms });
  return sql`(
    with fitting as materialized (select id, status, claimant, predicate from claim where ${fitting})
    select status, claimant, predicate, '' as counts, count(*) as claims from fitting group by 1, 2, 3
    union all
    select status, claimant, predicate, counts, count(distinct claim)
    from quantity join fitting on fitting.id = quantity.claim group by 1, 2, 3, 4
  ) as claim_count`;
}

/** How many claims fit, by the counts that are kept. */
function totalOf({ status, claimant, predicate, counts = '' }: ClaimFilters): Expression<unknown> {
  const conditions = [...equalTo({ status, predicate }), by(claimant), sql<SqlBool>`counts = ${counts}`];
  return sql`select coalesce(sum(claims), 0)::bigint as total from claim_count where ${sql.join(conditions, sql` and `)}`;
}

/** Rows whose searched text holds every word. */
function holdsAll(words: readonly string[]): Expression<SqlBool> {
  if (words.length === 0) return sql<SqlBool>`true`;
  // No sign of a word is a wild card.
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`);
  return sql<SqlBool>`${sql.join(
    patterns.map((pattern) => sql`sought like ${pattern}`),
    sql` and `,
  )}`;
}

/** What of a list stands after an item: by the item's own keys, or by number where it does not fit any more. */
async function restAfter(
  queries: Kysely<Tables>,
  table: string,
  fitting: Expression<SqlBool>,
  order: readonly Key[],
  { at, after }: ListPlace,
): Promise<{ readonly after: Expression<SqlBool> } | { readonly skipped: number }> {
  const columns = sql.join(order.map(({ column }) => sql.ref(column)));
  const { rows } = await sql<Record<string, unknown>>`
    select ${columns} from ${sql.table(table)} where ${fitting} and id = ${after}`.execute(queries);
  const [item] = rows;
  if (item === undefined) return { skipped: at };
  // (a, b) after (x, y): a > x, or a = x and b > y; each column has its own direction.
  const steps = order.map(({ column, backwards }, step) => {
    const same = order.slice(0, step).map((one) => sql`${sql.ref(one.column)} = ${item[one.column]}`);
    return sql`(${sql.join([...same, sql`${sql.ref(column)} ${sql.raw(backwards ? '<' : '>')} ${item[column]}`], sql` and `)})`;
  });
  return { after: sql<SqlBool>`(${sql.join(steps, sql` or `)})` };
}
