import type { Sentence } from '../names/speaker-phrase.ts';
import type { VesselName } from '../names/vessel-name.ts';
import type { StatedTime } from '../times/stated-year.ts';
import type { TimeExpression } from '../times/time-expression.ts';
import type { Paragraph } from '../tokens/paragraph.ts';
import type { Arcs } from '../tokens/token.ts';
import type { Clause } from './clause.ts';

/** A sentence with its tree, its clauses and what was found in it by form: names, times, vessels, words in quotation marks. */
export type ParsedSentence = Sentence & {
  readonly arcs: Arcs;
  readonly clauses: readonly Clause[];
  /** Place in `clauses` of the clause to which each word belongs; -1 where it belongs to none. */
  readonly clauseOf: readonly number[];
  readonly times: readonly TimeExpression[];
  /** Words that lie inside quotation marks. */
  readonly quoted: readonly boolean[];
  readonly headline: boolean;
  /** The day under which it stands in a chronology. */
  readonly day?: Paragraph['day'];
  /** The time that was told last before it. */
  readonly timeBefore?: StatedTime | undefined;
  readonly vessels: readonly VesselName[];
  /** The person named last in the text before it. */
  readonly personBefore?: string | undefined;
};
