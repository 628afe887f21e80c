import type { ReplyStance, ReplyState } from '../../findings/model/hearing.ts';

/**
 * Whom or what the claims behind the findings and proposals of a report name. Nothing here says what anybody did, nor of what kind
 * they are: only how documents write them, and what people decided.
 */
export type ReportSubject = {
  readonly id: string;
  /** As the documents write it; several where a person judged them to be one. */
  readonly names: readonly string[];
  /** Who judged these namings to be one, and when; empty for a single one. */
  readonly judgedBy: readonly { readonly by: string; readonly on: string }[];
  readonly identifiers: readonly {
    readonly words: string;
    /** What is wrong with it; null where nothing is, or nothing is checked. */
    readonly fault: string | null;
    /** The documents that give it. */
    readonly documents: readonly string[];
  }[];
  /** Claims that name it. */
  readonly claims: readonly string[];
  readonly entries: readonly ReportEntry[];
  readonly letters: readonly ReportLetter[];
};

/** An entry of a list that a subject was asked against, with a person's word on whether it is the one; null where nobody has decided. */
export type ReportEntry = {
  readonly id: string;
  readonly caption: string;
  /** What numbers and dates of both sides say of whether it is the entry, in words. */
  readonly telling?: readonly string[];
  /** Set where they say that it is another of the name. */
  readonly another?: true;
  readonly decision: {
    readonly word: 'true' | 'false' | 'unsure';
    readonly by: string;
    readonly on: string;
    /** Whether it was decided for the name, whoever bears it, and not for the one whom these documents name. */
    readonly ofNameAlone: boolean;
    /** Whether the entry has changed since. */
    readonly isChanged: boolean;
  } | null;
  /** As the regime's own data have it; null for entries that they do not have. */
  readonly listing: {
    readonly from: string;
    readonly to: string | null;
    readonly paragraphs: readonly string[];
  } | null;
};

/** A letter to a party of this name. */
export type ReportLetter = {
  readonly sent: string;
  readonly received: string | null;
  readonly state: ReplyState;
  readonly stance: ReplyStance | null;
  /** Set where others of the documents bear the name too: to whom of them it went, the record does not say. */
  readonly shared?: true;
};

/** What claims of findings and proposals say of pairs of those who are named; `from` and `to` are places in `names`. */
export type ReportRelations = {
  readonly names: readonly string[];
  readonly edges: readonly {
    readonly from: number;
    readonly to: number;
    /** What the first is of the second. */
    readonly words: string;
    readonly denied: boolean;
    readonly claims: readonly string[];
  }[];
  /** Relations beyond as many names as one picture can hold. */
  readonly leftOut: number;
};
