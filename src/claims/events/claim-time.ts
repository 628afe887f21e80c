import type { ClaimTime } from '../model/claim.ts';
import type { Run } from '../names/phrase.ts';
import { isOfNext } from '../quantities/figure-window.ts';
import type { Frame, ReadSentence } from '../syntax/parsed-sentence.ts';
import { isPastForm, type VerbGroup } from '../syntax/verb-group.ts';
import type { TimeExpression } from '../times/time-expression.ts';
import type { PredicateHit } from './predicate.ts';
import { datesPaper, isOfClauseBefore, isTerm } from './time-holder.ts';

/**
 * The phrase of time nearest to the verb inside what is said; neither the time of the saying itself counts nor what others
 * say inside it (`inner`).
 */
export function timeOf(
  sentence: ReadSentence,
  frame: Frame | undefined,
  hit: PredicateHit | undefined,
  span: Run,
  inner: readonly Run[] = [],
): ClaimTime {
  const inside = sentence.times.filter(
    (time) =>
      time.firstWord >= span.from &&
      time.lastWord < span.to &&
      !inner.some((run) => time.firstWord >= run.from && time.lastWord < run.to) &&
      !isTimeOfCue(sentence, frame, time) &&
      !datesPaper(sentence, time, hit) &&
      !isTerm(sentence, time, hit),
  );
  const lead = inside.length > 0 ? undefined : leadingTime(sentence, frame, span);
  const group = hit?.group;
  const chosen = group === undefined ? timeOfMainVerb(sentence, inside, span) : timeOfVerb(sentence, inside, group);
  const time =
    chosen ?? lead ?? headingTime(sentence, inside) ?? (frame === undefined ? undefined : timeOfDeed(sentence, frame));
  return time === undefined ? { from: null, to: null, raw: null } : { from: time.from, to: time.to, raw: time.raw };
}

/** Verbs whose doing is itself the event of the claim: what is demanded, decided or seen is demanded, decided or seen then. */
const DEEDS =
  /^(agree|decide|record|count|detect|observe|identify|document|photograph|register|track|spot|intercept|order|vote)$/;

/** The time of a demand, a decision or a sighting, when what is demanded or seen has none of its own. */
function timeOfDeed(sentence: ReadSentence, frame: Frame): TimeExpression | undefined {
  if (frame.cue < 0 || !(frame.basis === 'calls-for' || DEEDS.test(frame.lemma))) return undefined;
  const previous = [...sentence.groups].reverse().find((group) => group.form === 'finite' && group.to <= frame.cue);
  const held = (time: TimeExpression) =>
    frame.content.some((run) => time.firstWord >= run.from && time.lastWord < run.to);
  return (
    sentence.times.find((time) => isTimeOfCue(sentence, frame, time)) ??
    sentence.times.find((time) => time.lastWord < frame.cue && time.firstWord >= (previous?.to ?? 0) && !held(time))
  );
}

/** "on 26 June, it reportedly fired": where only an adverb attributes, the time before the clause belongs to it. */
function leadingTime(sentence: ReadSentence, frame: Frame | undefined, span: Run): TimeExpression | undefined {
  if (frame === undefined || !frame.rules[0]?.startsWith('attribution:adverb')) return undefined;
  const at = sentence.words[span.from - 1]?.text === ',' ? span.from - 1 : span.from;
  return sentence.times.find((time) => time.lastWord + 1 === at);
}

/** "2 November: at least 23": the date that heads a line of a list is the time of what the line tells. */
function headingTime(sentence: ReadSentence, inside: readonly TimeExpression[]): TimeExpression | undefined {
  if (inside.length > 0) return undefined;
  return sentence.times.find((time) => time.firstWord === 0 && sentence.words[time.lastWord + 1]?.text === ':');
}

