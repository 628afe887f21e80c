import type { CalendarDate } from '../../core/time/calendar.ts';
import { findMentions } from '../names/mention.ts';
import { findVessels } from '../names/vessel-name.ts';
import type { StatedTime } from '../times/stated-year.ts';
import { findTimes } from '../times/time-expression.ts';
import type { Paragraph } from '../tokens/paragraph.ts';
import { readWords } from '../tokens/token.ts';
import { findClauses } from './find-clauses.ts';
import { mendGerunds, mendNames } from './mend-gerund.ts';
import { mendTree } from './mend-tree.ts';
import type { ParsedSentence } from './parsed-sentence.ts';

export type SentenceContext = {
  readonly published: CalendarDate | null;
  /** Times told before, the last one last, for "the same day". */
  readonly earlier: readonly StatedTime[];
  /** Whether the text tells of years gone and brings no news. */
  readonly history?: boolean;
  /** Names of vessels that the text gave so far. */
  readonly vessels: ReadonlySet<string>;
  /** The person whom the text named last. */
  readonly personBefore?: string | undefined;
  readonly headline: boolean;
  /** The day under which the sentence stands in a chronology. */
  readonly day?: Paragraph['day'];
  /** Whether a word lies in quotation marks. */
  isQuoted(start: number, end: number): boolean;
};

/** One sentence read once: its words, tree, clauses, names, times and vessels. */
export function parseSentence(
  text: string,
  span: { readonly start: number; readonly end: number },
  context: SentenceContext,
): ParsedSentence {
  const read = readWords(text, span.start, span.end);
  const quoted = read.words.map(({ start, end }) => context.isQuoted(start, end));
  const named = mendNames(read.words, read.arcs);
  const { words, arcs } = mendGerunds(named.words, mendTree(named.words, named.arcs, quoted));
  const mentions = findMentions(text, words);
  const times = findTimes(text, words, context.published, context.earlier, context.history);
  const { clauses, clauseOf } = findClauses({ words, arcs });
  return {
    text,
    words,
    arcs,
    clauses,
    clauseOf,
    mentions,
    times,
    quoted,
    headline: context.headline,
    day: context.day,
    timeBefore: context.earlier.at(-1),
    vessels: findVessels(text, words, mentions, context.vessels),
    personBefore: context.personBefore,
  };
}
