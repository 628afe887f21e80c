import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/claims/model/claim.ts';
import { asNamed } from '../../src/claims/model/party.ts';
import { contradictionsIn } from '../../src/findings/allegations/contradiction.ts';
import { testAllegations } from '../../src/findings/allegations/test-allegations.ts';
import { compareFigures } from '../../src/findings/comparison/comparison-topic.ts';
import { UNHEARD } from '../../src/findings/model/hearing.ts';
import { loadRegime } from '../../src/regime/loading/load.ts';
import { claimOf } from './sample-claim.ts';

const regime = loadRegime('un-1718');
const stated = new Map<string, string>();
const on = (day: string, claim: Claim): Claim => {
  stated.set(claim.id, day);
  return claim;
};
const test = (claims: readonly Claim[]) =>
  testAllegations(claims, {
    regime,
    publishedOf: ({ id }) => stated.get(id) ?? '2024-06-10',
    statedBy: ({ id }) => stated.get(id) ?? '2024-06-10',
    originsOf: () => 1,
    partyOf: asNamed,
    contradictions: contradictionsIn(compareFigures(claims, [])),
    hearingOf: () => UNHEARD,
    reviewOf: () => undefined,
  });

const oil = {
  predicate: 'transferred',
  roles: { agent: ['Russia'], recipient: ['North Korea'], object: ['diesel'] },
} as const;
const firm = { name: 'Amber Quay Shipping', kind: 'company' } as const;

describe('a denial', () => {
  const told = claimOf({ ...oil, quote: 'Russia supplied diesel to North Korea.' });
  const ofShip = (quote: string, agent: readonly string[]) =>
    claimOf({ ...oil, quote, roles: { ...oil.roles, agent }, claimant: firm, polarity: 'denies' });

  it('of what one ship did denies nothing that a State is said to have done by others', () => {
    const denial = ofShip('Amber Quay Shipping denied that its tanker Luna Reef had delivered diesel to North Korea.', [
      'its tanker Luna Reef',
    ]);
    expect(test([told, denial]).findings[0]?.dissents).toEqual([]);
    const named = claimOf({ ...oil, quote: 'Russia supplied diesel to North Korea by the tanker Luna Reef.' });
    expect(test([named, denial]).findings[0]?.dissents).toHaveLength(1);
  });

  it('of a firm that names no doer is of the firm alone', () => {
    const { agent: _, ...roles } = oil.roles;
    const denial = claimOf({
      ...oil,
      quote: 'It delivered no diesel to North Korea.',
      roles,
      claimant: firm,
      polarity: 'denies',
    });
    expect(test([told, denial]).findings[0]?.dissents).toEqual([]);
  });

  it('disputes what was said by its day, and not what was said after it of a longer time', () => {
    const year = { from: '2024-01-01', to: '2024-12-31', raw: 'in 2024' };
    const early = on('2024-04-02', claimOf({ ...oil, quote: 'Russia supplied diesel.', when: year }));
    const late = on('2025-05-29', claimOf({ ...oil, quote: 'Russia supplied more diesel.', when: year }));
    const denial = on(
      '2024-04-29',
      claimOf({
        ...oil,
        quote: 'Russia supplied none.',
        polarity: 'denies',
        claimant: { name: 'Moscow', kind: 'state', country: 'RU' },
      }),
    );
    const [finding] = test([early, late, denial]).findings;
    expect(finding?.dissents).toHaveLength(1);
    expect(finding?.elements.slice(-2)).toEqual([
      { text: 'It took place', state: 'disputed', claims: [early.id] },
      { text: 'It took place, as was said after that was disputed', state: 'asserted', claims: [late.id] },
    ]);
  });
});

describe('a lead', () => {
  it('says of a party that is named only that its State was not read', () => {
    const claim = claimOf({
      predicate: 'employed',
      quote: 'Primgrad Stroy employed 850 North Korean workers.',
      roles: { agent: ['Primgrad Stroy'], object: ['North Korean workers'] },
    });
    const [lead] = test([claim]).leads;
    expect(lead?.missing).toEqual(['the State of “Primgrad Stroy” (who employed them)']);
  });

  it('takes a town that one State holds and another owns for no State that received', () => {
    const claim = claimOf({
      predicate: 'transferred',
      quote: 'North Korea sent 130 workers to Donetsk.',
      roles: { agent: ['North Korea'], object: ['workers'], destination: ['Donetsk'] },
    });
    const { findings, leads } = test([claim]);
    expect(findings).toEqual([]);
    expect(leads).toHaveLength(1);
  });
});
