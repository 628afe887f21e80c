import { describe, expect, test } from 'vitest';
import { readTextLayer } from '../documents/read.ts';
import { extractClaims } from './extraction.ts';
import type { Claim } from './model/claim.ts';

async function claimsOf(text: string): Promise<Claim[]> {
  const layer = await readTextLayer(new TextEncoder().encode(text), { name: 'story.txt' });
  return extractClaims(layer, { source: { name: 'Fjord Institute', kind: 'ngo' }, published: '2024-06-12' });
}

const whenOf = (claims: readonly Claim[], word: string) =>
  claims.filter(({ roles }) => JSON.stringify(roles).includes(word)).map(({ when }) => `${when.from}..${when.to}`);

describe('what a clause beside the main one tells has its own time', () => {
  test('of a relative clause', async () => {
    const claims = await claimsOf(
      'The bill was issued by a forwarder in Lagos, from where the goods had been trucked in March.',
    );
    expect(claims.map(({ when }) => when.from)).toEqual([null, '2024-03-01']);
  });

  test('of a main clause before one that speaks', async () => {
    const claims = await claimsOf(
      'The crates had been sent to a charity, which told the Panel that its name had been misused.',
    );
    expect(claims.map(({ claimant }) => claimant.name)).toEqual(['Fjord Institute', 'a charity']);
  });
});

describe('what a figure is compared with has a time of its own, or none', () => {
  test.each([
    ['Sales to Chad fell to 371 tonnes from 455 tonnes in April.', ['none', '2024-04-01..2024-04-30'], 'null..null'],
    [
      'From January to March, police seized 5 tonnes, against 2 tonnes in the same period last year.',
      ['none', '2023-01-01..2023-03-31'],
      '2024-01-01..2024-03-31',
    ],
    [
      'Some 1,800 people left between March 3 and March 9, compared with 450 in the whole of February.',
      ['none', '2024-02-01..2024-02-29'],
      '2024-03-03..2024-03-09',
    ],
    ['In May the port took 40 tonnes, against 30 tonnes before.', ['none', 'null..null'], '2024-05-01..2024-05-31'],
  ])('%s', async (text, windows, when) => {
    const [claim] = await claimsOf(text);
    expect(
      claim!.quantities.map(({ window }) => (window === undefined ? 'none' : `${window.from}..${window.to}`)),
    ).toEqual(windows);
    expect(`${claim!.when.from}..${claim!.when.to}`).toBe(when);
  });
});

describe('times counted from what was told', () => {
  test('from the main clause, and not from what is told aside', async () => {
    const claims = await claimsOf(
      'Officers opened a crate that had left Oslo on 9 April on 22 April. Two days later the owner was arrested by the police.',
    );
    expect(whenOf(claims, 'owner')).toEqual(['2024-04-24..2024-04-24']);
  });

  test('a month told after a day leaves the day open', async () => {
    const claims = await claimsOf(
      'He was held on 3 May. In August 2022 he paid a bank. Three weeks later he sold 40 crates.',
    );
    expect(claims.at(-1)!.when).toMatchObject({ from: null, to: null });
  });

  test('years later', async () => {
    const claims = await claimsOf(
      'In 2019 the bank lost 2 million dollars. The money was returned two years later by a casino.',
    );
    expect(claims.at(-1)!.when).toMatchObject({ from: '2021-01-01', to: '2021-12-31' });
  });
});

describe('who speaks where the parser takes another', () => {
  test.each([
    [
      'The raid killed 31 people, most of them women, a network of volunteer doctors said on Monday.',
      'network of volunteer doctors',
    ],
    ['The owner is Palm Marine, which brokers say paid 24 million dollars for her in 2022.', 'brokers'],
    [
      'A U.N. panel, whose mandate was ended in April, estimated that the North had earned 3 million dollars.',
      'U.N. panel',
    ],
    ['The minister, Abdi Farah, told local radio his forces had arrested three men.', 'Abdi Farah'],
    ['At the two sites that the Panel was allowed to inspect, it counted fewer than 300 bags.', 'Panel'],
  ])('%s', async (text, name) => {
    const claims = await claimsOf(text);
    const told = claims.find(({ quantities }) => quantities.length > 0);
    expect(told?.claimant.name.replace(/^an? /i, '')).toBe(name);
  });

  test('who is only alleged to have said it does not say it', async () => {
    const claims = await claimsOf('Berg is alleged to have told the makers that the parts were meant for Oslo.');
    expect(claims.map(({ claimant, modality }) => [claimant.name, modality])).toEqual([['Fjord Institute', 'alleges']]);
  });
});

describe('what is denied and what is joined to it', () => {
  test('a deed that somebody says was not done', async () => {
    const claims = await claimsOf('The insurer said that it had never covered the ship and had reported the forgery.');
    expect(claims.map(({ polarity }) => polarity).sort()).toEqual(['asserts', 'denies']);
  });

  test.each(['Nobody denies that Chad sold 40 guns to Oman.', 'No State disputes that Chad sold 40 guns to Oman.'])(
    '%s',
    async (text) => {
      const [claim] = await claimsOf(text);
      expect(claim).toMatchObject({
        polarity: 'asserts',
        predicate: 'transferred',
        claimant: { name: 'Fjord Institute' },
      });
    },
  );
});

describe('what counts or tells nothing', () => {
  test.each([
    ['Say first who counted the 400 crates.', []],
    ['All but about 100 of the workers went home in May.', []],
    ['A 12,000 dwt tanker brought 670 tonnes of diesel to Nampo.', ['670 tonnes of diesel']],
  ])('%s', async (text, raws) => {
    expect((await claimsOf(text)).flatMap(({ quantities }) => quantities.map(({ raw }) => raw))).toEqual(raws);
  });

  test('a load that is only assumed is no fact', async () => {
    const [claim] = await claimsOf('The tankers delivered 12,000 barrels, assuming that they were fully laden.');
    expect(claim).toMatchObject({ modality: 'assesses', factuality: 'condition' });
  });
});

describe('the parties of a noun that rose or fell, and of what seems or was to be', () => {
  test.each([
    ['Exports of coal to Chad fell to 371 tonnes in May.', { object: ['coal'], recipient: ['Chad'] }],
    ['Nine of the ships appear to be controlled by Delphin Marine.', { agent: ['Delphin Marine'], object: ['ships'] }],
  ])('%s', async (text, roles) => {
    expect((await claimsOf(text))[0]!.roles).toMatchObject(roles);
  });

  test('a body that speaks of itself', async () => {
    const claims = await claimsOf(
      'Delphin Ltd said that its name was misused and that it has exported nothing since 2022.',
    );
    expect(claims.find(({ predicate }) => predicate === 'transferred')!.roles.agent).toEqual(['Delphin Ltd']);
  });
});
