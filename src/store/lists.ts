import { type Expression, type Kysely, type SqlBool, sql } from 'kysely';
import type { Claim } from '../claims/model/claim.ts';
import type { JsonObject } from '../core/json.ts';
import type { Finding } from '../findings/model/finding.ts';
import type { Tables } from './tables.ts';

/** From where a list goes on: after this item, or from this number on where the item stands in it no more. */
export type ListPlace = { readonly at: number; readonly after: string };
export type ListRequest = { readonly place: ListPlace | null; readonly limit: number };

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
  /** Words that all stand in what is searched, folded. */
  readonly words?: readonly string[] | undefined;
};
export type FacetName = 'status' | 'claimant' | 'predicate' | 'counts';
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
  claims(filters: ClaimFilters, sorting: ClaimSorting, request: ListRequest): Promise<ListPage<ListedClaim>>;
  /** What a filter could be set to, over what the others leave; most frequent first. */
  claimFacet(name: FacetName, filters: ClaimFilters, most: number): Promise<FacetCounts>;
  /** Documents, the last that came in first. */
  documents(words: readonly string[], request: ListRequest): Promise<ListPage<JsonObject>>;
  incidents(
    filters: { readonly status?: string | undefined; readonly words: readonly string[] },
    request: ListRequest,
  ): Promise<ListPage<JsonObject>>;
  findings(
    filters: {
      readonly status?: string | undefined;
      readonly review?: string | undefined;
      readonly words: readonly string[];
    },
    request: ListRequest,
  ): Promise<ListPage<Finding>>;
};

export function listsIn(queries: Kysely<Tables>): Lists {
  const listed = async <Item>(
    table: 'claim' | 'document' | 'incident' | 'finding',
    fitting: Expression<SqlBool>,
    order: readonly Key[],
    { place, limit }: ListRequest,
    item: (row: Readonly<Record<string, unknown>>) => Item,
  ): Promise<ListPage<Item>> => {
    const from = sql.table(table);
    const counted = await sql<{ total: number }>`select count(*) as total from ${from} where ${fitting}`.execute(
      queries,
    );
    const rest = place === null ? null : await restAfter(queries, table, fitting, order, place);
    const rows = await sql<Record<string, unknown>>`
      select * from ${from} where ${fitting}${rest === null || 'skipped' in rest ? sql`` : sql` and ${rest.after}`}
      order by ${sql.join(order.map(({ column, backwards }) => sql`${sql.ref(column)} ${sql.raw(backwards ? 'desc' : 'asc')}`))}
      limit ${limit + 1}${rest !== null && 'skipped' in rest ? sql` offset ${rest.skipped}` : sql``}
    `.execute(queries);
    return {
      items: rows.rows.slice(0, limit).map(item),
      more: rows.rows.length > limit,
      total: counted.rows[0]?.total ?? 0,
    };
  };
  return {
    claims: (filters, sorting, request) =>
      listed('claim', claimsFitting(filters), claimOrder(sorting), request, ({ body, beside }) => ({
        claim: body as Claim,
        beside: beside as JsonObject,
      })),
    claimFacet: async (name, { [name]: _, ...others }, most) => {
      const fitting = claimsFitting(others);
      const answer =
        name === 'counts'
          ? sql<{ value: string; count: number }>`
              select counts as value, count(distinct claim) as count from quantity
              where claim in (select id from claim where ${fitting}) group by counts order by 2 desc, 1 limit ${most}`
          : sql<{ value: string; count: number }>`
              select ${sql.ref(name)} as value, count(*) as count from claim
              where ${fitting} group by 1 order by 2 desc, 1 limit ${most}`;
      return (await answer.execute(queries)).rows;
    },
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
    findings: ({ words, ...equal }, request) =>
      listed(
        'finding',
        sql<SqlBool>`${sql.join([...equalTo(equal), holdsAll(words)], sql` and `)}`,
        [{ column: 'place', backwards: false }],
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

function claimsFitting({ words = [], counts, ...equal }: ClaimFilters): Expression<SqlBool> {
  const conditions = equalTo(equal);
  if (counts !== undefined) conditions.push(sql<SqlBool>`id in (select claim from quantity where counts = ${counts})`);
  return sql<SqlBool>`${sql.join([...conditions, holdsAll(words)], sql` and `)}`;
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
