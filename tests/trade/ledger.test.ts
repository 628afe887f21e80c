import { describe, expect, test } from 'vitest';
import { ledgerInLines } from '../../src/app/trade/ledger-text.ts';
import { COAL, COMTRADE, comtradeRow, DELIVERIES, ledgerOf, lines, PETROLEUM, readMade } from './made-files.ts';

const total = (ledger: ReturnType<typeof ledgerOf>, unit = 'barrel', factor: string | null = '7.5') =>
  ledger.totals.find((one) => one.unit === unit && one.factor === factor);
const reasons = (ledger: ReturnType<typeof ledgerOf>) => ledger.excluded.map(({ row, reason }) => `${row} ${reason}`);
const passed = (
  ledger: ReturnType<typeof ledgerOf>,
  percent: number,
  factor: string | null = '7.5',
  unit = 'barrel',
) => {
  const found = ledger.thresholds.find((one) => one.percent === percent && one.factor === factor && one.unit === unit);
  return [found?.earliest, found?.latest];
};

describe('figures notified to the Committee', () => {
  test('stated barrels are used as they stand, under every factor', async () => {
    const file = await readMade(
      'p.csv',
      lines(PETROLEUM, '2019-01,CN,1000,8400,,2019-05-01,,', '2019-02,CN,1000,,,2019-05-01,,'),
    );
    const ledger = ledgerOf([file]);
    expect(total(ledger)).toMatchObject({ low: '15900', high: '15900' });
    expect(total(ledger, 'barrel', '8.33')).toMatchObject({ low: '16730' });
  });

  test('the paragraph itself takes the factor of a named product, and its basket for the others', async () => {
    const file = await readMade(
      'p.csv',
      lines(
        PETROLEUM,
        '2019-01,CN,100,,diesel,,,',
        '2019-01,CN,100,,LPG,,,',
        '2019-02,CN,100,,,,,',
        '2019-03,CN,100,,bitumen,,,',
      ),
    );
    const ledger = ledgerOf([file], { factors: [] });
    expect(ledger.factors.map(({ factor, basis }) => [factor, basis])).toEqual([
      ['8.33', 'committee'],
      ['7.5', 'convention'],
    ]);
    expect(total(ledger, 'barrel', '8.33')).toMatchObject({ low: '3572', high: '3572' });
    expect(total(ledger, 'barrel', '7.5')).toMatchObject({ low: '3000' });
  });

  test('a newer day takes the place of an older one, two figures of one day are a range, and a past day can be asked for', async () => {
    const file = await readMade(
      'p.csv',
      lines(
        PETROLEUM,
        '2019-01,RU,100,,,2019-03-01,,',
        '2019-01,RU,120,,,2020-03-01,,',
        '2019-02,RU,10,,,2019-04-01,,',
        '2019-02,RU,14,,,2019-04-01,,other',
      ),
    );
    const now = ledgerOf([file]);
    expect(reasons(now)).toEqual(['1 superseded']);
    expect(total(now)).toMatchObject({ low: '975', high: '1005' });
    expect(total(ledgerOf([file], { asOf: '2019-12-31' }))).toMatchObject({ low: '825', high: '855' });
  });

  test('longer rows and rows of several suppliers are control sums; what is more than its parts makes the total a least', async () => {
    const file = await readMade(
      'p.csv',
      lines(
        PETROLEUM,
        '2019-01,CN,10,,,,,',
        '2019-02/2019-04,CN,20,,,,,',
        '2019,CN,50,,,,,',
        '2019-01,RU,5,,,,,',
        '2019-01,CN+RU,15,,,,,',
        '2019,CN+RU,70,,,,,',
      ),
    );
    const ledger = ledgerOf([file]);
    expect(reasons(ledger)).toEqual(['3 control-sum', '5 control-sum', '6 control-sum']);
    expect(total(ledger)).toMatchObject({ low: '262.5', high: '262.5', atLeast: true });
    const checks = ledger.checks
      .filter(({ factor }) => factor === '7.5')
      .map(({ row, difference }) => [row, difference?.low]);
    expect(checks).toEqual([
      [3, '150'],
      [5, '0'],
      [6, '262.5'],
    ]);
    expect(ledger.gaps).toEqual([]);
  });

  test('a longer row without parts counts at its end, under its own name', async () => {
    const file = await readMade('p.csv', lines(PETROLEUM, '2019-01/2019-05,CN,52000,,,,,', '2019-06,CN,8000,,,,,'));
    expect(passed(ledgerOf([file]), 75)).toEqual(['2019-01/2019-05', '2019-01/2019-05']);
    expect(passed(ledgerOf([file]), 90)).toEqual(['2019-06', '2019-06']);
  });

  test('two reports that overlap without one holding the other may repeat what they share', async () => {
    const file = await readMade('p.csv', lines(PETROLEUM, '2019-01/2019-03,CN,10,,,,,', '2019-03/2019-05,CN,20,,,,,'));
    expect(total(ledgerOf([file]))).toMatchObject({ low: '75', high: '225' });
  });

  test('the Committee says 2019: 56,207 t, of which the factor decides whether 90 % were passed', async () => {
    const file = await readMade('p.csv', lines(PETROLEUM, '2019,CN+RU,56207,,,2021-02-13,,'));
    const ledger = ledgerOf([file]);
    expect(passed(ledger, 90, '7.5')).toEqual([null, null]);
    expect(passed(ledger, 90, '8.33')).toEqual(['2019', '2019']);
    expect(passed(ledger, 95, '8.33')).toEqual([null, null]);
    expect(ledger.totals.map(({ factor, share }) => [factor, share.low])).toEqual([
      ['7.5', '84.3'],
      ['8.33', '93.6'],
    ]);
  });

  test('a file that is asked about another paragraph counts nothing', async () => {
    const file = await readMade('p.csv', lines(PETROLEUM, '2019-01,CN,10,,,,,', '2019-01,RU,7,,crude,,,'));
    const crude = ledgerOf([file], { provision: 'S/RES/2397(2017) OP4', factors: ['7.33'] });
    expect(total(crude, 'tonne', null)).toMatchObject({ low: '7' });
    expect(total(crude, 'barrel', '7.33')).toMatchObject({ low: '51.31' });
    expect(total(ledgerOf([file]))).toMatchObject({ low: '75' });
  });
});

