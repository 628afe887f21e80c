import { addDecimals, compareDecimals, type Decimal, divideDecimals, multiplyDecimals } from '../../core/decimal.ts';
import type { DateInterval } from '../../core/time/interval.ts';
import { type Convention, conventions } from '../lexicon/vocabulary.ts';
import { ClaimsError } from '../model/claims-error.ts';
import type { Quantity } from '../model/quantity.ts';

export const RELATIONS = ['incomparable', 'same', 'narrower', 'compatible', 'contradicts'] as const;
export type Relation = (typeof RELATIONS)[number];

export type Comparison = {
  readonly relation: Relation;
  /** Which of the two lies wholly inside the other, for `narrower` only. */
  readonly narrower: 'a' | 'b' | null;
  /** A sentence for a reader. */
  readonly reason: string;
  /** The same number told of two different things or in two units: it may have changed on its way. */
  readonly drift: boolean;
};

/**
 * How two quantities stand to each other. Pure and symmetric (but for the name of the narrower one); `same` is an
 * equivalence, so it asks for equal period and part too, while a missing one never makes two quantities incomparable;
 * widening a quantity never makes it contradict another. Units are not converted here: see `convertQuantity`.
 */
export function compareQuantities(a: Quantity, b: Quantity): Comparison {
  const [left, right] = [phrase(a), phrase(b)];
  const difference = differenceOf(a, b);
  if (difference !== undefined) {
    const drift = difference.thing && sameFigure(a, b);
    const reason = drift
      ? `${left} and ${right} give the same number but ${difference.text}, so they cannot be compared; the number may have drifted from one thing to the other on its way.`
      : `${left} and ${right} cannot be compared: ${difference.text}.`;
    return { relation: 'incomparable', narrower: null, reason, drift };
  }
  const noun = plural(a);
  if (!intersect(a, b))
    return {
      relation: 'contradicts',
      narrower: null,
      reason: `${left} and ${right} cannot both be right: no number of ${noun} fits the two.`,
      drift: false,
    };
  const [aInB, bInA] = [within(a, b), within(b, a)];
  if (aInB && bInA) return equalBounds(a, b, left, right, noun);
  if (aInB || bInA) {
    const [inner, outer] = aInB ? [left, right] : [right, left];
    return {
      relation: 'narrower',
      narrower: aInB ? 'a' : 'b',
      reason: `Both count ${noun}: ${inner} lies wholly within ${outer}, and does not contradict it.`,
      drift: false,
    };
  }
  return {
    relation: 'compatible',
    narrower: null,
    reason: `Both count ${noun}: ${left} and ${right} overlap, so both can be right, and neither settles the other.`,
    drift: false,
  };
}

/** Whether two quantities contradict each other: the relation alone, without its sentence. */
export function excludeEachOther(a: Quantity, b: Quantity): boolean {
  return !intersect(a, b) && differenceOf(a, b) === undefined;
}

function equalBounds(a: Quantity, b: Quantity, left: string, right: string, noun: string): Comparison {
  if (isVague(a) && vagueWord(a) !== vagueWord(b))
    return {
      relation: 'compatible',
      narrower: null,
      reason: `${left} and ${right} name no number of ${noun}, so they neither agree nor contradict each other.`,
      drift: false,
    };
  if (!sameOrBothMissing(a.window, b.window, sameWindow) || a.of !== b.of)
    return {
      relation: 'compatible',
      narrower: null,
      reason: `${left} and ${right} give the same number of ${noun}, but only one says for what period or part, so it is not shown that they mean the same.`,
      drift: false,
    };
  return {
    relation: 'same',
    narrower: null,
    reason: `${left} and ${right} give the same number of ${noun}.`,
    drift: false,
  };
}

/** Why two quantities do not speak of the same; `thing` when what is counted or the unit differs. */
function differenceOf(a: Quantity, b: Quantity): { text: string; thing: boolean } | undefined {
  if (nameOf(a.counts) !== nameOf(b.counts))
    return { text: `one counts ${plural(a)} and the other ${plural(b)}`, thing: true };
  if (nameOf(a.unit ?? '') !== nameOf(b.unit ?? ''))
    return {
      text: `one is measured in ${a.unit === undefined ? 'items' : many(a.unit)} and the other in ${b.unit === undefined ? 'items' : many(b.unit)}`,
      thing: true,
    };
  if (a.window !== undefined && b.window !== undefined && !sameWindow(a.window, b.window))
    return { text: `one covers ${period(a.window)} and the other ${period(b.window)}`, thing: false };
  if (a.of !== undefined && b.of !== undefined && nameOf(a.of) !== nameOf(b.of))
    return { text: `one speaks of ${a.of} and the other of ${b.of}`, thing: false };
  return undefined;
}

function nameOf(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, ' ');
}

function sameWindow(a: DateInterval, b: DateInterval): boolean {
  return a.from === b.from && a.to === b.to;
}

function sameOrBothMissing<T>(a: T | undefined, b: T | undefined, same: (a: T, b: T) => boolean): boolean {
  return a === undefined || b === undefined ? a === b : same(a, b);
}

