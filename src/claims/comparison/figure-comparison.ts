import { compareDecimals } from '../../core/decimal.ts';
import { memoized, shared } from '../../core/memoized.ts';
import type { DateInterval } from '../../core/time/interval.ts';
import { isCurrencyCode } from '../lexicon/currency.ts';
import type { Claim } from '../model/claim.ts';
import type { Quantity } from '../model/quantity.ts';
import { countriesIn } from '../names/mentioned-country.ts';
import { type Comparison, compareQuantities, figureOf } from './comparison.ts';
import { eventFamily } from './event-class.ts';
import { type FigureFacts, factsOf } from './figure-facts.ts';
import { relateNouns } from './noun-hierarchy.ts';

/** Parts by which two figures can be of two things. */
export const COMPARED_PARTS = [
  'counts',
  'unit',
  'of',
  'event',
  'from',
  'to',
  'where',
  'nature',
  'window',
  'asOf',
  'series',
  'scope',
  'telling',
] as const;
export type ComparedPart = (typeof COMPARED_PARTS)[number];

/** How two figures of claims stand to each other, and on what that rests. */
export type FigureComparison = Comparison & {
  readonly why: {
    /** Parts that are not the same: then nothing follows from the numbers. */
    readonly differs: readonly ComparedPart[];
    /** Parts that one of the two leaves open: then neither contradicts the other. */
    readonly unknown: readonly ComparedPart[];
  };
  /** Whether both count one thing, or one a kind or a part of what the other counts. */
  readonly nouns: 'equal' | 'nested';
};

/** A figure with the claim that gives it. */
export type ClaimedFigure = { readonly claim: Claim; readonly quantity: Quantity };

/** How those who give two figures stand to each other. */
export type FigureTellers = {
  /** One number of two things may have drifted only where one of the two can be the other told again. */
  readonly isRetold?: boolean;
  /** Who gives another figure later may correct the first. */
  readonly isOfOneTeller?: boolean;
};

type Parts = Pick<FigureComparison, 'why' | 'nouns'> & { readonly later: 'a' | 'b' | null };

/**
 * How two figures of two claims stand to each other. Only figures whose parts do not differ are compared: counted noun, unit, of
 * what, event, direction, nature and time. What one of them leaves open is named, and then neither can contradict the other;
 * nor can a part contradict the whole, nor a later running total an earlier one, unless it is smaller. Symmetric, but for the
 * name of the narrower one.
 */
export function compareFigureOf(
  a: ClaimedFigure,
  b: ClaimedFigure,
  { isRetold = true, isOfOneTeller = false }: FigureTellers = {},
): FigureComparison {
  const read = partsOf(factsOf(a.claim, a.quantity), factsOf(b.claim, b.quantity), sameNumber(a.quantity, b.quantity));
  const parts = isOfOneTeller ? withUnknown(read, 'telling') : read;
  const { why, nouns, later } = parts;
  if (why.differs.length > 0) return { ...apart(a.quantity, b.quantity, parts, isRetold), why, nouns };
  const numbers = compareQuantities(bare(a.quantity), bare(b.quantity));
  if (numbers.relation !== 'contradicts') {
    // A part lies in no relation to the whole but that both can be right.
    const read: Comparison = nouns === 'nested' ? { ...numbers, relation: 'compatible', narrower: null } : numbers;
    return { ...read, reason: reasonOf(a.quantity, b.quantity, read, parts), why, nouns };
  }
  if (why.unknown.length === 0 && nouns === 'equal' && (later === null || shrinks(a.quantity, b.quantity, later)))
    return { ...numbers, reason: reasonOf(a.quantity, b.quantity, numbers, parts), why, nouns };
  return { ...undecided(a.quantity, b.quantity, parts), why, nouns };
}

/** A number below this says little when it comes again: "two ships", "two reports". */
export const LEAST_TELLING = '10';

/**
 * Whether two figures may be laid side by side at all: nothing parts them, and something ties them together. They tell of one
 * class of events with a side in common; or they give one telling number of one noun, and speak of one State; or one number was
 * told of two things. It says nothing yet of how their numbers stand.
 */
export function areOfOneMatter(a: ClaimedFigure, b: ClaimedFigure): boolean {
  const [left, right] = [factsOf(a.claim, a.quantity), factsOf(b.claim, b.quantity)];
  const isSame = sameNumber(a.quantity, b.quantity);
  const { why } = partsOf(left, right, isSame);
  const isTelling = isSame && compareDecimals(figureOf(a.quantity) ?? '0', LEAST_TELLING) >= 0;
  if (why.differs.length === 0)
    return (
      (left.event !== undefined &&
        left.event === right.event &&
        (meet(left.from, right.from) || meet(left.to, right.to))) ||
      (isTelling && !why.unknown.includes('counts') && sharesState(a.claim, b.claim))
    );
  return isTelling && sharesState(a.claim, b.claim) && drifts(a, b, why.differs);
}

