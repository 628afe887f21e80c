import type { Qualifier, Quantity } from '../model/quantity.ts';
import { findMentions } from '../names/mention.ts';
import { findTimes } from '../times/time-expression.ts';
import { type NumberPhrase, readNumber } from '../tokens/number.ts';
import { type Arcs, readWords } from '../tokens/token.ts';
import type { Word } from '../tokens/word.ts';
import { withAlternatives } from './alternatives.ts';
import { isCeiling, withCeilings } from './cap-figure.ts';
import { casualtyOf, whoOf } from './casualty.ts';
import type { Counted, QuantityContext } from './counted.ts';
import { type CountedNoun, readCountedNoun, singularOf } from './counted-noun.ts';
import { afterOf } from './elided-noun.ts';
import { elidedSubject, isSaidToBe, moreOf } from './elided-subject.ts';
import { isExcludedFigure } from './excluded-figure.ts';
import type { FoundQuantity } from './found-quantity.ts';
import { boundsOf, hedgeAfter, hedgeBefore } from './hedge.ts';
import { countedBySubject, isUnit, measuredThing } from './measured-thing.ts';
import { currencyOf } from './money.ts';
import { isCumulative, rateAt } from './over-time.ts';
import { rangeBounds, readRange } from './range.ts';
import { percentAt, scopeOf } from './share.ts';
import { isAnyOne, isBareOne, isCountedSingly } from './single-count.ts';
import { findVoteCounts } from './vote-count.ts';

/** Quantities of a passage of text on its own, in order; when it was is for whoever reads its clauses. */
export function extractQuantities(text: string): Quantity[] {
  const { words, arcs } = readWords(text, 0, text.length);
  const context = { mentions: findMentions(text, words), times: findTimes(text, words, null), arcs };
  return findQuantities(text, words, context).map((found) => found.quantity);
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
  return findInWords(text, words, { ...context, mentions, times, arcs: withoutMarks(context.arcs, places) }).map(
    (found) => ({
      ...found,
      from: places[found.from]!,
      to: places[found.to - 1]! + 1,
    }),
  );
}

/** The tree over the words that are left when marks are read over. */
function withoutMarks(arcs: Arcs, places: readonly number[]): Arcs {
  const at = new Map(places.map((place, i) => [place, i]));
  const heads = places.map((place) => at.get(arcs.heads[place]!) ?? -1);
  return {
    heads,
    labels: places.map((place) => arcs.labels[place]!),
    tags: places.map((place) => arcs.tags[place]!),
    shares: places.map((place) => arcs.shares[place]!),
    children: places.map((place) => arcs.children[place]!.flatMap((child) => at.get(child) ?? [])),
  };
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
    if (isExcludedFigure(words, number, context.mentions, taken)) {
      i = number.to - 1;
      continue;
    }
    // "the ninth such case, against 14 in 2023": beside what this sentence counts, and not what one before it counted.
    const compared = found.length === 0 && /^(against|versus)$/.test(words[number.from - 1]?.lower ?? '');
    const read = readQuantity(text, words, number, context, compared ? undefined : last);
    if (read === undefined) {
      i = number.to - 1;
      continue;
    }
    found.push(read);
    if (!isAside(words, number, read.from, context.arcs)) last = countedOf(read.quantity);
    i = read.to - 1;
  }
  found.sort((a, b) => a.from - b.from);
  return withAlternatives(words, withCeilings(words, found));
}

/** "including 21,000 barrels of fuel oil", "seven were relatives": a part of what is counted, told by a noun of its own. */
function isAside(words: readonly Word[], number: NumberPhrase, from: number, arcs: Arcs): boolean {
  return words[from - 1]?.lower === 'including' || isSaidToBe(words, number.to - 1, arcs);
}

/** What a later figure without a noun counts. */
export function countedOf(quantity: Quantity): Counted {
  return quantity.unit === undefined ? { counts: quantity.counts } : { counts: quantity.counts, unit: quantity.unit };
}

