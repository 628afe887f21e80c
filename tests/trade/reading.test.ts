import { describe, expect, test } from 'vitest';
import { recordsOf } from '../../src/trade/reading/table-source.ts';
import { COMTRADE, COMTRADE_COLUMNS, comtradeRow, ledgerOf, lines, PETROLEUM, readMade } from './made-files.ts';

const rowsOf = (reading: Awaited<ReturnType<typeof readMade>>) =>
  reading.rows.map(({ from, to, period, measures, value }) => [
    from,
    to,
    period.label,
    measures[0]?.high,
    measures[0]?.unit,
    value?.high,
    value?.currency,
  ]);
const refusedIn = (reading: Awaited<ReturnType<typeof readMade>>) =>
  reading.report.refused.map(({ row, code }) => `${row} ${code}`);

describe('encodings', () => {
  const gacc = lines(
    '数据年月,商品编码,商品名称,贸易伙伴编码,贸易伙伴名称,第一数量,第一计量单位,第二数量,第二计量单位,美元',
    '201803,27101210,车用汽油,109,朝鲜,"1,200",千克,,,"7,000"',
    '201803,27101210,车用汽油,133,韩国,90,千克,,,70',
  );
  const kcs = lines(
    '기간,국가,HS코드,품목명,수출 중량,수출 금액,수입 중량,수입 금액,무역수지',
    '2019.01,중국,2710199000,기타,"1,200",3,0,0,3',
    '총계,,,,"1,200",3,0,0,3',
  );
  const russia = lines(
    'NAPR;PERIOD;STRANA;TNVED;EDIZM;STOIM;NETTO;KOL;REGION;REGION_S',
    'ЭК;01/2019;KP;2710194210;;3 104,5;5976000,5;0;;',
    'ИМ;01/2019;KP;6704200000;;1;12;0;;',
    'ТТ;01/2019;KP;6704200000;;1;12;0;;',
  );

  test.each([
    ['gacc.csv', gacc, 'gb18030', 'gbk', 'gacc'],
    ['gacc.csv', gacc, 'utf-8', 'utf-8', 'gacc'],
    ['gacc.csv', gacc, 'utf-16le', 'utf-16le', 'gacc'],
    ['kcs.csv', kcs, 'euc-kr', 'euc-kr', 'kcs'],
    ['kcs.csv', kcs, 'utf-16be', 'utf-16be', 'kcs'],
    ['fts.csv', russia, 'windows-1251', 'windows-1251', 'russia-fts'],
    ['fts.csv', russia, 'utf-8', 'utf-8', 'russia-fts'],
  ])('%s in %s', async (name, text, encoding, said, form) => {
    const { report } = await readMade(name, text, { encoding, flow: 'export' });
    expect([report.form, report.encoding]).toEqual([form, said]);
  });

  test('the customs of China say import or export nowhere but in the name of the file', async () => {
    const without = await readMade('gacc.csv', gacc);
    expect([without.report.accepted, refusedIn(without)]).toEqual([0, ['1 flow-missing', '2 flow-missing']]);
    const exports = await readMade('gacc-出口.csv', gacc, { encoding: 'gb18030', keep: 'all' });
    expect(rowsOf(exports)).toEqual([
      ['CN', 'KP', '2018-03', '1.2', 'tonne', '7000', 'USD'],
      ['CN', 'KR', '2018-03', '0.09', 'tonne', '70', 'USD'],
    ]);
    expect(rowsOf(await readMade('gacc.csv', gacc, { flow: 'import' }))[0]?.slice(0, 2)).toEqual(['KP', 'CN']);
  });

  test('a row of customs of Russia is told by its flow, its values are thousands, its fraction a comma', async () => {
    const file = await readMade('fts.csv', russia, { encoding: 'windows-1251' });
    expect(rowsOf(file)).toEqual([
      ['RU', 'KP', '2019-01', '5976.0005', 'tonne', '3104500', 'USD'],
      ['KP', 'RU', '2019-01', '0.012', 'tonne', '1000', 'USD'],
    ]);
    expect(refusedIn(file)).toEqual(['3 flow-missing']);
  });

  test('lines that sum up others are no rows of trade', async () => {
    const { report, rows } = await readMade('kcs.csv', kcs, { encoding: 'euc-kr', keep: 'all' });
    expect([report.rows, report.accepted, report.refused, rows.length]).toEqual([2, 2, [], 2]);
  });

  test('an old code page far down in a file that begins as ASCII', async () => {
    const text = lines(
      COMTRADE,
      ...Array.from({ length: 3000 }, (_, at) => comtradeRow({ netWgt: String(at + 1) })),
      comtradeRow({ reporterDesc: "Côte d'Ivoire", reporterISO: 'CIV', reporterCode: '384' }),
    );
    const { report } = await readMade('world.csv', text, { encoding: 'windows-1252' });
    expect([report.encoding, report.rows, report.accepted, report.reporters]).toEqual([
      'windows-1252',
      3001,
      3001,
      ['CI', 'RU'],
    ]);
  });
});

