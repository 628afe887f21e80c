import type { Claim } from '../claims/model/claim.ts';
import type { JsonArray, JsonObject } from '../core/json/json.ts';
import type { FigureEntry } from '../findings/comparison/great-comparison.ts';
import type { Incident } from '../findings/comparison/incident.ts';
import type { Finding } from '../findings/model/finding.ts';
import type { Lead } from '../findings/model/lead.ts';

/** The columns that typed queries read; the migrations hold the whole of each table. */
export type Tables = {
  claim: {
    id: string;
    document: string;
    place: number;
    nth: number;
    start_offset: number;
    answers: boolean;
    claimant: string;
    claimant_named: string;
    claimant_folded: string;
    polarity: string;
    predicate: string;
    published: string;
    status: string;
  };
  claim_text: { claim: string; body: Claim; beside: JsonObject };
  quantity: { claim: string; position: number; counts: string };
  incident: {
    id: string;
    place: number;
    status: string;
    sought: string;
    body: Incident;
    summary: JsonObject;
    origins: JsonObject;
  };
  incident_claim: { incident: string; claim: string };
  finding_claim: { finding: string; claim: string };
  finding_deniable: { finding: string; deniable: string };
  origin_cluster: { id: string; place: number; origins: readonly string[]; reason: string };
  claim_block: { id: string; claim: string; document: string; kind: string; item: string; block: string };
  finding: {
    id: string;
    place: number;
    title: string;
    review: string;
    status: string;
    verdict: string | null;
    body: Finding;
  };
  statement_check: { id: string; place: number; claim: string; summary: JsonObject };
  comparison: { id: string; place: number; review: string; body: JsonObject; brief: JsonObject };
  figure_index: { id: string; comparison: string; entries: readonly FigureEntry[] };
  comparison_relations: { comparison: string; relations: JsonArray };
  comparison_figure: {
    id: string;
    comparison: string;
    claim: string;
    place: number;
    nth: number;
    shown: boolean;
    listed: boolean;
    body: JsonObject;
    path: JsonObject;
  };
  lead: { id: string; place: number; body: Lead; summary: JsonObject };
  document: { id: string; place: number; sought: string; summary: JsonObject };
};