test('revisions count by supplier, period and product, under any of their names, and a range of one day stays a range', async () => {
  const file = await readMade(
    'page.csv',
    lines(
      PETROLEUM,
      '2020-01,CN,100,,,2020-05-01,,',
      '2020-01,China,90,,,2020-08-01,,',
      '2020-02,RU,50,,,2020-05-01,,',
      '2020-02,RU,0,,,2020-09-01,,',
      '2020-Q2,RU,300,,,2020-08-01,,',
      '2020-Q2,RU,330,,,2020-10-01,,',
      '2020-03,CN,10,,diesel,2020-05-01,,',
      '2020-03,CN,20,,gasoline,2020-05-01,,',
      '2020-03,CN,15,,diesel,2020-06-01,,',
      '2020-04,CN,70,,,2020-05-01,,',
      '2020-04,CN,72,,,2020-05-01,,',
      '2020-05,CN,5,40,,2020-07-01,,',
      '2020-05,CN,5,40,,2020-08-01,,',
    ),
  );
  const ledger = ledgerOf([file], { period: '2020', factors: ['10'] });
  expect(ledger.totals).toMatchObject([{ low: '5290', high: '5310' }]);
  expect(ledger.excluded.map(({ row, reason }) => [row, reason])).toEqual(
    [1, 3, 5, 7, 12].map((row) => [row, 'superseded']),
  );
  expect(ledger.gaps.map(({ reporter, period }) => [reporter, period])).toEqual([
    ['CN', '2020-02'],
    ['RU', '2020-03'],
  ]);
});

test('rows that do not say as of which day they are count whatever the day, and the answer says so', async () => {
  const page = await readMade('page.csv', lines(PETROLEUM, '2019-03,CN,100,,,2019-06-01,,', '2019-04,CN,100,,,,,'));
  const customs = await readMade('customs.csv', lines(COMTRADE, comtradeRow({ flowCode: 'X' })));
  const ledger = ledgerOf([page, customs], { factors: ['8'], asOf: '2019-05-01' });
  expect(ledger.sources.map(({ counted, undated }) => [counted, undated])).toEqual([
    [1, 1],
    [1, 1],
  ]);
  expect(ledgerInLines(ledger).filter((line) => line.includes('whatever the day'))).toHaveLength(2);
  expect(ledgerInLines({ ...ledger, asOf: null }).join('\n')).not.toContain('whatever the day');
});

