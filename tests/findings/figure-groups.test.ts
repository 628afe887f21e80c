import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excludeEachOther } from '../../src/claims/comparison/comparison.ts';
import { areOfOneMatter, compareFigureOf, partsOf, sameNumber } from '../../src/claims/comparison/figure-comparison.ts';
import { factsOf } from '../../src/claims/comparison/figure-facts.ts';
import type { Claim } from '../../src/claims/model/claim.ts';
import { atOnce } from '../../src/core/steps.ts';
import { groupFigures, openGroupMemory } from '../../src/findings/comparison/figure-groups.ts';
import { Groups } from '../../src/findings/comparison/groups.ts';
import type { Figure } from '../../src/findings/model/comparison.ts';
import { claimOf, quantityOf } from './sample-claim.ts';

const grouped = (...asked: Parameters<typeof groupFigures>) => atOnce(groupFigures(...asked));

/** What two figures must have in common, said of one pair: the slow way that the groups stand for. */
function related(a: Figure, b: Figure): boolean {
  if (a.claim.id === b.claim.id) return false;
  const { relation, drift } = compareFigureOf(a, b);
  return areOfOneMatter(a, b) && (relation !== 'incomparable' || drift);
}

const quantity = fc
  .record({
    counts: fc.constantFrom('missile', 'ballistic missile', 'attack', 'container', 'person killed'),
    number: fc.constantFrom('3', '10', '50', '60'),
    hedge: fc.constantFrom('exactly', 'at-least', 'about'),
    event: fc.constantFrom('transferred', 'fired', 'attacked'),
    basis: fc.constantFrom('explicit' as const, 'open' as const),
  })
  .map(({ counts, number, hedge, event, basis }) => {
    const [low, high] =
      hedge === 'about'
        ? [String(Number(number) * 0.8), String(Number(number) * 1.2)]
        : [number, hedge === 'exactly' ? number : null];
    return quantityOf(counts, low, high, { raw: `${hedge} ${number}`, event, basis: { event: basis } });
  });
const claim = fc
  .record({
    predicate: fc.constantFrom<Claim['predicate'][]>('said', 'transferred', 'procured', 'attacked', 'fired', 'vetoed'),
    roles: fc.record(
      { agent: fc.subarray(['Peru', 'Chile', 'Kenya']), recipient: fc.subarray(['Mali', 'Oman']) },
      { requiredKeys: [] },
    ),
    quantities: fc.array(quantity, { minLength: 1, maxLength: 2 }),
  })
  .map(claimOf);

/** Figures of all parts by which two can differ: times, places, running totals, parts and units. */
const placed = fc
  .record({
    predicate: fc.constantFrom<Claim['predicate'][]>('said', 'transferred', 'attacked'),
    roles: fc.record(
      { agent: fc.subarray(['Peru', 'Chile'], { minLength: 1 }), recipient: fc.subarray(['Mali'], { minLength: 1 }) },
      { requiredKeys: [] },
    ),
    where: fc.subarray(['Nampo', 'Wonsan'], { maxLength: 1 }),
    quote: fc.constantFrom('', 'in Peru', 'in Mali'),
    quantity: fc.record({
      counts: fc.constantFrom('missile', 'ballistic missile', 'person killed', 'barrel', 'drone'),
      unit: fc.constantFrom(undefined, 'tonne'),
      of: fc.constantFrom(undefined, 'coal'),
      number: fc.constantFrom('3', '10', '50'),
      isExact: fc.boolean(),
      nature: fc.constantFrom('count' as const, 'running-total' as const),
      window: fc.constantFrom(
        undefined,
        ['2024-01-01', '2024-12-31'],
        ['2024-02-01', '2024-02-29'],
        ['2023-01-01', null],
      ),
      asOf: fc.constantFrom(undefined, '2024-03-01'),
    }),
  })
  .map(({ quantity: { counts, number, isExact, unit, of, nature, window, asOf }, ...fields }) =>
    claimOf({
      ...fields,
      quantities: [
        quantityOf(counts, number, isExact ? number : null, {
          nature,
          ...(unit === undefined ? {} : { unit }),
          ...(of === undefined ? {} : { of }),
          ...(window === undefined ? {} : { window: { from: window[0] ?? null, to: window[1] ?? null } }),
          ...(asOf === undefined ? {} : { asOf }),
        }),
      ],
    }),
  );

