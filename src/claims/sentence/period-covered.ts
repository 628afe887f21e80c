import { daysBetween } from '../../core/time/calendar.ts';
import { isCompared } from '../events/compared.ts';
import { clauseOfTime, type ReadTime, statedTimes } from '../events/time-owner.ts';
import { lexicalVerbs } from '../lexicon/verb-class.ts';
import type { Clause } from '../syntax/clause.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import type { StatedTime } from '../times/stated-year.ts';
import type { Assertion } from './assertion.ts';

/**
 * The stretch of time whose figures a text reports: "Casualties rose to record levels in 2015, the mission said. … Deaths among women rose 37
 * percent." `when` is undefined until the text opens with one, and for good once it tells of another: a year or month that could be either's
 * is none.
 */
export type PeriodCovered = {
  readonly when: StatedTime | undefined;
  readonly sentences: number;
  readonly isLost: boolean;
};

export const NO_PERIOD: PeriodCovered = { when: undefined, sentences: 0, isLost: false };

/** A text that reports of a period names it at once, and holds to it for no more than some sentences. */
const OPENING = 3;
const REACH = 14;
const SHORTEST = 27;

/** The period after a sentence was read. */
export function periodAfter(period: PeriodCovered, sentence: ParsedSentence): PeriodCovered {
  if (sentence.headline || period.isLost) return period;
  const sentences = period.sentences + 1;
  const told = statedTimes(sentence).filter(
    ({ from, to, firstWord }) => (from !== null || to !== null) && !isCompared(sentence, firstWord),
  );
  const { when } = period;
  if (when !== undefined) {
    const isLost = sentences > OPENING + REACH || told.some((time) => !liesIn(time, when));
    return { when: isLost ? undefined : when, sentences, isLost };
  }
  const [opening, ...more] = told.filter(
    (time) => isStretch(time) && opensReport(sentence, sentence.clauses[clauseOfTime(sentence, time)]),
  );
  const isLost = sentences >= OPENING && opening === undefined;
  return { when: more.length === 0 ? opening : undefined, sentences, isLost: isLost || more.length > 0 };
}

/** The period as the time of a figure that a sentence without a time of its own tells in the past: "increased 14 percent", "accounted for 21 percent". */
export function timeOfPeriod(
  sentence: ParsedSentence,
  { place, noun, figures }: Assertion,
  { when }: PeriodCovered,
): ReadTime | undefined {
  const clause = sentence.clauses[place];
  if (
    when === undefined ||
    clause === undefined ||
    noun !== undefined ||
    sentence.times.some(({ firstWord }) => !isCompared(sentence, firstWord)) ||
    sentence.headline
  )
    return undefined;
  if (
    figures.length === 0 ||
    !isOfFigures(
      clause,
      figures.some(({ quantity }) => quantity.counts === 'percent'),
    )
  )
    return undefined;
  const isPast = sentence.arcs.tags[clause.head] === 'VBD' || /^(was|were)$/.test(sentence.words[clause.head]!.lower);
  return isPast && clause.modifiers.length === 0
    ? { when: { from: when.from, to: when.to, raw: when.raw }, basis: 'carried', time: undefined }
    : undefined;
}

function isOfFigures({ lemma }: Clause, hasShare: boolean): boolean {
  if (lemma === 'be') return hasShare;
  return lexicalVerbs('changes').has(lemma) || lexicalVerbs('amounts').has(lemma) || SHARES.test(lemma);
}

const SHARES = /^(account|account-for|represent|constitute|make-up|comprise)$/;

function opensReport({ words }: ParsedSentence, clause: Clause | undefined): boolean {
  if (clause === undefined || !/^(ROOT|ccomp|conj)$/.test(clause.relation)) return false;
  return (
    lexicalVerbs('changes').has(clause.lemma) ||
    lexicalVerbs('amounts').has(clause.lemma) ||
    words.some(({ pos }) => pos === 'NUM')
  );
}

function isStretch({ from, to, raw }: StatedTime): boolean {
  return (
    from !== null && to !== null && daysBetween(from, to) >= SHORTEST && !/^(since|until|by|before|after)\b/i.test(raw)
  );
}

function liesIn({ from, to }: StatedTime, outer: StatedTime): boolean {
  return from !== null && to !== null && from >= outer.from! && to <= outer.to!;
}