describe('forms', () => {
  test('UN Comtrade with a comma too many, as JSON, and of before 2023', async () => {
    const trailing = await readMade('a.csv', lines(COMTRADE, `${comtradeRow({})},`));
    const record = Object.fromEntries(COMTRADE_COLUMNS.map((column, at) => [column, comtradeRow({}).split(',')[at]]));
    const json = await readMade(
      'a.json',
      JSON.stringify({ elapsedTime: '1', count: 1, data: [{ ...record, netWgt: 1000000, isNetWgtEstimated: false }] }),
    );
    const legacy = await readMade(
      'old.csv',
      lines(
        'Classification,Year,Period,Aggregate Level,Trade Flow Code,Trade Flow,Reporter Code,Reporter,Reporter ISO,Partner Code,Partner,Partner ISO,Commodity Code,Commodity,Qty Unit Code,Qty,Netweight (kg),Trade Value (US$),Flag',
        'H4,2019,201903,6,2,Export,643,Russian Federation,RUS,408,"Dem. People\'s Rep. of Korea",PRK,271019,Oils,8,1000000,1000000,500000,6',
      ),
    );
    const expected = [['RU', 'KP', '2019-03', '1000', 'tonne', '500000', 'USD']];
    expect([rowsOf(trailing), rowsOf(json), rowsOf(legacy)]).toEqual([expected, expected, expected]);
    expect([trailing, json, legacy].map(({ report }) => [report.form, report.delimiter])).toEqual([
      ['comtrade', ','],
      ['comtrade', null],
      ['comtrade-legacy', ','],
    ]);
    expect([trailing.rows[0]?.estimated, legacy.rows[0]?.estimated, legacy.rows[0]?.edition]).toEqual([
      false,
      true,
      'HS2012',
    ]);
  });

  test('Comext, today and before', async () => {
    const today = await readMade(
      'full.dat',
      lines(
        'REPORTER,PARTNER,TRADE_TYPE,PRODUCT_NC,FLOW,STAT_PROCEDURE,SUPPL_UNIT,PERIOD,VALUE_EUR,QUANTITY_KG,QUANTITY_SUPPL_UNIT',
        'DE,KP,E,90189084,2,1,NO_SU,201952,18200,95,0',
      ),
    );
    const before = await readMade(
      'old.dat',
      lines(
        'DECLARANT,DECLARANT_ISO,PARTNER,PARTNER_ISO,TRADE_TYPE,PRODUCT_NC,FLOW,STAT_REGIME,SUPP_UNIT,PERIOD,VALUE_IN_EUROS,QUANTITY_IN_KG,SUP_QUANTITY',
        '004,DE,0724,KP,E,84212100,2,1,A,201711,15000,700,3',
      ),
    );
    expect(rowsOf(today)).toEqual([['DE', 'KP', '2019', '0.095', 'tonne', '18200', 'EUR']]);
    expect(rowsOf(before)).toEqual([['DE', 'KP', '2017-11', '0.7', 'tonne', '15000', 'EUR']]);
  });

  test('Japan side by side by month, BACI in tonnes, Trade Map by its title', async () => {
    const japan = await readMade(
      'j.csv',
      lines(
        'Exp or Imp,Year,HS,Country,Unit1,Unit2,Quantity1-Year,Quantity2-Year,Value-Year,Quantity1-Jan,Quantity2-Jan,Value-Jan,Quantity1-Feb,Quantity2-Feb,Value-Feb',
        "1,2008,'870323919',104,NO,KG,3,4200,5100,0,0,0,3,4200,5100",
      ),
    );
    expect(rowsOf(japan)).toEqual([
      ['JP', 'KP', '2008-01', '0', 'item', '0', 'JPY'],
      ['JP', 'KP', '2008-02', '3', 'item', '5100000', 'JPY'],
    ]);
    const baci = await readMade(
      'b.csv',
      lines('t,i,j,k,v,q', '2019,643,408,271019,24100.5,30180.0', '2019,842,408,10190,1,NA'),
    );
    expect(rowsOf(baci)).toEqual([
      ['RU', 'KP', '2019', '30180', 'tonne', '24100500', 'USD'],
      ['US', 'KP', '2019', undefined, undefined, '1000', 'USD'],
    ]);
    expect(baci.rows[1]?.hs).toBe('010190');
    const map = lines(
      'Product code\tProduct label\tExported value in 2018\tExported value in 2019\t',
      "'271019\tMedium oils\t19800\t24100\t",
    );
    const titled = await readMade(
      't.txt',
      `List of products exported by China to Korea, Democratic People's Republic of\n${map}`,
    );
    const named = await readMade('Products exported by China to North Korea.txt', map);
    const expected = [
      ['CN', 'KP', '2018', undefined, undefined, '19800000', 'USD'],
      ['CN', 'KP', '2019', undefined, undefined, '24100000', 'USD'],
    ];
    expect([rowsOf(titled), rowsOf(named)]).toEqual([expected, expected]);
    expect(refusedIn(await readMade('t.txt', map))).toEqual(['1 partner-unreadable']);
  });

  test('a bill of lading by the name of its goods; house bills beside their master are one cargo', async () => {
    const head =
      'SHIPPER,SHIPPER ADDRESS,CONSIGNEE,BILL OF LADING,ARRIVAL DATE,WEIGHT (LB),WEIGHT (KG),FOREIGN PORT,US PORT,PRODUCT DETAILS,COUNTRY OF ORIGIN,HOUSE vs MASTER,MASTER B/L';
    const file = await readMade(
      'bol.csv',
      lines(
        head,
        'A,,B,M1,05/11/2018,,1000,X,Y,GASOLINE,NORTH KOREA,M,',
        'A,,B,H1,2018-05-11,,400,X,Y,GASOLINE,NORTH KOREA,H,M1',
        'A,,B,H2,13/13/2018,,400,X,Y,GASOLINE,NORTH KOREA,H,M1',
      ),
    );
    expect(rowsOf(file)).toEqual([
      ['KP', 'US', '2018-05-11', '1', 'tonne', undefined, undefined],
      ['KP', 'US', '2018-05-11', '0.4', 'tonne', undefined, undefined],
    ]);
    expect(refusedIn(file)).toEqual(['3 period-unreadable']);
  });

  test('columns that are none of a known form are told, never guessed', async () => {
    const { report } = await readMade('h.csv', lines('foo,bar,baz', '1,2,3'));
    expect(report).toMatchObject({ form: null, rows: 1, accepted: 0, refused: [] });
    expect(report.reason).toContain('foo, bar, baz');
    expect((await readMade('empty.csv', '')).report.form).toBeNull();
  });

  test('a known form without its figures is refused by row', async () => {
    const file = await readMade(
      'x.csv',
      lines('reporterCode,partnerCode,flowCode,cmdCode,period', '643,408,X,271019,201903'),
    );
    expect([file.report.form, file.report.accepted, refusedIn(file)]).toEqual(['comtrade', 0, ['1 columns-missing']]);
  });

  test('a quotation mark that is left open', async () => {
    const text = `${PETROLEUM}\n2019-01,CN,1,,,,,"open\n${'2019-02,CN,1,,,,,\n'.repeat(1_000_000)}`;
    await expect(readMadeWhole('p.csv', text)).rejects.toThrow(/quotation mark is left open/);
  });
});