describe('a cap with two limits', () => {
  test('names the one that is reached first, or both in one period', async () => {
    const file = await readMade(
      'c.csv',
      lines(COAL, '2017-01,CN,1000000,350000000,2017-05-01,,', '2017-02,CN,6000000,10000000,2017-05-01,,'),
    );
    const ledger = ledgerOf([file], { provision: 'S/RES/2321(2016) OP26', period: '2017-03-01' });
    expect(ledger.first).toEqual([
      { source: 'c.csv', percent: 75, factor: null, earliest: '2017-01', units: ['USD'] },
      { source: 'c.csv', percent: 90, factor: null, earliest: '2017-02', units: ['tonne'] },
      { source: 'c.csv', percent: 95, factor: null, earliest: null, units: [] },
      { source: 'c.csv', percent: 100, factor: null, earliest: null, units: [] },
    ]);
  });

  test('dollars and tonnes each say what they say: a row without the one is a least in it', async () => {
    const file = await readMade(
      'c.csv',
      lines(COAL, '2017-01,CN,1000,,2017-05-01,,', '2017-02,CN,1000,70000,2017-05-01,,'),
    );
    const ledger = ledgerOf([file], { provision: 'S/RES/2321(2016) OP26', period: '2017-01-01' });
    expect(total(ledger, 'USD', null)).toMatchObject({ low: '70000', atLeast: true });
    expect(total(ledger, 'tonne', null)).not.toHaveProperty('atLeast');
  });

  test('a period that is none of the cap is an error that names those there are', async () => {
    const file = await readMade('c.csv', lines(COAL, '2017-01,CN,1,1,,,'));
    expect(() => ledgerOf([file], { provision: 'S/RES/2321(2016) OP26', period: '2016' })).toThrow(
      /2016-11-30\/2016-12-31, 2017-01-01\/2017-08-04/,
    );
    expect(() => ledgerOf([file], { provision: 'S/RES/2375(2017) OP14', period: '2018' })).toThrow(
      /2017-10-01\/2017-12-31/,
    );
    expect(() => ledgerOf([file], { provision: 'S/RES/2371(2017) OP8' })).toThrow(/sets no cap/);
    expect(ledgerOf([file], { provision: 'S/RES/2397(2017) OP4', period: '2018' }).period).toEqual({
      from: '2017-12-22',
      to: '2018-12-21',
    });
    expect(ledgerOf([file], { period: '2019-03-01/2019-05-31' }).period).toEqual({
      from: '2019-03-01',
      to: '2019-05-31',
    });
  });
});

describe('tanker calls', () => {
  test('are intervals of deadweight, by the day, and never added to another source', async () => {
    const calls = await readMade(
      'd.csv',
      lines(
        DELIVERIES,
        '2019-01-05,A,,10000,0.5,0.9,,,,',
        '2019-01-05,B,,10000,50%,90%,,,,',
        '2019-01-05,A,,10000,0.5,0.9,,,,same figure',
        '2019-02-01,C,,9000,,,,,,',
      ),
    );
    const notified = await readMade('p.csv', lines(PETROLEUM, '2019-01,CN,10,,,,,'));
    const ledger = ledgerOf([calls, notified]);
    expect(reasons(ledger)).toEqual(['3 duplicate', '4 quantity-missing']);
    expect(ledger.totals.filter(({ factor }) => factor === '7.5')).toMatchObject([
      { source: 'd.csv', low: '75000', high: '135000' },
      { source: 'p.csv', low: '75', high: '75' },
    ]);
    expect(ledger.gaps).toEqual([]);
  });

  test('may give a quantity with its unit; volumes are exact', async () => {
    const file = await readMade(
      'd.csv',
      lines(
        'date,vessel,imo,quantity,unit,product,origin,source_url,note',
        '2019-01-05,A,,158987294.928,l,diesel,RU,,',
        '2019-01-06,B,,100,t,rice,RU,,',
      ),
    );
    expect(total(ledgerOf([file]))).toMatchObject({ low: '1000000', high: '1000000' });
    expect(ledgerOf([file]).sources[0]?.elsewhere.goods).toBe(1);
  });
});

