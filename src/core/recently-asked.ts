/** Values by their keys, those that were asked for last: as many as there is room for. */
export type RecentlyAsked<Value> = {
  of(key: string): Value | undefined;
  keep(key: string, value: Value): void;
  forget(key: string): void;
  clear(): void;
};

/** Keeps values that weigh `most` together, and the one asked for last whatever it weighs. */
export function openRecentlyAsked<Value>(most: number, weightOf: (value: Value) => number): RecentlyAsked<Value> {
  // The one that was asked for longest ago stands first.
  const known = new Map<string, Value>();
  let weight = 0;
  const forget = (key: string): void => {
    const value = known.get(key);
    if (value === undefined) return;
    weight -= weightOf(value);
    known.delete(key);
  };
  return {
    of: (key) => {
      const value = known.get(key);
      if (value === undefined) return undefined;
      known.delete(key);
      known.set(key, value);
      return value;
    },
    keep: (key, value) => {
      forget(key);
      known.set(key, value);
      weight += weightOf(value);
      for (const oldest of known.keys()) {
        if (weight <= most || known.size === 1) return;
        forget(oldest);
      }
    },
    forget,
    clear: () => {
      known.clear();
      weight = 0;
    },
  };
}
