import { lexicalVerbs } from '../lexicon/verb-class.ts';
import { nounList } from '../lexicon/vocabulary.ts';
import { singularOf } from '../quantities/counted-noun.ts';
import type { Clause } from '../syntax/clause.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import type { TimeExpression } from '../times/time-expression.ts';
import { isBesideEvent } from './beside-event.ts';
import { isCompared } from './compared.ts';
import { tellsOrigin } from './origin.ts';
import { clauseOfTime, datesPaper, isSaying, type ReadTime, readAs, timesOf, timesUnder } from './time-owner.ts';

/**
 * The one time below a clause that is its own as well: "saw trucks moving at noon on 3 May" of a verb of seeing, "involved two boats
 * anchored there on 4 May", and "the number of wagons that crossed in January was 700" of a verb that only says how many.
 */
export function timeBelow(sentence: ParsedSentence, place: number): ReadTime | undefined {
  const clause = sentence.clauses[place];
  if (clause === undefined) return undefined;
  const seen = SEES.test(clause.lemma) && !clause.negated;
  const passing = inPassing(sentence, place);
  if (passing !== undefined) return readAs(passing, 'carried');
  const scoped = timeOfScope(sentence, place) ?? timeOfOccasion(sentence, place) ?? timeOfWhen(sentence, place);
  if (scoped !== undefined) return readAs(scoped, 'carried');
  const involves = clause.lemma === 'involve' && !clause.negated;
  const holder =
    seen || involves ? clause.object : lexicalVerbs('amounts').has(clause.lemma) ? clause.subject : undefined;
  if (holder?.link !== 'own') return undefined;
  // "The man, born on 4 May, is a doctor": how old somebody is tells no time of what they are or do.
  // "The mission, approved last October, is to have 2,500 officers": what is told aside has its own time.
  const below = timesUnder(sentence, holder.head).filter((time) => {
    const told = sentence.clauses[clauseOfTime(sentence, time)];
    return !tellsOrigin(told) && !(!seen && told?.relation === 'acl' && sentence.words[told.head - 1]?.text === ',');
  });
  const [time] = below;
  return time === undefined || below.length > 1 ? undefined : readAs(time, 'carried');
}

/** "When guards boarded the ship on 4 May, it held 40 rifles": what was so when something else was done. */
export function timeOfWhen({ clauses, ...sentence }: ParsedSentence, place: number): TimeExpression | undefined {
  const { modifiers, head } = clauses[place]!;
  if (modifiers.some((word) => /^(had|has|have|will|would|may|might|could|can)$/.test(word))) return undefined;
  const goesOn = modifiers.some((word) => /^(was|were)$/.test(word));
  if (!goesOn && !/^VB[DN]$/.test(sentence.arcs.tags[head]!)) return undefined;
  const times = clauses.flatMap(({ parent, relation, opener, negated }, at) =>
    parent === place && relation === 'advcl' && opener === 'when' && !negated
      ? timesOf({ clauses, ...sentence }, at)
      : [],
  );
  return times.length === 1 ? times[0] : undefined;
}

/** "were involved in the round-up that took place on 4 May": the time of the occasion. */
function timeOfOccasion(sentence: ParsedSentence, place: number): TimeExpression | undefined {
  const { clauses, arcs, words } = sentence;
  const occasions = clauses[place]!.obliques.filter(({ preposition }) => /^(in|during|at)$/.test(preposition));
  const times = clauses.flatMap(({ head, relation, lemma, object }, at) =>
    relation === 'relcl' &&
    occasions.some((one) => one.head === arcs.heads[head]) &&
    (/^(occur|happen)$/.test(lemma) || (lemma === 'take' && words[object?.head ?? -1]?.lower === 'place'))
      ? timesOf(sentence, at)
      : [],
  );
  return times.length === 1 ? times[0] : undefined;
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
        (isSeen(clause.head) || isCause(clause.head))) ||
      isDetail(sentence, clause);
    return goesOn && belongs(clause.parent);
  };
  const below = sentence.times.filter(
    (time) =>
      time.from !== null &&
      // What was seen at work for a year was not found in all of it.
      (lemma !== 'identify' || time.from === time.to) &&
      belongs(clauseOfTime(sentence, time)) &&
      !isBesideEvent(sentence, clauses[place]!.head, time) &&
      !datesPaper(sentence, time) &&
      !isCompared(sentence, time.firstWord),
  );
  return below.length === 1 ? below[0] : undefined;
}

/**
 * "made a call, docking at Narva on 4 May", "raided Narva, killing six on Monday": the event told once more, or what came of it; what
 * somebody did besides, or came to, is another.
 */
function isDetail(
  { words, clauses }: ParsedSentence,
  { relation, form, opener, head, lemma, parent }: Clause,
): boolean {
  const isLight = /^(make|conduct|carry-out|perform|stage|mount|undertake|complete)$/.test(
    clauses[parent]?.lemma ?? '',
  );
  return (
    relation === 'advcl' &&
    form === 'participle' &&
    opener === '' &&
    words[head - 1]?.text === ',' &&
    (isLight ? !/^(return|leave|follow|end)$/.test(lemma) : /^(kill|injure|wound|destroy)$/.test(lemma))
  );
}

export const SEES = /^(see|spot|sight|observe|photograph|film|catch|witness|watch|track)$/;

/** "Of these, 164 were detained": without a time of their own, some of those of whom a time was told right before. */
export function timeOfWhole({ words, times, timeBefore, clauses }: ParsedSentence): ReadTime | undefined {
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
