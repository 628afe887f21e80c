import type { ClaimTime } from './claim.ts';
import type { Run } from './phrase.ts';
import type { PredicateHit } from './predicate.ts';
import type { Frame, ReadSentence } from './read-sentence.ts';
import type { TimeExpression } from './time-expression.ts';

/** The phrase of time nearest to the verb inside what is said; the time of the saying itself does not count. */
export function timeOf(
  sentence: ReadSentence,
  frame: Frame | undefined,
  hit: PredicateHit | undefined,
  span: Run,
): ClaimTime {
  const inside = sentence.times.filter(
    (time) => time.firstWord >= span.from && time.lastWord < span.to && !isTimeOfCue(sentence, frame, time),
  );
  const group = hit?.group;
  const chosen = group === undefined ? inside[0] : (nearestTime(sentence, inside, group.head) ?? undefined);
  const time =
    chosen ??
    (frame?.basis === 'calls-for' ? sentence.times.find((other) => isTimeOfCue(sentence, frame, other)) : undefined);
  return time === undefined ? { from: null, to: null, raw: null } : { from: time.from, to: time.to, raw: time.raw };
}

function nearestTime(
  sentence: ReadSentence,
  times: readonly TimeExpression[],
  head: number,
): TimeExpression | undefined {
  const groups = sentence.groups.filter((group) => group.form === 'finite');
  const next = groups.find((group) => group.head > head)?.from ?? sentence.words.length;
  const previous = [...groups].reverse().find((group) => group.head < head)?.to ?? 0;
  const after = times.find((time) => time.firstWord > head && time.firstWord < next);
  const before = [...times].reverse().find((time) => time.lastWord < head && time.firstWord >= previous);
  return after ?? before ?? (times.length === 1 ? times[0] : undefined);
}

function isTimeOfCue(sentence: ReadSentence, frame: Frame | undefined, time: TimeExpression): boolean {
  if (frame === undefined || frame.cue < 0) return false;
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
