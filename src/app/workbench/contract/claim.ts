import type { Claim } from '../../../claims/model/claim.ts';
import type { Quantity } from '../../../claims/model/quantity.ts';
import type { StatementCheck } from '../../../findings/statements/statement-check.ts';
import type { ActLine, Signed } from './act.ts';
import type { Page } from './page.ts';

/**
 * `GET /claims?status=&document=&claimant=&predicate=&counts=&polarity=&q=&sort=&cursor=&limit=` gives a ClaimPage.
 * `sort`: document (as given), claimant, published, predicate, status; a minus before it turns it round.
 */
export type ClaimRow = Claim & {
  /** Who says what, in the claim's own words (claims/gist/), and what is said alone, for where the claimant stands beside it. */
  readonly gist: string;
  readonly statement: string;
  readonly title: string;
  readonly published: string | null;
  readonly grade: string | null;
  readonly incident: string | null;
  /** Statement checks that contradict it. */
  readonly contradicted: boolean;
};

export type ClaimPage = Page<ClaimRow> & {
  /** Values with counts over what the other filters leave; most frequent first, at most 50 each. */
  readonly facets: {
    readonly status: readonly Facet[];
    readonly claimant: readonly Facet[];
    readonly predicate: readonly Facet[];
    readonly counts: readonly Facet[];
  };
};
export type Facet = { readonly value: string; readonly count: number };

/** `GET /claims/{id}` */
export type ClaimDetail = {
  readonly row: ClaimRow;
  /** The text before and behind the quote, for reading on. */
  readonly before: string;
  readonly after: string;
  readonly grades: readonly {
    readonly act: string;
    readonly credibility: string;
    readonly by: string;
    readonly at: string;
    readonly reason: string | null;
  }[];
  /** Acts on this claim in order, undone ones too. */
  readonly history: readonly ActLine[];
  readonly checks: readonly StatementCheck[];
  readonly findings: readonly { readonly id: string; readonly title: string; readonly status: string }[];
  /** What the extractor reads today where the claim was reviewed in another form; null when the same. */
  readonly newer: Claim | null;
};

/** `POST /claims/reviews`: many at once; answers ActsDone. */
export type ReviewRequest = Signed & { readonly ids: readonly string[]; readonly status: 'accepted' | 'rejected' };
/** `POST /claims/{id}/edits`: fields of a claim as `panel claims edit --set` takes them. */
export type EditRequest = Signed & { readonly changes: Readonly<Record<string, unknown>> };
/** `POST /claims`: a claim by hand; needs `document`, `start`, `end`, `claimant`, `predicate`. */
export type AddClaimRequest = Signed & { readonly claim: Readonly<Record<string, unknown>> };
/** `POST /claims/{id}/grades` */
export type GradeRequest = Signed & { readonly credibility: '1' | '2' | '3' | '4' | '5' | '6' };
/** `POST /links` */
export type LinkRequest = Signed & {
  readonly a: string;
  readonly b: string;
  readonly judgement: 'same' | 'different' | 'unsure';
};
/** `POST /judgements`: where two claimants have their statements from. A reason is required. */
export type JudgementRequest = Signed & {
  readonly a: string;
  readonly b: string;
  readonly judgement: 'derives' | 'common-control' | 'independent';
};

/** `GET /claims/compare?a=ID&b=ID`: the relation of every pair of figures of two claims that can be compared. */
export type ClaimComparison = {
  readonly pairs: readonly {
    readonly a: Quantity;
    readonly b: Quantity;
    readonly relation: 'incomparable' | 'same' | 'narrower' | 'compatible' | 'contradicts';
    readonly narrower: 'a' | 'b' | null;
    readonly reason: string;
    readonly drift: boolean;
  }[];
};

export type { Claim, ClaimStatus } from '../../../claims/model/claim.ts';
export type { Quantity } from '../../../claims/model/quantity.ts';
