const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;

/**
 * The order of rows by vessel, then time; equal ones stay in their order. Null when they are in that order already. Sorts by
 * counting, in time proportional to the rows.
 * @param rankOf the vessel's place in the order, below `vessels`
 */
export function orderByVesselAndTime(
  count: number,
  rankOf: (row: number) => number,
  timeOf: (row: number) => number,
  vessels: number,
): Uint32Array | null {
  const { byTime, byBoth, least, greatest } = inspect(count, rankOf, timeOf);
  if (byBoth) return null;
  let order: Uint32Array = new Uint32Array(count);
  for (let at = 0; at < count; at++) order[at] = at;
  let spare: Uint32Array = new Uint32Array(count);
  if (!byTime) {
    const span = greatest - least;
    for (let shift = 1; shift <= span; shift *= DIGITS) {
      const scale = shift;
      countingPass(order, spare, DIGITS, (row) => Math.floor((timeOf(row) - least) / scale) % DIGITS);
      [order, spare] = [spare, order];
    }
  }
  countingPass(order, spare, vessels, rankOf);
  return spare;
}

function inspect(
  count: number,
  rankOf: (row: number) => number,
  timeOf: (row: number) => number,
): { byTime: boolean; byBoth: boolean; least: number; greatest: number } {
  let byTime = true;
  let byBoth = true;
  let least = Infinity;
  let greatest = -Infinity;
  let lastTime = -1;
  let lastRank = -1;
  for (let at = 0; at < count; at++) {
    const time = timeOf(at);
    const rank = rankOf(at);
    if (time < lastTime) byTime = false;
    if (rank < lastRank || (rank === lastRank && time < lastTime)) byBoth = false;
    if (time < least) least = time;
    if (time > greatest) greatest = time;
    lastTime = time;
    lastRank = rank;
  }
  return { byTime, byBoth, least, greatest };
}

function countingPass(from: Uint32Array, to: Uint32Array, keys: number, keyOf: (row: number) => number): void {
  const next = new Uint32Array(keys + 1);
  for (let at = 0; at < from.length; at++) next[keyOf(from[at]!) + 1]!++;
  for (let key = 0; key < keys; key++) next[key + 1]! += next[key]!;
  for (let at = 0; at < from.length; at++) {
    const row = from[at]!;
    to[next[keyOf(row)]!++] = row;
  }
}
