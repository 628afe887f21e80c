import type { CalendarDate } from '../../core/time/calendar.ts';

/** A letter to somebody whom claims name, before anything on them is published (S/2006/997, paragraph 28). */
export type Letter = {
  readonly to: string;
  /** Whoever writes; null while that is not filled in. */
  readonly from: string | null;
  readonly date: CalendarDate;
  /** By when an answer is asked for; null while that is not filled in. */
  readonly deadline: CalendarDate | null;
  /** What the letter is about; null for all that is said of the addressee. */
  readonly finding: LetterFinding | null;
  readonly statements: readonly LetterStatement[];
};

export type LetterFinding = {
  readonly title: string;
  /** No person has made or accepted it. */
  readonly isProposed: boolean;
  /** Paragraphs that it was tested against. */
  readonly provisions: readonly string[];
};

/** What one claim says of the addressee, in the words of its source. */
export type LetterStatement = {
  readonly claim: string;
  readonly claimant: string;
  readonly title: string;
  readonly source: string;
  readonly published: CalendarDate | null;
  readonly quote: string;
};
