import type { Claim } from '../../claims/model/claim.ts';
import { memoized } from '../../core/memoized.ts';
import type { RegimeGoods } from '../../regime/goods/goods.ts';
import type { ComparisonTopic, Figure } from '../model/comparison.ts';
import { countedThing, goodsNamedIn } from '../naming/named-goods.ts';

/** Two figures of two claims that cannot both be right. */
export type Contradiction = readonly [Figure, Figure];

/** The pairs whose figures exclude each other, of comparisons that a person accepted: what nobody accepted contests nothing. */
export function contradictionsIn(topics: readonly ComparisonTopic[]): readonly Contradiction[] {
  return topics
    .filter(({ review }) => review === 'accepted')
    .flatMap(({ figures, relations }) => {
      const byId = new Map(figures.map((figure) => [figure.id, figure]));
      return relations.flatMap(({ relation, a, b }): readonly Contradiction[] => {
        const [left, right] = [byId.get(a), byId.get(b)];
        return relation === 'contradicts' && left !== undefined && right !== undefined ? [[left, right]] : [];
      });
    });
}

/**
 * Whether claims behind an allegation exclude each other in what they count of its goods. A sentence on barrels and on an
 * air-defence system is contested in its barrels alone, and a claim on another matter contests nothing.
 */
export function isContradicted(
  claims: readonly Claim[],
  goods: string | null,
  contradictions: readonly Contradiction[],
  vocabulary: RegimeGoods,
): boolean {
  const behind = new Set(claims.map(({ id }) => id));
  const concerning = claims
    .flatMap(({ id }) => byFirstClaim(contradictions).get(id) ?? [])
    .filter(([, { claim }]) => behind.has(claim.id));
  return concerning.some((pair) =>
    pair.every(({ quantity }) => {
      const counted = goodsNamedIn([countedThing(quantity)], vocabulary);
      return goods === null || counted.length === 0 || counted.includes(goods);
    }),
  );
}

/** Every finding looks for the pairs in which its own claims stand. */
const byFirstClaim = memoized((contradictions: readonly Contradiction[]) => {
  const found = new Map<string, Contradiction[]>();
  for (const pair of contradictions) {
    const [{ claim }] = pair;
    const known = found.get(claim.id);
    if (known === undefined) found.set(claim.id, [pair]);
    else known.push(pair);
  }
  return found;
});

/** Whether two of some claims stand in a contradiction. */
export function contradicting(contradictions: readonly Contradiction[]): (claims: readonly Claim[]) => boolean {
  if (contradictions.length === 0) return () => false;
  return (claims) => {
    const ids = new Set(claims.map(({ id }) => id));
    return contradictions.some((pair) => pair.every(({ claim }) => ids.has(claim.id)));
  };
}
