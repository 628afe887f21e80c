import type { DocumentId } from '../../core/hash.ts';
import type { Basis } from './basis.ts';
import type { Quantity } from './quantity.ts';

export const CLAIMANT_KINDS = [
  'state',
  'state-organ',
  'un-body',
  'intergovernmental',
  'ngo',
  'company',
  'newsroom',
  'person',
  'sensor',
  'unnamed',
] as const;
export type ClaimantKind = (typeof CLAIMANT_KINDS)[number];

/** Who makes the claim. `name` is the name as the text gives it; `country` an ISO 3166-1 alpha-2 code. */
export type Claimant = { readonly name: string; readonly kind: ClaimantKind; readonly country?: string };

export const POLARITIES = ['asserts', 'denies'] as const;
export type Polarity = (typeof POLARITIES)[number];

export const MODALITIES = ['states', 'assesses', 'alleges', 'intends', 'calls-for'] as const;
export type Modality = (typeof MODALITIES)[number];

export const SPEECHES = ['quoted', 'reported', 'own-voice'] as const;
export type Speech = (typeof SPEECHES)[number];

export const PREDICATES = [
  'transferred',
  'procured',
  'fired',
  'attacked',
  'vetoed',
  'voted',
  'adopted',
  'renewed',
  'created',
  'halted',
  'designated',
  'called-at',
  'ship-to-ship-transferred',
  'launched',
  'employed',
  'stole',
  'financed',
  'said',
  'called-for',
  'denied',
] as const;
export type Predicate = (typeof PREDICATES)[number];

export const CLAIM_STATUSES = ['proposed', 'accepted', 'rejected', 'withdrawn'] as const;
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

export const ROLES = ['agent', 'recipient', 'object', 'origin', 'destination', 'instrument', 'vessel'] as const;
export type Role = (typeof ROLES)[number];

/**
 * How what is reported stands to the facts, where whoever tells it does not say that it took place: `plan` (meant, due or feared to
 * come), `capacity` (can), `condition` (only if something else), `possible` (may), `demand` (should).
 */
export const FACTUALITIES = ['plan', 'capacity', 'condition', 'possible', 'demand'] as const;
export type Factuality = (typeof FACTUALITIES)[number];

/** Mentions by role, each exactly as the text has it. */
export type Roles = { readonly [role in Role]?: readonly string[] };

/** Parts of a claim that carry a basis. */
export const CLAIM_PARTS = ['claimant', 'relay', ...ROLES, 'when'] as const;
export type ClaimPart = (typeof CLAIM_PARTS)[number];

/** When, resolved against the publication date; `raw` is the text's own phrase. */
export type ClaimTime = { readonly from: string | null; readonly to: string | null; readonly raw: string | null };

/** One claimant's one assertion, with the passage that carries it. The exported JSON line has exactly this shape. */
export type Claim = {
  readonly id: string;
  readonly document: DocumentId;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly claimant: Claimant;
  readonly relay: readonly Claimant[];
  readonly polarity: Polarity;
  readonly modality: Modality;
  /** Missing where it is reported as done. */
  readonly factuality?: Factuality;
  readonly speech: Speech;
  readonly predicate: Predicate;
  readonly roles: Roles;
  readonly quantities: readonly Quantity[];
  readonly when: ClaimTime;
  readonly where: readonly string[];
  readonly status: ClaimStatus;
  /** A part that is missing here was not judged and counts as open. */
  readonly basis?: { readonly [part in ClaimPart]?: Basis };
  /** What the text offers for an open part, where it offers several. */
  readonly candidates?: { readonly [part in ClaimPart]?: readonly string[] };
  /** Who in the text doubts or could not confirm it. */
  readonly dissent?: readonly { readonly claimant: Claimant; readonly quote: string }[];
  /** Printed paragraph number or page of the passage, where the document has them. */
  readonly locator?: { readonly page?: number; readonly paragraph?: string };
  /** The rules that made it: what a reader asks when a claim looks wrong. */
  readonly rules: readonly string[];
};
