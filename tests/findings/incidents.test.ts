import { expect, it } from 'vitest';
import type { Claim } from '../../src/claims/model/claim.ts';
import { atOnce } from '../../src/core/steps.ts';
import { assembleIncidents } from '../../src/findings/comparison/incident.ts';
import { claimOf } from './sample-claim.ts';

const seizure = (fields: Partial<Claim>): Claim =>
  claimOf({
    predicate: 'transferred',
    roles: { agent: ['Russia'], recipient: ['North Korea'], object: ['Luna Reef'] },
    ...fields,
  });
const members = (claims: readonly Claim[], told: ReadonlyMap<Claim, string>): readonly (readonly string[])[] =>
  atOnce(
    assembleIncidents(claims, [], {
      clustersOf: () => [],
      judged: '',
      statedBy: (claim) => told.get(claim) ?? '2024-06-10',
    }),
  ).map((incident) => incident.claims);

it('takes what was told before an event for none of it, unless it tells of a plan', () => {
  const early = seizure({});
  const late = seizure({ when: { from: '2024-03-01', to: '2024-03-31', raw: 'in March' } });
  const later = seizure({ when: { from: '2024-03-02', to: '2024-03-02', raw: 'on 2 March' } });
  const all = [early, late, later];
  expect(members(all, new Map())).toEqual([all.map(({ id }) => id)]);
  expect(members(all, new Map([[early, '2024-02-18']]))).toEqual([[late.id, later.id]]);
  const plan = seizure({ modality: 'intends', factuality: 'plan' });
  expect(members([plan, late], new Map([[plan, '2024-02-18']]))).toEqual([[plan.id, late.id]]);
});
