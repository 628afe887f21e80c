import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../../src/app/workbench/contract/claim.ts';
import { claimFaults } from './claim-form-faults.ts';
import { changedFields, changeQuantity, claimFields, claimValues, newClaimValues } from './claim-form-model.ts';

const CLAIM: Claim = {
  id: 'c-1',
  document: `sha256:${'0'.repeat(64)}` as Claim['document'],
  start: 10,
  end: 60,
  quote: 'Prosecutors said it had used about 50 such missiles.',
  claimant: { name: 'Prosecutors', kind: 'state-organ', country: 'UA' },
  relay: [{ name: 'A newsroom', kind: 'newsroom' }],
  polarity: 'asserts',
  modality: 'states',
  speech: 'reported',
  predicate: 'fired',
  roles: { agent: ['Russia'], instrument: ['missiles'] },
  quantities: [
    {
      counts: 'missile',
      qualifier: 'about',
      low: '40',
      high: '60',
      raw: 'about 50 such missiles',
      convention: 'about-20-percent',
      window: { from: '2023-12-01', to: null },
      series: { kind: 'notified', authority: 'Russia', asOf: null },
    },
  ],
  when: { from: '2023-12-01', to: null, raw: 'since December' },
  where: ['Ukraine'],
  status: 'proposed',
  rules: ['said'],
};

describe('the form of a claim', () => {
  it('sends nothing when nothing was changed', () => {
    expect(changedFields(CLAIM, claimValues(CLAIM))).toEqual({});
  });

  it('sends only the fields that were changed, whole', () => {
    const values = claimValues(CLAIM);
    expect(changedFields(CLAIM, { ...values, predicate: 'attacked', where: 'Ukraine\n Kharkiv \n' })).toEqual({
      predicate: 'attacked',
      where: ['Ukraine', 'Kharkiv'],
    });
  });

  it('keeps every field of a claim that it does not show', () => {
    const { start, end, claimant, relay, roles, quantities, when, where } = CLAIM;
    expect(claimFields(claimValues(CLAIM))).toMatchObject({
      start,
      end,
      claimant,
      relay,
      roles,
      quantities,
      when,
      where,
    });
  });

  it('sets the bounds again after a qualifier that is changed, and says so', () => {
    const [quantity] = claimValues(CLAIM).quantities;
    const changed = changeQuantity(quantity!, { qualifier: 'at-least' });
    expect(changed).toMatchObject({ high: '', lowOpen: false, convention: '', followed: true });
    expect(changeQuantity(changed, { qualifier: 'about' })).toMatchObject({
      low: quantity?.low,
      high: quantity?.high,
      convention: 'about-20-percent',
    });
    expect(changeQuantity(changed, { low: '7' }).followed).toBe(false);
  });

  it('lets the convention fall with the bounds that it gave', () => {
    const [quantity] = claimValues(CLAIM).quantities;
    expect(changeQuantity(quantity!, { low: '45' }).convention).toBe('');
    expect(changeQuantity(quantity!, { of: 'in one region' }).convention).toBe('about-20-percent');
  });

  it('names a figure whose words do not stand in the passage', () => {
    const values = claimValues(CLAIM);
    expect(claimFaults(values, CLAIM.quote).size).toBe(0);
    const [quantity] = values.quantities;
    const wrong = { ...values, quantities: [{ ...quantity!, raw: 'about 60 missiles' }] };
    expect([...claimFaults(wrong, CLAIM.quote).keys()]).toEqual(['quantities.0.raw']);
  });

  it('asks for a claimant before a claim is added by hand', () => {
    expect([...claimFaults(newClaimValues(0, 12), 'twelve chars').keys()]).toEqual(['claimant.name']);
  });
});
