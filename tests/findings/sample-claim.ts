import type { Claim } from '../../src/claims/model/claim.ts';
import type { Quantity } from '../../src/claims/model/quantity.ts';

let counter = 0;

/** A claim made by hand: what the extractor would give, with the fields that a test is about. */
export function claimOf(fields: Partial<Claim> & { predicate: Claim['predicate'] }): Claim {
  counter += 1;
  return {
    id: `c-${counter}`,
    document: `sha256:${'0'.repeat(64)}`,
    start: 0,
    end: 10,
    quote: '',
    claimant: { name: `Claimant ${counter}`, kind: 'state-organ' },
    relay: [],
    polarity: 'asserts',
    modality: 'alleges',
    speech: 'reported',
    roles: {},
    quantities: [],
    when: { from: null, to: null, raw: null },
    where: [],
    status: 'proposed',
    rules: [],
    ...fields,
  };
}

export function quantityOf(
  counts: string,
  low: string | null,
  high: string | null,
  fields: Partial<Quantity> = {},
): Quantity {
  const qualifier = low === high ? 'exactly' : low === null ? 'up-to' : high === null ? 'at-least' : 'about';
  return { counts, qualifier, low, high, raw: `${low ?? ''}-${high ?? ''} ${counts}`, ...fields };
}
