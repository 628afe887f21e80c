import { type Kysely, sql } from 'kysely';
import type { OriginCluster } from '../claims/comparison/independence.ts';
import type { Claim } from '../claims/model/claim.ts';
import type { JsonObject } from '../core/json/json.ts';
import type { FigureEntry } from '../findings/comparison/great-comparison.ts';
import type { Incident } from '../findings/comparison/incident.ts';
import type { Finding } from '../findings/model/finding.ts';
import { type ComparedClaims, comparedClaims } from './comparisons.ts';
import { anyOf } from './kysely.ts';
import type { Tables } from './tables.ts';

/** That a claim stands in a block, as the tables hold it. */
export type HeldBlock = {
  readonly claim: string;
  readonly document: string;
  readonly kind: string;
  readonly item: string;
  readonly block: string;
};

/**
 * A claim as the tables hold it, with where it stands among those of its document, and what is known of its place on a picture: null where
 * it stands in text that the document brings itself.
 */
export type HeldClaim = { readonly claim: Claim; readonly at: number; readonly sight: JsonObject | null };

/** A claim that stands around another. */
export type ClaimAround = { readonly claim: string; readonly around: string; readonly document: string };

/** What the tables say of the blocks in which claims stand: by it is found what an act can move. Each costs what it finds. */
export type Blocks = {
  /** The blocks of some claims. */
  of(claims: readonly string[]): Promise<readonly HeldBlock[]>;
  /** All that stands in some blocks of one kind. */
  within(kind: string, blocks: readonly string[]): Promise<readonly HeldBlock[]>;
  /** What stands in the greatest blocks of a kind, of at least so many and not more than so many in all. */
  greatest(kind: string, least: number, most: number): Promise<readonly HeldBlock[]>;
  /** The findings that denials under any of some keys can meet. */
  deniable(keys: readonly string[]): Promise<readonly Finding[]>;
  /** Findings by their ids. */
  findings(ids: readonly string[]): Promise<readonly Finding[]>;
  /** The findings that people made. */
  made(): Promise<readonly Finding[]>;
  /** Incidents and comparisons by their ids. */
  incidents(ids: readonly string[]): Promise<readonly Incident[]>;
  comparisons(ids: readonly string[]): Promise<readonly ComparedClaims[]>;
  /** How many figures stand in some comparisons, of those on which nobody gave a word. */
  unspoken(comparisons: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** The comparisons of more figures than some. */
  greatComparisons(most: number): Promise<readonly string[]>;
  /** The entries of some parts of great comparisons. */
  figureIndex(
    parts: readonly string[],
  ): Promise<readonly { readonly id: string; readonly entries: readonly FigureEntry[] }[]>;
  /** The comparisons in which any of some figures stands, by their ids. */
  comparisonsOf(figures: readonly string[]): Promise<readonly string[]>;
  /** The incidents in which any of some claims stands. */
  incidentsOn(claims: readonly string[]): Promise<readonly Incident[]>;
  /** Which origins count as one, each cluster without its claims. */
  origins(): Promise<readonly Omit<OriginCluster, 'claims'>[]>;
  /** Claims by their ids. */
  claims(ids: readonly string[]): Promise<readonly HeldClaim[]>;
  /**
   * Claims that begin in the documents of some from where these begin to some characters after their ends, where one of them can answer; each
   * stands around itself.
   */
  around(claims: readonly string[], reach: number): Promise<readonly ClaimAround[]>;
  /** Documents as a list shows them. */
  documents(ids: readonly string[]): Promise<readonly JsonObject[]>;
  /** Where documents stand among all. */
  placesOf(documents: readonly string[]): Promise<ReadonlyMap<string, number>>;
};

export function blocksIn(queries: Kysely<Tables>): Blocks {
  const held = queries.selectFrom('claim_block').select(['claim', 'document', 'kind', 'item', 'block']);
  return {
    of: (claims) => inParts(claims, 4000, (some) => held.where('claim', '=', anyOf(some)).orderBy('id').execute()),
    within: (kind, blocks) => held.where('kind', '=', kind).where('block', '=', anyOf(blocks)).orderBy('id').execute(),
    greatest: (kind, least, most) =>
      held
        .where('kind', '=', kind)
        .where('block', 'in', (inner) =>
          inner
            .selectFrom('claim_block')
            .select('block')
            .where('kind', '=', kind)
            .groupBy('block')
            .having(({ fn }) => fn.countAll(), '>=', least)
            .orderBy(({ fn }) => fn.countAll(), 'desc')
            .orderBy('block')
            .limit(Math.max(1, Math.floor(most / least))),
        )
        .orderBy('id')
        .limit(most)
        .execute(),
    deniable: async (keys) => {
      const met = queries.selectFrom('finding_deniable').select('finding').where('deniable', '=', anyOf(keys));
      return (await queries.selectFrom('finding').select('body').where('id', 'in', met).orderBy('id').execute()).map(
        ({ body }) => body,
      );
    },
    findings: async (ids) =>
      (await queries.selectFrom('finding').select('body').where('id', '=', anyOf(ids)).orderBy('id').execute()).map(
        ({ body }) => body,
      ),
    made: async () =>
      (await queries.selectFrom('finding').select('body').where('review', '=', 'made').orderBy('place').execute()).map(
        ({ body }) => body,
      ),
    incidents: async (ids) =>
      (await queries.selectFrom('incident').select('body').where('id', '=', anyOf(ids)).orderBy('id').execute()).map(
        ({ body }) => body,
      ),
    comparisons: (ids) => comparedClaims(queries, ids),
    unspoken: async (comparisons) => {
      const heads = queries
        .selectFrom('comparison')
        .select(['id', 'body', 'brief'])
        .where('id', '=', anyOf(comparisons));
      return new Map(
        (await heads.execute()).flatMap(({ id, body, brief }) =>
          body.reviewedBy === null ? [[id, Number(brief.figures)] as const] : [],
        ),
      );
    },
    greatComparisons: async (most) => {
      const figures = sql<number>`(brief->>'figures')::integer`;
      const great = queries.selectFrom('comparison').select('id').where(figures, '>', most).orderBy(figures, 'desc');
      return (await great.orderBy('id').execute()).map(({ id }) => id);
    },
    figureIndex: (parts) =>
      queries.selectFrom('figure_index').select(['id', 'entries']).where('id', '=', anyOf(parts)).execute(),
    comparisonsOf: async (figures) => {
      const own = queries.selectFrom('comparison_figure').select('comparison').where('id', '=', anyOf(figures));
      return (await own.distinct().orderBy('comparison').execute()).map(({ comparison }) => comparison);
    },
    incidentsOn: async (claims) => {
      const holding = queries.selectFrom('incident_claim').select('incident').where('claim', '=', anyOf(claims));
      return (
        await queries.selectFrom('incident').select('body').where('id', 'in', holding).orderBy('id').execute()
      ).map(({ body }) => body);
    },
    origins: () => queries.selectFrom('origin_cluster').select(['origins', 'reason']).orderBy('place').execute(),
    claims: async (ids) => {
      const rows = await inParts(ids, 500, (some) =>
        queries
          .selectFrom('claim')
          .innerJoin('claim_text', 'claim_text.claim', 'claim.id')
          .select(['body', 'nth'])
          .where('claim.id', '=', anyOf(some))
          .execute(),
      );
      return rows.map(({ body, nth }) => {
        const { sight = null, ...claim } = body as Claim & { readonly sight?: JsonObject | null };
        return { claim, at: nth, sight };
      });
    },
    around: (claims, reach) => inParts(claims, 2000, (some) => claimsAround(queries, some, reach)),
    documents: async (ids) =>
      (
        await inParts(ids, 1000, (some) =>
          queries.selectFrom('document').select('summary').where('id', '=', anyOf(some)).execute(),
        )
      ).map(({ summary }) => summary),
    placesOf: async (documents) =>
      new Map(
        (await queries.selectFrom('document').select(['id', 'place']).where('id', '=', anyOf(documents)).execute()).map(
          ({ id, place }) => [id, place],
        ),
      ),
  };
}

/** Most claims have nothing after them that can answer: those with one are found first, by an index of what can. */
async function claimsAround(
  queries: Kysely<Tables>,
  claims: readonly string[],
  reach: number,
): Promise<readonly ClaimAround[]> {
  const { rows } = await sql<ClaimAround>`
    with asked as materialized (
      select id, document, start_offset, end_offset + ${reach}::integer as until from claim where id = ${anyOf(claims)}
    ), answered as materialized (
      select * from asked where exists (
        select 1 from claim as answer where answer.answers and answer.document = asked.document
          and answer.start_offset >= asked.start_offset and answer.start_offset <= asked.until
      )
    )
    select answered.id as claim, other.id as around, answered.document
    from answered join claim as other on other.document = answered.document
      and other.start_offset >= answered.start_offset and other.start_offset <= answered.until
    union
    select id, id, document from asked`.execute(queries);
  return rows;
}

/** The rows of many names, in statements of a few hundredths of a second: whoever asks meanwhile is answered in between. */
async function inParts<Row>(
  names: readonly string[],
  most: number,
  read: (some: readonly string[]) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  if (names.length <= most) return await read(names);
  const rows: Row[] = [];
  for (let at = 0; at < names.length; at += most)
    for (const row of await read(names.slice(at, at + most))) rows.push(row);
  return rows;
}