/** "more than half of them … there were 11,490 left": no share is more than the whole, so that it is of another noun. */
function isShareOver({ value }: NumberPhrase, antecedent: Counted | undefined): boolean {
  return antecedent?.counts === 'percent' && value !== null && Number(value) > 100;
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
  let subject: { counts: string; unit?: string; of?: string } | undefined;
  const percentTo = percentAt(words, lastNumber.to);
  if (money !== undefined) {
    subject = { counts: money.code };
    end = money.to;
  } else if (number.fraction || percentTo !== undefined) {
    const scope = scopeOf(text, words, percentTo ?? lastNumber.to, context.mentions);
    if (scope === 'excluded') return undefined;
    subject = scope === undefined ? { counts: 'percent' } : { counts: 'percent', of: scope.of };
    end = scope?.to ?? percentTo ?? lastNumber.to;
  } else {
    const between = hedgeAfter(words, lastNumber.to)?.to ?? lastNumber.to;
    const of = words[between]?.lower === 'out' && words[between + 1]?.lower === 'of' ? between + 1 : between;
    const at = words[of]?.lower === 'of' ? afterOf(words, of) : between;
    // "Of these, 20 carried coal": what does something of its own is no noun's number.
    const alone = at === between && isSubjectBefore(context.arcs, lastNumber.to - 1, between);
    const noun: CountedNoun | 'excluded' | undefined =
      at === undefined || alone ? undefined : readCountedNoun(words, at, context.mentions);
    if (noun === 'excluded') return undefined;
    if (noun !== undefined && /^(other|more)$/.test(noun.counts)) {
      subject = moreOf(words, number, context, antecedent);
      end = noun.to;
    } else if (noun !== undefined) {
      if (/^time$/.test(noun.counts) && isComparison(words, noun.to)) return undefined;
      if (isBareOne(words, number, start) && (!isCountedSingly(noun.counts) || isAnyOne(words, start)))
        return undefined;
      // "40 wagons of coal and timber" are no wagons and timber; "700 tonnes of coal and timber" are of both.
      const isHeld = noun.unit === undefined && isContent(words, noun.to - 1, between, context.arcs);
      const joined = isHeld ? undefined : joinedNoun(words, noun.to - 1, context.arcs);
      subject = {
        counts: joined === undefined ? noun.counts : `${noun.counts} and ${joined.counts}`,
        ...(noun.unit === undefined ? {} : { unit: noun.unit }),
        ...(noun.calibre === undefined ? {} : { of: noun.calibre }),
      };
      end = joined === undefined ? noun.to : joined.to;
    } else if (number.value !== '0')
      subject =
        elidedSubject(
          words,
          number,
          start,
          lastNumber.to,
          context,
          isShareOver(number, antecedent) ? undefined : antecedent,
        ) ?? countedBySubject(words, number.from, context);
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
      subject = who === undefined ? { counts: casualty.counts } : { counts: casualty.counts, of: who };
      end = casualty.to;
    }
  }
  if (subject === undefined) return undefined;
  if (subject.unit === undefined && isUnit(subject.counts)) subject = measuredThing(subject, antecedent);
  // "shot down 29 drones over eight regions": where, and no hedge.
  if (words[start]?.lower === 'over' && start === number.from - 1 && isAreaAfter(words, start, subject.counts)) {
    start = number.from;
    qualifier = 'exactly';
  }
  // "seized it over 2,588 tons of coal", "shipped it under nine codes": for what reason, or as what, and no hedge.
  const isPreposition = /^(over|about|under)$/.test(words[start]?.lower ?? '') && start === number.from - 1;
  if (isPreposition && isReason(start, context.arcs)) {
    start = number.from;
    qualifier = 'exactly';
  }
  // "details about two soldiers": of whom, and no hedge.
  if (words[start]?.lower === 'about' && start === number.from - 1 && isOfFew(words, number)) {
    start = number.from;
    qualifier = 'exactly';
  }
  if (number.value === null) qualifier = 'some';
  const behind = hedgeAfter(words, end) ?? hedgeAfter(words, lastNumber.to);
  if (behind !== undefined && qualifier === 'exactly') {
    qualifier = behind.qualifier;
    end = Math.max(end, behind.to);
  }
  if (qualifier === 'exactly' && isCeiling(words, start)) qualifier = 'at-most';
  const rate = rateAt(words, end);
  if (rate !== undefined) end = rate.to;
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
  const nature = rate !== undefined ? 'rate' : isCumulative(words, start, end) ? 'running-total' : undefined;
  return { quantity: { ...subject, ...bounds, raw, ...(nature ? { nature } : {}) }, from: start, to: end };
}

