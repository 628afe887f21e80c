import type { Claim } from '../../../claims/model/claim.ts';
import type { DocumentReading } from '../derivation.ts';

/** Documents with their claims, each read once for what is worked out of a few of many. */
export type Readings = {
  /** Those of some documents, in their order; null where one is not there. */
  of(documents: readonly string[]): Promise<readonly DocumentReading[] | null>;
  /** The claims of a document that was read. */
  claimsIn(document: string): readonly Claim[];
};

export function openReadings({
  reading,
}: {
  readonly reading: (document: string) => Promise<DocumentReading | null>;
}): Readings {
  const known = new Map<string, DocumentReading>();
  return {
    of: async (documents) => {
      const found: DocumentReading[] = [];
      for (const id of new Set(documents)) {
        const one = known.get(id) ?? (await reading(id));
        if (one === null) return null;
        known.set(id, one);
        found.push(one);
      }
      return found;
    },
    claimsIn: (document) => known.get(document)?.claims ?? [],
  };
}
