import type { TimeExpression } from './time-expression.ts';
import type { Word } from './token.ts';

/** A run of words; `to` is exclusive. */
export type Run = { readonly from: number; readonly to: number };

/** A verb with its auxiliaries and adverbs: "has been shaping up", "did not receive". `head` is the main verb. */
export type VerbGroup = Run & {
  readonly head: number;
  readonly lemma: string;
  readonly negated: boolean;
  readonly passive: boolean;
  /** A finite clause of its own, or only a participle or infinitive hanging on another verb. */
  readonly form: 'finite' | 'participle' | 'past-participle' | 'infinitive';
  /** Adverbs and modals inside the group. */
  readonly modifiers: readonly string[];
};

const BE = new Set(['be', 'is', 'are', 'was', 'were', 'been', 'being', 'am', "'s", "'re", 'get', 'got']);
const HAVE = new Set(['has', 'have', 'had', 'having', "'ve", "'d", "'s"]);
const MODALS = new Set([
  'will',
  'would',
  'can',
  'could',
  'may',
  'might',
  'shall',
  'should',
  'must',
  "'ll",
  "'d",
  'ca',
  'wo',
]);
const NEGATIONS = new Set(['not', "n't", 'never', 'neither', 'nor', 'hardly', 'no']);

/** Verb groups of a sentence, left to right. */
export function findVerbGroups(words: readonly Word[]): VerbGroup[] {
  const groups: VerbGroup[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (word.pos !== 'VERB' && word.pos !== 'AUX') continue;
    const group = groupAt(words, i);
    if (group === undefined) continue;
    groups.push(group);
    i = group.to - 1;
  }
  return groups;
}

function groupAt(words: readonly Word[], at: number): VerbGroup | undefined {
  // "an estimated 600", "the stolen funds": a participle between article and noun is an adjective.
  if (
    /(ed|en|ing)$/.test(words[at]!.lower) &&
    (/^(DET|ADJ)$/.test(words[at - 1]?.pos ?? '-') ||
      (words[at - 1]?.pos === 'VERB' && words[at]!.lower.endsWith('ed') && words[at + 1]?.pos !== 'PROPN') ||
      (words[at - 1]?.pos === 'ADP' && !words[at]!.lower.endsWith('ing'))) &&
    words[at - 1]?.lower !== 'that' &&
    /^(NOUN|PROPN|NUM|SYM|ADJ)$/.test(words[at + 1]?.pos ?? '')
  )
    return undefined;
  let head = at;
  let to = at + 1;
  for (let i = at + 1; i < words.length; i++) {
    const word = words[i]!;
    if (word.pos === 'VERB' || word.pos === 'AUX') {
      // "said launched" never forms one group: a full verb is followed by another only after an auxiliary.
      if (words[head]!.pos === 'VERB' && !isAuxiliary(words[head]!)) break;
      head = i;
      to = i + 1;
      continue;
    }
    const past = HAVE.has(words[head]!.lower) ? verbBehindTime(words, i) : undefined;
    if (past !== undefined) {
      head = past;
      to = past + 1;
      i = past;
      continue;
    }
    const bridging = word.pos === 'ADV' || word.pos === 'PART' || NEGATIONS.has(word.lower);
    if (!bridging || !(words[head]!.pos === 'AUX' || isAuxiliary(words[head]!))) break;
    if (word.lower === 'to' && !/^(has|have|had|having)$/.test(words[head]!.lower)) break;
    const ahead = words[i + 1];
    if (ahead === undefined || !/^(VERB|AUX|ADV|PART)$/.test(ahead.pos)) break;
  }
  const main = words[head]!;
  const inside = words.slice(at, to);
  let from = at;
  const modifiers = inside.filter((word) => word.pos === 'ADV' || MODALS.has(word.lower)).map((word) => word.lower);
  while (
    from > 0 &&
    (words[from - 1]!.pos === 'ADV' || NEGATIONS.has(words[from - 1]!.lower) || words[from - 1]!.lower === 'to')
  ) {
    const word = words[from - 1]!;
    if (word.pos === 'ADV' && from >= 2 && words[from - 2]!.lower === 'at') {
      modifiers.push(word.lower);
      break;
    }
    if (word.pos === 'ADV') modifiers.push(word.lower);
    from--;
  }
  const lead = words[from]!.lower;
  // "imported no coal", "received neither": the negation stands at the object.
  const negated =
    words.slice(from, to).some((word) => NEGATIONS.has(word.lower)) ||
    (/^(no|neither)$/.test(words[to]?.lower ?? '') &&
      words[to + 1]?.lower !== 'longer' &&
      !/^(fewer|less|more|later|earlier)$/.test(words[to + 1]?.lower ?? ''));
  const auxiliary = head > at || words[at]!.pos === 'AUX';
  const passive = head > at && inside.slice(0, -1).some((word) => BE.has(word.lower)) && isPastForm(main);
  return {
    from,
    to,
    head,
    lemma: lemmaOf(words, head),
    negated,
    passive,
    form: formOf(words, lead, at, head, auxiliary),
    modifiers,
  };
}

