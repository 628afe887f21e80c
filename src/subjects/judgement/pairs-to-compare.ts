import type { Steps } from '../../core/steps.ts';

/** So many names under one key are compared each with each. */
const MOST_OF_ONE_KEY = 100;
/** Of the keys that more names share so many, the rarest, are looked at two and two. */
const MOST_COMMON_KEYS = 8;

/**
 * Pairs of names that share a key of their spelling, as places in the list, each once. A key that many names share ("Kim", "Trading")
 * distinguishes nothing: those names are compared where they share two such keys, and again only where few others do. So
 * the pairs grow with the names and not with their square.
 */
export function* pairsToCompare(
  keysOf: readonly (readonly number[])[],
): Generator<readonly [number, number] | undefined, undefined, undefined> {
  const byKey = yield* blocks(keysOf);
  const common: (readonly string[])[] = [];
  for (const keys of keysOf) {
    yield;
    const many = keys
      .filter((key) => byKey.get(key)!.length > MOST_OF_ONE_KEY)
      .sort((a, b) => byKey.get(a)!.length - byKey.get(b)!.length || a - b)
      .slice(0, MOST_COMMON_KEYS)
      .sort((a, b) => a - b);
    common.push(many.flatMap((key, at) => many.slice(at + 1).map((other) => `${key} ${other}`)));
  }
  const byTwo = yield* blocks(common);
  const seen = new Int32Array(keysOf.length).fill(-1);
  for (const [one, keys] of keysOf.entries()) {
    yield;
    const places = [...keys.map((key) => byKey.get(key)!), ...common[one]!.map((key) => byTwo.get(key)!)];
    for (const others of places) {
      if (others.length > MOST_OF_ONE_KEY) continue;
      for (const other of others) {
        if (other <= one || seen[other] === one) continue;
        seen[other] = one;
        yield [one, other];
      }
    }
  }
}

/** The places that have each key, in order. */
function* blocks<Key>(keysOf: readonly (readonly Key[])[]): Steps<ReadonlyMap<Key, readonly number[]>> {
  const found = new Map<Key, number[]>();
  for (const [at, keys] of keysOf.entries()) {
    yield;
    for (const key of keys) {
      const known = found.get(key);
      if (known === undefined) found.set(key, [at]);
      else known.push(at);
    }
  }
  return found;
}
