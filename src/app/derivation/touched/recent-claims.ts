import type { Claim } from '../../../claims/model/claim.ts';

/** What the tables hold of one document: its claims, and what a list shows of it. Null claims stand in text read off a picture. */
export type HeldDocument = {
  readonly claims: readonly Claim[] | null;
  readonly title: string;
  readonly published: string | null;
};

/**
 * Documents with their claims as the tables hold them, those that were asked for last. What a claim alleges and counts is known by the
 * claim itself: while the same one is given again, a matter of hundreds of them is read once and not at every act on it. Whoever
 * writes the tables forgets what they write.
 */
export type RecentClaims = {
  of(document: string): HeldDocument | undefined;
  keep(document: string, held: HeldDocument): void;
  forget(documents: Iterable<string>): void;
  clear(): void;
};

/** A claim takes some three kilobytes with what is known of it. */
const MOST_CLAIMS = 40_000;

export function openRecentClaims(most = MOST_CLAIMS): RecentClaims {
  // The one that was asked for longest ago stands first.
  const known = new Map<string, HeldDocument>();
  let claims = 0;
  const forget = (document: string): void => {
    claims -= known.get(document)?.claims?.length ?? 0;
    known.delete(document);
  };
  return {
    of: (document) => {
      const held = known.get(document);
      if (held === undefined) return undefined;
      known.delete(document);
      known.set(document, held);
      return held;
    },
    keep: (document, held) => {
      forget(document);
      known.set(document, held);
      claims += held.claims?.length ?? 0;
      for (const oldest of known.keys()) {
        if (claims <= most || known.size === 1) return;
        forget(oldest);
      }
    },
    forget: (documents) => {
      for (const document of documents) forget(document);
    },
    clear: () => {
      known.clear();
      claims = 0;
    },
  };
}
