import { describe, expect, it } from 'vitest';
import type { FigureSource } from '../../src/app/derivation/trade/figure-sources.ts';
import { ledgerSums } from '../../src/app/derivation/trade/ledger-sums.ts';
import { settleTotal } from '../../src/findings/allegations/ledger-total.ts';
import type { LedgerSum } from '../../src/findings/model/ledger-total.ts';
import { DELIVERIES, lines, PETROLEUM, readMade, regime } from './made-files.ts';

const OP5 = 'S/RES/2397(2017) OP5';
const PERIOD = { from: '2019-01-01', to: '2019-12-31' };
const activity = { date: '2019-06-30', act: 'supply', goods: { name: 'refined petroleum' }, from: 'CN', to: 'KP' };

async function sumsOf(files: Readonly<Record<string, string>>, factors: readonly string[] = [], asOf?: string) {
  const sources = await Promise.all(
    Object.entries(files).map(async ([name, text]): Promise<FigureSource> => {
      const bytes = { name, open: async function* () {} };
      return { id: name, origin: 'regime', document: null, bytes, reading: await readMade(name, text) };
    }),
  );
  return ledgerSums(regime, sources, { provision: OP5, period: '2019', factors, asOf: asOf ?? null });
}

/** A supplier's twelve months, each of so many barrels. */
function year(supplier: string, barrels: string, except: readonly number[] = []): readonly string[] {
  return Array.from({ length: 12 }, (_, at) => at + 1)
    .filter((month) => !except.includes(month))
    .map((month) => `2019-${String(month).padStart(2, '0')},${supplier},,${barrels},,2020-01-30,,`);
}

const settle = (taken: LedgerSum, now: LedgerSum | null = taken) =>
  settleTotal(regime, activity, { provision: OP5, period: PERIOD, asOf: null, flow: null, taken, others: [] }, now);

async function sumOf(...rows: readonly string[]): Promise<LedgerSum> {
  const [sum] = await sumsOf({ 'notified.csv': lines(PETROLEUM, ...rows) }, ['8']);
  return sum as LedgerSum;
}

describe('a total that is taken from a ledger', () => {
  it('settles that the cap is not passed where each supplier has rows for all days', async () => {
    const sum = await sumOf(...year('CN', '20000'), ...year('RU', '10000'));
    expect(sum).toMatchObject({ isLeast: false, amounts: [{ unit: 'barrel', low: '360000', high: '360000' }] });
    const { assessment, activity: asked, total } = settle(sum);
    expect(assessment.verdict).toBe('within-cap');
    expect(total.taken.effect).toBe('within-cap');
    expect(asked.periodTotal).toEqual([{ value: '360000', unit: 'barrel', period: '2019-01-01/2019-12-31' }]);
  });

  it.each([
    ['a month between is missing', [...year('CN', '20000', [5]), ...year('RU', '10000')]],
    ['the last month is missing', [...year('CN', '20000'), ...year('RU', '10000', [12])]],
    ['the first month is missing', [...year('CN', '20000'), ...year('RU', '10000', [1])]],
    ['a figure is missing', [...year('CN', '20000', [5]), '2019-05,CN,,,,2020-01-30,,']],
    ['a figure cannot be read', [...year('CN', '20000'), '2019-05,RU,,some,,2020-01-30,,']],
    ['a greater sum is stated', [...year('CN', '20000'), '2019,CN,,300000,,2020-01-30,,']],
  ])('settles nothing below the cap where %s', async (_, rows) => {
    const sum = await sumOf(...rows);
    expect(sum.isLeast).toBe(true);
    const { assessment, activity: asked } = settle(sum);
    expect(assessment.verdict).toBe('undetermined');
    expect(asked).toEqual(activity);
  });

  it('settles that the cap is passed by its low figures, though rows are missing', async () => {
    const sum = await sumOf(...year('CN', '50000', [5]));
    expect(sum.isLeast).toBe(true);
    expect(settle(sum).assessment.verdict).toBe('cap-exceeded');
  });

  it('leaves open what lies between its low and high figures', async () => {
    // 10,000 t of deadweight at 8 barrels a tonne: 480,000 to 720,000 beside a stop at 475,000; and half of it.
    const calls = (dwt: string) => ({
      'calls.csv': lines(
        DELIVERIES,
        `2019-01-01,A,9000001,${dwt},0.6,0.9,,RU,,`,
        `2019-12-31,B,9000002,0,0.6,0.9,,RU,,`,
      ),
    });
    const [passed] = await sumsOf(calls('100000'), ['8']);
    expect(settle(passed as LedgerSum).assessment.verdict).toBe('cap-exceeded');
    const [between] = await sumsOf(calls('80000'), ['8']);
    expect(between).toMatchObject({ amounts: [{ low: '384000', high: '576000' }] });
    expect(settle({ ...(between as LedgerSum), isLeast: false }).assessment.verdict).toBe('undetermined');
  });

  it('turns on the factor, and each factor stands beside the other', async () => {
    const sums = await sumsOf({
      'notified.csv': lines(PETROLEUM, ...year('CN', '').map((row) => row.replace(',CN,,', ',CN,4900,'))),
    });
    expect(sums.map(({ factor, amounts }) => [factor?.factor, factor?.basis, amounts[0]?.high])).toEqual([
      ['8.33', 'committee', '489804'],
      ['7.5', 'convention', '441000'],
    ]);
    expect(sums.map((sum) => settle(sum).assessment.verdict)).toEqual(['cap-exceeded', 'within-cap']);
  });

  it('says what a row of the source states beyond its other rows', async () => {
    const sum = await sumOf(...year('CN', '20000'), '2019,CN,,490000,,2020-02-28,,');
    expect(sum.amounts).toEqual([
      { unit: 'barrel', low: '240000', high: '240000', stated: { row: 13, low: '490000', high: '490000' } },
    ]);
    expect(settle(sum).assessment.verdict).toBe('undetermined');
  });

  it('is out of date where the source gives another figure by now, and says so where it is gone', async () => {
    const then = await sumOf(...year('CN', '50000'));
    const now = await sumOf(...year('CN', '20000'));
    expect(settle(then).total).toMatchObject({ later: null, isGone: false });
    const { assessment, total } = settle(then, now);
    expect(assessment.verdict).toBe('cap-exceeded');
    expect(total.later).toMatchObject({ effect: 'within-cap', amounts: [{ high: '240000' }] });
    expect(settle(then, null).total).toMatchObject({ later: null, isGone: true });
  });
});
