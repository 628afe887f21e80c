import { compareDecimals } from '../../core/decimal.ts';
import type { Claim } from '../model/claim.ts';
import type { Quantity } from '../model/quantity.ts';
import { compareQuantities, figureOf } from './comparison.ts';
import { originOf } from './independence.ts';

/** One number told in two ways: of another subject, in another unit, or with another hedge. */
export type Drift = {
  readonly kind: 'subject' | 'unit' | 'hedge';
  readonly a: { readonly claim: string; readonly quantity: Quantity };
  readonly b: { readonly claim: string; readonly quantity: Quantity };
  readonly reason: string;
};

/** Below this a shared number says little: two stories of "two ships" and "two missiles" share nothing. */
const LEAST_TELLING = '10';

/**
 * Pairs of claims that tell the same number differently. Another subject or unit counts between claims of one matter;
 * another hedge only where both go back to the same claimant, since two claimants may well hedge differently.
 */
export function findDrift(claims: readonly Claim[]): Drift[] {
  const found: Drift[] = [];
  for (let i = 0; i < claims.length; i++)
    for (let j = i + 1; j < claims.length; j++) {
      const [a, b] = [claims[i]!, claims[j]!];
      if (!sameMatter(a, b)) continue;
      for (const left of a.quantities)
        for (const right of b.quantities) {
          const drift = driftOf(a, left, b, right);
          if (drift !== undefined) found.push(drift);
        }
    }
  return found;
}

function driftOf(a: Claim, left: Quantity, b: Claim, right: Quantity): Drift | undefined {
  const ends = { a: { claim: a.id, quantity: left }, b: { claim: b.id, quantity: right } };
  const comparison = compareQuantities(left, right);
  const figure = figureOf(left);
  if (comparison.drift) {
    if (figure === undefined || compareDecimals(figure, LEAST_TELLING) < 0) return undefined;
    return { kind: left.counts === right.counts ? 'unit' : 'subject', ...ends, reason: comparison.reason };
  }
  const other = figureOf(right);
  const sameNumber = figure !== undefined && other !== undefined && compareDecimals(figure, other) === 0;
  if (comparison.relation === 'incomparable' || !sameNumber || left.qualifier === right.qualifier || !sameOrigin(a, b))
    return undefined;
  return {
    kind: 'hedge',
    ...ends,
    reason: `\u201c${left.raw}\u201d and \u201c${right.raw}\u201d go back to ${originOf(a)} and give one number with two hedges; one of them was changed in passing it on.`,
  };
}

function sameOrigin(a: Claim, b: Claim): boolean {
  const [left, right] = [originOf(a), originOf(b)];
  return (
    left === right || a.relay.some((entry) => entry.name === right) || b.relay.some((entry) => entry.name === left)
  );
}

/** The same predicate, the same origin, or a party that both name. */
function sameMatter(a: Claim, b: Claim): boolean {
  if (a.predicate === b.predicate && a.predicate !== 'said') return true;
  if (sameOrigin(a, b)) return true;
  const names = new Set(
    Object.values(a.roles)
      .flat()
      .map((name) => name.toLowerCase()),
  );
  return (
    Object.values(b.roles)
      .flat()
      .some((name) => names.has(name.toLowerCase())) || a.where.some((place) => b.where.includes(place))
  );
}
