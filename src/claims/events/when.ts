import { cueTables, PLAIN_SAYING } from '../lexicon/cue.ts';
import { lexicalVerbs } from '../lexicon/verb-class.ts';
import { nounList } from '../lexicon/vocabulary.ts';
import type { Basis } from '../model/basis.ts';
import type { ClaimTime } from '../model/claim.ts';
import { singularOf } from '../quantities/counted-noun.ts';
import type { Clause } from '../syntax/clause.ts';
import { followingVerb } from '../syntax/coordination.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import { isUnder, topOf } from '../syntax/phrase-span.ts';
import type { TimeExpression } from '../times/time-expression.ts';
import { isCompared } from './compared.ts';

import { tellsOrigin } from './origin.ts';

export const OPEN_TIME: ClaimTime = { from: null, to: null, raw: null };

export type ReadTime = { readonly when: ClaimTime; readonly basis: Basis; readonly time: TimeExpression | undefined };

/**
 * When the event of a clause took place: a time that hangs on its own verb or on a noun under it; without one that of the
 * verb it is joined to or that governs it, as long as that is no verb of saying. The day of the telling is never the time of
 * what is reported.
 */
export function timeOfClause(sentence: ParsedSentence, place: number): ReadTime {
  const seen = new Set<number>();
  let basis: Basis = 'explicit';
  for (let at = place; at >= 0 && !seen.has(at); ) {
    seen.add(at);
    const clause = sentence.clauses[at]!;
    const own = timesOf(sentence, at);
    const chosen = nearest(own, clause.head);
    if (chosen !== undefined)
      return { when: { from: chosen.from, to: chosen.to, raw: chosen.raw }, basis, time: chosen };
    basis = 'carried';
    const opened = timeBeforeWhen(sentence, clause);
    if (opened !== undefined)
      return { when: { from: opened.from, to: opened.to, raw: opened.raw }, basis, time: opened };
    // "were killed or wounded on 3 May": told of both.
    const next = followingVerb(sentence, at);
    const shared = next === undefined ? undefined : nearest(timesOf(sentence, next), clause.head);
    if (shared !== undefined)
      return { when: { from: shared.from, to: shared.to, raw: shared.raw }, basis, time: shared };
    // "On Monday X sold A and bought B": a time that opens the sentence holds for all that are joined.
    if (clause.joinedTo !== at) {
      const first = sentence.clauses[clause.joinedTo]!;
      const leading = timesOf(sentence, clause.joinedTo).find(({ lastWord }) => lastWord < first.head);
      if (leading !== undefined && !isSaying(first.lemma))
        return { when: { from: leading.from, to: leading.to, raw: leading.raw }, basis, time: leading };
      // "the raid of 14 October, which killed six and burned trucks": all that is joined goes back to the raid.
      if (first.relation !== 'relcl' || timesOf(sentence, clause.joinedTo).length > 0) break;
      at = clause.joinedTo;
      continue;
    }
    // "the raid of 14 October …, which killed six": what a relative clause tells of an event happened with it.
    if (clause.relation === 'relcl' && clause.subject?.link === 'antecedent') {
      for (let noun = clause.subject.head; noun >= 0 && /^(NOUN|PROPN)$/.test(sentence.words[noun]!.pos); ) {
        const stated = timeOfNoun(sentence, noun);
        if (stated.time !== undefined) return { ...stated, basis: 'carried' };
        const preposition = sentence.arcs.heads[noun]!;
        noun = preposition < 0 ? -1 : sentence.arcs.heads[preposition]!;
      }
      break;
    }
    // "the attack of Sunday, in which two were killed".
    if (clause.relation === 'relcl' && clause.obliques.some((one) => isInWhich(sentence, one))) {
      const stated = timeOfNoun(sentence, sentence.arcs.heads[sentence.clauses[clause.joinedTo]!.head]!);
      if (stated.time !== undefined) return { ...stated, basis: 'carried' };
      if (isSaying(sentence.clauses[clause.parent]?.lemma ?? '')) break;
      at = clause.parent;
      continue;
    }
    const above = sentence.clauses[clause.parent];
    // "saw on 3 May that a tanker was moored": what is seen happens while it is seen.
    if (above !== undefined && SEES.test(above.lemma) && !above.negated && /^(ccomp|acl)$/.test(clause.relation)) {
      at = clause.parent;
      continue;
    }
    // "agreed on Monday to sanction three men": what is decided is done with the decision.
    const decided = clause.relation === 'xcomp' && above !== undefined && lexicalVerbs('implies').has(above.lemma);
    if (above === undefined || (isSaying(above.lemma) && !decided)) break;
    if (
      !(
        clause.relation === 'xcomp' ||
        (clause.relation === 'advcl' && clause.form === 'participle') ||
        // "boarded a dhow, bound for Sohar with 26,500 bags".
        (clause.relation === 'acl' && HOLDS.test(clause.lemma) && sentence.words[clause.head - 1]?.text === ',') ||
        (clause.relation === 'pcomp' && clause.opener === 'by')
      )
    )
      break;
    at = clause.parent;
  }
  return timeBelow(sentence, place) ?? timeOfWhole(sentence) ?? { when: OPEN_TIME, basis: 'open', time: undefined };
}

