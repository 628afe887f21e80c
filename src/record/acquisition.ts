import type { DocumentId } from '../core/hash.ts';
import type { JsonObject } from '../core/json.ts';
import type { ActDraft, Actor } from './act.ts';

/**
 * Body of an `acquired` act: what the record keeps for each item of evidence, after the Berkeley Protocol (identity,
 * origin, collection, parts, authenticity, custody, handling, derivation). Only the document is required; what is not
 * known is left out, never filled with a guess.
 */
export type Acquisition = {
  readonly document: DocumentId;
  /** SHA-512 in hexadecimal: a second hash, should SHA-256 ever fall. */
  readonly sha512?: string;
  readonly size?: number;
  readonly mediaType?: string;
  /** document, capture, image, AIS extract, interview note, ledger row … */
  readonly kind?: string;
  readonly origin?: Origin;
  readonly collection?: Collection;
  /** The capture or file of which this is a part: a raw response, a screenshot, an attachment. */
  readonly partOf?: DocumentId;
  readonly authenticity?: readonly AuthenticityCheck[];
  readonly custody?: readonly CustodyEvent[];
  readonly handling?: Handling;
  readonly derivation?: Derivation;
};

/** The act by which a document that has been put becomes evidence. `at`: when it was collected, if not now. */
export function acquiredAct(acquisition: Acquisition, by: Actor, at?: string): ActDraft {
  const draft = { kind: 'acquired', by, body: acquisition as JsonObject } as const;
  return at === undefined ? draft : { ...draft, at };
}

export type Origin = {
  readonly url?: string;
  readonly place?: string;
  readonly publisher?: string;
  readonly author?: string;
  /** As stated by the source: a day, or an instant. */
  readonly publishedAt?: string;
  readonly language?: string;
  readonly source?: string;
  readonly obtainedFrom?: string;
  /** The name of the file as it came in: a label, never used as a path. */
  readonly fileName?: string;
};

export type Collection = {
  readonly collector?: string;
  readonly method: string;
  readonly tool?: { readonly name: string; readonly version: string };
  readonly startedAt?: string;
  readonly endedAt?: string;
  /** The server's `Date` header beside our clock. */
  readonly serverDate?: string;
  readonly requester?: string;
  readonly login?: boolean;
  readonly http?: JsonObject;
};

export type AuthenticityCheck = {
  readonly method: string;
  readonly result: 'valid' | 'invalid' | 'unknown';
  readonly at: string;
  readonly detail?: string;
};

export type CustodyEvent = {
  readonly event:
    | 'collected'
    | 'received'
    | 'copied'
    | 'redacted'
    | 'transcribed'
    | 'translated'
    | 'accessed'
    | 'exported'
    | 'destroyed';
  readonly by: string;
  readonly at: string;
  readonly before?: DocumentId;
  readonly after?: DocumentId;
  readonly reason?: string;
};

export type Handling = {
  readonly marking?: string;
  readonly sourceProtection?: string;
  readonly legalBasis?: string;
  readonly licence?: string;
  readonly harm?: string;
  readonly releaseAfter?: string;
};

export type Derivation = {
  readonly of: DocumentId;
  readonly how: 'ocr' | 'translation' | 'transcription' | 'redaction' | 'rendering';
  readonly by: string;
  readonly reviewedBy?: string;
};
