import type { Claim } from '../../claims/model/claim.ts';
import type { Span } from '../../documents/text/text-layer.ts';
import type {
  AlsoCalled,
  FormerName,
  IdentifierScheme,
  NameMention,
  PersonDescription,
  ShortForm,
  SubjectKind,
} from './mention.ts';

/** An identifier with the places where its document has it. */
export type LeafIdentifier = {
  readonly scheme: IdentifierScheme;
  readonly value: string;
  readonly valid: boolean | null;
  readonly places: readonly Span[];
};

/**
 * What one document says under one name, in the same letters but for case: the least that is ever distinguished. Where the document
 * gives the name with numbers or years of birth that exclude each other, each bearer is a leaf, and one more is of the places beside
 * which nothing tells whose they are. What is one subject across documents or spellings is a judgement. An identifier that stands with
 * no name is a leaf of its own, and so is every account.
 */
export type SubjectLeaf = {
  /** Follows from document and name, so that judgements find it again. */
  readonly id: string;
  readonly document: string;
  readonly kind: SubjectKind;
  /** As the document first writes it; null for an identifier without a name. */
  readonly name: string | null;
  readonly mentions: readonly NameMention[];
  readonly identifiers: readonly LeafIdentifier[];
  /** The claims that it makes or passes on. */
  readonly claims: readonly string[];
  /** Of an account: the leaf whose account the document says it is. */
  readonly accountOf: string | null;
};

/** The leaves of one document, with the short forms and former names that it tells. */
export type DocumentLeaves = {
  readonly document: string;
  readonly leaves: readonly SubjectLeaf[];
  readonly shortForms: readonly ShortForm[];
  readonly formerNames: readonly FormerName[];
  readonly alsoCalled: readonly AlsoCalled[];
  /** What it says beside their names of who persons are, by leaf. */
  readonly described: ReadonlyMap<string, readonly PersonDescription[]>;
};

/** The claims of a document, as far as they tell who speaks. */
export type Speakers = readonly Pick<Claim, 'id' | 'claimant' | 'relay'>[];
