import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Basis } from '../../src/claims/model/basis.ts';
import type { Claim } from '../../src/claims/model/claim.ts';
import { basisOfFigure, basisOfPart } from '../../src/claims/model/part-basis.ts';
import { asNamed } from '../../src/claims/model/party.ts';
import { contradictionsIn } from '../../src/findings/allegations/contradiction.ts';
import { testAllegations } from '../../src/findings/allegations/test-allegations.ts';
import { compareFigures } from '../../src/findings/comparison/comparison-topic.ts';
import { UNHEARD } from '../../src/findings/model/hearing.ts';
import { actRuleOf } from '../../src/findings/naming/act-rules.ts';
import { loadRegime } from '../../src/regime/loading/load.ts';
import { claimOf, quantityOf } from './sample-claim.ts';

const regime = loadRegime('un-1718');
const basis = fc.constantFrom<Basis[]>('explicit', 'carried', 'open');
const side = fc.constantFrom(['North Korea'], ['Russia'], ['China']);
const window = fc.constantFrom(undefined, { from: '2024-01-01', to: '2024-12-31' });

const claim: fc.Arbitrary<Claim> = fc
  .record({
    predicate: fc.constantFrom<Claim['predicate'][]>('transferred', 'procured', 'fired', 'said', 'employed'),
    modality: fc.constantFrom<Claim['modality'][]>('states', 'alleges', 'intends', 'calls-for'),
    polarity: fc.constantFrom<Claim['polarity'][]>('asserts', 'asserts', 'denies'),
    status: fc.constantFrom<Claim['status'][]>('proposed', 'proposed', 'accepted', 'rejected'),
    agent: side,
    recipient: side,
    object: fc.constantFrom(['coal'], ['artillery shells'], ['North Korean welders'], ['containers']),
    bases: fc.record({ agent: basis, recipient: basis, object: basis, when: basis }),
    low: fc.constantFrom('10', '40', '90'),
    window,
    figure: fc.record({ event: basis, window: basis, counts: basis }),
  })
  .map(({ agent, recipient, object, bases, low, window: time, figure, ...fields }) =>
    claimOf({
      ...fields,
      roles: { agent, recipient, object },
      basis: bases,
      quantities: [
        quantityOf('container', low, low, { basis: figure, ...(time === undefined ? {} : { window: time }) }),
      ],
    }),
  );

const context = {
  regime,
  publishedOf: () => '2024-06-10',
  statedBy: () => '2024-06-10',
  originsOf: () => 1,
  partyOf: asNamed,
  hearingOf: () => UNHEARD,
  reviewOf: () => undefined,
};

describe('what is derived from claims', () => {
  it('says nothing of which a part is not explicit, carried or reviewed', () => {
    fc.assert(
      fc.property(fc.array(claim, { maxLength: 8 }), (claims) => {
        const byId = new Map(claims.map((one) => [one.id, one]));
        const topics = compareFigures(claims);
        const { findings } = testAllegations(claims, { ...context, contradictions: contradictionsIn(topics) });
        for (const { allegation, claims: ids, status, dissents, title, statusReason } of findings)
          for (const id of ids) {
            const one = byId.get(id) as Claim;
            expect(one.polarity).toBe('asserts');
            expect(['intends', 'calls-for']).not.toContain(one.modality);
            expect(one.status).not.toBe('rejected');
            expect(basisOfPart(one, 'object')).not.toBe('open');
            expect(isSaid(one, 'from', allegation.from) && isSaid(one, 'to', allegation.to)).toBe(true);
            // A title says no more than the parts.
            for (const [name, code] of [
              ['North Korea', 'KP'],
              ['Russia', 'RU'],
              ['China', 'CN'],
            ] as const)
              if (title.includes(name)) expect([allegation.from, allegation.to]).toContain(code);
            // Nobody accepted a comparison: only a denial can contest.
            if (status === 'contested') expect(dissents.length).toBeGreaterThan(0);
            expect(statusReason).not.toContain('exclude each other');
          }
        for (const { relations, figures } of topics)
          for (const { relation, a, b, why } of relations) {
            if (relation !== 'contradicts') continue;
            expect(why).toEqual({ differs: [], unknown: [] });
            for (const id of [a, b]) {
              const figure = figures.find((one) => one.id === id);
              if (figure === undefined) throw new Error(`no figure ${id}`);
              const { claim: one, quantity } = figure;
              for (const part of ['event', 'window'] as const)
                expect(basisOfFigure(one, quantity, part)).not.toBe('open');
              expect(quantity.window).toBeDefined();
              expect(['agent', 'recipient'].some((role) => basisOfPart(one, role as 'agent') !== 'open')).toBe(true);
            }
          }
        expect(contradictionsIn(topics)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

/** Whether the claim says that side with certainty: by the role that its predicate has for it, or by what the thing is called after. */
function isSaid(one: Claim, end: 'from' | 'to', party: string | null): boolean {
  if (party === null) return true;
  const role = actRuleOf(one.predicate)?.[end];
  if (role !== undefined && basisOfPart(one, role) !== 'open') return true;
  return end === 'from' && (one.roles.object ?? []).some((thing) => thing.startsWith('North Korean'));
}