/** The number a reader remembers: the bound of an open hedge, the middle of "about". Undefined for vague figures. */
export function figureOf(quantity: Quantity): Decimal | undefined {
  const { low, high } = quantity;
  if (low !== null && high !== null)
    return low === high
      ? low
      : quantity.qualifier === 'about'
        ? divideDecimals(addDecimals(low, high), '2')
        : undefined;
  return low ?? high ?? undefined;
}

function sameFigure(a: Quantity, b: Quantity): boolean {
  const [left, right] = [figureOf(a), figureOf(b)];
  if (left !== undefined && right !== undefined) return compareDecimals(left, right) === 0;
  return a.low !== null && a.high !== null && a.low === b.low && a.high === b.high;
}

/** -1, 0, 1 for lower bounds; null is lower than all, an open bound higher than the closed one at the same number. */
function compareLows(a: Quantity, b: Quantity): number {
  if (a.low === null || b.low === null) return a.low === b.low ? 0 : a.low === null ? -1 : 1;
  return compareDecimals(a.low, b.low) || Number(a.lowOpen === true) - Number(b.lowOpen === true);
}

function compareHighs(a: Quantity, b: Quantity): number {
  if (a.high === null || b.high === null) return a.high === b.high ? 0 : a.high === null ? 1 : -1;
  return compareDecimals(a.high, b.high) || Number(b.highOpen === true) - Number(a.highOpen === true);
}

function within(inner: Quantity, outer: Quantity): boolean {
  return compareLows(inner, outer) >= 0 && compareHighs(inner, outer) <= 0;
}

function intersect(a: Quantity, b: Quantity): boolean {
  const low = compareLows(a, b) >= 0 ? a : b;
  const high = compareHighs(a, b) <= 0 ? a : b;
  if (low.low === null || high.high === null) return true;
  const order = compareDecimals(low.low, high.high);
  return order < 0 || (order === 0 && low.lowOpen !== true && high.highOpen !== true);
}

function isVague(quantity: Quantity): boolean {
  return quantity.low === null && quantity.high === null;
}

function vagueWord(quantity: Quantity): string {
  return (
    /\b(dozens|scores|hundreds|thousands|millions|billions|trillions)\b(?: of (thousands|millions))?/i
      .exec(quantity.raw)?.[0]
      .toLowerCase() ?? nameOf(quantity.raw)
  );
}

function phrase(quantity: Quantity): string {
  return `\u201c${quantity.raw}\u201d`;
}

function plural(quantity: Quantity): string {
  if (quantity.unit !== undefined) return `${many(quantity.unit)} of ${quantity.counts}`;
  return many(quantity.counts);
}

function many(noun: string): string {
  if (/^[A-Z]{3}$/.test(noun) || /(s|percent|dead|wounded|aircraft|personnel)$/.test(noun)) return noun;
  if (noun === 'person') return 'people';
  if (noun.startsWith('person ')) return noun.replace(/^person/, 'people');
  if (/^(vote|votes) (in favour|against)$/.test(noun)) return noun.replace(/^vote/, 'votes');
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(ch|sh|x)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

function period(window: DateInterval): string {
  if (window.from !== null && window.to !== null)
    return window.from === window.to ? window.from : `${window.from} to ${window.to}`;
  return window.from !== null
    ? `the time since ${window.from}`
    : window.to !== null
      ? `the time until ${window.to}`
      : 'an open period';
}

/**
 * A quantity in another unit by a named convention, which the result names. Multiplication is exact, so a conversion
 * changes no relation between two quantities that are both converted.
 *
 * @throws ClaimsError `unknown-convention` when there is no such convention or it does not fit the quantity
 */
export function convertQuantity(quantity: Quantity, conventionId: string): Quantity {
  const convention: Convention | undefined = conventions().find((entry) => entry.id === conventionId);
  if (
    convention === undefined ||
    convention.kind !== 'unit' ||
    convention.factor === undefined ||
    convention.to === undefined
  )
    throw new ClaimsError(
      'unknown-convention',
      `There is no convention "${conventionId}" for units; see conventions.yaml for those there are.`,
    );
  const bare = quantity.unit === undefined;
  const fits =
    (quantity.unit ?? quantity.counts) === convention.from &&
    (convention.counts === undefined || quantity.counts === convention.counts);
  if (!fits)
    throw new ClaimsError(
      'unknown-convention',
      `${conventionId} converts ${convention.from} of ${convention.counts ?? 'anything'}; ${phrase(quantity)} is not that.`,
    );
  const factor = convention.factor;
  const convert = (bound: Decimal | null) => (bound === null ? null : multiplyDecimals(bound, factor));
  return {
    ...quantity,
    ...(bare ? { counts: convention.to } : { unit: convention.to }),
    low: convert(quantity.low),
    high: convert(quantity.high),
    convention: quantity.convention === undefined ? convention.id : `${quantity.convention}, ${convention.id}`,
  };
}
