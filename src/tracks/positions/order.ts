const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;
/** Fewer than these are sorted by comparing: counting would cost more than they do. */
const FEW = 4096;

/** The order of rows by time, of equal ones by their place; null when they are in that order already. */
export function orderByTime(time: Uint32Array): Uint32Array | null {
  let isOrdered = true;
  let least = Infinity;
  let greatest = -Infinity;
  for (let at = 0; at < time.length; at++) {
    const value = time[at]!;
    if (value < greatest) isOrdered = false;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  if (isOrdered) return null;
  let order: Uint32Array = new Uint32Array(time.length);
  for (let at = 0; at < order.length; at++) order[at] = at;
  if (order.length < FEW) return order.sort((a, b) => time[a]! - time[b]! || a - b);
  let spare: Uint32Array = new Uint32Array(order.length);
  for (let scale = 1; scale <= greatest - least; scale *= DIGITS) {
    countingPass(order, spare, (row) => Math.floor((time[row]! - least) / scale) % DIGITS);
    [order, spare] = [spare, order];
  }
  return order;
}

function countingPass(from: Uint32Array, to: Uint32Array, digitOf: (row: number) => number): void {
  const next = new Uint32Array(DIGITS + 1);
  for (let at = 0; at < from.length; at++) next[digitOf(from[at]!) + 1]!++;
  for (let digit = 0; digit < DIGITS; digit++) next[digit + 1]! += next[digit]!;
  for (let at = 0; at < from.length; at++) {
    const row = from[at]!;
    to[next[digitOf(row)]!++] = row;
  }
}