function withUnknown(parts: Parts, part: ComparedPart): Parts {
  if (parts.why.unknown.includes(part)) return parts;
  return { ...parts, why: { ...parts.why, unknown: [...parts.why.unknown, part] } };
}

/** One number told of two things, in claims of events between which numbers drift; the dead and the weapons that killed them do not. */
function drifts(a: ClaimedFigure, b: ClaimedFigure, differs: readonly ComparedPart[]): boolean {
  if (!isDrift(differs)) return false;
  const [left, right] = [a, b].map(({ claim, quantity }) => factsOf(claim, quantity).event ?? claim.predicate);
  const family = eventFamily(left ?? '');
  const ofPersons = [a, b].filter(({ quantity }) => quantity.counts.startsWith('person')).length;
  return family !== undefined && family === eventFamily(right ?? '') && ofPersons !== 1;
}

/** Whether parts in which two figures differ are such as change when a number is told again of another thing or in another unit. */
export function isDrift(differs: readonly ComparedPart[]): boolean {
  return differs.some((part) => part === 'counts' || part === 'unit') && differs.every((part) => DRIFTING.has(part));
}

/** The States that a claim names anywhere in its passage or its parts. */
export const statesOf = memoized(({ roles, where, quote, claimant }: Claim): ReadonlySet<string> => {
  const phrases = [...Object.values(roles).flat(), ...where, quote, claimant.name];
  const states = new Set(phrases.flatMap((phrase) => countriesIn(phrase).map(({ country }) => country)));
  return oneOf([...states].join(' '), () => states);
});

const oneOf = shared<ReadonlySet<string>>();

/** A claim that names no State may speak of any. */
function sharesState(a: Claim, b: Claim): boolean {
  const [left, right] = [statesOf(a), statesOf(b)];
  return left.size === 0 || right.size === 0 || meet(left, right);
}

/** Whether two figures give one number, however hedged: the number a reader remembers. */
export function sameNumber(a: Quantity, b: Quantity): boolean {
  const [left, right] = [figureOf(a), figureOf(b)];
  return left !== undefined && right !== undefined && compareDecimals(left, right) === 0;
}

/** Which parts of two figures differ, and which are open, whatever their numbers. */
export function partsOf(a: FigureFacts, b: FigureFacts, sameFigure: boolean): Parts {
  const differs: ComparedPart[] = [];
  const unknown: ComparedPart[] = [];
  const [left, right] = [a.noun, b.noun];
  const nouns =
    left !== undefined && right !== undefined ? relateNouns(left, right) : left === right ? 'equal' : 'nested';
  if (nouns === 'apart') differs.push('counts');
  else if (a.noun === undefined || b.noun === undefined) unknown.push('counts');
  if ((a.unit ?? '') !== (b.unit ?? '')) differs.push('unit');
  const hold = (part: ComparedPart, left: unknown, right: unknown, same: () => boolean): void => {
    if (left === undefined && right === undefined) return;
    if (left === undefined || right === undefined) unknown.push(part);
    else if (!same()) differs.push(part);
  };
  hold('of', a.of, b.of, () => relateNouns(a.of ?? '', b.of ?? '') !== 'apart');
  if (needsOf(a) && a.of === undefined && b.of === undefined) unknown.push('of');
  hold('event', a.event, b.event, () => a.event === b.event);
  if (a.event === undefined && b.event === undefined) unknown.push('event');
  hold('from', a.from, b.from, () => meet(a.from, b.from));
  hold('to', a.to, b.to, () => meet(a.to, b.to));
  if (!a.from && !b.from && !a.to && !b.to) unknown.push('from');
  // A place may lie in another, so that two places are not known to be two.
  if ((a.where !== undefined || b.where !== undefined) && !meet(a.where, b.where)) unknown.push('where');
  const series = compareSeries(a, b);
  if (series !== 'same') (series === 'differs' ? differs : unknown).push('series');
  // One side alone may say what it counts: whether the other counts so too is not known.
  if (a.scope !== b.scope) unknown.push('scope');
  if (a.corrected || b.corrected) unknown.push('telling');
  const nature = natureOf(a, b);
  if (nature === 'differs') differs.push('nature');
  else if (nature === 'unknown') unknown.push('nature');
  const time =
    a.nature === 'running-total' && b.nature === 'running-total' ? compareTotals(a, b) : compareTimes(a, b, sameFigure);
  if (time.state === 'differs') differs.push(time.part);
  else if (time.state === 'unknown') unknown.push(time.part);
  return { why: { differs, unknown }, nouns: nouns === 'equal' ? 'equal' : 'nested', later: time.later ?? null };
}

