import { describe, expect, it } from 'vitest';
import { statedBesideAllLedgers, statedBesideLedgers } from '../../src/app/trade/stated-figures.ts';
import { extractText } from '../claims/extract-text.ts';
import { DELIVERIES, lines, PETROLEUM, readMade, regime, terms } from './made-files.ts';

const NOTIFIED = lines(PETROLEUM, '2023-01,CN,,200000,,2024-01-01,,', '2023-02,RU,,105845,,2024-01-26,,');
const CALLS = lines(DELIVERIES, '2023-03-01,A,9000001,100000,0.6,0.9,,,,');

async function besideOf(text: string, provision = 'S/RES/2397(2017) OP5') {
  const readings = [await readMade('notified.csv', NOTIFIED), await readMade('calls.csv', CALLS)];
  return statedBesideLedgers(
    { regime, terms, readings },
    { provision, period: '2023', factors: ['8'], asOf: null },
    await extractText({
      name: 'daily',
      text,
      source: { name: 'The Daily', kind: 'newsroom' },
      published: '2024-05-01',
    }),
  );
}

async function standings(text: string): Promise<readonly string[]> {
  const figures = await besideOf(text);
  return figures.flatMap(({ claimant, beside }) => beside.map(({ source, says }) => `${claimant} ${source} ${says}`));
}

describe('a stated figure beside the ledgers of its days', () => {
  it('is more, less or overlaps, each source by itself', async () => {
    // Notified: 305,845 barrels. Calls: 480,000 to 720,000 at 8 barrels a tonne.
    expect(
      await standings(
        'The United States said that 600,000 barrels of refined petroleum had been delivered to North Korea in 2023.',
      ),
    ).toEqual(['United States notified.csv more', 'United States calls.csv overlaps']);
    expect(
      await standings(
        'The United States said that 300,000 barrels of refined petroleum had been delivered to North Korea in 2023.',
      ),
    ).toEqual(['United States notified.csv less', 'United States calls.csv less']);
  });

  it('of one supplier is held against the rows of that supplier, where a source names it', async () => {
    expect(
      await standings('Russia said it had delivered 105,845 barrels of oil products to the DPRK in 2023.'),
    ).toEqual(['Russia notified.csv overlaps']);
  });

  it('of some months is held against the rows of those months', async () => {
    expect(
      await standings(
        'The United States said that 250,000 barrels of refined petroleum had been delivered to North Korea in January 2023.',
      ),
    ).toEqual(['United States notified.csv more']);
  });

  it('says by which factor and as of which days, and what is not known to be the same', async () => {
    const [figure] = await besideOf(
      'The United States said that 600,000 barrels of refined petroleum had been delivered to North Korea in 2023.',
    );
    expect(figure).toMatchObject({ kind: null, provision: 'S/RES/2397(2017) OP5' });
    expect(figure?.beside).toEqual([
      {
        source: 'notified.csv',
        kind: 'notified',
        factor: null,
        low: '305845',
        high: '305845',
        asOf: { from: '2024-01-01', to: '2024-01-26' },
        rows: [1, 2],
        says: 'more',
        unknown: ['kind', 'as-of'],
      },
      {
        source: 'calls.csv',
        kind: 'estimate',
        factor: '8',
        low: '480000',
        high: '720000',
        asOf: null,
        rows: [1],
        says: 'overlaps',
        unknown: ['kind', 'factor', 'as-of'],
      },
    ]);
  });

  it.each([
    [
      'The Panel estimates that 600,000 barrels of refined petroleum were delivered to North Korea in 2023.',
      'estimate',
      ['calls.csv'],
    ],
    [
      'According to the 1718 Committee, 305,845 barrels of refined petroleum were delivered to North Korea in 2023.',
      'notified',
      ['notified.csv'],
    ],
  ])('stands beside sources of its own kind alone, where the claim says which: %s', async (text, kind, sources) => {
    const figures = await besideOf(text);
    expect(figures.map((figure) => figure.kind)).toEqual([kind]);
    expect(figures[0]?.beside.map(({ source }) => source)).toEqual(sources);
    expect(figures[0]?.beside[0]?.unknown).not.toContain('kind');
  });

  it('of one port is never less than what all ports had', async () => {
    const figures = await besideOf(
      'The United States said that 1,000 barrels of refined petroleum had been delivered to Nampo in North Korea in 2023.',
    );
    expect(figures).toHaveLength(1);
    for (const { beside } of figures)
      expect(beside.map(({ says, unknown }) => [says, unknown.includes('place')])).toEqual(
        beside.map(() => ['open', true]),
      );
  });

  it('of a part of the goods is never less than what all of them were', async () => {
    const [figure] = await besideOf(
      'The Panel said that 1,000 barrels of diesel had been delivered to North Korea in 2023.',
    );
    expect(figure?.beside.map(({ says, unknown }) => [says, unknown[0]])).toEqual([
      ['open', 'goods'],
      ['open', 'goods'],
    ]);
    const [more] = await besideOf(
      'The Panel said that 900,000 barrels of diesel had been delivered to North Korea in 2023.',
    );
    expect(more?.beside.map(({ says }) => says)).toEqual(['more', 'more']);
  });

  it('of any cap is found with the period of its days, and without one stands beside none', async () => {
    const readings = [await readMade('notified.csv', NOTIFIED)];
    const claims = await extractText({
      name: 'daily',
      text: 'The United States said that 600,000 barrels of refined petroleum had been delivered to North Korea in 2023. The United States said that 700,000 barrels of refined petroleum had been delivered to North Korea in 2013.',
      source: { name: 'The Daily', kind: 'newsroom' },
      published: '2024-05-01',
    });
    const figures = statedBesideAllLedgers({ regime, terms, readings }, claims);
    expect(figures.map(({ raw, provision }) => [raw, provision])).toEqual([
      ['600,000 barrels of refined petroleum', 'S/RES/2397(2017) OP5'],
    ]);
  });

  it.each([
    'Russia delivered 600,000 barrels of refined petroleum to North Korea and Syria in 2023, the Panel said.',
    'The United States called on Russia to deliver 600,000 barrels of refined petroleum to North Korea in 2023.',
    'If Russia delivered 600,000 barrels of refined petroleum to North Korea in 2023, the cap was broken.',
    'Russia could have delivered 600,000 barrels of refined petroleum to North Korea in 2023, the Panel said.',
    'The annual cap of 500,000 barrels of refined petroleum was exceeded in 2023.',
    'Russia delivered 600,000 barrels of refined petroleum a month to North Korea in 2023, the Panel said.',
    'The United States said that 600,000 barrels of refined petroleum had been delivered to Syria in 2023.',
    'The United States said that 600,000 barrels of refined petroleum had been delivered to North Korea in 2022.',
    'The United States said that 600,000 tonnes of coal had been delivered to North Korea in 2023.',
    'The United States said that Russia would deliver 600,000 barrels of refined petroleum to North Korea in 2023.',
    'Russia denied that it had delivered 600,000 barrels of refined petroleum to North Korea in 2023.',
    'The United States said that 600,000 barrels had been delivered.',
  ])('is held against none: %s', async (text) => {
    expect(await standings(text)).toEqual([]);
  });
});

