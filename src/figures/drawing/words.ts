import { type Decimal, formatDecimal, isDecimal } from '../../core/decimal.ts';

/** The pages take all words of figures from here. */
export { rehedged } from '../../core/hedged-bounds.ts';
export { writePlural } from '../../core/plural.ts';
export { writeDate, writePeriod, writeShortDate } from '../../core/time/written-date.ts';

/** The bounds of a figure as read: an absent bound is null, an open one excludes the figure itself. */
export type FigureBounds = {
  readonly low: Decimal | null;
  readonly high: Decimal | null;
  readonly lowOpen?: boolean;
  readonly highOpen?: boolean;
};

/**
 * How far a source vouches for a figure: it says that it estimates it, gives what it says as its assessment, or tells of what is planned or of
 * what could be.
 */
export type Estimate = 'estimated' | 'assessed' | 'planned' | 'capacity';

/**
 * Whether a source tells of a plan or of what could be, estimates a figure, in the words of the figure or beside it, or only assesses; such a
 * figure is never shown as a count.
 */
export function estimateOf(
  { raw, nature }: { readonly raw: string; readonly nature?: string | undefined },
  claim: { readonly modality: string; readonly quote: string },
): Estimate | null {
  if (nature === 'plan') return 'planned';
  if (nature === 'capacity') return 'capacity';
  const at = claim.quote.indexOf(raw);
  const before = at < 0 ? '' : claim.quote.slice(Math.max(0, at - 40), at);
  const after = at < 0 ? '' : claim.quote.slice(at + raw.length, at + raw.length + 40);
  // No other figure and no end of a clause between the word and the figure.
  const says =
    ESTIMATED.test(raw) || /\bestimate\w*[^\d.;:,]*$/i.test(before) || /^[^\d.;:,]*\bestimated?\b/i.test(after);
  if (says) return 'estimated';
  return claim.modality === 'assesses' ? 'assessed' : null;
}

const ESTIMATED = /\b(?:estimate\w*|est\.)/i;

/** A figure as it may be printed: "estimated at 600", "40 to 60 (assessed)", never a bare 600 where the source estimates. */
export function writeFigure(bounds: FigureBounds, estimate: Estimate | null): string {
  const words = writeBounds(bounds);
  if (estimate === null || (bounds.low === null && bounds.high === null)) return words;
  if (estimate === 'capacity') return `${words} (what could be)`;
  if (estimate !== 'estimated') return `${words} (${estimate})`;
  return bounds.low === bounds.high ? `estimated at ${words}` : `${words} (estimate)`;
}

/** "at least 10", "more than 3 million", "40 to 60", "50"; "no bound stated" where there is none. */
export function writeBounds({ low, high, lowOpen, highOpen }: FigureBounds): string {
  if (low === null && high === null) return 'no bound stated';
  if (low === null) return `${highOpen === true ? 'below' : 'at most'} ${writeNumber(high ?? '')}`;
  if (high === null) return `${lowOpen === true ? 'more than' : 'at least'} ${writeNumber(low)}`;
  if (low === high) return writeNumber(low);
  return `${writeNumber(low)} to ${writeNumber(high)}`;
}

const SCALES: readonly (readonly [number, string])[] = [
  [12, 'trillion'],
  [9, 'billion'],
  [6, 'million'],
];

/** A decimal for people: grouped digits, and "3 million" where nothing is lost by it. Beyond 15 digits, a power of ten. */
export function writeNumber(value: Decimal): string {
  if (!isDecimal(value)) return value;
  const [whole = '0', fraction] = value.replace('-', '').split('.');
  const sign = value.startsWith('-') ? '-' : '';
  if (whole.length > 15) return Number(value).toExponential(2).replace('e+', ' × 10^');
  if (fraction === undefined) {
    for (const [places, word] of SCALES) {
      const kept = whole.length - places;
      if (kept < 1) continue;
      const rest = whole.slice(kept).replace(/0+$/, '');
      if (rest.length <= 2) return `${sign}${whole.slice(0, kept)}${rest === '' ? '' : `.${rest}`} ${word}`;
      break;
    }
  }
  return formatDecimal(value);
}