/** A figure of a series and one of none, or of a series that does not say its day, may be of two things; two series are. */
function compareSeries({ series: a }: FigureFacts, { series: b }: FigureFacts): 'same' | 'differs' | 'unknown' {
  if (a === undefined && b === undefined) return 'same';
  if (a === undefined || b === undefined) return 'unknown';
  if (a.kind !== b.kind || a.authority !== b.authority) return 'differs';
  if (a.asOf === null || b.asOf === null) return 'unknown';
  return a.asOf === b.asOf ? 'same' : 'differs';
}

/** Money and shares say nothing without what they are for or of. */
function needsOf({ noun }: FigureFacts): boolean {
  return noun !== undefined && (isCurrencyCode(noun.toUpperCase()) || noun === 'percent');
}

function meet(a: ReadonlySet<string> | undefined, b: ReadonlySet<string> | undefined): boolean {
  for (const key of a ?? []) if (b?.has(key)) return true;
  return false;
}

const DONE: ReadonlySet<string | undefined> = new Set(['count', 'running-total']);

/** A count in a window and a running total are both of things done, so they do not differ, but neither settles the other. */
function natureOf(a: FigureFacts, b: FigureFacts): 'same' | 'differs' | 'unknown' {
  if (a.nature === undefined || b.nature === undefined) return 'unknown';
  if (a.nature === b.nature) return 'same';
  return DONE.has(a.nature) && DONE.has(b.nature) ? 'unknown' : 'differs';
}

type Time = {
  readonly state: 'same' | 'differs' | 'unknown';
  readonly part: 'window' | 'asOf';
  /** Of two running totals on two days, the later one. */
  readonly later?: 'a' | 'b';
};

/** One number under two windows that overlap may be one telling with two words for its time; two numbers are of two times. */
function compareTimes(a: FigureFacts, b: FigureFacts, sameFigure: boolean): Time {
  const [left, right] = [timeOf(a), timeOf(b)];
  if (left === undefined || right === undefined) return { state: 'unknown', part: 'window' };
  if (left.from === right.from && left.to === right.to) return { state: 'same', part: 'window' };
  return { state: sameFigure && overlap(left, right) ? 'unknown' : 'differs', part: 'window' };
}

/** The time that a figure is of, where it is known: two figures of two times differ. */
export function timeOf({ window, asOf, nature }: FigureFacts): DateInterval | undefined {
  if (nature === 'stock' && asOf !== undefined) return { from: asOf, to: asOf };
  if (nature === 'running-total' && asOf !== undefined) return { from: window?.from ?? null, to: asOf };
  return window;
}

/** Totals of one beginning: on one day they are of one time, on two days the later may have grown. */
function compareTotals(a: FigureFacts, b: FigureFacts): Time {
  const [left, right] = [a.window?.from ?? null, b.window?.from ?? null];
  if (left !== null && right !== null && left !== right) return { state: 'differs', part: 'window' };
  if (a.asOf === undefined || b.asOf === undefined) return { state: 'unknown', part: 'asOf' };
  if (a.asOf === b.asOf) return { state: left === right ? 'same' : 'unknown', part: 'asOf' };
  return { state: 'same', part: 'asOf', later: a.asOf > b.asOf ? 'a' : 'b' };
}

/** Whether a later total lies wholly below an earlier one. */
function shrinks(a: Quantity, b: Quantity, later: 'a' | 'b'): boolean {
  const [early, late] = later === 'a' ? [b, a] : [a, b];
  return late.high !== null && early.low !== null && compareDecimals(late.high, early.low) <= 0;
}

function overlap(a: DateInterval, b: DateInterval): boolean {
  const from = a.from === null || (b.from !== null && b.from > a.from) ? b.from : a.from;
  const to = a.to === null || (b.to !== null && b.to < a.to) ? b.to : a.to;
  return from === null || to === null || from <= to;
}

/** The number alone: what it is of was held against each other already. */
function bare(quantity: Quantity): Quantity {
  const { window: _, of: __, unit: ___, ...rest } = quantity;
  return { ...rest, counts: 'thing' };
}

