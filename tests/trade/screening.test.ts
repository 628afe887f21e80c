import { describe, expect, test } from 'vitest';
import { screenRows } from '../../src/trade/screening/screen.ts';
import { COMTRADE, comtradeRow, lines, PETROLEUM, readMade, regime, terms } from './made-files.ts';

const from = (given: Partial<Record<string, string>>) =>
  comtradeRow({
    reporterCode: '156',
    reporterISO: 'CHN',
    reporterDesc: 'China',
    flowCode: 'M',
    netWgt: '1234567',
    primaryValue: '234567',
    ...given,
  });
const peru = { reporterCode: '604', reporterISO: 'PER', reporterDesc: 'Peru' };
const south = { partnerCode: '410', partnerISO: 'KOR', partnerDesc: 'Rep. of Korea' };

async function screen(...rows: readonly string[]) {
  return screenRows(regime, terms, [await readMade('x.csv', lines(COMTRADE, ...rows), { keep: 'all' })], true);
}
const marksOf = (screened: Awaited<ReturnType<typeof screen>>) =>
  screened.map(({ row, marks }) => `${row}: ${marks.map(({ mark, level }) => `${mark} ${level}`).join(', ')}`);

describe('the law of the month', () => {
  test.each([
    [{ cmdCode: '270112', period: '201706' }, 'capped', ['S/RES/2321(2016) OP26']],
    [{ cmdCode: '270112', period: '201803' }, 'prohibited', ['S/RES/2371(2017) OP8']],
    [{ cmdCode: '720110', period: '201703' }, 'prohibited', ['S/RES/2321(2016) OP26']],
    [{ cmdCode: '730410', period: '201803' }, 'undetermined', ['S/RES/2371(2017) OP8']],
    [{ cmdCode: '610910', period: '201711' }, 'undetermined', ['S/RES/2375(2017) OP16']],
    [{ cmdCode: '610910', period: '201801' }, 'prohibited', ['S/RES/2375(2017) OP16']],
    [{ cmdCode: '270900', period: '201805', flowCode: 'X' }, 'capped', ['S/RES/2397(2017) OP4']],
    [{ cmdCode: '270900', period: '201710', flowCode: 'X' }, 'capped', ['S/RES/2375(2017) OP15']],
    [{ cmdCode: '271019', period: '201805', flowCode: 'X' }, 'capped', ['S/RES/2397(2017) OP5']],
    [{ cmdCode: '670420', period: '201805' }, 'clear', []],
    [{ cmdCode: '970300', period: '201805' }, 'approval-required', ['S/RES/2321(2016) OP29']],
    [{ cmdCode: 'TOTAL', period: '201805' }, 'undetermined', []],
    [{ cmdCode: '270112', period: '201803', ...south }, 'clear', []],
    [{ cmdCode: '270112', period: '201803', netWgt: '0', primaryValue: '0' }, 'clear', []],
  ])('%j is %s', async (given, status, provisions) => {
    const [answer] = await screen(from(given));
    expect([answer?.status, answer?.provisions.map(({ provision }) => provision)]).toEqual([status, provisions]);
    expect((answer?.missing.length ?? 0) > 0).toBe(status === 'undetermined');
  });

  test('a month in which the law changed names the day, a wind-down the contract', async () => {
    const [iron, garments] = await screen(
      from({ cmdCode: '260111', period: '201708' }),
      from({ cmdCode: '610910', period: '201711' }),
    );
    expect(iron?.missing.join()).toMatch(/contractDate/);
    expect(garments?.missing).toEqual([expect.stringMatching(/^contractDate/)]);
  });

  test('a row under a cap is not said to be within it: its total is another question', async () => {
    const [oil] = await screen(from({ cmdCode: '271019', period: '201805', flowCode: 'X' }));
    expect(oil?.provisions).toEqual([{ provision: 'S/RES/2397(2017) OP5', effect: 'capped' }]);
  });

  test('rows that nothing touches are told only when all are asked for', async () => {
    const file = await readMade('x.csv', lines(COMTRADE, from({ cmdCode: '670420' }), from({ cmdCode: '270112' })));
    expect(screenRows(regime, terms, [file], false).map(({ row }) => row)).toEqual([2]);
  });
});