/** What is told of a thing as it was found. */
const HOLDS = /^(bind|involve|include|comprise|carry|contain|total)$/;

function isInWhich({ words }: ParsedSentence, { preposition, head }: Clause['obliques'][number]): boolean {
  return /^(in|during)$/.test(preposition) && words[head]!.lower === 'which';
}

/** "in February 2019, when the coastguard seized": the time that "when" goes back to. */
function timeBeforeWhen(sentence: ParsedSentence, { opener, head, relation }: Clause): TimeExpression | undefined {
  if (opener !== 'when' || !/^(relcl|advcl)$/.test(relation)) return undefined;
  const when = sentence.words.findLastIndex(({ lower }, at) => at < head && lower === 'when');
  const before = sentence.words[when - 1]?.text === ',' ? when - 2 : when - 1;
  return sentence.times.find(({ lastWord, from, to }) => lastWord === before && (from !== null || to !== null));
}

const SEES = /^(see|spot|sight|observe|photograph|film|catch|witness|watch|track)$/;

/** "Of these, 164 were detained": without a time of their own, some of those of whom a time was told right before. */
function timeOfWhole({ words, times, timeBefore, clauses }: ParsedSentence): ReadTime | undefined {
  const [of, which, number] = words;
  const goesBack = /^(these|those|them)$/.test(which?.lower ?? '') || (which?.lower === 'the' && number?.pos === 'NUM');
  if (of?.lower !== 'of' || !goesBack || times.length > 0 || timeBefore === undefined) return undefined;
  const later = clauses.some(({ modifiers }) =>
    modifiers.some((word) => /^(since|now|still|later|then|yet|will)$/.test(word)),
  );
  return later
    ? undefined
    : { when: { from: timeBefore.from, to: timeBefore.to, raw: timeBefore.raw }, basis: 'carried', time: undefined };
}

/**
 * The one time below a clause that is its own as well: "saw trucks moving at noon on 3 May" of a verb of seeing, and "the number
 * of wagons that crossed in January was 700" of a verb that only says how many.
 */
function timeBelow(sentence: ParsedSentence, place: number): ReadTime | undefined {
  const clause = sentence.clauses[place];
  if (clause === undefined) return undefined;
  const seen = SEES.test(clause.lemma) && !clause.negated;
  const passing = inPassing(sentence, place);
  if (passing !== undefined)
    return { when: { from: passing.from, to: passing.to, raw: passing.raw }, basis: 'carried', time: passing };
  const scoped = timeOfScope(sentence, place);
  if (scoped !== undefined)
    return { when: { from: scoped.from, to: scoped.to, raw: scoped.raw }, basis: 'carried', time: scoped };
  const holder = seen ? clause.object : lexicalVerbs('amounts').has(clause.lemma) ? clause.subject : undefined;
  if (holder?.link !== 'own') return undefined;
  // "The man, born on 4 May, is a doctor": how old somebody is tells no time of what they are or do.
  // "The mission, approved last October, is to have 2,500 officers": what is told aside has its own time.
  const below = timesUnder(sentence, holder.head).filter((time) => {
    const told = sentence.clauses[clauseOfTime(sentence, time)];
    return !tellsOrigin(told) && !(!seen && told?.relation === 'acl' && sentence.words[told.head - 1]?.text === ',');
  });
  const [time] = below;
  return time === undefined || below.length > 1
    ? undefined
    : { when: { from: time.from, to: time.to, raw: time.raw }, basis: 'carried', time };
}