async function readMadeWhole(name: string, text: string) {
  const { readTradeFile } = await import('../../src/trade/reading/read-file.ts');
  const { terms } = await import('./made-files.ts');
  return await readTradeFile(
    {
      name,
      open: async function* () {
        yield Buffer.from(text);
      },
    },
    { terms, flow: null, keep: 'target' },
  );
}

describe('rows that are refused', () => {
  test('each by its code', async () => {
    const file = await readMade(
      'p.csv',
      lines(
        PETROLEUM,
        '2019-13,CN,5,,,,,',
        ',CN,5,,,,,',
        '2019-01,,5,,,,,',
        '2019-01,Atlantis,5,,,,,',
        '2019-01,CN,five,,,,,',
        '2019-01,CN,-5,,,,,',
        '2019-01,CN,1.234,,,,,',
        '2019-01,CN,1,,,yesterday,,',
        '2019-01,China,1,,,,,',
      ),
    );
    expect(refusedIn(file)).toEqual([
      '1 period-unreadable',
      '2 period-unreadable',
      '3 partner-unreadable',
      '4 partner-unreadable',
      '5 number-unreadable',
      '6 quantity-negative',
      '7 number-ambiguous',
      '8 period-unreadable',
    ]);
    expect(file.report.refused.every(({ message }) => message.length > 20)).toBe(true);
  });

  test.each([
    [
      ['1.234', '587.4'],
      ['1.234', '587.4'],
    ],
    [
      ['1.234', '10.358.388'],
      ['1234', '10358388'],
    ],
    [
      ['1.234', '"1,5"'],
      ['1234', '1.5'],
    ],
    [
      ['"1,234"', '"1,234,567.5"'],
      ['1234', '1234567.5'],
    ],
    [
      ['"1,234"', '12345.678'],
      ['1234', '12345.678'],
    ],
    [
      ['0.123', '1 234'],
      ['0.123', '1234'],
    ],
    [
      ['１２３', "1'234.5"],
      ['123', '1234.5'],
    ],
  ])('marks are settled by the file: %j', async (figures, expected) => {
    const file = await readMade(
      'p.csv',
      lines(PETROLEUM, ...figures.map((figure, at) => `2019-0${at + 1},CN,${figure},,,,,`)),
    );
    expect(file.rows.map(({ measures }) => measures[0]?.high)).toEqual(expected);
  });

  test('with semicolons the comma is the fraction', async () => {
    const file = await readMade(
      'p.csv',
      lines(PETROLEUM.replaceAll(',', ';'), '2019-01;CN;1.234;;;;;', '2019-02;CN;1,234;;;;;'),
    );
    expect(file.rows.map(({ measures }) => measures[0]?.high)).toEqual(['1234', '1.234']);
    expect(file.report.delimiter).toBe(';');
  });
});

