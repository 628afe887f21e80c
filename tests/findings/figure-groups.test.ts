import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareQuantities } from '../../src/claims/comparison/comparison.ts';
import type { Claim } from '../../src/claims/model/claim.ts';
import type { Figure } from '../../src/findings/comparison/figure.ts';
import { groupFigures } from '../../src/findings/comparison/figure-groups.ts';
import { actRuleOf } from '../../src/findings/naming/act-rules.ts';
import { claimOf, quantityOf } from './sample-claim.ts';

/** What two figures must have in common, said of one pair: the slow way that the groups stand for. */
function related(a: Figure, b: Figure): boolean {
  if (a.claim.id === b.claim.id || !shareState(a.claim, b.claim)) return false;
  const [left, right] = [actRuleOf(a.claim.predicate)?.act, actRuleOf(b.claim.predicate)?.act];
  const oneAct = left !== undefined && left === right;
  const oneAxis = a.quantity.counts === b.quantity.counts && a.quantity.unit === b.quantity.unit;
  const predicates = [a.claim.predicate, b.claim.predicate];
  if (oneAxis && (predicates[0] === predicates[1] || predicates.includes('said') || oneAct)) return true;
  const ofPersons = [a, b].filter(({ quantity }) => quantity.counts.startsWith('person')).length;
  const telling = Number(a.quantity.low ?? a.quantity.high) >= 10;
  return oneAct && ofPersons !== 1 && telling && compareQuantities(a.quantity, b.quantity).drift;
}

function shareState(a: Claim, b: Claim): boolean {
  const [left, right] = [a, b].map(({ where }) => where);
  return left?.length === 0 || right?.length === 0 || (left ?? []).some((state) => right?.includes(state));
}

/** Groups of numbers of figures: figures are joined as long as a pair of two groups is related. */
function joinedByPairs(figures: readonly Figure[]): number[][] {
  let groups = figures.map((_, at) => [at]);
  for (const [b, later] of figures.entries())
    for (const [a, earlier] of figures.slice(0, b).entries()) {
      if (!related(earlier, later)) continue;
      const joined = groups.filter((group) => group.includes(a) || group.includes(b));
      groups = [...groups.filter((group) => !joined.includes(group)), joined.flat()];
    }
  return groups.map((group) => group.sort((a, b) => a - b)).sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}

const quantity = fc
  .record({
    counts: fc.constantFrom('missile', 'attack', 'container', 'person killed'),
    number: fc.constantFrom('3', '10', '50', '60'),
    hedge: fc.constantFrom('exactly', 'at-least', 'about'),
  })
  .map(({ counts, number, hedge }) =>
    hedge === 'about'
      ? quantityOf(counts, String(Number(number) * 0.8), String(Number(number) * 1.2), { raw: `about ${number}` })
      : quantityOf(counts, number, hedge === 'exactly' ? number : null, { raw: number }),
  );
const claim = fc
  .record({
    predicate: fc.constantFrom<Claim['predicate'][]>('said', 'transferred', 'procured', 'attacked', 'fired', 'vetoed'),
    where: fc.subarray(['Peru', 'Chile', 'Kenya']),
    quantities: fc.array(quantity, { minLength: 1, maxLength: 2 }),
  })
  .map(claimOf);

describe('groups of figures', () => {
  it('are those that come of every related pair, in the order of their first figure', () => {
    fc.assert(
      fc.property(fc.array(claim, { maxLength: 9 }), (claims) => {
        const figures = claims.flatMap((one) =>
          one.quantities.map((each, at) => ({ id: `${one.id}-${at}`, claim: one, quantity: each })),
        );
        const groups = groupFigures(figures).map((group) => group.map((figure) => figures.indexOf(figure)));
        expect(groups).toEqual(joinedByPairs(figures));
      }),
      { numRuns: 400 },
    );
  });
});
