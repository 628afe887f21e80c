import type { Blocks, HeldClaim } from '../../../store/blocks.ts';

/** What a list shows of a document. */
export type HeldDocument = { readonly title: string; readonly published: string | null };

/**
 * Claims as the tables hold them, by their documents, those that were asked for last. What a claim alleges and counts is known by the
 * claim itself: while the same one is given again, a matter of thousands of them is read once and not at every act on it. Whoever writes
 * the tables forgets what they write.
 */
export type RecentClaims = {
  /** The claims of a document that are known, by their ids. */
  of(document: string): ReadonlyMap<string, HeldClaim> | undefined;
  keep(document: string, claim: HeldClaim): void;
  /** Documents as they are listed. */
  readonly documents: Map<string, HeldDocument>;
  forget(documents: Iterable<string>): void;
  clear(): void;
};

/** Some claims, each asked for with its document: those that are not kept yet are read and kept, as far as there is room. */
export async function heldClaims(
  claims: ReadonlyMap<string, string>,
  recent: RecentClaims,
  blocks: Pick<Blocks, 'claims'>,
): Promise<ReadonlyMap<string, HeldClaim>> {
  const found = new Map<string, HeldClaim>();
  for (const [id, document] of claims) {
    const known = recent.of(document)?.get(id);
    if (known !== undefined) found.set(id, known);
  }
  const unknown = [...claims.keys()].filter((id) => !found.has(id));
  for (const one of unknown.length === 0 ? [] : await blocks.claims(unknown)) {
    found.set(one.claim.id, one);
    recent.keep(one.claim.document, one);
  }
  return found;
}

/** A claim takes some three kilobytes with what is known of it. */
export const MOST_CLAIMS = 30_000;

export function openRecentClaims(most = MOST_CLAIMS): RecentClaims {
  // The document that was asked for longest ago stands first.
  const known = new Map<string, Map<string, HeldClaim>>();
  const documents = new Map<string, HeldDocument>();
  let claims = 0;
  const forget = (document: string): void => {
    claims -= known.get(document)?.size ?? 0;
    known.delete(document);
    documents.delete(document);
  };
  const touch = (document: string): Map<string, HeldClaim> | undefined => {
    const held = known.get(document);
    if (held === undefined) return undefined;
    known.delete(document);
    known.set(document, held);
    return held;
  };
  return {
    of: touch,
    keep: (document, one) => {
      const own = touch(document) ?? new Map<string, HeldClaim>();
      known.set(document, own);
      if (!own.has(one.claim.id)) claims += 1;
      own.set(one.claim.id, one);
      for (const oldest of known.keys()) {
        if (claims <= most || known.size === 1) return;
        forget(oldest);
      }
    },
    documents,
    forget: (some) => {
      for (const document of some) forget(document);
    },
    clear: () => {
      known.clear();
      documents.clear();
      claims = 0;
    },
  };
}