test('the same ledger whatever the encoding, delimiter and end of line', async () => {
  const rows = ['2019-01,CN,1234.5,,,2019-05-01,,', '2019-02,RU,60000,,,2019-05-01,,"a ""note"", on\ntwo lines"'];
  const plain = ledgerOf([await readMade('p.csv', lines(PETROLEUM, ...rows))]);
  const crlf = ledgerOf([await readMade('p.csv', lines(PETROLEUM, ...rows).replaceAll('\n', '\r\n'))]);
  const wide = ledgerOf([await readMade('p.csv', lines(PETROLEUM, ...rows), { encoding: 'utf-16le' })]);
  expect(crlf.totals).toEqual(plain.totals);
  expect(wide.totals).toEqual(plain.totals);
});

test('a row is on its line after line feeds within cells', async () => {
  const lineOf = async (text: string, newline: string): Promise<readonly (readonly [string, number])[]> => {
    const found: [string, number][] = [];
    const texts = (async function* () {
      for (const piece of text.match(/.{1,5}/gs) ?? []) yield piece;
    })();
    for await (const batch of recordsOf(texts, ',', newline, 'p.csv'))
      for (const { cells, line } of batch) found.push([cells.join(), line]);
    return found.filter(([cells]) => cells !== '');
  };
  expect(await lineOf('a,b\r\n1,x\ny\r\n2,z\r\n', '\r\n')).toEqual([
    ['a,b', 1],
    ['1,x\ny', 2],
    ['2,z', 4],
  ]);
  expect(await lineOf('a,b\n1,"x\ny"\n2,z\n', '\n')).toContainEqual(['2,z', 4]);
  expect(await lineOf('a,b\r\n1,x\r\n2,z\r\n', '\r\n')).toContainEqual(['2,z', 3]);
});