describe('marks', () => {
  test('a row that contradicts itself, a hole in the series of the South, and the profile of its goods', async () => {
    const screened = await screen(
      from({ partnerISO: 'KOR' }),
      from({ ...peru, cmdCode: '870323' }),
      from({ cmdCode: '870323' }),
      from({ ...peru, ...south, cmdCode: '392010', period: '201902' }),
      from({ ...peru, cmdCode: '392010', period: '201903' }),
      from({ ...peru, ...south, cmdCode: '392010', period: '201904' }),
      from({ ...peru, cmdCode: '670420' }),
      from({ ...peru, flowCode: 'X', cmdCode: '870323' }),
    );
    expect(marksOf(screened)).toEqual([
      '1: country-confusion likely',
      '2: country-confusion suspect',
      '3: ',
      '4: ',
      '5: country-confusion likely',
      '6: ',
      '7: ',
      '8: ',
    ]);
    expect(screened.flatMap(({ marks }) => marks.flatMap(({ reasons }) => reasons)).join(' ')).not.toMatch(
      /evad|smuggl|violat|fraud/i,
    );
  });

  test('a port of the South in a bill of lading', async () => {
    const bill = lines(
      'SHIPPER,SHIPPER ADDRESS,CONSIGNEE,ARRIVAL DATE,WEIGHT (KG),FOREIGN PORT,US PORT,PRODUCT DETAILS,COUNTRY OF ORIGIN',
      'A,"X, KOREA",B,2018-05-11,1,BUSAN,Y,BRAKE PARTS,"KOREA, DEM PEOPLES REP"',
      'A,,B,2018-05-11,1,NAMPO,Y,BRAKE PARTS,NORTH KOREA',
    );
    const screened = screenRows(regime, terms, [await readMade('bol.csv', bill)], true);
    expect(marksOf(screened)).toEqual(['1: country-confusion likely', '2: ']);
  });

  test('a price a thousand times off, among five rows and not among four', async () => {
    const usual = [1, 2, 3, 4, 5].map((month) =>
      from({
        period: `20180${month}`,
        cmdCode: '251910',
        netWgt: String(1_234_000 + month * 10_007),
        primaryValue: String(200_000 + month * 3001),
      }),
    );
    const slip = from({ period: '201806', cmdCode: '251910', netWgt: '1234.5', primaryValue: '210000' });
    const screened = await screen(...usual, slip);
    expect(marksOf(screened).filter((line) => line.includes('unit-value'))).toEqual(['6: unit-value-outlier suspect']);
    expect(screened[5]?.marks[0]?.reasons.join(' ')).toMatch(/kilograms taken for tonnes/);
    expect(marksOf(await screen(...usual.slice(0, 3), slip)).join()).not.toMatch(/unit-value/);
  });

  test('codes of another edition, and goods that came from outside the paragraph', async () => {
    const into = { flowCode: 'X', primaryValue: '345678' };
    const screened = await screen(
      from({ ...into, cmdCode: '852411', period: '202203', classificationCode: 'H6' }),
      from({ ...into, cmdCode: '852411', period: '201903' }),
      from({ ...into, cmdCode: '852580', period: '202203' }),
      from({ ...into, cmdCode: '851712', period: '201903' }),
      from({ ...into, cmdCode: '271012', period: '201903' }),
    );
    expect(marksOf(screened)).toEqual(['1: hs-edition note', '2: hs-edition note', '3: hs-edition note', '4: ', '5: ']);
    expect(screened[0]?.marks[0]?.reasons).toEqual([
      '8524 took goods over from 9013, which S/RES/2397(2017) OP7 does not name.',
    ]);
  });

  test('headings that hide the goods, filled-in and round quantities, rows that stand twice', async () => {
    const screened = await screen(
      from({ cmdCode: '9999AA' }),
      from({ cmdCode: '27' }),
      from({ isNetWgtEstimated: 'True' }),
      from({ netWgt: '500000000' }),
      from({ netWgt: '1440000000' }),
      from({ netWgt: '1440000000' }),
      from({ partnerCode: '490', partnerISO: 'S19', partnerDesc: 'Other Asia, nes' }),
    );
    expect(marksOf(screened)).toEqual([
      '1: aggregate-code note',
      '2: aggregate-code note',
      '3: estimated-quantity note',
      '4: round-number note',
      '5: ',
      '6: duplicate note',
      '7: aggregate-code note',
    ]);
  });

  test('two sources that differ for one supplier and month, and not where one factor of those in use makes them agree', async () => {
    const customs = await readMade(
      'customs.csv',
      lines(
        COMTRADE,
        from({ flowCode: 'X', period: '201901', netWgt: '1500000', cmdCode: '271019' }),
        from({ flowCode: 'X', period: '201902', netWgt: '1500000', cmdCode: '271019' }),
        from({ flowCode: 'X', period: '201903', netWgt: '1000000', cmdCode: '2710' }),
        from({ flowCode: 'X', period: '201903', netWgt: '1000000', cmdCode: '271019' }),
      ),
    );
    const notified = await readMade(
      'notified.csv',
      lines(
        PETROLEUM,
        '2019-01,CN,1000,,,2019-05-01,,',
        '2019-02,CN,,12000,,2019-05-01,,',
        '2019-03,CN,1010,,,2019-05-01,,',
        '2019-01,RU,7,,,2019-05-01,,',
      ),
    );
    const screened = screenRows(regime, terms, [customs, notified], true);
    expect(
      screened.flatMap(({ file, row, marks }) =>
        marks.filter(({ mark }) => mark === 'mirror-gap').map(() => `${file} ${row}`),
      ),
    ).toEqual(['customs.csv 1', 'notified.csv 1']);
  });
});
