import { predicateWords } from '../lexicon/vocabulary.ts';
import type { Mention } from '../names/mention.ts';
import { type NumberPhrase, readNumber } from '../tokens/number.ts';
import type { Word } from '../tokens/word.ts';
import { type CountedNoun, readCountedNoun, singularOf } from './counted-noun.ts';
import { currencyOf } from './money.ts';
import { percentAt } from './share.ts';

const HEDGE = /^(around|about|some|roughly|approximately|nearly|almost|over|more|than|at|least|perhaps|an|estimated)$/;

/** "hundreds of containers", "6,000 of the containers", "24 of them". */
export function afterOf(words: readonly Word[], of: number): number | undefined {
  let at = of + 1;
  while (/^(the|its|their|these|those|such|his|her|our|all)$/.test(words[at]?.lower ?? '')) at++;
  // "four out of Darfur's five states".
  if (/^(PROPN|NOUN)$/.test(words[at]?.pos ?? '') && /^'s?$/.test(words[at + 1]?.text ?? '')) at += 2;
  // "14 of its 37 suppliers", "21 of around 50 crates": the noun stands after the second number.
  while (HEDGE.test(words[at]?.lower ?? '')) at++;
  const whole = readNumber(words, at);
  if (whole !== undefined && whole.value !== null && !whole.fraction && whole.from === at) at = whole.to;
  return /^(them|which|whom|that|it|these|those)$/.test(words[at]?.lower ?? '') ? undefined : at;
}

/** A number that takes its noun from before: "fewer than 6 million.", "of which two", "another 12 were". */
export function isElliptical(
  words: readonly Word[],
  number: NumberPhrase,
  at: number,
  mentions: readonly Mention[],
): boolean {
  const next = words[at];
  // "168,679 barrels; 2024 was better": a year. "Nolan, 44, said": an age.
  if (/^(19|20)\d\d$/.test(words[number.from]!.text) && at === number.from + 1) return false;
  if (
    words[number.from - 1]?.text === ',' &&
    next?.text === ',' &&
    words[number.from - 2]?.pos === 'PROPN' &&
    /^\d\d$/.test(words[number.from]!.text)
  )
    return false;
  // "the crew of 21": of another thing than what was counted before.
  if (
    words[number.from - 1]?.lower === 'of' &&
    words[number.from - 2]?.pos === 'NOUN' &&
    !/^(total|rest|average)$/.test(words[number.from - 2]!.lower)
  )
    return false;
  // "a mix of the two": the two were named before.
  if (words[number.from - 1]?.lower === 'the' && number.inWords) return false;
  if (
    number.inWords &&
    /^(one|two|three)$/.test(words[number.from]!.lower) &&
    next?.lower === 'of' &&
    !/^(them|which|whom)$/.test(words[at + 1]?.lower ?? '')
  )
    return false;
  if (
    /^\d{1,4}$/.test(words[number.from]!.text) &&
    /^[A-Z]/.test(words[number.from - 1]?.text ?? '') &&
    number.from > 1 &&
    !mentions.some((mention) => mention.to === number.from && mention.kind !== 'place')
  )
    return false;
  return (
    next === undefined ||
    /^[.,;:!?)"—–]$/.test(next.text) ||
    next.pos === 'VERB' ||
    next.pos === 'AUX' ||
    /^(more|others?)$/.test(next.lower) ||
    (next.lower === 'or' && /^(more|less|fewer|so)$/.test(words[at + 1]?.lower ?? '')) ||
    /^(of|in|from|by|since|at|on|during|to|for|last|that|who|which|and|but)$/.test(next.lower)
  );
}

/** Whether a noun, in the singular, is one for people. */
export function isPeople(noun: string): boolean {
  return (
    noun.startsWith('person') ||
    (predicateWords().classes.people ?? []).includes(noun) ||
    /(?:man|woman|ist|eer|or|er|ant|ee|child|crew)$/.test(noun)
  );
}

/** "artillery rounds, of which hundreds were fired": the noun right before "of which" is what is counted. */
export function nounBeforeWhich(words: readonly Word[], at: number): string | undefined {
  if (words[at - 2]?.lower !== 'of' || !/^(which|whom|them)$/.test(words[at - 1]!.lower)) return undefined;
  const head = words[at - 3]?.text === ',' ? at - 4 : at - 3;
  if (words[head]?.pos !== 'NOUN' || !/s$|^people$/.test(words[head]!.lower)) return undefined;
  // "charged with offences, of whom six": people, and no thing that stands before.
  if (words[at - 1]!.lower === 'whom' && !isPeople(singularOf(words[head]!.text))) return undefined;
  const lead = words[head - 1];
  return lead?.pos === 'NOUN' || (lead?.pos === 'PROPN' && head === 1)
    ? `${lead.lower} ${singularOf(words[head]!.text)}`
    : singularOf(words[head]!.text);
}

/** "fell from 30,023 to 11,490 workers": two figures of one noun, which stands after the second. */
export function nounAfterSecond(
  words: readonly Word[],
  at: number,
  mentions: readonly Mention[],
): CountedNoun | undefined {
  if (words[at]?.lower !== 'to') return undefined;
  const second = readNumber(words, at + 1);
  if (second === undefined || second.value === null || second.fraction) return undefined;
  const noun = readCountedNoun(words, second.to, mentions);
  return noun === 'excluded' ? undefined : noun;
}

/** "at least two, and likely three, further shipments": the noun stands after the bolder figure. */
export function nounAfterGuess(
  words: readonly Word[],
  at: number,
  mentions: readonly Mention[],
): CountedNoun | undefined {
  let i = at;
  while (i < at + 4 && /^([,–—(-]|and|or|but|likely|possibly|perhaps|probably|maybe|even)$/.test(words[i]?.lower ?? ''))
    i++;
  if (i < at + 2) return undefined;
  const second = readNumber(words, i);
  if (second === undefined || second.value === null || second.fraction) return undefined;
  const behind = /^[,–—)-]$/.test(words[second.to]?.text ?? '') ? second.to + 1 : second.to;
  const noun = readCountedNoun(words, behind, mentions);
  return noun === 'excluded' || noun?.counts === 'other' ? undefined : noun;
}

/** Figures told in one row share the noun after the last. */
const LONGEST_SERIES = 6;

/** "610,000, 760,000 and 915,000 barrels", "60, 75 or 90 percent": the noun stands after the last figure of the row. */
export function nounAfterSeries(
  words: readonly Word[],
  at: number,
  mentions: readonly Mention[],
): Pick<CountedNoun, 'counts' | 'unit'> | undefined {
  let next = at;
  for (let steps = 0; steps < LONGEST_SERIES; steps++) {
    const from = next;
    while (/^(,|and|or)$/.test(words[next]?.lower ?? '') && next < from + 2) next++;
    if (next === from) return undefined;
    const number = readNumber(words, next);
    if (number === undefined || number.from !== next || number.value === null || number.fraction) return undefined;
    if (percentAt(words, number.to) !== undefined) return { counts: 'percent' };
    const money = currencyOf(words, number, mentions);
    if (money !== undefined) return { counts: money.code };
    const noun = readCountedNoun(words, number.to, mentions);
    if (noun === 'excluded' || noun?.counts === 'other' || noun?.counts === 'more') return undefined;
    if (noun !== undefined)
      return noun.unit === undefined ? { counts: noun.counts } : { counts: noun.counts, unit: noun.unit };
    next = number.to;
  }
  return undefined;
}

/** How far before its figure "the number of" may stand: a relative clause may lie between. */
const NUMBER_REACH = 34;

/**
 * "brings the number of people subject to measures to 66", "the volume of containers that it saw in October was around 5,000": what
 * the number is of. `at` is the first word of the figure with its hedge.
 */
export function nounNumbered(
  words: readonly Word[],
  at: number,
  mentions: readonly Mention[],
): Pick<CountedNoun, 'counts' | 'unit'> | undefined {
  if (
    !/^(to|at|from|by|is|was|were|are|reach|reached|reaches|exceeds|exceeded|than|over)$/.test(
      words[at - 1]?.lower ?? '',
    )
  )
    return undefined;
  for (let i = at - 2; i >= Math.max(0, at - NUMBER_REACH); i--) {
    if (words[i]!.pos === 'NUM' || /^[.;:"]$/.test(words[i]!.text)) return undefined;
    if (!/^(number|total|volume)$/.test(words[i]!.lower) || words[i + 1]?.lower !== 'of') continue;
    const noun = readCountedNoun(words, i + 2, mentions);
    if (noun === undefined || noun === 'excluded' || noun.to > at) return undefined;
    return noun.unit === undefined ? { counts: noun.counts } : { counts: noun.counts, unit: noun.unit };
  }
  return undefined;
}
