import type { CalendarDate } from '../core/calendar.ts';
import { casualtyOf, whoOf } from './casualty.ts';
import { type CountedNoun, calibreAt, readCountedNoun } from './counted-noun.ts';
import { boundsOf, hedgeBefore, hedgeBehind } from './hedge.ts';
import { findMentions, type Mention } from './mention.ts';
import { currencyOf } from './money.ts';
import { type NumberPhrase, readNumber } from './number.ts';
import type { Qualifier, Quantity } from './quantity.ts';
import { rangeBounds, readRange } from './range.ts';
import { findTimes, type TimeExpression } from './time-expression.ts';
import { tokenize, type Word } from './token.ts';
import { quantityWords } from './vocabulary.ts';
import { findVoteCounts } from './vote-count.ts';

/** A quantity with the words that carry it, `to` exclusive. */
export type FoundQuantity = { readonly quantity: Quantity; readonly from: number; readonly to: number };

/** What a figure counts and in what unit. */
export type Counted = Pick<Quantity, 'counts' | 'unit'>;

export type QuantityContext = {
  readonly mentions: readonly Mention[];
  readonly times: readonly TimeExpression[];
  /** What was counted last, for "fewer than 6 million" without a noun. */
  readonly antecedent?: Counted | undefined;
};

/** Quantities of a passage of text on its own, in order. Relative times in windows need the day of publication. */
export function extractQuantities(text: string, options: { published?: CalendarDate | null } = {}): Quantity[] {
  const words = tokenize(text, 0, text.length);
  const mentions = findMentions(text, words);
  const times = findTimes(text, words, options.published ?? null);
  return findQuantities(text, words, { mentions, times }).map((found) => found.quantity);
}

