import type { Kernel } from './matrix.ts';

const LN2 = Math.LN2;
/** Powers of one half: by multiplication, which is the same on every machine. */
const HALVES = Float64Array.from({ length: 64 }, (_, power) => 1 / 2 ** power);

/** e to the power of a number of at most 0, from products and sums alone: `Math.exp` may differ between machines. */
function exp(value: number): number {
  const power = Math.round(-value / LN2);
  if (power >= HALVES.length) return 0;
  const rest = value + power * LN2;
  let term = 1;
  let sum = 1;
  for (let degree = 1; degree <= 12; degree++) {
    term = (term * rest) / degree;
    sum += term;
  }
  return sum * HALVES[power]!;
}

/** Share of the move taken among those that were valid (softmax over their scores). */
export function shareOf(
  { floats }: Kernel,
  scores: number,
  count: number,
  taken: number,
  isValid: (move: number) => boolean,
): number {
  const best = floats[scores + taken]!;
  let sum = 0;
  for (let move = 0; move < count; move++) if (isValid(move)) sum += exp(floats[scores + move]! - best);
  return 1 / sum;
}
