import type { CueBasis } from '../lexicon/cue.ts';
import type { Claimant } from '../model/claim.ts';
import type { Run } from '../names/phrase.ts';
import type { Sentence } from '../names/speaker-phrase.ts';
import type { VesselName } from '../names/vessel-name.ts';
import type { TimeExpression } from '../times/time-expression.ts';
import type { VerbGroup } from './verb-group.ts';

/** One attribution in a sentence: who says it, what verb hands it over, and the words that are said. */
export type Frame = {
  readonly claimant: Claimant;
  readonly plural: boolean;
  readonly basis: CueBasis;
  readonly lemma: string;
  /** Words of what is said; may lie on both sides of the speaker. */
  readonly content: readonly Run[];
  /** Word number of the verb or preposition that attributes. */
  readonly cue: number;
  /** Words that name the speaker: figures in them ("three U.N. monitors") are no part of the claim. */
  readonly speaker?: Run;
  /** Who passed it on, nearest to the claimant first. */
  readonly relay: readonly Claimant[];
  /** Set when the speaker only says it cannot confirm what someone else claims. */
  readonly dissenter?: Claimant;
  readonly rules: readonly string[];
};

export type ReadSentence = Sentence & {
  readonly groups: readonly VerbGroup[];
  readonly times: readonly TimeExpression[];
  /** Words that lie inside quotation marks. */
  readonly quoted: readonly boolean[];
  readonly headline: boolean;
  readonly vessels: readonly VesselName[];
};
