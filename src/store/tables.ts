import type { Claim } from '../claims/model/claim.ts';
import type { Incident } from '../findings/comparison/incident.ts';
import type { Finding } from '../findings/model/finding.ts';

/** The columns that typed queries read; the migrations hold the whole of each table. */
export type Tables = {
  claim: {
    id: string;
    document: string;
    start_offset: number;
    claimant: string;
    predicate: string;
    status: string;
    body: Claim;
  };
  incident: { id: string; position: number; status: string; body: Incident };
  finding: { id: string; position: number; status: string; verdict: string | null; body: Finding };
  document: {
    id: string;
    position: number;
    name: string;
    kind: string;
    title: string | null;
    source: string | null;
    published: string | null;
    url: string | null;
    size: number;
    reader: string;
    acquired_by_act: string;
  };
};