/** The number is the subject of the word after it. */
function isSubjectBefore(arcs: Arcs, number: number, behind: number): boolean {
  return (
    /^nsubj/.test(arcs.labels[number] ?? '') && arcs.heads[number] === behind && /^VB/.test(arcs.tags[behind] ?? '')
  );
}

/** What the counted things hold: "coal" of "40 wagons of coal". */
function isContent(words: readonly Word[], at: number, after: number, arcs: Arcs): boolean {
  const of = arcs.labels[at] === 'pobj' ? arcs.heads[at]! : -1;
  return of >= after && words[of]?.lower === 'of';
}

/** "210 nurses and patients": a noun joined to the counted one without a figure of its own is counted with it. */
function joinedNoun(
  words: readonly Word[],
  head: number,
  arcs: Arcs,
): { readonly counts: string; readonly to: number } | undefined {
  if (words[head + 1]?.lower !== 'and') return undefined;
  const joined = arcs.children[head]?.find((child) => arcs.labels[child] === 'conj' && child > head);
  if (joined === undefined || joined - head > 4 || words[joined]!.pos !== 'NOUN' || !/^NNS?$/.test(arcs.tags[joined]!))
    return undefined;
  const between = words.slice(head + 2, joined);
  if (between.some(({ pos, lower }) => !/^(ADJ|NOUN|PROPN)$/.test(pos) || lower === 'other')) return undefined;
  if (/^(other|others|more)$/.test(words[joined]!.lower)) return undefined;
  return { counts: [...between.map(({ lower }) => lower), singularOf(words[joined]!.lower)].join(' '), to: joined + 1 };
}

/** A preposition of a verb that has its object before it, or whose object is its subject. */
function isReason(at: number, arcs: Arcs): boolean {
  if (arcs.labels[at] !== 'prep') return false;
  const verb = arcs.heads[at]!;
  return (
    verb >= 0 &&
    /^VB/.test(arcs.tags[verb]!) &&
    arcs.children[verb]!.some((child) => child < at && /^(dobj|nsubjpass|auxpass)$/.test(arcs.labels[child]!))
  );
}

/** A thing or verb stands before "over", and the figure counts places. */
function isAreaAfter(words: readonly Word[], over: number, counts: string): boolean {
  return (
    /^(NOUN|PROPN|VERB|ADV|ADJ)$/.test(words[over - 1]?.pos ?? '') &&
    /(^| )(region|province|oblast|district|city|town|village|state|country|area|settlement|neighbourhood|neighborhood)$/.test(
      counts,
    ) &&
    !/^(in|of|to|from|cover|covers|covered|covering|control|controls|across|affect|affected|hit)$/.test(
      words[over - 1]!.lower,
    )
  );
}

/** A noun before "about" and a small number in words after it. */
function isOfFew(words: readonly Word[], number: NumberPhrase): boolean {
  return (
    words[number.from - 2]?.pos === 'NOUN' &&
    number.inWords === true &&
    number.to === number.from + 1 &&
    /^(one|two|three|four|five|six|seven|eight|nine)$/.test(words[number.from]!.lower)
  );
}

/** "nearly four times what they took", "three times as many": a comparison counts nothing. */
function isComparison(words: readonly Word[], at: number): boolean {
  // "43 times over the past eight months": how long it took.
  if (words[at]?.lower === 'over' && /^(the|a|several|two|three)$/.test(words[at + 1]?.lower ?? '')) return false;
  return /^(as|what|more|higher|larger|the|greater|that|over|bigger|faster|less)$/.test(words[at]?.lower ?? '');
}
