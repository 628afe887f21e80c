import { describe, expect, it } from 'vitest';
import { COAL, DELIVERIES, ledgerOf, lines, PETROLEUM, readMade } from './made-files.ts';

describe('a page that people type figures from', () => {
  it.each([
    [
      'steel and grain between other States',
      'period,reporter,partner,commodity,tonnes,usd',
      '2019-01,AU,JP,iron ore,150000,12000000',
    ],
    [
      'oil for another recipient',
      'period,supplier,recipient,tonnes,barrels,goods,product,as_of',
      '2019-01,VE,CU,,1300000,crude oil,,2019-03-01',
    ],
    [
      'calls at ports of another State',
      'date,vessel,imo,quantity,unit,cargo,port,destination',
      '2019-04-02,BETA,9187655,52000,tonnes,diesel,Rotterdam,Lagos',
    ],
    ['a page of coal without its sources', 'period,reporter,tonnes,usd,as_of', '2019-01,CN,1500,1000000,2019-02-23'],
    [
      'a page of petroleum without the day as of which it is',
      'period,supplier,tonnes,barrels,product',
      '2019-01,CN,1500,,',
    ],
  ])('is not %s', async (_, header, row) => {
    const { report, rows } = await readMade('a.csv', lines(header, row));
    expect([report.form, rows.length]).toEqual([null, 0]);
    expect(report.reason).toMatch(/columns/);
  });

  it('says which column it does not have', async () => {
    const { report } = await readMade('a.csv', lines(`${PETROLEUM},recipient`, '2019-01,CN,5,,,2019-03-01,,,Cuba'));
    expect(report.reason).toContain('has no column recipient');
  });

  it.each([
    ['Exports of the Russian Federation to Cuba', null],
    ['Refined petroleum, typed by the desk from the page of the Committee', 'un1718-petroleum'],
  ])('is told by its title, too: %s', async (title, form) => {
    const { report } = await readMade('a.csv', lines(`${title},,`, PETROLEUM, '2019-01,CN,5,,,2019-03-01,,'));
    expect(report.form).toBe(form);
  });

  it('reads no row whose remark takes it back, says that nothing came, or is not understood', async () => {
    const rows = [
      ['2019-01', 'rounded'],
      ['2019-02', 'withdrawn by China'],
      ['2019-03', 'planned'],
      ['2019-04', 'for the Republic of Korea'],
      ['2019-05', 'to China'],
      ['2019-06', 'corrected downwards by China'],
      ['2019-07', 'exports of HS 2710'],
      ['2019-08', 'same call seen from another satellite'],
    ];
    const { report } = await readMade(
      'a.csv',
      lines(PETROLEUM, ...rows.map(([month, remark]) => `${month},CN,5,,,2020-03-01,,${remark}`)),
    );
    expect(report.accepted).toBe(2);
    expect(report.refused.map(({ row, code }) => `${row} ${code}`)).toEqual([
      '2 row-withdrawn',
      '3 row-not-supplied',
      '4 remark-unclear',
      '5 remark-unclear',
      '7 remark-unclear',
      '8 remark-unclear',
    ]);
  });

  it('is none where every row says that it is something else', async () => {
    const remarks = ['2019-01,CN,1500,9,2019-02-23,,exports of HS 2710', '2019-02,CN,800,9,2019-03-23,,for Busan'];
    expect((await readMade('a.csv', lines(COAL, ...remarks))).report).toMatchObject({ form: null, accepted: 0 });
    const oil = '2023-01-05,A,9187655,105000,0.9,1,crude oil,RU,,Primorsk to Sikka (India)';
    expect((await readMade('b.csv', lines(DELIVERIES, oil))).report).toMatchObject({ form: null, accepted: 0 });
    const seen = '2023-01-05,A,9187655,105000,0.9,1,crude oil,RU,,seen at Nampo in an image';
    expect((await readMade('c.csv', lines(DELIVERIES, seen))).report).toMatchObject({
      form: 'deliveries',
      accepted: 1,
    });
  });
});

describe('a ledger', () => {
  it('does not count a figure that was withdrawn later', async () => {
    const file = await readMade(
      'a.csv',
      lines(
        PETROLEUM,
        '2019-01,CN,,5000,,2019-03-01,,',
        '2019-01,CN,,5000,,2019-05-01,,withdrawn',
        '2019-02,CN,,7,,2019-05-01,,',
      ),
    );
    expect(ledgerOf([file]).totals[0]).toMatchObject({ low: '7', high: '7' });
  });

  it('takes goods of a name that no vocabulary has from nought to the whole', async () => {
    const file = await readMade('a.csv', lines(PETROLEUM, '2019-01,CN,,5000,glimmer fluid,2019-03-01,,'));
    expect(ledgerOf([file]).totals[0]).toMatchObject({ low: '0', high: '5000' });
  });

  it('says where the source itself states more for the year than its months give', async () => {
    const file = await readMade(
      'a.csv',
      lines(PETROLEUM, '2019-01,CN,,900,,2019-03-01,,', '2019,CN,,18000,,2020-02-01,,', '2019,RU,,20,,2020-02-01,,'),
    );
    expect(ledgerOf([file]).checks.map(({ row, isGreater }) => [row, isGreater])).toContainEqual([2, true]);
  });
});