/**
 * "Of the 141 seafarers kidnapped in 2020, 134 were held off Togo", "is the fifth ship to be seized since May", "was the first to
 * respond on Monday": the one time of those of whom it is told, or of what they are said to be the first to do.
 */
function timeOfScope(sentence: ParsedSentence, place: number): TimeExpression | undefined {
  const { clauses, arcs } = sentence;
  const { head, lemma, complement, obliques } = clauses[place]!;
  const whole = obliques.find(({ preposition, at }) => preposition === 'of' && at < head);
  const done = clauses.findIndex(
    ({ head: verb, relation, form }) =>
      complement !== undefined &&
      arcs.heads[verb] === complement &&
      form === 'infinitive' &&
      /^(acl|relcl|xcomp)$/.test(relation),
  );
  const times =
    whole !== undefined ? timesUnder(sentence, whole.head) : lemma === 'be' && done >= 0 ? timesOf(sentence, done) : [];
  return times.length === 1 ? times[0] : undefined;
}

/**
 * "identified a plane passing on 4 June", "was let go in February", "left because of fighting between 16 and 19 May": the one time
 * of what is told with an event by a participle or a verb that goes on with its own. When a recipient or an agent of the event did
 * something else ("sold to a militia fighting in 2012") is no time of it.
 */
function inPassing(sentence: ParsedSentence, place: number): TimeExpression | undefined {
  const { clauses, arcs, words } = sentence;
  const { lemma, object } = clauses[place]!;
  if (isSaying(lemma) && lemma !== 'identify') return undefined;
  const isSeen = (verb: number) => lemma === 'identify' && object !== undefined && arcs.heads[verb] === object.head;
  const isCause = (verb: number) => {
    const above = arcs.heads[verb]!;
    const isEvent = arcs.labels[above] === 'pobj' && nounList('event').has(singularOf(words[above]!.lower));
    const because = isEvent ? arcs.heads[above]! : above;
    return words[because]?.lower === 'because' || words[because - 1]?.lower === 'because';
  };
  const belongs = (at: number): boolean => {
    const clause = clauses[at];
    if (clause === undefined || at === place) return at === place;
    const goesOn =
      (clause.relation === 'xcomp' &&
        (clause.form !== 'infinitive' || lexicalVerbs('plans').has(clauses[clause.parent]?.lemma ?? ''))) ||
      (/^(acl|pcomp)$/.test(clause.relation) &&
        clause.form === 'participle' &&
        (isSeen(clause.head) || isCause(clause.head)));
    return goesOn && belongs(clause.parent);
  };
  const below = sentence.times.filter(
    (time) =>
      time.from !== null &&
      // What was seen at work for a year was not found in all of it.
      (lemma !== 'identify' || time.from === time.to) &&
      belongs(clauseOfTime(sentence, time)) &&
      !datesPaper(sentence, time) &&
      !isCompared(sentence, time.firstWord),
  );
  return below.length === 1 ? below[0] : undefined;
}

/** When an event took place that a noun tells of: "the raid of 14 October on a convoy"; open where the noun has no time. */
export function timeOfNoun(sentence: ParsedSentence, noun: number): ReadTime {
  const time = sentence.times.find(({ firstWord, lastWord }) => {
    const top = topOf(sentence, { from: firstWord, to: lastWord + 1 });
    if (!isUnder(sentence, top, noun)) return false;
    const place = sentence.clauseOf[top]!;
    return place < 0 || !isUnder(sentence, sentence.clauses[place]!.head, noun);
  });
  if (time !== undefined) return { when: { from: time.from, to: time.to, raw: time.raw }, basis: 'explicit', time };
  // "the launch of a missile that flew over Japan on 4 October": the one time that is told of it.
  const below = timesUnder(sentence, noun);
  const [only] = below;
  return only === undefined || below.length > 1
    ? { when: OPEN_TIME, basis: 'open', time: undefined }
    : { when: { from: only.from, to: only.to, raw: only.raw }, basis: 'carried', time: only };
}

