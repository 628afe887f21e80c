import { scaleLinear } from 'd3-scale';
import type { Decimal } from '../../core/decimal.ts';

/** Position of figures along one axis, with the ticks that are drawn. */
export type QuantityScale = {
  readonly kind: 'linear' | 'logarithmic';
  readonly position: (value: number) => number;
  /** About so many round figures along the axis. */
  readonly ticks: (count: number) => readonly number[];
  readonly start: number;
  readonly end: number;
};

/** From this ratio of the largest to the smallest figure on, a linear axis would press the small ones into one point. */
const WIDE_RATIO = 40;
/** Share of the axis kept free at both ends, where arrows of unbounded figures run out. */
const MARGIN = 0.12;
/** Room between zero and the smallest positive figure on a logarithmic axis, which has no zero of its own. */
const ZERO_ROOM = 24;

/**
 * The scale on which all of these figures have a place: linear, or logarithmic when they lie far apart and none is negative.
 * Figures are exact decimals; the drawing alone uses binary numbers.
 */
export function quantityScale(figures: readonly Decimal[], start: number, end: number): QuantityScale {
  const values = figures.map(Number).filter((value) => Number.isFinite(value));
  const positive = values.filter((value) => value > 0);
  const least = Math.min(...positive);
  const greatest = Math.max(...positive);
  const wide = positive.length > 1 && greatest / least > WIDE_RATIO && values.every((value) => value >= 0);
  return wide ? logarithmicScale(least, greatest, values.includes(0), start, end) : linearScale(values, start, end);
}

function linearScale(values: readonly number[], start: number, end: number): QuantityScale {
  let low = Math.min(0, ...values);
  let high = Math.max(0, ...values);
  if (values.length === 0 || low === high) [low, high] = [Math.min(0, low), high > 0 ? high * 2 : 1];
  // A narrow group far from zero would be one blot at the end of an axis from zero.
  const [least, greatest] = [Math.min(...values), Math.max(...values)];
  const spread = greatest - least;
  if (values.length > 1 && spread > 0 && least > 0 && spread / greatest < 0.25) low = least - spread * 1.5;
  const margin = (high - low) * MARGIN;
  const scale = scaleLinear()
    .domain([low === 0 ? 0 : low - margin, high + margin])
    .range([start, end]);
  return {
    kind: 'linear',
    position: (value) => clamp(scale(value), start, end),
    ticks: (count) => scale.ticks(count),
    start,
    end,
  };
}

function logarithmicScale(
  least: number,
  greatest: number,
  withZero: boolean,
  start: number,
  end: number,
): QuantityScale {
  const room = withZero ? ZERO_ROOM : 0;
  const [low, high] = [Math.log10(least), Math.log10(greatest)];
  const margin = (high - low) * MARGIN;
  const scale = scaleLinear()
    .domain([low - margin, high + margin])
    .range([start + room, end]);
  const position = (value: number) => (value <= 0 ? start : clamp(scale(Math.log10(value)), start, end));
  const ticks = (count: number) => {
    const powers = logarithmicTicks(low - margin, high + margin, count);
    return withZero ? [0, ...powers] : powers;
  };
  return { kind: 'logarithmic', position, ticks, start, end };
}

/** Powers of ten; in a short range also their doubles and fives, in a very long one only some of them. */
function logarithmicTicks(low: number, high: number, count: number): number[] {
  const [first, last] = [Math.floor(low), Math.ceil(high)];
  const step = Math.max(1, Math.ceil((last - first) / (count + 2)));
  const factors = last - first <= 3 && count > 3 ? [1, 2, 5] : [1];
  const ticks: number[] = [];
  for (let power = first; power <= last; power += step) {
    for (const factor of factors) {
      const tick = Number(`${factor}e${power}`);
      const place = Math.log10(tick);
      if (place >= low && place <= high && Number.isFinite(tick)) ticks.push(tick);
    }
  }
  return ticks;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
