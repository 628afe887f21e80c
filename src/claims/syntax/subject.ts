import { nounList } from '../lexicon/vocabulary.ts';
import { mandateBefore } from '../names/organisation-complement.ts';
import { CONTENT, inTime, nounPhraseAt, POSSESSIVE, type Run } from '../names/phrase.ts';
import type { TimeExpression } from '../times/time-expression.ts';
import type { Word } from '../tokens/word.ts';

/**
 * The subject to the left of a verb: the noun phrase with its prepositional phrases ("the head of the agency"), skipping
 * phrases of time, brackets and an apposition between commas. `apposition` is the run between the commas.
 */
export function subjectBefore(
  words: readonly Word[],
  verb: number,
  times: readonly TimeExpression[],
  floor = 0,
): (Run & { apposition?: Run }) | undefined {
  let end = skipLeft(words, verb, times, floor);
  let apposition: Run | undefined;
  let relative = false;
  if (/^[,—–-]$/.test(words[end - 1]?.text ?? '')) {
    const mark = words[end - 1]!.text;
    const open = matchingComma(words, end - 1, mark, floor);
    if (open < 0) return undefined;
    const inner = { from: open + 1, to: end - 1 };
    relative = /^(who|which|whose|that|where)$/.test(words[inner.from]?.lower ?? '') || hasVerb(words, inner);
    if (!relative) apposition = inner;
    end = skipLeft(words, open, times, floor);
    // Two appositions: "Kim, 40, leader of the party, said".
    if (words[end - 1]?.text === ',' && !relative) {
      const second = matchingComma(words, end - 1, ',', floor);
      if (second >= 0 && end - 1 - second <= 12 && second > floor) end = skipLeft(words, second, times, floor);
    }
  }
  const single = nominalRunEndingAt(words, end, times, floor);
  if (single === undefined) return undefined;
  const outside = beforeInsertion(words, single.from, floor);
  if (outside !== undefined) return subjectBefore(words, outside, times, floor);
  // "Maritime Trade Operations (UKMTO) agency said": the noun behind the bracket only says what the name is.
  const bracket = words[single.from - 1]?.text === ')' ? openingBracket(words, single.from - 1, floor) : -1;
  if (bracket > floor && /^\p{Lu}/u.test(words[bracket - 1]!.text)) return subjectBefore(words, bracket, times, floor);
  const named = nameBefore(words, single, times, floor);
  if (named !== undefined) return { ...named, apposition: { from: single.from, to: apposition?.to ?? single.to } };
  const run = withListBefore(words, single, floor);
  // "50 countries including South Korea and Japan have condemned": the examples are not all who speak.
  const whole = beforeExamples(words, run.from, floor);
  if (whole !== undefined) return subjectBefore(words, whole, times, floor);
  return apposition === undefined ? run : { ...run, apposition };
}

/** "The firm, operating in the province, which it rules, said": where the commas open behind the subject. */
function beforeInsertion(words: readonly Word[], at: number, floor: number): number | undefined {
  const [mark, verb, link] = [words[at - 3], words[at - 2], words[at - 1]];
  return at - 3 > floor &&
    mark?.text === ',' &&
    verb?.pos === 'VERB' &&
    /(ing|ed)$/.test(verb.lower) &&
    link?.pos === 'ADP' &&
    /^(NOUN|PROPN)$/.test(words[at - 4]?.pos ?? '')
    ? at - 3
    : undefined;
}

function openingBracket(words: readonly Word[], close: number, floor: number): number {
  for (let i = close - 1; i > floor && i >= close - 6; i--) if (words[i]!.text === '(') return i;
  return -1;
}

/**
 * "Jonah Lund, executive director, Arms Watch, said", "Twangiza, a mining company in the north said": the name before what
 * says who it is, when it begins the clause.
 */
