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
    when: { from: null, to: null, raw: null },
    where: [],
    status: 'proposed',
    rules: [],
    ...fields,
    basis: { ...basesOf(fields), ...fields.basis },
    quantities: (fields.quantities ?? []).map((quantity) => figureOf(fields.predicate, quantity)),
  };
}

/** Each part that the test gives stands in the clause itself, unless the test says otherwise. */
function basesOf({ roles = {}, when }: Partial<Claim>): NonNullable<Claim['basis']> {
  const parts = [...Object.keys(roles), ...(when?.from == null && when?.to == null ? [] : ['when'])];
  return Object.fromEntries(parts.map((part) => [part, 'explicit']));
}

const NO_EVENT: ReadonlySet<string> = new Set(['said', 'denied', 'called-for']);

/** A figure of the claim's own event, and of something done, unless the test says otherwise. */
function figureOf(predicate: Claim['predicate'], quantity: Quantity): Quantity {
  const event = quantity.event ?? (NO_EVENT.has(predicate) ? undefined : predicate);
  return {
    ...quantity,
    nature: quantity.nature ?? 'count',
    ...(event === undefined ? {} : { event }),
    basis: {
      counts: 'explicit',
      event: 'explicit',
      window: 'explicit',
      of: 'explicit',
      asOf: 'explicit',
      ...quantity.basis,
    },
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
