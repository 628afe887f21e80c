import { cueTables, PLAIN_SAYING } from '../lexicon/cue.ts';
import { nounList } from '../lexicon/vocabulary.ts';
import type { Basis } from '../model/basis.ts';
import type { ClaimTime } from '../model/claim.ts';
import { singularOf } from '../quantities/counted-noun.ts';
import type { Clause } from '../syntax/clause.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import { isUnder, topOf } from '../syntax/phrase-span.ts';
import { isOfOrigin } from '../times/stated-year.ts';
import type { TimeExpression } from '../times/time-expression.ts';
import { isBesideEvent } from './beside-event.ts';
import { isCompared } from './compared.ts';

export const OPEN_TIME: ClaimTime = { from: null, to: null, raw: null };

export type ReadTime = { readonly when: ClaimTime; readonly basis: Basis; readonly time: TimeExpression | undefined };

export function readAs(time: TimeExpression, basis: Basis): ReadTime {
  return { when: { from: time.from, to: time.to, raw: time.raw }, basis, time };
}

/**
 * The times from which the sentences after it count, those of the main clause last: "a container that had left on 9 April was opened on
 * 22 April. Two days later". Neither the day of a telling ("said on Wednesday") nor that of a paper is one.
 */
export function statedTimes(sentence: ParsedSentence): TimeExpression[] {
  const told = sentence.times.filter(
    (time) =>
      !isOfTelling(sentence, time) &&
      !datesPaper(sentence, time) &&
      !isOfOrigin(sentence.words, time) &&
      // "60 raids, down from 65 in 2023. Of these": of those that the text is about, and not of what they are compared with.
      !isCompared(sentence, time.firstWord),
  );
  const isAside = (time: TimeExpression) => sentence.clauses[clauseOfTime(sentence, time)]?.relation === 'relcl';
  return [...told.filter(isAside), ...told.filter((time) => !isAside(time))];
}

function isOfTelling(sentence: ParsedSentence, time: TimeExpression): boolean {
  const clause = sentence.clauses[clauseOfTime(sentence, time)];
  return clause !== undefined && PLAIN_SAYING.has(clause.lemma);
}

/** Times that belong to a clause: those that hang on its verb or on nouns under it, without those that date a paper. */
export function timesOf(sentence: ParsedSentence, place: number): TimeExpression[] {
  const clause = sentence.clauses[place];
  // "compared with two last year valued at 120,000": what is told of the other thing has that one's time.
  const isOfOther = clause?.relation === 'acl' && isCompared(sentence, sentence.arcs.heads[clause.head]!);
  return sentence.times.filter(
    (time) =>
      clauseOfTime(sentence, time) === place &&
      !datesPaper(sentence, time) &&
      // A sentence without a verb has no clause: "Shipments of 40 tonnes in May."
      (clause === undefined || !isBesideEvent(sentence, clause.head, time)) &&
      (isOfOther || !isCompared(sentence, time.firstWord)),
  );
}

export function clauseOfTime(sentence: ParsedSentence, { firstWord, lastWord }: TimeExpression): number {
  // "said Sunday four more bodies had been found": before what is said stands the day of the telling, wherever the parser hung it.
  const saying = sentence.clauses.findIndex(({ head, lemma }) => head === firstWord - 1 && PLAIN_SAYING.has(lemma));
  if (saying >= 0 && !/^[,.;]?$/.test(sentence.words[lastWord + 1]?.text ?? '')) return saying;
  const top = topOf(sentence, { from: firstWord, to: lastWord + 1 });
  const above = sentence.arcs.heads[top]!;
  const place = above < 0 ? sentence.clauseOf[top]! : sentence.clauseOf[above]!;
  const clause = sentence.clauses[place];
  if (clause !== undefined && namesThing(sentence, place))
    return namesThing(sentence, clause.parent) ? sentence.clauses[clause.parent]!.parent : clause.parent;
  // "joined by a second ship named the Ela on 4 May", "a study spanning 2021 counted": what a thing is called or covers has no time of its own.
  if (clause?.relation === 'acl' && /^(name|call|dub|span|cover)$/.test(clause.lemma)) return clause.parent;
  // "Since March, the paper reckons, 30 have died": whoever tells is put in behind the time.
  const isPutIn = clause?.relation === 'parataxis' && sentence.words[lastWord + 1]?.text === ',';
  return isPutIn && lastWord < (clause.subject?.head ?? clause.head) ? clause.parent : place;
}