function nameBefore(
  words: readonly Word[],
  single: Run,
  times: readonly TimeExpression[],
  floor: number,
): Run | undefined {
  if (words[single.from - 1]?.text !== ',' || single.from - 2 < floor) return undefined;
  // "Latvia, the envoy told the Council, had": the article opens another speaker.
  if (words[single.from]!.lower === 'the' && words[single.to]?.text !== ',') return undefined;
  const office = words
    .slice(single.from, single.to)
    .find((word) => nounList('official').has(word.lower) || word.pos === 'ADP');
  if (!/^an?$/.test(words[single.from]!.lower) && (office === undefined || office.pos === 'ADP')) return undefined;
  const run = nominalRunEndingAt(words, single.from - 1, times, floor);
  if (run === undefined || run.to - run.from > 4 || run.from > floor) return undefined;
  return words.slice(run.from, run.to).every((word) => word.pos === 'PROPN' || word.text === '.') ? run : undefined;
}

/** Where "including" or "such as" opens a list of names that ends at a word: what stands before it names the whole. */
function beforeExamples(words: readonly Word[], at: number, floor: number): number | undefined {
  for (let i = at - 1; i > Math.max(floor, at - 34); i--) {
    const word = words[i]!;
    if (word.lower === 'including' || (word.lower === 'as' && words[i - 1]?.lower === 'such')) {
      const start = word.lower === 'as' ? i - 1 : i;
      return words[start - 1]?.text === ',' ? start - 1 : start;
    }
    if (word.pos !== 'PROPN' && !/^(,|the|and|of)$/.test(word.lower)) return undefined;
  }
  return undefined;
}

/** "Britain, France and the United States": names parted by commas before "and" belong to the same subject. */
function withListBefore(words: readonly Word[], run: Run, floor: number): Run {
  let from = run.from;
  if (!words.slice(run.from, run.to).some((word) => word.lower === 'and')) return run;
  while (from - 2 >= floor && words[from - 1]!.text === ',') {
    let start = from - 1;
    while (start - 1 >= floor && (words[start - 1]!.pos === 'PROPN' || words[start - 1]!.lower === 'the')) start--;
    if (start === from - 1 || from - 1 - start > 4) break;
    from = start;
  }
  return { from: nameOfOrganFrom(words, from, floor), to: run.to };
}

