/** The filters of the claims table as they stand in the address and in the question to the server. */
export const CLAIM_FILTERS = ['q', 'status', 'claimant', 'predicate', 'counts', 'polarity', 'document'] as const;
export type ClaimFilterName = (typeof CLAIM_FILTERS)[number];

type Search = Readonly<Record<string, string | undefined>>;

/** The question to the server, with only what is set and in one order, so that equal questions are one in the cache. */
export function claimQuery(search: Search): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...CLAIM_FILTERS, 'sort'].flatMap((key) => {
      const value = search[key]?.trim();
      return value === undefined || value === '' ? [] : [[key, value] as const];
    }),
  );
}
