import type { Claim } from '../../claims/model/claim.ts';
import type { DocumentId } from '../../core/hash.ts';
import type { MediaKind } from '../../documents/text/text-layer.ts';
import type { FindingStatus } from '../../findings/model/finding.ts';
import type { ReviewState } from '../../findings/model/review.ts';

/**
 * What leaves a workspace for other programs: the part of the record that may leave, with what each item rests on and who
 * has looked at it. Every writer of `interchange/` takes this and nothing else, so that nothing that was held back can get
 * into a file by another way.
 */
export type ExportedRecord = {
  /** Name of the log, which tells one workspace from another. */
  readonly origin: string;
  /** Program and version. */
  readonly program: string;
  /** Who publishes it, where that is said. */
  readonly publisher: string | null;
  /** Instant up to which the record is told, UTC with milliseconds. */
  readonly at: string;
  readonly sources: readonly ExportedSource[];
  readonly documents: readonly ExportedDocument[];
  readonly claims: readonly ExportedClaim[];
  readonly findings: readonly ExportedFinding[];
  /** What was held back, in sentences: whoever reads the file must know that it is not all. */
  readonly leftOut: readonly string[];
};

export type ExportedSource = {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly country: string | null;
};

export type ExportedDocument = {
  readonly id: DocumentId;
  /** Of the same bytes, for programs that know files by it. */
  readonly sha1: string;
  readonly size: number;
  readonly kind: MediaKind;
  readonly mediaType: string;
  readonly fileName: string;
  readonly title: string;
  readonly published: string | null;
  readonly language: string | null;
  readonly url: string | null;
  readonly source: ExportedSource | null;
  /** When it came in, UTC with milliseconds. */
  readonly retrieved: string;
  /** What it lay in. */
  readonly parent: DocumentId | null;
  /** The text that passages are cut out of. */
  readonly text: string;
  /** Whether a program read some of that text off a picture. */
  readonly isRecognised: boolean;
};

export type ExportedClaim = {
  readonly claim: Claim;
  readonly document: ExportedDocument;
  /** What is said, in the claim's own words. */
  readonly statement: string;
  /** Whether a person has accepted that the passage says this. */
  readonly isReviewed: boolean;
  /** The passage was read off a picture and nobody has compared it. */
  readonly awaitsSight: boolean;
  /** Credibility on the Admiralty scale, where a person graded it. */
  readonly credibility: '1' | '2' | '3' | '4' | '5' | '6' | null;
  /** The place of the passage in words. */
  readonly place: string;
  readonly page: number | null;
  /** Left, top, width and height on the picture of its page, in thousandths. */
  readonly box: readonly [number, number, number, number] | null;
  /** The passage in code points of the document's text, `end` exclusive. */
  readonly points: { readonly start: number; readonly end: number };
  readonly prefix: string;
  readonly suffix: string;
};

export type ExportedFinding = {
  readonly id: string;
  readonly title: string;
  readonly regime: string;
  readonly review: ReviewState;
  readonly status: FindingStatus;
  readonly statusReason: string;
  /** What the law of its day says of the activity, if it took place as alleged. */
  readonly verdict: string;
  readonly provisions: readonly string[];
  readonly claims: readonly string[];
  readonly dissents: readonly { readonly by: string; readonly text: string }[];
  /** When a person made or accepted it; null for what the program proposes. */
  readonly at: string | null;
};