/** "decided on June 28 to end": a verb that another one governs takes the time of that one when it has none itself. */
function timeOfVerb(
  sentence: ReadSentence,
  inside: readonly TimeExpression[],
  group: VerbGroup,
): TimeExpression | undefined {
  const own = nearestTime(sentence, inside, group.head);
  if (own !== undefined || group.form === 'finite') return own;
  const governing = [...sentence.groups].reverse().find((other) => other.form === 'finite' && other.head < group.head);
  return governing === undefined ? undefined : nearestTime(sentence, inside, governing.head);
}

/** Without a verb of a deed: the time of the first verb that stands in no relative clause, else the first one. */
function timeOfMainVerb(
  sentence: ReadSentence,
  inside: readonly TimeExpression[],
  span: Run,
): TimeExpression | undefined {
  if (inside.length < 2) return inside[0];
  const main = sentence.groups.find(
    (group) =>
      group.form === 'finite' &&
      group.from >= span.from &&
      group.to <= span.to &&
      !sentence.words
        .slice(Math.max(span.from + 1, group.from - 3), group.from)
        .some(({ lower }) => /^(who|which|that|whose|where|when)$/.test(lower)),
  );
  return (main === undefined ? undefined : nearestTime(sentence, inside, main.head)) ?? inside[0];
}

function nearestTime(
  sentence: ReadSentence,
  times: readonly TimeExpression[],
  head: number,
): TimeExpression | undefined {
  const groups = sentence.groups.filter((group) => group.form === 'finite');
  const next = groups.find((group) => group.head > head);
  const previous = [...groups].reverse().find((group) => group.head < head)?.to ?? 0;
  const after = times.find(
    (time) =>
      time.firstWord > head &&
      time.firstWord < (next?.from ?? sentence.words.length) &&
      !opensNext(sentence, time, next),
  );
  const before = [...times]
    .reverse()
    .find(
      (time) =>
        time.lastWord < head &&
        time.firstWord >= previous &&
        !closesRelative(sentence, time, head) &&
        !isOfClauseBefore(sentence, time, head),
    );
  // "on Wednesday sanctioned two men for sending engines in 2022": the later time is the gerund's.
  if (
    after !== undefined &&
    before !== undefined &&
    standsAt(sentence, before, head) &&
    isOfGerund(sentence, head, after)
  )
    return before;
  if (after !== undefined || before !== undefined) return after ?? before;
  const resumed = behindRelative(sentence, times, next);
  if (resumed !== undefined) return resumed;
  const only = times.length === 1 ? times[0]! : undefined;
  if (only === undefined || closesRelative(sentence, only, head) || isOfClauseBefore(sentence, only, head))
    return undefined;
  // "the man who sold it was arrested on Monday": what is told of him has no time.
  const inner = groups.find((group) => group.head === head);
  const outer = next !== undefined && only.firstWord > next.head;
  if (outer && isOfNext(sentence.words, head, only.firstWord)) return undefined;
  return outer && inner !== undefined && isRelative(sentence, inner) ? undefined : only;
}

/** The time stands right before the verb, or opens the sentence before a comma. */
function standsAt({ groups, words }: ReadSentence, time: TimeExpression, head: number): boolean {
  const group = groups.find((other) => other.head === head);
  return time.lastWord + 1 === group?.from || (time.firstWord === 0 && words[time.lastWord + 1]?.text === ',');
}

/** Behind "for" or "of" and a gerund, a time is when that was done. */
function isOfGerund({ words, groups }: ReadSentence, head: number, time: TimeExpression): boolean {
  return groups.some(
    (group) =>
      group.form === 'participle' &&
      group.head > head &&
      group.to <= time.firstWord &&
      /^(for|of|over|with)$/.test(words[group.from - 1]?.lower ?? ''),
  );
}

