import { addDecimals, type Decimal, divideDecimals, multiplyDecimals } from './decimal.ts';

/** What a hedge leaves open around a figure: bounds are inclusive unless open, null where there is none. */
export type HedgedBounds<Qualifier extends string = string> = {
  readonly qualifier: Qualifier;
  readonly low: Decimal | null;
  readonly high: Decimal | null;
  readonly lowOpen?: boolean;
  readonly highOpen?: boolean;
  /** Id of the convention by which the bounds were derived. */
  readonly convention?: string;
};

/**
 * Bounds of a hedged figure by convention: "about" is ±20 % (convention `about-20-percent`, bounds not rounded), an upper
 * bound alone leaves `low` null.
 */
export function boundsOf<Qualifier extends string>(qualifier: Qualifier, value: Decimal): HedgedBounds<Qualifier> {
  switch (qualifier) {
    case 'about':
      return {
        qualifier,
        low: multiplyDecimals(value, '0.8'),
        high: multiplyDecimals(value, '1.2'),
        convention: 'about-20-percent',
      };
    case 'at-least':
      return { qualifier, low: value, high: null };
    case 'more-than':
      return { qualifier, low: value, high: null, lowOpen: true };
    case 'up-to':
    case 'at-most':
      return { qualifier, low: null, high: value };
    case 'fewer-than':
      return { qualifier, low: null, high: value, highOpen: true };
    case 'some':
      return { qualifier, low: null, high: null };
    default:
      return { qualifier, low: value, high: value };
  }
}

/** The number that a reader remembers: the bound of an open hedge, the middle of "about". Undefined for ranges and vague figures. */
export function figureOf({
  qualifier,
  low,
  high,
}: Pick<HedgedBounds, 'qualifier' | 'low' | 'high'>): Decimal | undefined {
  if (low !== null && high !== null)
    return low === high ? low : qualifier === 'about' ? divideDecimals(addDecimals(low, high), '2') : undefined;
  return low ?? high ?? undefined;
}

/**
 * The bounds that follow when the hedge of a figure is put right. Null where they do not follow: a range has no one number, and
 * "between" needs two.
 */
export function rehedged<Qualifier extends string>(
  before: Pick<HedgedBounds, 'qualifier' | 'low' | 'high'>,
  qualifier: Qualifier,
): HedgedBounds<Qualifier> | null {
  const figure = figureOf(before);
  if (qualifier === 'some') return boundsOf(qualifier, '0');
  return figure === undefined || qualifier === 'between' ? null : boundsOf(qualifier, figure);
}