/** The plain definition of the groups, of one pair. */
function joins(a: Figure, b: Figure): boolean {
  const [left, right] = [factsOf(a.claim, a.quantity), factsOf(b.claim, b.quantity)];
  const { why, nouns } = partsOf(left, right, false);
  const sides = (['from', 'to'] as const).some((side) => [...(left[side] ?? [])].some((key) => right[side]?.has(key)));
  const isOne = left.event !== undefined && left.event === right.event && sides && why.differs.length === 0;
  const bare = ({ quantity: { low, high, raw, qualifier } }: Figure) => ({ counts: '', low, high, raw, qualifier });
  const overlap = !excludeEachOther(bare(a), bare(b));
  return (
    (isOne && (overlap || (why.unknown.length === 0 && nouns === 'equal'))) ||
    (sameNumber(a.quantity, b.quantity) && areOfOneMatter(a, b))
  );
}

describe('groups of figures', () => {
  it('are what comparing each two of them gives', () => {
    fc.assert(
      fc.property(fc.array(placed, { maxLength: 14 }), (claims) => {
        const figures = claims.flatMap((one) =>
          one.quantities.map((each, at) => ({ id: `${one.id}-${at}`, claim: one, quantity: each })),
        );
        const plain = new Groups<Figure>();
        for (const a of figures) for (const b of figures) if (a !== b && joins(a, b)) plain.join(a, b);
        expect(grouped(figures)).toEqual(plain.of(figures));
      }),
      { numRuns: 300 },
    );
  });

  it('hold every related pair, in the order of their first figure', () => {
    fc.assert(
      fc.property(fc.array(claim, { maxLength: 9 }), (claims) => {
        const figures = claims.flatMap((one) =>
          one.quantities.map((each, at) => ({ id: `${one.id}-${at}`, claim: one, quantity: each })),
        );
        const groups = grouped(figures);
        const groupOf = new Map(groups.flatMap((group, at) => group.map((figure) => [figure, at] as const)));
        for (const a of figures)
          for (const b of figures) if (related(a, b)) expect(groupOf.get(a)).toBe(groupOf.get(b));
        const firsts = groups.map(([first]) => figures.indexOf(first as Figure));
        expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
        expect(groups.flat()).toHaveLength(figures.length);
      }),
      { numRuns: 400 },
    );
  });

  it('are the same with the memory of the time before, whatever came or went since', () => {
    const figuresOf = (claims: readonly Claim[]) =>
      claims.flatMap((one) =>
        one.quantities.map((each, at) => ({ id: `${one.id}-${at}`, claim: one, quantity: each })),
      );
    fc.assert(
      fc.property(
        fc.array(claim, { maxLength: 9 }),
        fc.array(claim, { maxLength: 3 }),
        fc.nat(9),
        (some, more, out) => {
          const memory = openGroupMemory();
          const ids = (figures: readonly Figure[], kept = openGroupMemory()) =>
            grouped(figures, kept).map((group) => group.map(({ id }) => id));
          ids(figuresOf(some), memory);
          const acted = figuresOf(some.map((one) => ({ ...one, status: 'accepted' as const })));
          expect(ids(acted, memory)).toEqual(ids(acted));
          const later = figuresOf([...some.filter((_, at) => at !== out), ...more]);
          expect(ids(later, memory)).toEqual(ids(later));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('compares symmetrically, but for the name of the narrower one', () => {
    fc.assert(
      fc.property(claim, claim, (one, other) => {
        const [a, b] = [one, other].map((each) => ({ claim: each, quantity: each.quantities[0]! }));
        const [there, back] = [compareFigureOf(a!, b!), compareFigureOf(b!, a!)];
        expect(back.relation).toBe(there.relation);
        expect(back.why).toEqual(there.why);
        expect(back.nouns).toBe(there.nouns);
        expect(areOfOneMatter(a!, b!)).toBe(areOfOneMatter(b!, a!));
      }),
    );
  });
});