describe('customs', () => {
  test('a breakdown beside its total, a subheading beside its heading, a year beside its months', async () => {
    const file = await readMade(
      'x.csv',
      lines(
        COMTRADE,
        comtradeRow({}),
        comtradeRow({ motCode: '2100', netWgt: '600000' }),
        comtradeRow({ customsCode: 'C01', netWgt: '400000' }),
        comtradeRow({ partner2Code: '156', netWgt: '400000' }),
        comtradeRow({ cmdCode: '2710', netWgt: '1000000', primaryValue: '1' }),
        comtradeRow({ period: '2019', netWgt: '5000000' }),
        comtradeRow({ flowCode: 'RX', netWgt: '10' }),
        comtradeRow({ partnerCode: '410', partnerISO: 'KOR', partnerDesc: 'Rep. of Korea' }),
        comtradeRow({ flowCode: 'M' }),
        comtradeRow({ cmdCode: '100630' }),
      ),
    );
    const ledger = ledgerOf([file]);
    expect(reasons(ledger)).toEqual([
      '1 covered-by-aggregate',
      '2 breakdown',
      '3 breakdown',
      '4 breakdown',
      '6 control-sum',
      '7 breakdown',
    ]);
    expect(total(ledger)).toMatchObject({ low: '7500', atLeast: true });
    expect(ledger.sources[0]?.elsewhere).toEqual({ goods: 1, partners: 1, flows: 1, periods: 0 });
  });

  test('parts in two ways without a total are one flow, told twice', async () => {
    const file = await readMade(
      'x.csv',
      lines(
        COMTRADE,
        comtradeRow({ motCode: '2100', netWgt: '600000' }),
        comtradeRow({ motCode: '3200', netWgt: '400000' }),
        comtradeRow({ customsCode: 'C01', netWgt: '900000' }),
      ),
    );
    expect(total(ledgerOf([file]))).toMatchObject({ low: '7500', high: '7500' });
  });

  test('a reported volume is exact and stands before a weight; a filled-in one does not; nought beside a value is not known', async () => {
    const row = { qtyUnitCode: '7', qty: '158987.294928', netWgt: '800000' };
    const file = await readMade(
      'x.csv',
      lines(
        COMTRADE,
        comtradeRow(row),
        comtradeRow({ ...row, period: '201904', isQtyEstimated: 'True' }),
        comtradeRow({ period: '201905', netWgt: '0' }),
      ),
    );
    const ledger = ledgerOf([file]);
    expect(total(ledger)).toMatchObject({ low: '7000' });
    expect(reasons(ledger)).toEqual(['3 quantity-missing']);
  });

  test('a sum of the European Union goes where its members stand', async () => {
    const head = 'DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE';
    const row = (reporter: string, indicator: string, figure: string) =>
      `X,Y,M,${reporter},KP,271019,2,${indicator},2019-05,${figure}`;
    const file = await readMade(
      's.csv',
      lines(
        head,
        row('DE', 'VALUE_IN_EUROS', '5000'),
        row('DE', 'QUANTITY_IN_100KG', '1000'),
        row('EU27_2020', 'QUANTITY_IN_100KG', '1000'),
      ),
    );
    const ledger = ledgerOf([file]);
    expect(reasons(ledger)).toEqual(['3 covered-by-aggregate']);
    expect(total(ledger)).toMatchObject({ low: '750' });
  });

  test('goods of which the paragraph leaves it open whether they are covered count from nought', async () => {
    const file = await readMade('x.csv', lines(COMTRADE, comtradeRow({ cmdCode: '271320' })));
    expect(total(ledgerOf([file]))).toMatchObject({ low: '0', high: '7500' });
  });

  test('a name of several goods, or with a remark that is none, counts from nought', async () => {
    const call = (product: string) => `2019-03-14,A,9000001,1000,1,1,${product},,,`;
    for (const [product, low] of [
      ['diesel', '7500'],
      ['refined petroleum (diesel)', '7500'],
      ['diesel and coal', '0'],
      ['refined petroleum (planned)', '0'],
    ] as const) {
      const file = await readMade('d.csv', lines(DELIVERIES, call(product)));
      expect(total(ledgerOf([file])), product).toMatchObject({ low, high: '7500' });
    }
  });

  test('a month that lies partly outside counts from nought to its whole', async () => {
    const file = await readMade('x.csv', lines(COMTRADE, comtradeRow({ cmdCode: '270900', period: '201812' })));
    const ledger = ledgerOf([file], { provision: 'S/RES/2397(2017) OP4', period: '2018' });
    expect(total(ledger, 'tonne', null)).toMatchObject({ low: '0', high: '1000' });
  });
});

test('months without a report are gaps; a nought and a row without a figure are none', async () => {
  const file = await readMade(
    'p.csv',
    lines(
      PETROLEUM,
      '2019-01,RU,5,,,,,',
      '2019-02,RU,0,,,,,',
      '2019-03,RU,,,,,,',
      '2019-05,RU,-3,,,,,',
      '2019-06,RU,n/a,,,,,',
      '2019-08,RU,5,,,,,',
      '2019-12,CN,5,,,,,',
    ),
  );
  const ledger = ledgerOf([file]);
  expect(ledger.gaps.map(({ reporter, period }) => `${reporter} ${period}`)).toEqual(['RU 2019-04', 'RU 2019-07']);
  expect(ledger.refused.map(({ row, code }) => `${row} ${code}`)).toEqual([
    '4 quantity-negative',
    '5 number-unreadable',
  ]);
  expect(reasons(ledger)).toEqual(['3 quantity-missing', '4 quantity-negative']);
});
