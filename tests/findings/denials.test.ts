import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/claims/model/claim.ts';
import { asNamed } from '../../src/claims/model/party.ts';
import { contradictionsIn } from '../../src/findings/allegations/contradiction.ts';
import { testAllegations } from '../../src/findings/allegations/test-allegations.ts';
import { compareFigures } from '../../src/findings/comparison/comparison-topic.ts';
import { UNHEARD } from '../../src/findings/model/hearing.ts';
import { loadRegime } from '../../src/regime/loading/load.ts';
import { claimOf, quantityOf } from './sample-claim.ts';

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

  it('of what its own army did is the State’s', () => {
    const ministry = { name: 'Russian defence ministry', kind: 'state-organ', country: 'RU' } as const;
    for (const agent of ['army', 'its armed forces', 'The military']) {
      const denial = claimOf({
        ...oil,
        quote: `${agent} has never delivered diesel to North Korea.`,
        roles: { ...oil.roles, agent: [agent] },
        claimant: ministry,
        polarity: 'denies',
      });
      expect(test([told, denial]).findings[0]?.dissents, agent).toHaveLength(1);
    }
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

  it('by somebody whose State is not known, or of a doer who is not named, is of none that others name', () => {
    const he = claimOf({
      ...oil,
      quote: 'He said he did not send the fuel to Pyongyang.',
      roles: { recipient: ['Pyongyang'], object: ['diesel'] },
      basis: { agent: 'open' },
      claimant: { name: 'unnamed', kind: 'unnamed' },
      polarity: 'denies',
    });
    expect(test([told, he]).findings[0]?.dissents).toEqual([]);
    const company = ofShip('The company did not deliver diesel to North Korea.', ['company']);
    expect(test([told, company]).findings[0]?.dissents).toEqual([]);
    const of = claimOf({ ...oil, quote: 'Amber Quay Shipping, a firm in Russia, supplied diesel to North Korea.' });
    expect(test([of, company]).findings[0]?.dissents).toHaveLength(1);
    const vessel = { ...company, claimant: { name: 'Russian Federation', kind: 'state', country: 'RU' } } as const;
    expect(test([told, { ...vessel, roles: { ...oil.roles, agent: ['vessel'] } }]).findings[0]?.dissents).toEqual([]);
    expect(test([told, { ...vessel, roles: oil.roles }]).findings[0]?.dissents).toHaveLength(1);
    const between = claimOf({
      ...oil,
      quote: 'Inspectors found no sign that Russia had supplied diesel to North Korea.',
      claimant: { name: 'Inspectors', kind: 'unnamed' },
      polarity: 'denies',
    });
    expect(test([told, between]).findings[0]?.dissents).toHaveLength(1);
  });

  it('by somebody of no known State answers what its own passage tells, or what names whom it names', () => {
    const at = { start: 0, end: 90, speech: 'reported' } as const;
    const quote =
      'Amber Quay Shipping of Russia supplied diesel to North Korea, Oil Weekly said, and its director denied it.';
    const claim = claimOf({ ...oil, ...at, quote });
    const director = { name: 'its director', kind: 'person' } as const;
    const denial = claimOf({ predicate: 'denied', ...at, quote, claimant: director, polarity: 'denies' });
    expect(test([denial, claim]).findings[0]?.dissents).toHaveLength(1);
    const owner = (words: string) =>
      claimOf({
        predicate: 'denied',
        start: 91,
        end: 150,
        quote: words,
        claimant: { name: 'Ivan Petrov', kind: 'person' },
        polarity: 'denies',
      });
    const named = { ...claim, roles: { ...oil.roles, vessel: ['Luna Reef'] } };
    expect(test([named, owner('The owner of the Luna Reef called this gossip.')]).findings[0]?.dissents).toHaveLength(
      1,
    );
    expect(test([named, owner('Ivan Petrov, a trader of grain, called this gossip.')]).findings[0]?.dissents).toEqual(
      [],
    );
  });

  it('of a number is a doubt of the number, except where a side denies it', () => {
    const doubt = (low: string, fields: Partial<Claim>) =>
      claimOf({
        ...oil,
        quote: `Russia did not supply ${low} barrels of diesel to North Korea.`,
        quantities: [quantityOf('diesel', low, low)],
        claimant: { name: 'Oil Weekly', kind: 'newsroom' },
        polarity: 'denies',
        ...fields,
      });
    expect(test([told, doubt('900000', {})]).findings[0]?.dissents).toEqual([]);
    const moscow = { name: 'Russian Federation', kind: 'state', country: 'RU' } as const;
    expect(test([told, doubt('900000', { claimant: moscow })]).findings[0]?.dissents).toHaveLength(1);
  });

  it('of “our country”, given out by an agency of a State, is of that State', () => {
    const denial = (country: string) =>
      claimOf({
        ...oil,
        quote: 'Our country sold no diesel to North Korea, a Foreign Ministry spokesman said.',
        roles: { ...oil.roles, agent: ['country'] },
        claimant: { name: 'a Foreign Ministry spokesman', kind: 'person' },
        relay: [{ name: 'Agency', kind: 'newsroom', country }],
        polarity: 'denies',
      });
    expect(test([told, denial('RU')]).findings[0]?.dissents).toHaveLength(1);
    expect(test([told, denial('PE')]).findings[0]?.dissents).toEqual([]);
  });

  it('of one kind of goods that the law knows is of no other, and one that names none is of none', () => {
    const denial = (object: readonly string[]) =>
      claimOf({
        ...oil,
        quote: 'Russia supplied none of it.',
        roles: { agent: ['Russia'], recipient: ['North Korea'], ...(object.length === 0 ? {} : { object }) },
        claimant: { name: 'Moscow', kind: 'state', country: 'RU' },
        polarity: 'denies',
      });
    const refined = claimOf({
      ...oil,
      quote: 'Russia supplied it.',
      roles: { ...oil.roles, object: ['oil products'] },
    });
    const dissents = (object: readonly string[]) => test([refined, denial(object)]).findings[0]?.dissents.length;
    expect(dissents(['crude oil'])).toBe(0);
    expect(dissents([])).toBe(0);
    expect(dissents(['gasoline'])).toBe(1);
    expect(dissents(['oil'])).toBe(1);
    const arms = claimOf({
      ...oil,
      quote: 'Russia supplied it.',
      roles: { ...oil.roles, object: ['artillery rockets'] },
    });
    expect(test([arms, denial(['rockets'])]).findings[0]?.dissents).toHaveLength(1);
    expect(test([arms, denial(['artillery shells'])]).findings[0]?.dissents).toEqual([]);
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

describe('a denial of another matter', () => {
  it('by name is of who bears the name, and of nobody whose letters hold it', () => {
    const denied = (agent: string) =>
      claimOf({
        ...oil,
        quote: `${agent} refused to sell diesel to North Korea.`,
        roles: { ...oil.roles, agent: [agent] },
        claimant: { name: 'Okafor', kind: 'unnamed' },
        polarity: 'denies',
      });
    const toldIn = claimOf({ ...oil, quote: 'Customs told Berlin that Russia supplied diesel to North Korea.' });
    expect(test([toldIn, denied('Lin')]).findings[0]?.dissents).toEqual([]);
    const byLin = claimOf({ ...oil, quote: 'Through Lin Russia supplied diesel to North Korea.' });
    expect(test([byLin, denied('Lin')]).findings[0]?.dissents).toHaveLength(1);
  });

  it('of what went to one State is none of what went to a movement by name', () => {
    const arms = {
      predicate: 'transferred',
      roles: { agent: ['North Korea'], object: ['rifles'], recipient: ['Tigers'] },
    } as const;
    const sold = claimOf({ ...arms, quote: 'North Korea sold rifles to the Tigers.' });
    const denial = (claimant: Claim['claimant'], to: string) =>
      claimOf({
        ...arms,
        quote: `It is untrue that North Korea sold rifles to ${to}.`,
        roles: { ...arms.roles, recipient: [to] },
        claimant,
        polarity: 'denies',
      });
    const pyongyang = { name: 'Pyongyang', kind: 'state', country: 'KP' } as const;
    expect(test([sold, denial(pyongyang, 'Russia')]).findings[0]?.dissents).toEqual([]);
    // Whose movement it is may be what the State answers that received nothing.
    const lanka = { name: 'Sri Lanka', kind: 'state', country: 'LK' } as const;
    expect(test([sold, denial(lanka, 'Sri Lanka')]).findings[0]?.dissents).toHaveLength(1);
  });

  it('of a figure that not all claims give is of the figure', () => {
    const told = claimOf({ ...oil, quote: 'Russia supplied diesel to North Korea.' });
    const figure = [quantityOf('barrel of diesel', '90000', '90000')];
    const denial = claimOf({
      ...oil,
      quote: 'It is untrue that Russia supplied 90,000 barrels of diesel to North Korea.',
      claimant: { name: 'Moscow', kind: 'state', country: 'RU' },
      polarity: 'denies',
      quantities: figure,
    });
    const [without] = test([told, denial]).findings;
    expect(without?.statusReason).toContain('What may be a part of it is denied by Moscow');
    expect(without?.elements.map(({ state }) => state)).not.toContain('disputed');
    const [same] = test([claimOf({ ...oil, quantities: figure }), denial]).findings;
    expect(same?.statusReason).toContain('Denied by Moscow');
    const third = { ...denial, claimant: { name: 'A retired sailor', kind: 'person' } } as const;
    expect(test([told, third]).findings[0]?.dissents).toEqual([]);
  });

  it('that answers the claim before it may come from whom that names and who is no State', () => {
    const supplied = claimOf({
      predicate: 'transferred',
      roles: { agent: ['North Korea'], recipient: ['Redfern Column'], object: ['rockets'] },
      quote: 'North Korea supplied rockets to the Redfern Column.',
      start: 0,
      end: 60,
    });
    const answer = (quote: string) =>
      claimOf({
        predicate: 'denied',
        polarity: 'denies',
        quote,
        claimant: { name: 'Igor Saltanov', kind: 'person' },
        start: 61,
        end: 120,
      });
    expect(
      test([supplied, answer("Redfern's owner, Igor Saltanov, called this gossip.")]).findings[0]?.dissents,
    ).toHaveLength(1);
    expect(test([supplied, answer('The singer Igor Saltanov called this gossip.')]).findings[0]?.dissents).toEqual([]);
  });

  it('of one year, told again later, is none of what is said to have happened since', () => {
    const told = on(
      '2023-12-01',
      claimOf({ ...oil, when: { from: '2023-11-01', to: '2023-11-30', raw: 'in November' } }),
    );
    const denial = (quote: string) => on('2024-06-10', claimOf({ ...oil, quote, polarity: 'denies' }));
    const early = denial('Russia denied in 2022 that it supplied diesel to North Korea.');
    expect(test([told, early]).findings).toMatchObject([{ dissents: [] }]);
    const late = denial('Russia denied in 2024 that it supplied diesel to North Korea.');
    expect(test([told, late]).findings).toMatchObject([{ dissents: [{ claim: late.id }] }]);
  });

  it('in the words of a buyer is one of the sale', () => {
    const sale = claimOf({
      predicate: 'transferred',
      roles: { agent: ['North Korea'], recipient: ['Malaysia'], object: ['coal'] },
      quote: 'North Korea exported coal to Malaysia.',
    });
    const buyer = { agent: ['Malaysia'], recipient: ['Malaysia'], origin: ['North Korea'], object: ['coal'] };
    const denial = claimOf({
      predicate: 'procured',
      roles: buyer,
      polarity: 'denies',
      claimant: { name: 'Malaysia', kind: 'state', country: 'MY' },
      quote: 'Malaysia imported no coal from North Korea.',
    });
    expect(test([sale, denial]).findings).toMatchObject([{ status: 'contested', dissents: [{ claim: denial.id }] }]);
  });
});

describe('a purchase', () => {
  it('is the sale by whom it was bought from, and one allegation with it', () => {
    const roles = { agent: ['Malaysia'], recipient: ['Malaysia'], origin: ['North Korea'], object: ['coal'] };
    const bought = claimOf({ predicate: 'procured', roles, quote: 'Malaysia bought coal from North Korea.' });
    const sold = claimOf({
      predicate: 'transferred',
      roles: { agent: ['North Korea'], recipient: ['Malaysia'], object: ['coal'] },
      quote: 'North Korea sold coal to Malaysia.',
    });
    const { findings, leads } = test([bought, sold]);
    expect(findings).toMatchObject([{ allegation: { from: 'KP', to: 'MY' }, claims: [bought.id, sold.id] }]);
    expect(leads).toEqual([]);
  });
});
