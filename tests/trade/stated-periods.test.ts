import { expect, it } from 'vitest';
import { capPeriodsUntil, cappingProvision, cappingProvisions } from '../../src/trade/ledger/cap.ts';
import { statedPeriods } from '../../src/trade/ledger/stated-periods.ts';
import { findFileRows } from '../../src/trade/reading/file-rows.ts';
import { COAL, lines, PETROLEUM, readMade, regime, terms } from './made-files.ts';

const oil = cappingProvision(regime, 'S/RES/2397(2017) OP5');

it('lists the periods of a cap that began by a day, each once, none beyond the paragraph', () => {
  expect(capPeriodsUntil(oil, '2020-03-01').map(({ period }) => [period.from, period.to])).toEqual([
    ['2018-01-01', '2018-12-31'],
    ['2019-01-01', '2019-12-31'],
    ['2020-01-01', '2020-12-31'],
  ]);
  for (const provision of cappingProvisions(regime)) {
    const periods = capPeriodsUntil(provision, '2026-01-01').map(({ period }) => period);
    expect(periods.length, provision.id).toBeGreaterThan(0);
    for (const [at, { from, to }] of periods.entries()) {
      expect(from >= provision.from && (provision.to === null || to <= provision.to), provision.id).toBe(true);
      expect(from > (periods[at - 1]?.to ?? ''), provision.id).toBe(true);
    }
  }
});

it('names the sources that tell of a period, by its goods and direction', async () => {
  const files = [
    await readMade('oil.csv', lines(PETROLEUM, '2018-03,CN,100,,,2018-05-01,,', '2020-01,RU,0,,,2020-03-01,,')),
    await readMade('coal.csv', lines(COAL, '2018-03,CN,100,5000,2018-05-01,,')),
  ];
  expect(statedPeriods(regime, terms, oil, files, '2020-12-31').map(({ sources }) => sources)).toEqual([
    ['oil.csv'],
    [],
    ['oil.csv'],
  ]);
});

it('finds rows as they stand in a file, past blank lines and cells of several lines, in whatever encoding', async () => {
  const text = `${PETROLEUM}\n2018-03,CN,100,,,,,"a\nb"\n\n2018-04,RU,200,,,,,Ж\n`;
  for (const encoding of ['utf8', 'utf16le'] as const) {
    const bytes = Buffer.from(encoding === 'utf16le' ? `\uFEFF${text}` : text, encoding);
    const source = {
      name: 'oil.csv',
      open: async function* () {
        for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
      },
    };
    const { columns, rows } = await findFileRows(source, terms, new Set([2, 9]));
    expect(columns.map((column) => column.replace(/^\uFEFF/, ''))).toEqual(PETROLEUM.split(','));
    expect(rows).toEqual([{ row: 2, record: 3, cells: ['2018-04', 'RU', '200', '', '', '', '', 'Ж'] }]);
  }
});

it('finds rows in an answer in JSON', async () => {
  const bytes = Buffer.from(
    JSON.stringify({
      data: [
        { period: '201803', qty: 1 },
        { period: '201804', qty: 2 },
      ],
    }),
  );
  const source = {
    name: 'answer.json',
    open: async function* () {
      yield bytes;
    },
  };
  expect(await findFileRows(source, terms, new Set([2]))).toEqual({
    columns: ['period', 'qty'],
    rows: [{ row: 2, record: 1, cells: ['201804', '2'] }],
    sheet: null,
  });
});
