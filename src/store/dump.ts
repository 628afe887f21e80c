import { createHash } from 'node:crypto';
import { canonicalJson } from '../core/json/canonical-json.ts';
import type { Database } from './database.ts';

/** Every projection table with the order that makes a dump of it comparable. */
const TABLES: Readonly<Record<string, string>> = {
  act: 'id',
  source: 'id',
  document: 'id',
  refusal: 'id',
  claim: 'id',
  quantity: 'claim, position',
  claim_text: 'claim',
  claim_count: 'status, claimant, predicate, counts',
  claim_block: 'id',
  origin_cluster: 'id',
  passage: 'id',
  name: 'id',
  incident: 'id',
  incident_claim: 'incident, claim',
  comparison: 'id',
  comparison_relations: 'comparison',
  comparison_figure: 'id',
  figure_index: 'id',
  statement_check: 'id',
  lead: 'id',
  finding: 'id',
  finding_claim: 'finding, claim',
  finding_provision: 'finding, provision, effect',
  finding_deniable: 'finding, deniable',
  projection_state: 'name',
};

/** One line a row, tables and rows in a fixed order: two stores with equal dumps hold the same projections. */
export async function* dumpProjections(database: Database): AsyncGenerator<string> {
  for (const [table, order] of Object.entries(TABLES)) {
    const rows = await database.query({ sql: `select * from ${table} order by ${order}` });
    for (const row of rows) yield `${table} ${canonicalJson(row)}`;
  }
}

/** SHA-256 over the ordered dump. */
export async function hashProjections(database: Database): Promise<string> {
  const hash = createHash('sha256');
  for await (const line of dumpProjections(database)) hash.update(`${line}\n`);
  return hash.digest('hex');
}
