import type { Basis } from '../model/basis.ts';
import type { Claim, ClaimPart, Predicate } from '../model/claim.ts';
import { ROLES } from '../model/claim.ts';
import type { Quantity, QuantityPart } from '../model/quantity.ts';
import { isCapacity } from '../quantities/capacity.ts';

/** Predicates that tell of no event of their own. */
const NO_EVENT: ReadonlySet<Predicate> = new Set<Predicate>(['said', 'called-for', 'denied']);

/** Marks how each part of a claim of a table row was read: what stands in the row is explicit, the rest is of its table. */
export function withRowBases(claim: Claim): Claim {
  const hasEvent = !NO_EVENT.has(claim.predicate);
  const basisOf = (names: readonly string[] | undefined): Basis | undefined => {
    if (names === undefined || names.length === 0) return undefined;
    if (hasEvent && names.every((name) => claim.quote.includes(name))) return 'explicit';
    // The heading of a table names what all its rows are of.
    return 'carried';
  };
  const basis: { [part in ClaimPart]?: Basis } = {
    claimant:
      claim.claimant.kind === 'unnamed' ? 'open' : claim.quote.includes(claim.claimant.name) ? 'explicit' : 'carried',
  };
  for (const role of ROLES) {
    const read = basisOf(claim.roles[role]);
    if (read !== undefined) basis[role] = read;
  }
  const { from, to, raw } = claim.when;
  if (from !== null || to !== null)
    basis.when = raw !== null && claim.quote.includes(raw) && hasEvent ? 'explicit' : 'carried';
  return {
    ...claim,
    basis,
    quantities: claim.quantities.map((quantity) => withFigureBases(claim, quantity, hasEvent)),
  };
}

/** A figure is of the claim's event where it counts one of the event's things, and is the only figure that could. */
function withFigureBases(
  claim: Pick<Claim, 'quote' | 'roles' | 'predicate' | 'quantities' | 'modality'>,
  quantity: Quantity,
  hasEvent: boolean,
): Quantity {
  const basis: { [part in QuantityPart]?: Basis } = { counts: 'explicit' };
  const ofEvent = hasEvent && countsThingOf(claim, quantity);
  if (ofEvent) basis.event = 'explicit';
  if (quantity.of !== undefined) basis.of = 'explicit';
  if (quantity.window !== undefined) basis.window = claim.quantities.length === 1 ? 'explicit' : 'open';
  const nature =
    quantity.nature ??
    (isCapacity(quantity, claim.quote)
      ? 'capacity'
      : claim.modality === 'intends'
        ? 'plan'
        : ofEvent
          ? 'count'
          : undefined);
  return {
    ...quantity,
    ...(ofEvent ? { event: claim.predicate } : {}),
    ...(nature === undefined ? {} : { nature }),
    basis,
  };
}

function countsThingOf(
  { roles, predicate, quantities }: Pick<Claim, 'roles' | 'predicate' | 'quantities'>,
  { counts }: Quantity,
): boolean {
  const head = counts.split(' ').at(-1) ?? counts;
  const names = (phrases: readonly string[] | undefined): boolean =>
    (phrases ?? []).some((phrase) => phrase.toLowerCase().includes(head));
  if (names(roles.object) || names(roles.instrument)) return true;
  // "attacked … around 50 times": what is counted is the event itself.
  return quantities.length <= 2 && predicate.startsWith(head.slice(0, 5)) && head.length >= 5;
}
