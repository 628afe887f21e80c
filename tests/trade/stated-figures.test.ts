import { describe, expect, it } from 'vitest';
import { statedBesideLedgers } from '../../src/app/trade/stated-figures.ts';
import { extractText } from '../claims/extract-text.ts';
import { DELIVERIES, lines, PETROLEUM, readMade, regime, terms } from './made-files.ts';

const NOTIFIED = lines(PETROLEUM, '2023-01,CN,,200000,,2024-01-01,,', '2023-02,RU,,105845,,2024-01-26,,');
const CALLS = lines(DELIVERIES, '2023-03-01,A,9000001,100000,0.6,0.9,,,,');

async function standings(text: string): Promise<readonly string[]> {
  const readings = [await readMade('notified.csv', NOTIFIED), await readMade('calls.csv', CALLS)];
  const figures = statedBesideLedgers(
    { regime, terms, readings },
    { provision: 'S/RES/2397(2017) OP5', period: '2023', factors: ['8'], asOf: null },
    await extractText({
      name: 'daily',
      text,
      source: { name: 'The Daily', kind: 'newsroom' },
      published: '2024-05-01',
    }),
  );
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

  it.each([
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
