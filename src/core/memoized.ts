/** A function of something that never changes, worked out once for each: the value is let go with its key. */
export function memoized<Key extends object, Value>(work: (key: Key) => Value): (key: Key) => Value {
  // The value itself: an object around each would be most of what a memory of a hundred thousand claims takes.
  const known = new WeakMap<Key, Value>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined || known.has(key)) return before as Value;
    const value = work(key);
    known.set(key, value);
    return value;
  };
}

/**
 * A function of a text, whose answers are kept for the texts that come again: names of parties stand in thousands of claims,
 * and several rules ask the same of a quote. All are let go when there are too many; what is long is not kept.
 */
export function memoizedByText<Value>(work: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    if (text.length > LONGEST_MEMOIZED) return work(text);
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as Value;
    const value = work(text);
    if (known.size >= MOST_MEMOIZED) known.clear();
    known.set(text, value);
    return value;
  };
}

/** A matter of some fifty thousand claims has as many texts that are asked about. */
const MOST_MEMOIZED = 100_000;
const LONGEST_MEMOIZED = 1000;

/**
 * Gives one object for all that say the same: what a hundred thousand claims of a few thousand wordings come to is held once.
 * `key` must be all that an object says.
 */
export function shared<Value extends object>(): (key: string, make: () => Value) => Value {
  const known = new Map<string, Value>();
  return (key, make) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = make();
    if (known.size >= MOST_MEMOIZED) known.clear();
    known.set(key, value);
    return value;
  };
}
