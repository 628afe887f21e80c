import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sourcePairs } from '../../src/app/trade/source-pairs.ts';
import { DELIVERIES, ledgerOf, lines, readMade } from './made-files.ts';

const shipped = async (name: string) => {
  const path = new URL(`../../regimes/un-1718/notified/${name}.csv`, import.meta.url);
  return await readMade(`${name}.csv`, readFileSync(path, 'utf8'));
};

test('every figure that ships is read, and each has its day and address', async () => {
  for (const name of ['petroleum', 'coal']) {
    const { report, rows } = await shipped(name);
    expect([report.refused, report.accepted]).toEqual([[], report.rows]);
    expect(rows.every(({ asOf }) => asOf !== null)).toBe(true);
  }
});

test('what was notified for 2023, as known in March 2024, and later', async () => {
  const file = await shipped('petroleum');
  const total = (asOf: string | null) =>
    ledgerOf([file], { period: '2023', factors: ['8.33'], ...(asOf === null ? {} : { asOf }) }).totals[0];
  expect(total('2024-01-31')).toMatchObject({ low: '199627' });
  expect(total('2024-03-31')).toMatchObject({ low: '286086' });
  expect(total(null)).toMatchObject({ low: '286086', atLeast: true });
});

test('2019: what was stated in all reaches 90 per cent under one factor alone', async () => {
  const ledger = ledgerOf([await shipped('petroleum')], { period: '2019', asOf: '2021-02-28' });
  const year = ledger.checks
    .filter(({ supplier }) => supplier === 'CN+RU')
    .map(({ factor, reaches }) => [factor, reaches]);
  expect(year).toEqual([
    ['7.5', [75]],
    ['8.33', [75, 90]],
  ]);
  expect(ledger.totals.every(({ atLeast }) => atLeast)).toBe(true);
});

test('2023: what was notified stands beside what 87 calls could have carried, and no sum is made of the two', async () => {
  const from = Date.parse('2023-01-01T00:00:00Z');
  // Invented ships with as much deadweight as gives the 1,015,588 to 1,523,381 barrels that the Panel reckoned to 15 September.
  const calls = Array.from({ length: 87 }, (_, at) => {
    const day = new Date(from + at * 3 * 24 * 3600 * 1000).toISOString().slice(0, 10);
    return `${day},Invented ${at + 1},,2335.62,0.6,0.9,,,,`;
  });
  const files = [await shipped('petroleum'), await readMade('calls.csv', lines(DELIVERIES, ...calls))];
  const ledger = ledgerOf(files, { period: '2023', factors: ['8.33'], asOf: '2024-03-31' });
  const whole = (amount: string): number => Math.round(Number(amount));
  expect(
    ledger.totals.map(({ source, low, high, share }) => [source, whole(low), whole(high), whole(share.low)]),
  ).toEqual([
    ['petroleum.csv', 286086, 286086, 57],
    ['calls.csv', 1015588, 1523382, 203],
  ]);
  const passing = ledger.thresholds.filter(({ source, percent }) => source === 'calls.csv' && percent === 100);
  expect(passing).toMatchObject([{ earliest: '2023-03-26', latest: '2023-05-07' }]);
  expect(ledger.thresholds.every(({ source, earliest }) => source === 'calls.csv' || earliest === null)).toBe(true);
  const [pairs] = sourcePairs(ledger, new Map());
  expect(pairs?.sources).toEqual(['petroleum.csv', 'calls.csv']);
  expect(pairs?.months.length).toBeGreaterThan(6);
  expect(pairs?.months.every(({ figures: [notified, called] }) => Number(called?.low) > Number(notified?.high))).toBe(
    true,
  );
});

test('December 2016: 344 per cent of the dollars and 200 of the tonnes', async () => {
  const ledger = ledgerOf([await shipped('coal')], { provision: 'S/RES/2321(2016) OP26', period: '2016-12-15' });
  expect(ledger.totals.map(({ unit, share }) => [unit, share.high])).toEqual([
    ['USD', '344'],
    ['tonne', '199.8'],
  ]);
});
