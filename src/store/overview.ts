import { type Kysely, sql } from 'kysely';
import type { JsonObject } from '../core/json/json.ts';
import type { Finding } from '../findings/model/finding.ts';
import type { Tables } from './tables.ts';

/** Something contested that a person stands behind. */
export type ContestedRow = {
  readonly kind: 'finding' | 'figures' | 'incident';
  readonly id: string;
  readonly title: string;
  readonly reason: string;
};

/** What a first page shows of the tables. */
export type OverviewRows = {
  readonly counts: {
    readonly documents: number;
    readonly claims: number;
    readonly toReview: number;
    readonly incidents: number;
    readonly findings: number;
    readonly proposed: number;
    readonly refused: number;
    readonly unread: number;
    readonly contested: number;
  };
  /** The documents that came in last, the newest first. */
  readonly cameIn: readonly JsonObject[];
  readonly contested: readonly ContestedRow[];
  readonly checks: readonly JsonObject[];
  /** Findings on which somebody was asked for a reply. */
  readonly heard: readonly Finding[];
};

/** What nobody accepted contests nothing, and of incidents those that a person had a word on. */
const CONTESTED = sql`
  select 1 as part, 'finding' as kind, id, body->>'title' as title, body->>'statusReason' as reason, place
  from finding where status = 'contested' and review in ('made', 'accepted')
  union all
  select 2, 'figures', id, body->>'title', contradiction, place
  from comparison where review = 'accepted' and contradiction is not null
  union all
  select 3, 'incident', id, summary->>'title', body->>'reason', place
  from incident where status = 'contested'
    and exists (select from jsonb_array_elements_text(body->'by') as judge (name) where name <> 'program')`;

/** @param most at most so many documents and contested points; the counts are of all */
export async function readOverview(
  queries: Kysely<Tables>,
  most: { readonly cameIn: number; readonly contested: number },
): Promise<OverviewRows> {
  const rows = async <Row>(query: ReturnType<typeof sql<Row>>) => (await query.execute(queries)).rows;
  const [counts, cameIn, contested, checks, heard] = await Promise.all([
    rows(sql<OverviewRows['counts']>`
      select
        (select count(*) from document) as documents,
        (select count(*) from document where jsonb_array_length(summary->'unread') > 0) as unread,
        (select coalesce(sum(claims), 0)::bigint from claim_count where counts = '') as claims,
        (select coalesce(sum(claims), 0)::bigint from claim_count where counts = '' and status = 'proposed') as "toReview",
        (select count(*) from incident) as incidents,
        (select count(*) from finding where review in ('made', 'accepted')) as findings,
        (select count(*) from finding where review = 'proposed') as proposed,
        (select count(*) from refusal) as refused,
        (select count(*) from (${CONTESTED}) as points) as contested`),
    rows(sql<{ summary: JsonObject }>`select summary from document order by place desc limit ${most.cameIn}`),
    rows(sql<ContestedRow>`
      select kind, id, title, reason from (${CONTESTED}) as points order by part, place, title, id limit ${most.contested}`),
    rows(sql<{ summary: JsonObject }>`select summary from statement_check order by place, id`),
    rows(sql<{ body: Finding }>`
      select body from finding where jsonb_array_length(body->'hearing'->'replies') > 0 order by place, title, id`),
  ]);
  const [counted] = counts;
  if (counted === undefined) throw new Error('a select without a table gives one row');
  return {
    counts: counted,
    cameIn: cameIn.map(({ summary }) => summary),
    contested,
    checks: checks.map(({ summary }) => summary),
    heard: heard.map(({ body }) => body),
  };
}