/** Quantities of a tokenized sentence; a quotation mark between a figure and its noun (`"at least 23" missiles`) is read over. */
export function findQuantities(text: string, all: readonly Word[], context: QuantityContext): FoundQuantity[] {
  const places: number[] = [];
  const words = all.filter((word, i) => {
    if (/^["\u201c\u201d]$/.test(word.text)) return false;
    places.push(i);
    return true;
  });
  if (words.length === all.length) return findInWords(text, all, context);
  const at = (place: number) => places.findIndex((original) => original >= place);
  const end = (place: number) => (at(place) < 0 ? words.length : at(place));
  const mentions = context.mentions.map((mention) => ({ ...mention, from: at(mention.from), to: end(mention.to) }));
  const times = context.times.map((time) => ({ ...time, firstWord: at(time.firstWord), lastWord: at(time.lastWord) }));
  return findInWords(text, words, { ...context, mentions, times }).map((found) => ({
    ...found,
    from: places[found.from]!,
    to: places[found.to - 1]! + 1,
  }));
}

function findInWords(text: string, words: readonly Word[], context: QuantityContext): FoundQuantity[] {
  const found: FoundQuantity[] = [];
  const taken = new Set<number>();
  for (const vote of findVoteCounts(words)) {
    for (let i = vote.from; i < vote.to; i++) taken.add(i);
    const raw = text.slice(words[vote.from]!.start, words[vote.to - 1]!.end);
    found.push({
      quantity: { counts: vote.counts, qualifier: 'exactly', low: vote.value, high: vote.value, raw },
      from: vote.from,
      to: vote.to,
    });
  }
  for (const time of context.times) for (let i = time.firstWord; i <= time.lastWord; i++) taken.add(i);
  let last = context.antecedent;
  for (let i = 0; i < words.length; i++) {
    if (taken.has(i)) continue;
    const number = readNumber(words, i);
    if (number === undefined) continue;
    if (isExcluded(words, number, context.mentions, taken)) {
      i = number.to - 1;
      continue;
    }
    const read = readQuantity(text, words, number, context, last);
    if (read === undefined) {
      i = number.to - 1;
      continue;
    }
    found.push(read);
    last = countedOf(read.quantity);
    i = read.to - 1;
  }
  found.sort((a, b) => a.from - b.from);
  return withWindows(words, withAlternatives(words, found), context.times);
}

/** What a later figure without a noun counts. */
export function countedOf(quantity: Quantity): Counted {
  return quantity.unit === undefined ? { counts: quantity.counts } : { counts: quantity.counts, unit: quantity.unit };
}

let excludedBefore: ReadonlySet<string> | undefined;
let excludedAfter: ReadonlySet<string> | undefined;

function isExcluded(
  words: readonly Word[],
  number: NumberPhrase,
  mentions: readonly Mention[],
  taken: ReadonlySet<number>,
): boolean {
  excludedBefore ??= new Set(quantityWords()['excluded-before']);
  excludedAfter ??= new Set(quantityWords()['excluded-after']);
  for (let i = number.from; i < number.to; i++) if (taken.has(i)) return true;
  const [before, word, after] = [words[number.from - 1], words[number.from]!, words[number.to]];
  if (word.lower === 'one' && number.to === number.from + 1) {
    if (
      after === undefined ||
      /^(of|another|in|on|with|who|that|,|\.|day|side|another's|and|'s|or|to|is|was|has|which)$/.test(after.lower)
    )
      return after?.lower !== 'or' || readNumber(words, number.to + 1) === undefined;
    if (
      /^(no|any|every|each|this|that|the|which|another|last|first|only)$/.test(before?.lower ?? '') &&
      before?.lower !== 'only' &&
      before?.lower !== 'another'
    )
      return true;
  }
  if (calibreAt(words, number.from) !== undefined) return true;
  // "Group of Seven", "Permanent Five": a name.
  if (
    /^\p{Lu}/u.test(word.text) &&
    number.inWords &&
    number.from > 0 &&
    /^(of|Permanent|Big)$/.test(before?.text ?? '')
  )
    return true;
  if (before !== undefined && excludedBefore.has(before.lower) && /^[\d]/.test(word.text)) return true;
  if (before?.text === '.' && /^(no|nos|op)$/.test(words[number.from - 2]?.lower ?? '')) return true;
  // "the 2018 quota", "a 2017 resolution": a year, unless a hedge shows that it counts.
  if (
    /^(19[5-9]|20[0-3])\d$/.test(word.text) &&
    number.to === number.from + 1 &&
    hedgeBefore(words, number.from).from === number.from &&
    currencyOf(words, number, mentions) === undefined
  )
    return true;
  // A telephone number: "+372 555 01 77".
  if (before?.text === '+' || (isDigits(before) && isDigits(word)) || (isDigits(word) && isDigits(after))) return true;
  // "S/2024/215", "1718 (2006)", "(a)", identifiers and clock times.
  if (before !== undefined && /^[/:\u2116#]$/.test(before.text) && before.end === word.start) return true;
  if (after !== undefined && /^[/:]$/.test(after.text) && after.start === words[number.to - 1]!.end) return true;
  if (before?.text === '(' && after?.text === ')' && /^\d{4}$/.test(word.text)) return true;
  if (after?.text === '(' && /^(19|20)\d\d$/.test(words[number.to + 1]?.text ?? '') && /^\d{3,4}$/.test(word.text))
    return true;
  if (after !== undefined && excludedAfter.has(after.lower) && /^\d{3,4}$/.test(word.text)) return true;
  // A list of resolutions: "resolutions 2270, 2321 and 2397".
  if (
    (/^\d{3,4}$/.test(word.text) || /^[-–]$/.test(before?.text ?? '')) &&
    isListOf(words, number.from, excludedBefore)
  )
    return true;
  // Enumeration: the first thing of a sentence with a stop or bracket behind it.
  if (number.from === 0 && after !== undefined && /^[.)]$/.test(after.text) && word.text.length <= 3) return true;
  return isInsideName(words, number, mentions);
}

function isDigits(word: Word | undefined): boolean {
  return word !== undefined && /^\d+$/.test(word.text);
}

function isListOf(words: readonly Word[], at: number, heads: ReadonlySet<string>): boolean {
  for (let i = at - 1; i >= 0; i--) {
    const word = words[i]!;
    if (heads.has(word.lower)) return true;
    if (!/^(,|and|or|\(|\)|to|[-–]|\d{1,4})$/.test(word.lower)) return false;
  }
  return false;
}

/** "Xin Yuan 18", "Hwasong 17", "APT38": a small numeral behind a proper name with no thing counted behind it. */
function isInsideName(words: readonly Word[], number: NumberPhrase, mentions: readonly Mention[]): boolean {
  const [before, word, after] = [words[number.from - 1], words[number.from]!, words[number.to]];
  if (before === undefined || number.inWords || !/^\d{1,5}$/.test(word.text) || !/^[A-Z]/.test(before.text))
    return false;
  if (before.pos !== 'PROPN' && before.pos !== 'NOUN') return false;
  if (
    mentions.some((mention) => number.from === mention.to) &&
    after !== undefined &&
    /^(NOUN|ADJ|PROPN)$/.test(after.pos)
  )
    return false;
  if (number.from === 1 && before.pos !== 'PROPN') return false;
  return (
    after === undefined ||
    !/^(NOUN|ADJ|VERB)$/.test(after.pos) ||
    after.pos === 'VERB' ||
    /^(tanker|vessel|missile|rocket|class|variant|aircraft|jet|drone)s?$/.test(after.lower)
  );
}

function readQuantity(
  text: string,
  words: readonly Word[],
  number: NumberPhrase,
  context: QuantityContext,
  antecedent: Counted | undefined,
): FoundQuantity | undefined {
  const range = readRange(words, number, context.mentions);
  const upper = range?.upper;
  const lastNumber = upper ?? number;
  const money = currencyOf(words, lastNumber, context.mentions);
  const signed = money !== undefined && upper !== undefined ? currencyOf(words, number, context.mentions) : money;
  let start = signed === undefined ? number.from : Math.min(number.from, signed.from);
  const hedge = hedgeBefore(words, start);
  let qualifier: Qualifier = hedge.qualifier;
  start = hedge.from;
  let end = lastNumber.to;
  let subject: { counts: string; unit?: string; scope?: string } | undefined;
  const percentTo = percentAt(words, lastNumber.to);
  if (money !== undefined) {
    subject = { counts: money.code };
    end = money.to;
  } else if (number.fraction || percentTo !== undefined) {
    const scope = scopeOf(text, words, percentTo ?? lastNumber.to, context.mentions);
    if (scope === 'excluded') return undefined;
    subject = scope === undefined ? { counts: 'percent' } : { counts: 'percent', scope: scope.scope };
    end = scope?.to ?? percentTo ?? lastNumber.to;
  } else {
    const between = hedgeBehind(words, lastNumber.to)?.to ?? lastNumber.to;
    const at = words[between]?.lower === 'of' ? afterOf(words, between) : between;
    const noun: CountedNoun | 'excluded' | undefined =
      at === undefined ? undefined : readCountedNoun(words, at, context.mentions);
    if (noun === 'excluded') return undefined;
    if (noun !== undefined && /^(other|more)$/.test(noun.counts)) {
      if (antecedent !== undefined) subject = { ...antecedent };
      end = noun.to;
    } else if (noun !== undefined) {
      if (/^time$/.test(noun.counts) && isComparison(words, noun.to)) return undefined;
      subject = {
        counts: noun.counts,
        ...(noun.unit === undefined ? {} : { unit: noun.unit }),
        ...(noun.calibre === undefined ? {} : { scope: noun.calibre }),
      };
      end = noun.to;
    } else if (antecedent !== undefined && isElliptical(words, number, lastNumber.to)) subject = { ...antecedent };
  }
  if (money === undefined && percentTo === undefined && !number.fraction) {
    const casualty = casualtyOf(
      words,
      start,
      end,
      subject === undefined || end === lastNumber.to ? undefined : subject.counts,
    );
    if (casualty !== undefined) {
      const who = end === lastNumber.to ? undefined : whoOf(subject?.counts);
      subject = who === undefined ? { counts: casualty.counts } : { counts: casualty.counts, scope: who };
      end = casualty.to;
    }
  }
  if (subject === undefined) return undefined;
  if (number.value === null) qualifier = 'some';
  const behind = hedgeBehind(words, end) ?? hedgeBehind(words, lastNumber.to);
  if (behind !== undefined && qualifier === 'exactly') {
    qualifier = behind.qualifier;
    end = Math.max(end, behind.to);
  }
  if (qualifier === 'exactly' && isCap(words, start)) qualifier = 'at-most';
  const rate = rateAt(words, end);
  if (rate !== undefined) {
    end = rate.to;
    subject = { ...subject, scope: subject.scope === undefined ? rate.scope : `${subject.scope}, ${rate.scope}` };
  }
  if (range !== undefined) {
    const lead = words[start - 1]?.lower;
    if (lead === 'between' || lead === 'from') start--;
  }
  const bounds =
    range !== undefined
      ? rangeBounds(qualifier, range.low, range.high)
      : number.value === null
        ? boundsOf('some', '0')
        : boundsOf(qualifier, number.value);
  const raw = text.slice(words[start]!.start, words[end - 1]!.end);
  const cumulative = isCumulative(words, start, end);
  return { quantity: { ...subject, ...bounds, raw, ...(cumulative ? { cumulative } : {}) }, from: start, to: end };
}

/** The place after "%", "percent" or "per cent" behind a number. */
function percentAt(words: readonly Word[], at: number): number | undefined {
  const lower = words[at]?.lower ?? '';
  if (lower === '%' || lower === 'percent' || lower === 'pct') return at + 1;
  return lower === 'per' && words[at + 1]?.lower === 'cent' ? at + 2 : undefined;
}

/** Of what a percentage or fraction is a part; `excluded` for "percentage points" and the like. */
function scopeOf(
  text: string,
  words: readonly Word[],
  at: number,
  mentions: readonly Mention[],
): { scope: string; to: number } | 'excluded' | undefined {
  if (/^points?$/.test(words[at]?.lower ?? '')) return 'excluded';
  let from = words[at]?.lower === 'of' ? at + 1 : at;
  const skipped = from > at || /^(the|its|their|all)$/.test(words[from]?.lower ?? '');
  if (!skipped) return undefined;
  while (/^(the|its|their|all|that|those|these|his|her|our)$/.test(words[from]?.lower ?? '')) from++;
  const noun = readCountedNoun(words, from, mentions);
  if (noun === undefined || noun === 'excluded') return undefined;
  return { scope: text.slice(words[from]!.start, words[noun.to - 1]!.end), to: noun.to };
}

/** "hundreds of containers", "6,000 of the containers", "24 of them". */
function afterOf(words: readonly Word[], of: number): number | undefined {
  let at = of + 1;
  while (/^(the|its|their|these|those|such|his|her|our|all)$/.test(words[at]?.lower ?? '')) at++;
  // "14 of its 37 suppliers": the noun stands behind the second number.
  const whole = readNumber(words, at);
  if (whole !== undefined && whole.value !== null && !whole.fraction && whole.from === at) at = whole.to;
  return /^(them|which|whom|that|it|these|those)$/.test(words[at]?.lower ?? '') ? undefined : at;
}

/** A number that takes its noun from before: "fewer than 6 million.", "of which two", "another 12 were". */
function isElliptical(words: readonly Word[], number: NumberPhrase, at: number): boolean {
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
    number.from > 1
  )
    return false;
  return (
    next === undefined ||
    /^[.,;:!?)"—–]$/.test(next.text) ||
    next.pos === 'VERB' ||
    next.pos === 'AUX' ||
    /^(of|in|from|by|since|at|on|during|to|for|last|that|who|which|and|but)$/.test(next.lower)
  );
}

/** "nearly four times what they took", "three times as many": a comparison counts nothing. */
function isComparison(words: readonly Word[], at: number): boolean {
  return /^(as|what|more|higher|larger|the|greater|that|over|bigger|faster|less)$/.test(words[at]?.lower ?? '');
}

/** "the annual cap is 500,000 barrels": a figure that is a ceiling. */
function isCap(words: readonly Word[], at: number): boolean {
  for (let i = Math.max(0, at - 4); i < at; i++)
    if (/^(cap|ceiling|limit|maximum|capped|quota)$/.test(words[i]!.lower))
      return (
        !words.slice(i, at).some((word) => /^(than|exceed|exceeded|with|by)$/.test(word.lower)) &&
        (words[at - 1]!.lower !== 'at' || words[i]!.lower === 'capped')
      );
  return false;
}

/** "a month", "per day": a figure for each such period, which is another figure than a total. */
function rateAt(words: readonly Word[], at: number): { scope: string; to: number } | undefined {
  const [lead, unit] = [words[at]?.lower ?? '', words[at + 1]?.lower ?? ''];
  if (!/^(day|week|month|year|hour|quarter)$/.test(unit)) return undefined;
  if (!/^(a|per|each|every)$/.test(lead)) return undefined;
  return { scope: `per ${unit}`, to: at + 2 };
}

function isCumulative(words: readonly Word[], from: number, to: number): boolean {
  for (let i = Math.max(0, from - 3); i < from; i++)
    if (/^(total|cumulative|altogether|totalling|totaling|combined|overall)$/.test(words[i]!.lower)) return true;
  for (let i = from; i < Math.min(words.length, to + 6); i++) {
    const [lower, next] = [words[i]!.lower, words[i + 1]?.lower ?? ''];
    if (lower === 'total' || lower === 'altogether' || lower === 'cumulatively') return true;
    if ((lower === 'so' && next === 'far') || (lower === 'to' && next === 'date') || (lower === 'since' && i >= to))
      return true;
  }
  return false;
}

/** "3 million 152 mm or 500,000 122 mm shells": figures joined by "or" are one statement of two possibilities. */
function withAlternatives(words: readonly Word[], found: readonly FoundQuantity[]): FoundQuantity[] {
  const linked = [...found];
  let group = 0;
  for (let i = 0; i + 1 < linked.length; i++) {
    const [first, second] = [linked[i]!, linked[i + 1]!];
    const gap = words.slice(first.to, second.from).map((word) => word.lower);
    const or = gap.indexOf('or');
    if (or < 0 || gap.length > 9 || gap.some((lower) => /^(and|but|while|[.;:])$/.test(lower)) || or > 5) continue;
    const id = first.quantity.alternative ?? `alternative-${++group}`;
    linked[i] = { ...first, quantity: { ...first.quantity, alternative: id } };
    linked[i + 1] = { ...second, quantity: { ...second.quantity, alternative: id } };
  }
  return linked;
}

/** The period a figure covers: the phrase of time that follows it most closely, else the only one of the sentence. */
function withWindows(
  words: readonly Word[],
  found: readonly FoundQuantity[],
  times: readonly TimeExpression[],
): FoundQuantity[] {
  return found.map((entry) => {
    const next = found.find((other) => other.from >= entry.to);
    const behind = times.find(
      (time) =>
        time.firstWord >= entry.to &&
        (next === undefined || time.firstWord < next.from || !breaksBetween(words, entry.to, time.firstWord)),
    );
    const time =
      behind !== undefined && !breaksBetween(words, entry.to, behind.firstWord)
        ? behind
        : times.length === 1
          ? times[0]
          : undefined;
    if (time === undefined || (time.from === null && time.to === null)) return entry;
    return { ...entry, quantity: { ...entry.quantity, window: { from: time.from, to: time.to } } };
  });
}

function breaksBetween(words: readonly Word[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (/^(said|says|but|while|[;:"])$/.test(words[i]!.lower)) return true;
  return false;
}