/** In what two figures that are not of one thing differ, as words for a reader. */
const PART_WORDS: Readonly<Record<ComparedPart, string>> = {
  counts: 'what is counted',
  unit: 'the unit',
  of: 'what it is of',
  event: 'what happened',
  from: 'who did it or gave it',
  to: 'to whom it went',
  where: 'the place',
  nature: 'what kind of figure it is',
  window: 'the time',
  asOf: 'the day up to which it counts',
  series: 'whose figures they are, or as of which day',
  scope: 'what was counted in or left out, or of which part it is',
  telling: 'whether one of them corrects the other',
};

export function writeParts(parts: readonly ComparedPart[]): string {
  const words = parts.map((part) => PART_WORDS[part]);
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function apart(a: Quantity, b: Quantity, { why }: Parts, isRetold: boolean): Comparison {
  const drift = isRetold && sameNumber(a, b) && isDrift(why.differs);
  const [left, right] = [`“${a.raw}”`, `“${b.raw}”`];
  return {
    relation: 'incomparable',
    narrower: null,
    reason: drift
      ? `${left} and ${right} give the same number, but ${writeParts(why.differs)} ${why.differs.length === 1 ? 'differs' : 'differ'}, so they cannot be compared; the number may have drifted from one thing to the other on its way.`
      : `${left} and ${right} cannot be compared: ${writeParts(why.differs)} ${why.differs.length === 1 ? 'differs' : 'differ'}.`,
    drift,
  };
}

/** What may change when a number is reported again of another thing; who did it to whom does not. */
const DRIFTING: ReadonlySet<ComparedPart> = new Set(['counts', 'unit', 'of', 'event', 'nature', 'window']);

/** Two numbers that would exclude each other, if only they were surely of one thing. */
function undecided(a: Quantity, b: Quantity, { why, nouns, later }: Parts): Comparison {
  const because =
    later !== null
      ? 'a running total may have grown in between'
      : nouns === 'nested' && why.unknown.length === 0
        ? 'they are counted under a narrower and a wider word'
        : `it was not read whether ${writeParts(why.unknown)} ${why.unknown.length === 1 ? 'is' : 'are'} the same`;
  return {
    relation: 'incomparable',
    narrower: null,
    reason: `“${a.raw}” and “${b.raw}” are different numbers, but ${because}: nothing follows.`,
    drift: false,
  };
}

function reasonOf(a: Quantity, b: Quantity, { relation, narrower }: Comparison, { why, nouns, later }: Parts): string {
  const [left, right] = [`“${a.raw}”`, `“${b.raw}”`];
  const [inner, outer] = narrower === 'b' ? [right, left] : [left, right];
  const said =
    relation === 'contradicts'
      ? `${left} and ${right} cannot both be right if they are of one thing, as the program reads them: no number fits the two.`
      : relation === 'narrower'
        ? `${inner} lies wholly within ${outer}, and does not contradict it.`
        : relation === 'same'
          ? `${left} and ${right} give the same number.`
          : nouns === 'nested'
            ? `${left} and ${right} can both be right.`
            : `${left} and ${right} overlap, so both can be right, and neither settles the other.`;
  const kind =
    nouns === 'nested' && !why.unknown.includes('counts')
      ? ' They are counted under a narrower and a wider word, and may not be of the same things.'
      : '';
  const open = why.unknown.length === 0 ? '' : ` Not known to be the same: ${writeParts(why.unknown)}.`;
  const grown = later === null ? '' : ' They are totals up to different days.';
  return `${said}${kind}${describedApart(a, b, nouns)}${grown}${open}`;
}

/** "22 freighters" and "22 ore-laden freighters": the words of one say more of what is counted. */
function describedApart(a: Quantity, b: Quantity, nouns: Parts['nouns']): string {
  if (nouns !== 'equal') return '';
  const [left, right] = [descriptionOf(a), descriptionOf(b)];
  if (left === undefined || right === undefined || left.toLowerCase() === right.toLowerCase()) return '';
  return ` One counts “${left}”, the other “${right}”.`;
}

/** The words of a figure after its number up to its noun; undefined where no noun stands in it. */
function descriptionOf({ raw, counts }: Quantity): string | undefined {
  const noun = (counts.split(' ').at(-1) ?? counts).slice(0, 4);
  const words = raw.split(/\s+/);
  const head = words.findIndex((word) => word.toLowerCase().startsWith(noun));
  const number = words.findLastIndex(
    (word, at) => at < head && /\d|^(?:hundred|thousand|million|billion|dozen)s?$/i.test(word),
  );
  return head < 0 || number < 0 ? undefined : words.slice(number + 1, head + 1).join(' ');
}