function timesUnder(sentence: ParsedSentence, noun: number): readonly TimeExpression[] {
  return sentence.times.filter(
    (time) =>
      isUnder(sentence, topOf(sentence, { from: time.firstWord, to: time.lastWord + 1 }), noun) &&
      !datesPaper(sentence, time) &&
      !isCompared(sentence, time.firstWord),
  );
}

/**
 * The times from which the sentences after it count, those of the main clause last: "a container that had left on 9 April was opened on
 * 22 April. Two days later". Neither the day of a telling ("said on Wednesday") nor that of a paper is one.
 */
export function statedTimes(sentence: ParsedSentence): TimeExpression[] {
  const told = sentence.times.filter((time) => !isOfTelling(sentence, time) && !datesPaper(sentence, time));
  const isAside = (time: TimeExpression) =>
    sentence.clauses[clauseOfTime(sentence, time)]?.relation === 'relcl' || isCompared(sentence, time.firstWord);
  return [...told.filter(isAside), ...told.filter((time) => !isAside(time))];
}

function isOfTelling(sentence: ParsedSentence, time: TimeExpression): boolean {
  const clause = sentence.clauses[clauseOfTime(sentence, time)];
  return clause !== undefined && PLAIN_SAYING.has(clause.lemma);
}

function isSaying(lemma: string): boolean {
  return cueTables().verbs.has(lemma);
}

/** Times that belong to a clause: those that hang on its verb or on nouns under it, without those that date a paper. */
export function timesOf(sentence: ParsedSentence, place: number): TimeExpression[] {
  return sentence.times.filter(
    (time) =>
      clauseOfTime(sentence, time) === place && !datesPaper(sentence, time) && !isCompared(sentence, time.firstWord),
  );
}

export function clauseOfTime(sentence: ParsedSentence, { firstWord, lastWord }: TimeExpression): number {
  // "said Sunday four more bodies had been found": before what is said stands the day of the telling, wherever the parser hung it.
  const saying = sentence.clauses.findIndex(({ head, lemma }) => head === firstWord - 1 && PLAIN_SAYING.has(lemma));
  if (saying >= 0 && !/^[,.;]?$/.test(sentence.words[lastWord + 1]?.text ?? '')) return saying;
  const top = topOf(sentence, { from: firstWord, to: lastWord + 1 });
  const above = sentence.arcs.heads[top]!;
  return above < 0 ? sentence.clauseOf[top]! : sentence.clauseOf[above]!;
}

function nearest(times: readonly TimeExpression[], head: number): TimeExpression | undefined {
  const bounded = times.filter(({ from, to }) => from !== null || to !== null);
  const list = bounded.length > 0 ? bounded : times;
  return [...list].sort((a, b) => distance(a, head) - distance(b, head))[0];
}

function distance({ firstWord, lastWord }: TimeExpression, head: number): number {
  return firstWord > head ? firstWord - head : head - lastWord;
}

/** "as a December 2017 resolution requires", "in a letter dated 5 March": the time dates a paper and nothing that was done. */
function datesPaper(sentence: ParsedSentence, { firstWord, lastWord }: TimeExpression): boolean {
  const { words, arcs } = sentence;
  const top = topOf(sentence, { from: firstWord, to: lastWord + 1 });
  let noun = arcs.heads[top]!;
  if (
    noun >= 0 &&
    words[noun]!.pos === 'VERB' &&
    /^(date|sign|adopt|issue|write|publish|print)$/.test(words[noun]!.lemma) &&
    arcs.labels[noun] === 'acl'
  )
    noun = arcs.heads[noun]!;
  else if (noun >= 0 && words[noun]!.pos === 'ADP') return false;
  if (noun < 0 || !/^(NOUN|PROPN)$/.test(words[noun]!.pos)) return false;
  const one = singularOf(words[noun]!.lower);
  return (
    (nounList('dated').has(one) || nounList('document').has(one)) &&
    /^(compound|nmod|amod|nummod|acl|npadvmod)$/.test(arcs.labels[top]!)
  );
}
