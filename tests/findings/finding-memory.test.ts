import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/claims/model/claim.ts';
import { asNamed } from '../../src/claims/model/party.ts';
import { openFindingMemory } from '../../src/findings/allegations/finding-memory.ts';
import { type TestingContext, testAllegations } from '../../src/findings/allegations/test-allegations.ts';
import { loadRegime } from '../../src/regime/loading/load.ts';
import { claimOf } from './sample-claim.ts';

const regime = loadRegime('un-1718');
const NOTHING = { replies: [], challenges: [], corrections: [], recommendations: [] };

const claim = fc
  .record({
    predicate: fc.constantFrom<Claim['predicate'][]>('transferred', 'procured', 'denied', 'fired'),
    polarity: fc.constantFrom<Claim['polarity'][]>('asserts', 'asserts', 'denies'),
    status: fc.constantFrom<Claim['status'][]>('proposed', 'accepted', 'rejected'),
    roles: fc.record(
      {
        agent: fc.constantFrom(['North Korea'], ['Russia']),
        recipient: fc.constantFrom(['Russia'], ['North Korea']),
        object: fc.constantFrom(['artillery shells'], ['coal'], ['missiles']),
      },
      { requiredKeys: ['agent'] },
    ),
  })
  .map(claimOf);

describe('findings with the memory of the time before', () => {
  it('are those that are derived from nothing, whatever people did in between', () => {
    fc.assert(
      fc.property(
        fc.array(claim, { maxLength: 8 }),
        fc.array(fc.nat(7), { maxLength: 4 }),
        fc.nat(2),
        (claims, acted, origins) => {
          const memory = openFindingMemory();
          const context: TestingContext = {
            regime,
            publishedOf: () => '2023-10-15',
            statedBy: () => '2023-10-15',
            originsOf: (some) => Math.min(some.length, origins),
            contradictions: [],
            hearingOf: () => NOTHING,
            reviewOf: () => undefined,
            partyOf: asNamed,
          };
          let now: readonly Claim[] = claims;
          const both = (facts: TestingContext) => {
            const remembered = testAllegations(now, { ...facts, memory });
            expect(remembered).toEqual(testAllegations(now, facts));
            return remembered.findings;
          };
          both(context);
          for (const at of acted) {
            now = now.map((one, place) =>
              place === at ? { ...one, status: one.status === 'rejected' ? 'accepted' : 'rejected' } : one,
            );
            both(context);
          }
          const reply = {
            party: 'Russia',
            sent: '2023-12-01',
            deadline: null,
            received: '2024-01-01',
            text: 'No.',
            stance: 'denies' as const,
          };
          both({
            ...context,
            hearingOf: () => ({ ...NOTHING, replies: [{ act: 'a', by: 'P', at: '2024-01-01T00:00:00Z', ...reply }] }),
          });
          // Russia's premier and its president judged to be one: who alleges a thing does not deny it.
          both({ ...context, partyOf: () => 'one party' });
          both({ ...context, originsOf: () => 3, statedBy: () => '2023-10-14' });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('gives the very same object for a finding that nothing touched', () => {
    const memory = openFindingMemory();
    const said = (goods: string, status: Claim['status'] = 'proposed') =>
      claimOf({
        id: goods,
        predicate: 'transferred',
        roles: { agent: ['North Korea'], recipient: ['Russia'], object: [goods] },
        status,
      });
    const context: TestingContext = {
      regime,
      publishedOf: () => '2023-10-15',
      statedBy: () => '2023-10-15',
      originsOf: () => 1,
      contradictions: [],
      hearingOf: () => NOTHING,
      reviewOf: () => undefined,
      partyOf: asNamed,
      memory,
    };
    const [shells, coal] = [said('artillery shells'), said('coal')];
    const before = testAllegations([shells, coal], context).findings;
    const after = testAllegations([said('artillery shells', 'accepted'), coal], context).findings;
    expect(before).toHaveLength(2);
    const same = after.filter((one) => before.includes(one));
    expect(same.map(({ claims }) => claims)).toEqual([['coal']]);
  });
});