describe('a figure in tonnes beside a cap in barrels', () => {
  const said = (goods: string, tonnes = '40,000'): string =>
    `The United States said that ${tonnes} tonnes of ${goods} had been delivered to North Korea in 2023.`;
  const readings = async () => [await readMade('notified.csv', NOTIFIED), await readMade('calls.csv', CALLS)];
  const convertedOf = async (goods: string, factors: readonly string[] = []): Promise<readonly unknown[]> => {
    const stated = statedBesideLedgers(
      { regime, terms, readings: await readings() },
      { provision: 'S/RES/2397(2017) OP5', period: '2023', factors, asOf: null },
      await extractText({
        name: 'daily',
        text: said(goods),
        source: { name: 'The Daily', kind: 'newsroom' },
        published: '2024-05-01',
      }),
    );
    return stated.flatMap(({ unit, beside }) =>
      beside.map(({ source, factor, converted, says, unknown }) => [
        `${source} ${factor}`,
        unit,
        converted?.factor,
        converted?.low,
        says,
        unknown.includes('factor'),
      ]),
    );
  };

  it('is converted under each factor of the paragraph, which is said', async () => {
    // Notified: 305,845 barrels as stated. Calls: 60,000 to 90,000 tonnes.
    expect(await convertedOf('refined petroleum')).toEqual([
      ['notified.csv null', 'barrel', '8.33', '333200', 'more', true],
      ['notified.csv null', 'barrel', '7.5', '300000', 'less', true],
      ['calls.csv 8.33', 'barrel', '8.33', '333200', 'less', true],
      ['calls.csv 7.5', 'barrel', '7.5', '300000', 'less', true],
    ]);
  });

  it('goes by the factor of its product, and is laid beside nothing where the paragraph has none', async () => {
    const gasoline = await convertedOf('gasoline');
    expect(gasoline[0]).toEqual(['notified.csv null', 'barrel', '8.35', '334000', 'more', true]);
    expect(await convertedOf('lubricants')).toEqual([]);
    expect((await convertedOf('lubricants', ['7']))[0]).toEqual([
      'notified.csv null',
      'barrel',
      '7',
      '280000',
      'open',
      true,
    ]);
  });
});
