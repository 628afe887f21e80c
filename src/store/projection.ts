import type { Claim } from '../claims/model/claim.ts';
import type { JsonArray, JsonObject } from '../core/json/json.ts';
import type { Incident } from '../findings/comparison/incident.ts';
import type { Finding } from '../findings/model/finding.ts';
import type { Lead } from '../findings/model/lead.ts';

/**
 * Rows that come and go together. As long as a chunk follows from the same things, its rows are the same: they are neither made
 * nor compared with what the tables hold, so that an act costs what it touches.
 */
export type Chunk<Row> = {
  /** Distinct among the chunks of one table. */
  readonly key: string;
  /** All that its rows follow from beside the program, as plain data. */
  readonly of: readonly unknown[];
  rows(): readonly Row[];
};

/** One act as the projections hold it; the record remains its only truth. */
export type ActRow = {
  readonly place: number;
  readonly id: string;
  readonly kind: string;
  readonly at: string;
  readonly actor: string;
  /** Null when the act was redacted. */
  readonly body: JsonObject | null;
};

export type SourceRow = {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly country: string | null;
  readonly reliability: string | null;
};

export type DocumentRow = {
  readonly place: number;
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly title: string | null;
  readonly source: string | null;
  readonly published: string | null;
  readonly url: string | null;
  readonly size: number;
  readonly reader: string;
  readonly acquiredByAct: string;
  /** What a search looks through, folded. */
  readonly sought: string;
  /** As a list shows it. */
  readonly summary: JsonObject;
};

export type RefusalRow = {
  readonly place: number;
  readonly name: string;
  readonly code: string;
  readonly message: string;
};

export type ClaimRecord = {
  readonly claim: Claim;
  /** Of its document among all documents, and of the claim among those of its document. */
  readonly place: number;
  readonly nth: number;
  /** It can bear on what stands right before it. */
  readonly answers: boolean;
  readonly published: string | null;
  /** What its claimant counts as, by what people judged. */
  readonly party: string;
  readonly claimantFolded: string;
  /** What a search looks through. */
  readonly sought: string;
  /** What a list shows next to the claim. */
  readonly beside: JsonObject;
};

export type IncidentRow = {
  readonly place: number;
  readonly incident: Incident;
  readonly sought: string;
  readonly summary: JsonObject;
  /** Where its claims come from. */
  readonly origins: JsonObject;
};

export const SEARCHED_KINDS = ['document', 'claim', 'incident', 'finding', 'provision'] as const;
export type SearchedKind = (typeof SEARCHED_KINDS)[number];

/** What a search finds: a passage of a document, or something else by its words. */
export type PassageRow = {
  readonly kind: SearchedKind;
  /** The id of what it is of. */
  readonly item: string;
  /** Which passage of it. */
  readonly part: number;
  readonly title: string;
  readonly document: string | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly source: string | null;
  /** The day of which it is, by which a search can be narrowed. */
  readonly day: string | null;
  readonly language: string | null;
  readonly body: string;
};

/** Figures laid side by side, in the form of the report but without the figures and how they stand to each other. */
export type ComparisonRow = {
  readonly place: number;
  readonly id: string;
  readonly review: string;
  /** Figures that exclude each other, in a sentence. */
  readonly contradiction: string | null;
  readonly body: JsonObject;
  /** What a list shows beside that. */
  readonly brief: JsonObject;
  /** How pairs of its figures stand to each other, in the form of the report. */
  readonly relations: JsonArray;
};

/** A figure of a comparison. */
export type ComparedFigureRow = {
  readonly id: string;
  readonly comparison: string;
  readonly claim: string;
  /** Of its claim among all, and of the figure among those of its claim. */
  readonly place: number;
  readonly nth: number;
  /** A page that has no room for all of them shows it. */
  readonly shown: boolean;
  /** A list of comparisons shows it. */
  readonly listed: boolean;
  /** In the form of the report. */
  readonly body: JsonObject;
  /** How its claim came to the document. */
  readonly path: JsonObject;
};

/** The figures of a part of a great comparison, by what decides where each stands there. */
export type FigureIndexRow = {
  /** The part, as the chunk of its figures is called. */
  readonly id: string;
  readonly comparison: string;
  readonly entries: JsonArray;
};

export type FindingRow = {
  /** Among all of its kind by itself alone; of two with one place the title decides. */
  readonly place: number;
  readonly finding: Finding;
  readonly sought: string;
  /** Under what denials of it are found. */
  readonly deniable: readonly string[];
};

/** That a claim stands in a block, beside whatever else stands there. */
export type ClaimBlockRow = {
  readonly id: string;
  readonly claim: string;
  readonly document: string;
  readonly kind: string;
  readonly item: string;
  readonly block: string;
};

export type LeadRow = { readonly place: number; readonly lead: Lead; readonly summary: JsonObject };

/** A statement held against the law, as a list shows it. */
export type CheckRow = {
  readonly id: string;
  readonly place: number;
  readonly claim: string;
  readonly summary: JsonObject;
};

/** A name as a text writes it, with the keys that other spellings of it share. */
export type NameRow = { readonly name: string; readonly keys: readonly number[] };

/** Origins that count as one. */
export type OriginRow = { readonly place: number; readonly origins: readonly string[]; readonly reason: string };

/** Everything that is derived from the record. Rows say by their `place` in which order they stand. */
export type Projection = {
  /** Version of the program that derived it: another version may derive otherwise. */
  readonly program: string;
  /** Hash of the acts as the record holds them. */
  readonly actsHash: string;
  /** How many acts those are. */
  readonly actCount: number;
  readonly acts: readonly Chunk<ActRow>[];
  readonly sources: readonly Chunk<SourceRow>[];
  readonly documents: readonly Chunk<DocumentRow>[];
  readonly refusals: readonly Chunk<RefusalRow>[];
  readonly claims: readonly Chunk<ClaimRecord>[];
  readonly incidents: readonly Chunk<IncidentRow>[];
  readonly blocks: readonly Chunk<ClaimBlockRow>[];
  readonly origins: readonly Chunk<OriginRow>[];
  readonly passages: readonly Chunk<PassageRow>[];
  readonly names: readonly Chunk<NameRow>[];
  readonly comparisons: readonly Chunk<ComparisonRow>[];
  readonly figures: readonly Chunk<ComparedFigureRow>[];
  readonly index: readonly Chunk<FigureIndexRow>[];
  readonly checks: readonly Chunk<CheckRow>[];
  readonly findings: readonly Chunk<FindingRow>[];
  readonly leads: readonly Chunk<LeadRow>[];
};

/** What the store already holds; null for an empty store. */
export type ProjectionState = Pick<Projection, 'actsHash' | 'actCount' | 'program'>;

/** A projection of nothing but what acts have moved: chunks that are not in it and not gone stay as they are. */
export type Amendment = {
  readonly projection: Projection;
  /** Keys of chunks that are there no more, by the tables that hold them; some of them may never have been there. */
  readonly gone: Readonly<Record<string, readonly string[]>>;
};
