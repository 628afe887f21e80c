/** One thing may follow another, at a cost. */
export type ChainLink = { readonly from: number; readonly to: number; readonly cost: number };

/** Links that are looked at for chains that could be joined: a hostile file has as many as reports. */
const MOST_LOOKED_AT = 4_000_000;

/**
 * Puts things into as few chains as their links allow. Links come by ascending cost and the cheapest are taken first; then, as long as a chain could begin after another
 * one, links are exchanged along a path that gives it a place (Berge 1957).
 * @returns what follows each, -1 for nothing
 */
export function fewestChains(count: number, links: readonly ChainLink[]): Int32Array {
  const next = new Int32Array(count).fill(-1);
  const before = new Int32Array(count).fill(-1);
  const join = (from: number, to: number): void => {
    next[from] = to;
    before[to] = from;
  };
  const candidates: number[][] = Array.from({ length: count }, () => []);
  for (const { from, to } of links) {
    candidates[to]!.push(from);
    if (next[from] === -1 && before[to] === -1) join(from, to);
  }
  let left = MOST_LOOKED_AT;
  for (let begun = 0; begun < count && left > 0; begun++) {
    if (before[begun] !== -1) continue;
    /** The one that would follow each instead. */
    const taker = new Map<number, number>();
    const asked = [begun];
    let free = -1;
    for (let at = 0; at < asked.length && free === -1; at++)
      for (const from of candidates[asked[at]!]!) {
        left--;
        if (taker.has(from)) continue;
        taker.set(from, asked[at]!);
        if (next[from] === -1) {
          free = from;
          break;
        }
        asked.push(next[from]!);
      }
    for (let from = free; from !== -1; ) {
      const to = taker.get(from)!;
      const given = before[to]!;
      join(from, to);
      from = given;
    }
  }
  return next;
}