/** "shipped the drones, which were bought in 2021, to Benghazi in April": the clause goes on behind the comma that closes another. */
function behindRelative(
  sentence: ReadSentence,
  times: readonly TimeExpression[],
  next: VerbGroup | undefined,
): TimeExpression | undefined {
  const { words, groups } = sentence;
  if (next === undefined || !isRelative(sentence, next)) return undefined;
  const open = words.findLastIndex(({ text }, i) => i < next.from && text === ',');
  const close = open < 0 ? -1 : words.findIndex(({ text }, i) => i > next.to && text === ',');
  if (close < 0 || words[close + 1]?.pos !== 'ADP') return undefined;
  const end = groups.find((group) => group.form === 'finite' && group.from > close)?.from ?? words.length;
  return times.find((time) => time.firstWord > close && time.lastWord < end);
}

/** "Latvia, whose army left in 2022, vetoed": the time stands in a clause that a comma closes before the verb. */
function closesRelative(sentence: ReadSentence, time: TimeExpression, head: number): boolean {
  if (time.lastWord > head) return false;
  const { words, groups } = sentence;
  const holder = groups.findLast(
    (group) => /^(finite|past-participle)$/.test(group.form) && group.head < time.firstWord,
  );
  // ", sold to Chad in 2021, were seized": a participle behind a comma is closed by another.
  return (
    holder !== undefined &&
    (isRelative(sentence, holder) ||
      (words[holder.from - 1]?.text === ',' &&
        holder.from === holder.head &&
        isPastForm(words[holder.head]!) &&
        words[holder.to]?.pos === 'ADP')) &&
    words.slice(time.lastWord + 1, head).some(({ text }) => text === ',')
  );
}

/** A relative pronoun stands right before the verb, or before its short subject. */
function isRelative({ words }: ReadSentence, group: VerbGroup): boolean {
  return words
    .slice(Math.max(0, group.from - 3), group.from)
    .some(
      ({ lower }, i, near) =>
        (/^(who|which|whose|whom)$/.test(lower) || (lower === 'that' && i === near.length - 1)) &&
        !near.slice(i).some(({ text }) => /^[,;:]$/.test(text)),
    );
}

/** "…; most recently, on 26 June, it launched": a time between punctuation before a subject is the next verb's. */
function opensNext({ words }: ReadSentence, time: TimeExpression, next: VerbGroup | undefined): boolean {
  if (next === undefined || !/^[,;:—–]$/.test(words[time.firstWord - 1]?.text ?? '')) return false;
  const behind = words.slice(time.lastWord + 1, next.from);
  return (
    behind.length > 0 &&
    behind.length <= 8 &&
    behind.every((word) => !/^[;:—–]$/.test(word.text)) &&
    behind.some((word) => /^(PRON|NOUN|PROPN)$/.test(word.pos))
  );
}

function isTimeOfCue(sentence: ReadSentence, frame: Frame | undefined, time: TimeExpression): boolean {
  if (frame === undefined || frame.cue < 0) return false;
  // "estimated 2018 exports": the year of what is estimated.
  if (/^(19|20)\d\d$/.test(time.raw) && /^(NOUN|PROPN)$/.test(sentence.words[time.lastWord + 1]?.pos ?? ''))
    return false;
  const group = sentence.groups.find((other) => other.head === frame.cue);
  if (group === undefined || (time.span && time.from === null && time.to !== null)) return false;
  if (time.lastWord + 1 === group.from) return true;
  if (
    time.firstWord > group.to &&
    sentence.words[time.lastWord + 1]?.lower === 'that' &&
    time.firstWord - group.to < 10
  )
    return true;
  if (time.firstWord !== group.to) return false;
  // "said on Tuesday that": its own time; "said in 2023 Russia bought": only with "that" or a comma behind.
  const next = sentence.words[time.lastWord + 1];
  return (
    next === undefined ||
    /^(that|,|\.|"|the|a|it|its|he|she|they|to|of)$/.test(next.lower) ||
    /^(DET|PRON|PROPN|NOUN)$/.test(next.pos)
  );
}
