import type { Attribution } from '../attribution/attribution.ts';
import { timeOfWhen } from '../events/time-below.ts';
import { OPEN_TIME, type ReadTime, readAs, timeOfNoun, timesOf, timesUnder } from '../events/time-owner.ts';
import { timeOfClause } from '../events/when.ts';
import { cueTables } from '../lexicon/cue.ts';
import { nounList } from '../lexicon/vocabulary.ts';
import type { Basis } from '../model/basis.ts';
import type { Predicate } from '../model/claim.ts';
import type { Clause } from '../syntax/clause.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import { childrenBy } from '../syntax/phrase-span.ts';
import type { Assertion } from './assertion.ts';

/**
 * The time of what is reported; of a denial or a demand, which are themselves what happened, that of the saying. A time that runs
 * past the day of publication ("this year") is reported up to then.
 */
export function timeIn(
  sentence: ParsedSentence,
  { place, noun, event }: Assertion,
  inner: Attribution | undefined,
  predicate: Predicate,
  published: string | null,
): ReadTime {
  // "blamed the band, which has besieged the city since May": the time of what is told of the accused is not that of what they did.
  const isAccused = inner?.construction === 'accusation' && event === undefined;
  const own =
    noun !== undefined && isAccused
      ? { when: OPEN_TIME, basis: 'open' as Basis, time: undefined }
      : noun !== undefined
        ? timeOfNoun(sentence, noun)
        : place >= 0
          ? timeOfClause(sentence, place)
          : { when: OPEN_TIME, basis: 'open' as Basis, time: undefined };
  const cue = sentence.clauses.findIndex(({ head }) => head === inner?.cue);
  const read =
    own.time === undefined && cue >= 0 && (predicate === 'denied' || predicate === 'called-for')
      ? timeOfClause(sentence, cue)
      : own;
  if (read.time === undefined && cue < 0 && sentence.day !== undefined && !isBeforeOrAfter(sentence.clauses[place]))
    return { when: { ...sentence.day }, basis: 'carried', time: undefined };
  const before = read.time === undefined && cue >= 0 ? timeBeforeTag(sentence, cue, inner) : undefined;
  if (before !== undefined) return before;
  const topic = read.time === undefined && cue >= 0 ? timeOfTopic(sentence, cue, sentence.clauses[place]) : undefined;
  if (topic !== undefined) return topic;
  const { from, to } = read.when;
  const counts = noun !== undefined || inner?.construction === 'reporting-object';
  const counted = read.time === undefined && cue >= 0 && counts ? timeOfCount(sentence, cue) : undefined;
  if (counted !== undefined) return counted;
  if (read.time === undefined && cue >= 0) {
    const pictured = timeOfPictures(sentence, sentence.clauses[cue]!);
    if (pictured !== undefined) return pictured;
  }
  const running =
    published !== null &&
    from !== null &&
    to !== null &&
    from < published &&
    to > published &&
    sentence.clauses[place]?.modifiers.some((word) => /^(have|has|'ve)$/.test(word)) === true;
  return running ? { ...read, when: { ...read.when, to: null } } : read;
}

/** "The minister had argued", "would come": told of another time than that of which a chronology tells. */
function isBeforeOrAfter(clause: Clause | undefined): boolean {
  return clause?.modifiers.some((word) => /^(had|has|have|will|would|may|might|could|must|shall)$/.test(word)) === true;
}

/**
 * "assesses the load at 9 million rounds in 2024", "in September we recorded 38 transfers": a stretch of time with a verb that
 * counts or puts a figure on something is the time of what is counted; a day is that of the telling.
 */
function timeOfCount(sentence: ParsedSentence, cue: number): ReadTime | undefined {
  const { lemma, head, modifiers } = sentence.clauses[cue]!;
  const counts = cueTables().evidential.has(lemma) || /^(put|set|place|peg|assess|estimate)$/.test(lemma);
  // "reported 300 deaths in May", "has announced 800 million in the past week"; "in May it announced the sale" dates the telling.
  const passesOn = /^(report|reveal|describe|disclose|list|claim)$/.test(lemma);
  const hasDone = modifiers.some((word) => /^(have|has)$/.test(word));
  // "recovered nine more bodies on Thursday": what was come upon was so on that day.
  const finds = /^(recover|discover|find|detect|spot|collect|uncover)$/.test(lemma);
  const spans = timesOf(sentence, cue).filter(
    ({ span, from, to, firstWord }) =>
      (span || finds) && (from !== null || to !== null) && (counts || hasDone || (passesOn && firstWord > head)),
  );
  const [time = finds ? timeOfWhen(sentence, cue) : undefined] = spans;
  return time === undefined || spans.length > 1 ? undefined : readAs(time, 'carried');
}

/** "It came down early on Friday, the office said": a time before whoever closes the sentence is that of what they tell. */
function timeBeforeTag(sentence: ParsedSentence, cue: number, inner: Attribution | undefined): ReadTime | undefined {
  const from = inner?.source?.from ?? -1;
  const time = timesOf(sentence, cue).find(
    ({ lastWord, firstWord }) => lastWord === from - 2 && inner!.content.slice(0, firstWord).includes(true),
  );
  return time === undefined || time.from === null ? undefined : readAs(time, 'carried');
}

/** "An inquiry into the October 2019 raid found that 30 died": what a paper tells of an event was so when that took place. */
function timeOfTopic(sentence: ParsedSentence, cue: number, told: Clause | undefined): ReadTime | undefined {
  const { words, arcs, clauses } = sentence;
  const { subject, parent, relation } = clauses[cue]!;
  const paper = relation === 'advcl' ? clauses[parent]?.object : subject;
  if (paper?.link !== 'own' || !nounList('document').has(words[paper.head]!.lower)) return undefined;
  // "found that nobody is to blame": what is so still has no time.
  if (told === undefined || /^VB[ZP]$/.test(arcs.tags[told.head]!) || told.modifiers.some((word) => NOW.test(word)))
    return undefined;
  const about = childrenBy(sentence, paper.head, 'prep').filter((at) => /^(into|on|about|of)$/.test(words[at]!.lower));
  const topics = about.flatMap((at) => childrenBy(sentence, at, 'pobj'));
  const isRule = (at: number) => ['dated', 'document', 'imposed'].some((list) => nounList(list).has(words[at]!.lower));
  const [time, ...more] = timesUnder(sentence, paper.head).filter((one) =>
    topics.some((topic) => !isRule(topic) && topic > one.lastWord && topic - one.lastWord < 4),
  );
  return time === undefined || more.length > 0 ? undefined : readAs(time, 'carried');
}

const NOW = /^(is|are|has|have|will|would|may|might|could|can|should|must)$/;

/** "Satellite pictures of April show 22 ships": the day of a picture is the day of what it shows. */
function timeOfPictures(sentence: ParsedSentence, { lemma, subject }: Clause): ReadTime | undefined {
  if (subject?.link !== 'own' || !/^(show|reveal|capture|depict)$/.test(lemma)) return undefined;
  const noun = sentence.words[subject.head]!.lower;
  if (!/^(images?|imagery|pictures?|photographs?|photos?|footage|videos?)$/.test(noun)) return undefined;
  const read = timeOfNoun(sentence, subject.head);
  return read.time === undefined ? undefined : { ...read, basis: 'carried' };
}
