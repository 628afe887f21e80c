import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ledgerOf, readMade } from './made-files.ts';

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

test('December 2016: 344 per cent of the dollars and 200 of the tonnes', async () => {
  const ledger = ledgerOf([await shipped('coal')], { provision: 'S/RES/2321(2016) OP26', period: '2016-12-15' });
  expect(ledger.totals.map(({ unit, share }) => [unit, share.high])).toEqual([
    ['USD', '344'],
    ['tonne', '199.8'],
  ]);
});
