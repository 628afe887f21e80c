import type { ReportingClass } from '../lexicon/cue.ts';
import type { Claimant } from '../model/claim.ts';
import type { Run } from '../names/phrase.ts';
import type { Resolution } from '../names/speaker-phrase.ts';

/** The ways in which a sentence gives words to somebody; docs/claim-rules.md names the files that find each. */
export const CONSTRUCTIONS = [
  'reporting-clause',
  'reporting-object',
  'inserted-clause',
  'trailing-tag',
  'misread-tag',
  'quotation-tag',
  'quoted-as-saying',
  'accusation',
  'passive-report',
  'denied-by',
  'according-to',
  'citing',
  'in-view-of',
  'claim-noun',
  'held-view',
  'demand',
  'pledge',
  'colon',
  'adverb',
  'quotation',
  'turn',
  'carried',
  'late-telling',
] as const;
export type Construction = (typeof CONSTRUCTIONS)[number];

const INSERTED: ReadonlySet<Construction> = new Set<Construction>(['inserted-clause', 'trailing-tag', 'misread-tag']);

/** Whether a construction is a clause of saying that stands within what is said or at its end. */
export function isInserted(construction: Construction): boolean {
  return INSERTED.has(construction);
}

/**
 * One attribution: who says it (source), by what word (cue), and what is said (content), as relations of the tree. Content is
 * one mark a word; contents of two attributions are nested or apart.
 */
export type Attribution = {
  readonly construction: Construction;
  readonly reporting: ReportingClass;
  readonly lemma: string;
  /** Word of the verb or preposition that attributes; -1 where none does. */
  readonly cue: number;
  readonly claimant: Claimant;
  readonly plural: boolean;
  /** As whom the source's phrase was understood, and the rule that explains it. */
  readonly resolution: Resolution;
  /** Whether what was said before shows who the source is, and not its phrase alone. */
  readonly carried: boolean;
  readonly speaker: string;
  /** Words that name the source: figures in them are no part of the claim. */
  readonly source: Run | undefined;
  /** Who passed it on, nearest to the claimant first. */
  readonly relay: readonly Claimant[];
  readonly content: readonly boolean[];
  /** The words at the head of what is said: verbs of clauses or nouns. */
  readonly tops: readonly number[];
  /** Who only says that it cannot confirm what someone else claims. */
  readonly dissenter?: Claimant;
};

export function sizeOf({ content }: Attribution): number {
  return content.reduce((sum, held) => sum + Number(held), 0);
}

/** Attributions that hold a word, the outermost first. */
export function attributionsAt(attributions: readonly Attribution[], at: number): Attribution[] {
  return attributions.filter(({ content }) => content[at] === true).sort((a, b) => sizeOf(b) - sizeOf(a));
}

/** Whether one attribution holds all that another does, and more. */
export function holds(outer: Attribution, inner: Attribution): boolean {
  return (
    outer !== inner &&
    sizeOf(outer) > sizeOf(inner) &&
    inner.content.every((held, i) => !held || outer.content[i] === true)
  );
}