/** "the Committee for the Monitoring of Transport, Goods and Ports": a list of what an organ is for belongs to its name. */
function nameOfOrganFrom(words: readonly Word[], at: number, floor: number): number {
  if (!/^(of|for|on)$/.test(words[at - 1]?.lower ?? '')) return at;
  let from = at - 1;
  while (from > floor && (words[from - 1]!.pos === 'PROPN' || /^(of|for|on|the|and|'s)$/.test(words[from - 1]!.lower)))
    from--;
  while (from < at && words[from]!.pos !== 'PROPN' && words[from]!.lower !== 'the') from++;
  return words.slice(from, at).some((word) => nounList('name-organ').has(word.lower) && /^\p{Lu}/u.test(word.text))
    ? from
    : at;
}

function hasVerb(words: readonly Word[], run: Run): boolean {
  for (let i = run.from; i < run.to; i++)
    if (words[i]!.pos === 'AUX' || (words[i]!.pos === 'VERB' && !/ing$/.test(words[i]!.lower) && i === run.from))
      return true;
  return /^(speaking|citing|referring|addressing|writing|quoting|briefing|asked|speaks)$/.test(
    words[run.from]?.lower ?? '',
  );
}

/** The comma that opens what a comma closes, not farther than a long apposition. */
function matchingComma(words: readonly Word[], close: number, mark: string, floor: number): number {
  for (let i = close - 1; i >= Math.max(floor, close - 32); i--) {
    if (words[i]!.text === mark) return i;
    if (words[i]!.text === '"' || words[i]!.text === ';') return -1;
  }
  return -1;
}

function skipLeft(words: readonly Word[], at: number, times: readonly TimeExpression[], floor: number): number {
  let end = at;
  for (;;) {
    if (end <= floor) return end;
    const word = words[end - 1]!;
    const time = inTime(times, end - 1);
    const mandate = mandateBefore(words, end, floor);
    if (mandate !== undefined) end = mandate;
    else if (time && time.firstWord >= floor) end = time.firstWord;
    else if (
      word.pos === 'ADV' ||
      (/^(also|later|then|earlier|separately|however|and|again|on|reportedly|allegedly|himself|herself|itself|themselves|both|all|each)$/.test(
        word.lower,
      ) &&
        word.lower !== 'and' &&
        word.lower !== 'on')
    )
      end--;
    else if (word.text === ')') {
      let open = end - 2;
      while (open > floor && words[open]?.text !== '(') open--;
      if (words[open]?.text !== '(') return end;
      end = open;
    } else return end;
  }
}

const PREPOSITIONS_IN_NAMES = new Set([
  'of',
  'for',
  'to',
  'at',
  'in',
  'from',
  'on',
  'with',
  'under',
  'near',
  'by',
  'against',
  'over',
  'behind',
  'into',
]);

function nominalRunEndingAt(
  words: readonly Word[],
  end: number,
  times: readonly TimeExpression[],
  floor: number,
): Run | undefined {
  // "two ships they said": a pronoun right before the verb is the whole subject.
  if (end > floor && /^(he|she|it|they|we|i)$/.test(words[end - 1]!.lower)) return { from: end - 1, to: end };
  let from = end;
  while (from > floor) {
    const word = words[from - 1]!;
    // "ships which officials say": the pronoun opens another clause.
    if (/^(which|whom)$/.test(word.lower) && from < end) break;
    if (inTime(times, from - 1) && (word.pos !== 'NUM' || /^(19|20)\d\d$/.test(word.text))) break;
    const nominal =
      CONTENT.has(word.pos) ||
      word.pos === 'PRON' ||
      (word.pos === 'PART' && /^'s?$/.test(word.text)) ||
      POSSESSIVE.has(word.lower);
    const linking =
      (PREPOSITIONS_IN_NAMES.has(word.lower) && from < end) ||
      (word.lower === 'and' && from < end) ||
      word.text === '&' ||
      (word.text === '.' && from < end && from - 2 >= floor);
    const participle =
      word.pos === 'VERB' &&
      from < end &&
      /(ed|ing)$/.test(word.lower) &&
      /^(NOUN|PROPN|ADJ)$/.test(words[from]!.pos) &&
      /^(DET|ADJ|ADP|NUM)$/.test(words[from - 2]?.pos ?? 'DET');
    const adverb = word.pos === 'ADV' && from < end && /^(ADJ|NUM)$/.test(words[from]!.pos);
    if (nominal && word.pos === 'PRON' && from < end && !POSSESSIVE.has(word.lower) && word.lower !== 'that') break;
    if (!nominal && !linking && !participle && !adverb) break;
    from--;
  }
  return trimRun(words, from, end, floor);
}

function trimRun(words: readonly Word[], start: number, end: number, floor: number): Run | undefined {
  let from = start;
  const before = from > floor ? words[from - 1] : undefined;
  // "fired missiles and Ukraine said": behind a verb the run begins with its object, so the subject starts behind "and".
  if (before !== undefined && (before.pos === 'VERB' || before.pos === 'AUX' || before.pos === 'ADP')) {
    let conjunction = -1;
    for (let i = from; i < end; i++) if (words[i]!.lower === 'and') conjunction = i;
    if (conjunction >= 0) from = conjunction + 1;
    else if (before.pos === 'ADP') from = lastPhraseStart(words, from, end);
  }
  while (
    from < end &&
    (words[from]!.pos === 'ADP' ||
      words[from]!.lower === 'and' ||
      words[from]!.text === '.' ||
      /^'s?$/.test(words[from]!.text))
  ) {
    if (words[from]!.pos === 'ADP') {
      // "In Kyiv officials said": the phrase of place is no part of the subject.
      const phrase = nounPhraseAt(words, from + 1);
      if (phrase === undefined || phrase.to >= end) {
        from = lastPhraseStart(words, from + 1, end);
        break;
      }
      from = phrase.to;
    } else from++;
  }
  // "an attack, which officials said caused damage": the pronoun is no part of who speaks.
  if (from < end - 1 && /^(which|whom|what)$/.test(words[from]!.lower)) from++;
  return from < end ? { from, to: end } : undefined;
}

function lastPhraseStart(words: readonly Word[], from: number, end: number): number {
  for (let i = end - 1; i > from; i--)
    if (
      words[i]!.pos === 'DET' ||
      (words[i - 1]!.pos === 'PROPN' && words[i]!.pos === 'NOUN' && words[i]!.text.endsWith('s'))
    )
      return i;
  return from;
}
