import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareFigures } from '../../src/findings/comparison/comparison-topic.ts';
import { claimOf, quantityOf } from './sample-claim.ts';

const attack = (low: string | null, high: string | null, counts = 'attack', document = '1') =>
  claimOf({
    predicate: 'attacked',
    document: `sha256:${document.repeat(64)}`,
    roles: { agent: ['Russia'], object: ['Ukraine'] },
    quantities: [quantityOf(counts, low, high)],
  });
const never = () => null;

describe('figures laid side by side', () => {
  it('takes figures of one matter, and no others', () => {
    const other = claimOf({
      predicate: 'attacked',
      roles: { agent: ['Peru'] },
      quantities: [quantityOf('attack', '3', '3')],
    });
    const topics = compareFigures([attack('40', '60'), attack('10', null), other], never);
    expect(topics).toHaveLength(1);
    expect(topics[0]?.relations).toMatchObject([{ relation: 'narrower', narrower: 'a', drift: false }]);
  });

  it('lets a running total grow, and not shrink', () => {
    const [early, late] = [attack('2000', '2000', 'container', '1'), attack('6700', '6700', 'container', '2')];
    const said = (days: Record<string, string>) => (claim: { id: string }) => days[claim.id] ?? null;
    const grown = compareFigures([early, late], said({ [early.id]: '2023-11-01', [late.id]: '2024-02-26' }));
    expect(grown[0]?.relations[0]).toMatchObject({
      relation: 'incomparable',
      reason: expect.stringContaining('may have grown'),
    });
    const shrunk = compareFigures([early, late], said({ [early.id]: '2024-02-26', [late.id]: '2023-11-01' }));
    expect(shrunk[0]?.relations[0]?.relation).toBe('contradicts');
  });

  it('lays neither a limit nor what a load could hold beside a count of deliveries', () => {
    const barrels = (quote: string, raw: string, low: string) =>
      claimOf({
        predicate: quote.includes('delivered') ? 'transferred' : 'said',
        quote,
        quantities: [quantityOf('refined petroleum', low, low, { unit: 'barrel', raw })],
      });
    const limit = barrels('Resolution 2397 allows North Korea 500,000 barrels in a year.', '500,000 barrels', '500000');
    const delivery = barrels('Russia delivered 900,000 barrels to North Korea.', '900,000 barrels', '900000');
    expect(compareFigures([limit, delivery], never)).toEqual([]);
    const shells = (quote: string, raw: string, low: string) =>
      claimOf({ predicate: 'transferred', quote, quantities: [quantityOf('shell', low, low, { raw })] });
    const held = shells('It sent containers that could hold up to 3 million shells.', '3 million shells', '3000000');
    const sent = shells('It sent 1 million shells.', '1 million shells', '1000000');
    const other = shells('The containers had room for 2 million shells.', '2 million shells', '2000000');
    expect(compareFigures([held, sent], never)).toEqual([]);
    expect(compareFigures([held, sent, other], never)).toHaveLength(1);
  });

  it('flags one number on two axes as drift, but not a small one', () => {
    const drift = compareFigures([attack('50', '50', 'missile'), attack('50', '50', 'attack', '2')], never);
    expect(drift[0]?.relations).toMatchObject([{ relation: 'incomparable', drift: true }]);
    expect(compareFigures([attack('2', '2', 'missile'), attack('2', '2', 'attack', '2')], never)).toEqual([]);
  });

  it('does not hold figures of one account against each other', () => {
    const claimant = { name: 'A prosecutor', kind: 'state-organ' } as const;
    const one = { ...attack('50', '50'), claimant };
    const two = { ...attack('21', '21'), claimant };
    expect(compareFigures([one, two], never)[0]?.relations ?? []).toEqual([]);
  });

  it('does not compare a limit with a count', () => {
    const quantities = [quantityOf('attack', '500', '500', { raw: '500 attacks' })];
    const limit = { ...attack('500', '500'), quote: 'a limit of 500 attacks', quantities };
    expect(compareFigures([limit, attack('700', null)], never)).toEqual([]);
  });

  it('gives the same topics whatever the order of unrelated claims, each figure in one topic', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('attack', 'missile', 'shell'), fc.integer({ min: 1, max: 99 })), {
          maxLength: 12,
        }),
        (rows) => {
          const claims = rows.map(([counts, value]) => attack(String(value), String(value), counts));
          const ids = compareFigures(claims, never).flatMap(({ figures }) => figures.map(({ id }) => id));
          expect(new Set(ids).size).toBe(ids.length);
          const reversed = compareFigures([...claims].reverse(), never).map(({ figures }) =>
            figures
              .map(({ id }) => id)
              .sort()
              .join(),
          );
          expect(reversed.sort()).toEqual(
            compareFigures(claims, never)
              .map(({ figures }) =>
                figures
                  .map(({ id }) => id)
                  .sort()
                  .join(),
              )
              .sort(),
          );
        },
      ),
    );
  });
});
