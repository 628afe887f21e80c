import { type Kysely, sql } from 'kysely';
import type { Claim } from '../claims/model/claim.ts';
import type { JsonObject } from '../core/json/json.ts';
import type { Finding } from '../findings/model/finding.ts';
import { comparisonsOn } from './comparisons.ts';
import { anyOf, incidentOf } from './kysely.ts';
import type { Tables } from './tables.ts';

/** A claim with what is shown next to it, and whom its claimant counts as. */
export type DetailedClaim = { readonly claim: Claim; readonly beside: JsonObject; readonly party: string };

/** An incident as a list shows it, with where its claims come from. */
export type DetailedIncident = { readonly summary: JsonObject; readonly origins: JsonObject };

/** Single items of the projections, with what stands with them: each by its keys, so that none costs more in a larger archive. */
export type Details = {
  /** Claims by their ids, in the order of these; what is not there is left out. */
  claims(ids: readonly string[]): Promise<readonly DetailedClaim[]>;
  /** The claims of a document, in the order of its text. */
  claimsIn(document: string): Promise<readonly DetailedClaim[]>;
  /** In which document each of some claims stands. */
  documentsOf(claims: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** A document as a list shows it. */
  document(id: string): Promise<JsonObject | undefined>;
  incident(id: string): Promise<DetailedIncident | undefined>;
  finding(id: string): Promise<Finding | undefined>;
  /** The findings that rest on any of some claims. */
  findingsOn(claims: readonly string[]): Promise<readonly Finding[]>;
  /** The comparisons in which a figure of any of some claims stands, each with as many figures as a page has room for. */
  comparisonsOn(claims: readonly string[]): Promise<readonly JsonObject[]>;
  /** What a claim states that was held against the law, as a list shows it. */
  checksOn(claim: string): Promise<readonly JsonObject[]>;
};

type DetailedRow = Pick<DetailedClaim, 'beside' | 'party'> & { readonly body: Claim; readonly incident: string | null };

export function detailsIn(queries: Kysely<Tables>): Details {
  const claimRows = queries
    .selectFrom('claim')
    .innerJoin('claim_text', 'claim_text.claim', 'claim.id')
    .select(['claim.id', 'body', 'beside', 'claimant as party', incidentOf(sql.ref('claim.id')).as('incident')]);
  const detailed = ({ body, beside, party, incident }: DetailedRow): DetailedClaim => ({
    claim: body,
    beside: { ...beside, incident },
    party,
  });
  return {
    claims: async (ids) => {
      const rows = await claimRows.where('claim.id', '=', anyOf(ids)).execute();
      const byId = new Map(rows.map((row) => [row.id, detailed(row)]));
      return ids.flatMap((id) => byId.get(id) ?? []);
    },
    claimsIn: async (document) => {
      const own = claimRows.where('claim.document', '=', document).orderBy('start_offset').orderBy('claim.id');
      return (await own.execute()).map(detailed);
    },
    documentsOf: async (claims) => {
      const rows = await queries
        .selectFrom('claim')
        .select(['id', 'document'])
        .where('id', '=', anyOf(claims))
        .execute();
      return new Map(rows.map(({ id, document }) => [id, document]));
    },
    document: async (id) =>
      (await queries.selectFrom('document').select('summary').where('id', '=', id).executeTakeFirst())?.summary,
    incident: async (id) =>
      await queries.selectFrom('incident').select(['summary', 'origins']).where('id', '=', id).executeTakeFirst(),
    finding: async (id) =>
      (await queries.selectFrom('finding').select('body').where('id', '=', id).executeTakeFirst())?.body,
    findingsOn: async (claims) => {
      const resting = queries.selectFrom('finding_claim').select('finding').where('claim', '=', anyOf(claims));
      const rows = await queries
        .selectFrom('finding')
        .select('body')
        .where('id', 'in', resting)
        .orderBy('place')
        .orderBy('title')
        .orderBy('id')
        .execute();
      return rows.map(({ body }) => body);
    },
    comparisonsOn: (claims) => comparisonsOn(queries, claims),
    checksOn: async (claim) =>
      (
        await queries
          .selectFrom('statement_check')
          .select('summary')
          .where('claim', '=', claim)
          .orderBy('place')
          .execute()
      ).map(({ summary }) => summary),
  };
}