/** "launched what appeared to be a rocket on Monday", "hit what it described as a camp on Monday": a clause that only says what a thing is or is called. */
function namesThing({ clauses, words }: ParsedSentence, place: number): boolean {
  const { lemma, subject, object, relation, parent, head } = clauses[place]!;
  const above = clauses[parent];
  if (above === undefined || head < above.head) return false;
  if (lemma === 'be' && relation === 'xcomp') return /^(appear|seem)$/.test(above.lemma) && isWhat(above.subject);
  if (!/^(ccomp|pcomp|dobj)$/.test(relation) || isSaying(above.lemma)) return false;
  if (/^(appear|seem)$/.test(lemma)) return isWhat(subject);
  return /^(describe|call|term|dub|label|regard|see|characterize|say|believe)$/.test(lemma) && isWhat(object);

  function isWhat(party: Clause['subject']): boolean {
    return party !== undefined && words[party.head]!.lower === 'what';
  }
}

/** Of the times of a clause the one of its event: that which hangs on its verb rather than on a noun, and is the nearest to it. */
export function ownTimeOf(sentence: ParsedSentence, place: number, near = place): TimeExpression | undefined {
  const { head, modifiers } = sentence.clauses[place]!;
  const times = timesOf(sentence, place);
  const bounded = times.filter(({ from, to }) => from !== null || to !== null);
  const onVerb = bounded.filter(
    ({ firstWord, lastWord }) =>
      sentence.arcs.heads[topOf(sentence, { from: firstWord, to: lastWord + 1 })] === head &&
      // "spoke on 4 May about its work since March": what went on from a day on "has" gone on.
      (sentence.words[firstWord]!.lower !== 'since' || modifiers.some((word) => /^(have|has|had|having)$/.test(word))),
  );
  const list = [onVerb, bounded, times].find((some) => some.length > 0) ?? [];
  const to = sentence.clauses[near]!.head;
  const [nearest] = [...list].sort((a, b) => distance(a, to) - distance(b, to));
  // "The October 2016 raid took place on 8 October 2016": of two of which one is a day in the other, that day.
  return bounded.find((time) => nearest !== undefined && liesIn(time, nearest)) ?? nearest;
}

function liesIn(inner: TimeExpression, outer: TimeExpression): boolean {
  const isBounded = inner.from !== null && inner.to !== null && outer.from !== null && outer.to !== null;
  if (!isBounded || inner.from !== inner.to || outer.from === outer.to) return false;
  return inner.from! >= outer.from! && inner.to! <= outer.to!;
}

function distance({ firstWord, lastWord }: TimeExpression, head: number): number {
  return firstWord > head ? firstWord - head : head - lastWord;
}

/** "as a December 2017 resolution requires", "in a letter dated 5 March": the time dates a paper and nothing that was done. */
export function datesPaper(sentence: ParsedSentence, { firstWord, lastWord }: TimeExpression): boolean {
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
  // "delivered an Oct. 19 speech": when it was held.
  if (arcs.labels[noun] === 'dobj' && /^(speech|address|talk|briefing|interview)$/.test(one)) return false;
  return (
    (nounList('dated').has(one) || nounList('document').has(one)) &&
    /^(compound|nmod|amod|nummod|acl|npadvmod)$/.test(arcs.labels[top]!)
  );
}

/** When an event took place that a noun tells of: "the raid of 14 October on a convoy"; open where the noun has no time. */
export function timeOfNoun(sentence: ParsedSentence, noun: number): ReadTime {
  const time = sentence.times.find(({ firstWord, lastWord }) => {
    const top = topOf(sentence, { from: firstWord, to: lastWord + 1 });
    if (!isUnder(sentence, top, noun)) return false;
    const place = sentence.clauseOf[top]!;
    return place < 0 || !isUnder(sentence, sentence.clauses[place]!.head, noun);
  });
  if (time !== undefined) return readAs(time, 'explicit');
  // "the launch of a missile that flew over Japan on 4 October": the one time that is told of it.
  const below = timesUnder(sentence, noun);
  const [only] = below;
  return only === undefined || below.length > 1
    ? { when: OPEN_TIME, basis: 'open', time: undefined }
    : readAs(only, 'carried');
}

export function timesUnder(sentence: ParsedSentence, noun: number): readonly TimeExpression[] {
  return sentence.times.filter(
    (time) =>
      isUnder(sentence, topOf(sentence, { from: time.firstWord, to: time.lastWord + 1 }), noun) &&
      !datesPaper(sentence, time) &&
      !isCompared(sentence, time.firstWord),
  );
}

export function isSaying(lemma: string): boolean {
  return cueTables().verbs.has(lemma);
}