/** "has in the past called", "had on several occasions said": the verb behind a phrase of time in a perfect tense. */
function verbBehindTime(words: readonly Word[], at: number): number | undefined {
  if (!/^(in|on|at|for|over|during|since|many)$/.test(words[at]!.lower)) return undefined;
  for (let i = at + 1; i < Math.min(words.length - 1, at + 5); i++)
    if (/^(past|years?|months?|weeks?|days?|times?|occasions?|then|decades?)$/.test(words[i]!.lower))
      return words[i + 1]!.pos === 'VERB' && isPastForm(words[i + 1]!) ? i + 1 : undefined;
  return undefined;
}

function isAuxiliary(word: Word): boolean {
  return BE.has(word.lower) || HAVE.has(word.lower) || MODALS.has(word.lower) || /^(do|does|did)$/.test(word.lower);
}

export function isPastForm(word: Word): boolean {
  return (
    /(ed|en|wn|nt|ght|ne|ld|id|ung|uck|oken|ound|lt|ot|ut|de|et|it|urt)$/.test(word.lower) &&
    !word.lower.endsWith('ing')
  );
}

function formOf(words: readonly Word[], lead: string, at: number, head: number, auxiliary: boolean): VerbGroup['form'] {
  if (lead === 'to' || words[at - 1]?.lower === 'to') return 'infinitive';
  const first = words[at]!;
  if (first.lower.endsWith('ing') && first.pos === 'VERB') return 'participle';
  if (first.lower === 'having' || first.lower === 'being') return 'participle';
  if (auxiliary || head !== at) return 'finite';
  // "a group accused of": to accuse takes an object, so without one this is a participle.
  if (/^(accused|suspected|convicted|charged)$/.test(first.lower) && /^(of|with)$/.test(words[at + 1]?.lower ?? ''))
    return 'past-participle';
  if (/^[–—(]$/.test(words[at - 1]?.text ?? '') && isPastForm(first)) return 'past-participle';
  // "missiles fired by Russia": a past form behind its noun with "by", or a participle-only form ("given", "shown").
  if (
    isPastForm(first) &&
    (words[at + 1]?.lower === 'by' ||
      (/^(given|taken|seen|shown|known|stolen|driven|written|drawn|gone|done|made|sent|sold|built|held|used|seized|imposed|based|owned)$/.test(
        first.lower,
      ) &&
        /^(NOUN|PROPN)$/.test(words[at - 1]?.pos ?? '') &&
        /^(ADP|PUNCT)$/.test(words[at + 1]?.pos ?? 'PUNCT') &&
        hasOtherFinite(words, at)))
  )
    return 'past-participle';
  return 'finite';
}

/** The main verb still follows, with no comma or conjunction between: "missiles sold to Iran were seized". */
function hasOtherFinite(words: readonly Word[], at: number): boolean {
  for (let i = at + 1; i < words.length; i++) {
    const word = words[i]!;
    if (/^([,;:."]|and|but|or|that|who|which|when|while|after|before|as|because)$/.test(word.lower)) return false;
    if (word.pos === 'AUX' || (word.pos === 'VERB' && /(ed|s|id)$/.test(word.lower)))
      return words[i - 1]?.lower !== 'to';
  }
  return false;
}

/** Lemma of a verb with its particle: "set up", "carried out", "called for", "called at". */
function lemmaOf(words: readonly Word[], head: number): string {
  const lemma = words[head]!.lemma;
  const next = words[head + 1]?.lower ?? '';
  if (lemma === 'call' && next === 'for') return 'call-for';
  if ((lemma === 'call' && next === 'on') || (lemma === 'call' && next === 'upon')) return 'call-for';
  if (lemma === 'go' && next === 'on') return 'go-on';
  if (lemma === 'set' && next === 'up') return 'set-up';
  if (lemma === 'insist' && next === 'on') return 'insist';
  if (lemma === 'lift' && next === 'off') return 'lift-off';
  return IRREGULAR_LEMMAS[lemma] ?? lemma;
}

/** Forms that the lemmatiser leaves as they are. */
const IRREGULAR_LEMMAS: Readonly<Record<string, string>> = {
  vetoed: 'veto',
  vetoes: 'veto',
  vetoing: 'veto',
  said: 'say',
  says: 'say',
  shot: 'shoot',
  stole: 'steal',
  stolen: 'steal',
  sent: 'send',
  sold: 'sell',
  told: 'tell',
  struck: 'strike',
  hid: 'hide',
  gave: 'give',
  given: 'give',
  bought: 'buy',
  fired: 'fire',
  docked: 'dock',
  hacked: 'hack',
  'test-fired': 'test-fire',
  transshipped: 'transship',
  paid: 'pay',
  found: 'find',
  abstained: 'abstain',
  adopted: 'adopt',
  identified: 'identify',
  denied: 'deny',
  denies: 'deny',
  put: 'put',
  founded: 'found',
  thought: 'think',
  felt: 'feel',
  wrote: 'write',
  written: 'write',
  got: 'get',
  vowed: 'vow',
};

const CONTENT = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'DET', 'SYM']);
const POSSESSIVE = new Set(['its', 'their', 'his', 'her', 'our', 'my', 'your', 'whose']);

/** A noun phrase without its prepositional phrases that begins at a word; undefined when none does. */
export function nounPhraseAt(words: readonly Word[], at: number): Run | undefined {
  let i = at;
  let noun = -1;
  if (words[i]?.pos === 'PRON' && !POSSESSIVE.has(words[i]!.lower)) return { from: at, to: at + 1 };
  for (; i < words.length; i++) {
    const word = words[i]!;
    if (CONTENT.has(word.pos) || POSSESSIVE.has(word.lower)) {
      // A determiner or pronoun opens a new phrase once a noun has been seen.
      if (noun >= 0 && (word.pos === 'DET' || POSSESSIVE.has(word.lower)) && words[i - 1]!.text !== "'s") break;
      if (word.pos === 'NOUN' || word.pos === 'PROPN' || word.pos === 'NUM' || word.pos === 'SYM') noun = i;
      continue;
    }
    if ((word.text === "'s" || word.text === "'") && noun >= 0 && word.pos === 'PART') continue;
    if (
      word.pos === 'VERB' &&
      noun < 0 &&
      i > at &&
      /(ed|ing|en)$/.test(word.lower) &&
      /^(NOUN|PROPN|ADJ)$/.test(words[i + 1]?.pos ?? '')
    )
      continue;
    if (word.pos === 'ADV' && noun < 0 && /^(ADJ|NUM|ADV)$/.test(words[i + 1]?.pos ?? '')) continue;
    if (/^(least|as|than|more)$/.test(word.lower) && noun < 0) continue;
    if (
      noun < 0 &&
      /^(at|over|around|about|some|nearly|up|to|under|between)$/.test(word.lower) &&
      /^(NUM|SYM|ADV|ADJ|ADP)$/.test(words[i + 1]?.pos ?? '') &&
      hasNumberSoon(words, i)
    )
      continue;
    break;
  }
  return noun < 0 ? undefined : { from: at, to: noun + 1 };
}

function hasNumberSoon(words: readonly Word[], at: number): boolean {
  return words.slice(at + 1, at + 4).some((word) => word.pos === 'NUM');
}

/** True when a word lies in a phrase of time ("on March 28"). */
export function inTime(times: readonly TimeExpression[], at: number): TimeExpression | undefined {
  return times.find((time) => at >= time.firstWord && at <= time.lastWord);
}

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
  if (words[end - 1]?.text === ',' || words[end - 1]?.text === '—' || words[end - 1]?.text === '–') {
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
  const run = withListBefore(words, single, floor);
  return apposition === undefined ? run : { ...run, apposition };
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
  return { from, to: run.to };
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
    if (time && time.firstWord >= floor) end = time.firstWord;
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
  let from = end;
  while (from > floor) {
    const word = words[from - 1]!;
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
