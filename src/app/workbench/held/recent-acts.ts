/**
 * How long ago an answer was overtaken by acts. Whoever bears with an answer that is a moment old need not wait for what an act moves;
 * only acts that were noted here are borne with, so that nothing is shown for a moment longer that a redaction has withheld.
 */
export type RecentActs = {
  /** Acts from one size of the record to another were acknowledged now. */
  note(from: number, to: number): void;
  /** For how many milliseconds the record has been larger than it was at a size; null where not all acts since were noted, or it is too long. */
  sinceSize(size: number, current: number): number | null;
};

/** Nobody bears with more: by then what acts moved has been worked out, or something is wrong. */
export const MOST_STALE_MS = 30_000;

type Noted = { readonly to: number; readonly at: number };

export function openRecentActs(now: () => number = () => performance.now()): RecentActs {
  const noted = new Map<number, Noted>();
  return {
    note: (from, to) => {
      const at = now();
      for (const [size, older] of noted) if (at - older.at > MOST_STALE_MS) noted.delete(size);
      noted.set(from, { to, at });
    },
    sinceSize: (size, current) => {
      const first = noted.get(size);
      if (first === undefined) return null;
      const since = now() - first.at;
      for (let next: Noted | undefined = first; next !== undefined; next = noted.get(next.to))
        if (next.to === current) return since <= MOST_STALE_MS ? since : null;
      return null;
    },
  };
}
