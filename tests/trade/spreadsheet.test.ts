import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, type WorkSheet, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../src/core/hash.ts';
import { packageRoot } from '../../src/core/resource.ts';
import { keepLedger } from '../../src/trade/ledger/ledger.ts';
import { findFileRows } from '../../src/trade/reading/file-rows.ts';
import type { NamedColumns } from '../../src/trade/reading/named-columns.ts';
import { readTradeFile } from '../../src/trade/reading/read-file.ts';
import { jsonLines, panel } from '../cli/command.ts';
import { PETROLEUM, regime, terms } from './made-files.ts';

type Cells = readonly (readonly (string | number)[])[];
const OPTIONS = { terms, flow: null, keep: 'target' } as const;

function workbook(sheets: Readonly<Record<string, Cells>>, type: 'xlsx' | 'ods' = 'xlsx', hidden = -1): Buffer {
  const book = utils.book_new();
  for (const [name, cells] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(cells.map((row) => [...row])), name);
  if (hidden >= 0) book.Workbook = { Sheets: book.SheetNames.map((_, at) => ({ Hidden: at === hidden ? 1 : 0 })) };
  return write(book, { type: 'buffer', bookType: type }) as Buffer;
}

const source = (name: string, bytes: Uint8Array) => ({
  name,
  open: async function* () {
    yield bytes;
  },
});
const columns = PETROLEUM.split(',');
const row = (month: string, state: string, tonnes: number) =>
  columns.map((column) => ({ period: month, supplier: state, tonnes })[column] ?? '');
const notified = [['Typed by the desk'], [], columns, row('2019-03', 'CN', 1200), row('2019-04', 'RU', 3400)];

describe('a spreadsheet of trade figures', () => {
  it.each(['xlsx', 'ods'] as const)('is read by the sheet whose columns are known (%s)', async (type) => {
    const bytes = workbook({ Notes: [['nothing here']], Figures: notified }, type);
    const { report, rows } = await readTradeFile(source(`a.${type}`, bytes), OPTIONS);
    expect(report).toMatchObject({
      form: 'un1718-petroleum',
      encoding: type,
      sheet: 'Figures',
      rows: 2,
      accepted: 2,
    });
    expect(report.sha256).toBe(sha256Hex(bytes));
    expect(rows.map(({ period, from, measures }) => [period.label, from, measures[0]?.low])).toEqual([
      ['2019-03', 'CN', '1200'],
      ['2019-04', 'RU', '3400'],
    ]);
    // The record is the row of the sheet, less one: past a title and an empty row.
    expect(await findFileRows(source('a.xlsx', bytes), terms, new Set([2]))).toMatchObject({
      sheet: 'Figures',
      rows: [{ row: 2, record: 4 }],
    });
  });

  it('is one source: other sheets with known columns are named, and hidden ones are not looked into', async () => {
    const both = workbook({ First: notified, Second: notified });
    expect((await readTradeFile(source('a.xlsx', both), OPTIONS)).report).toMatchObject({
      sheet: 'First',
      otherSheets: ['Second'],
    });
    const hidden = workbook({ First: notified, Second: notified.slice(0, 4) }, 'xlsx', 0);
    expect((await readTradeFile(source('a.xlsx', hidden), OPTIONS)).report).toMatchObject({ sheet: 'Second', rows: 1 });
  });

  it('that is damaged has no form and says why, and so has a zip archive of something else', async () => {
    const bytes = workbook({ Figures: notified });
    const half = (await readTradeFile(source('a.xlsx', bytes.subarray(0, bytes.length / 2)), OPTIONS)).report;
    expect(half).toMatchObject({ form: null, accepted: 0, reason: expect.stringMatching(/damaged/) });
    // The empty cells before them are not written, which would take seconds.
    const sheet: WorkSheet = { '!ref': 'XFD1:XFD300' };
    for (let line = 1; line <= 300; line++) sheet[`XFD${line}`] = { t: 's', v: 'x' };
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, 'Far');
    const far = write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
    expect((await readTradeFile(source('far.xlsx', far), OPTIONS)).report).toMatchObject({
      form: null,
      reason: expect.stringMatching(/too far apart/),
    });
    const archive = readFileSync(join(packageRoot(), 'examples', 'harbour-2023', 'papers.zip'));
    const other = (await readTradeFile(source('papers.zip', archive), OPTIONS)).report;
    expect(other).toMatchObject({ form: null, reason: expect.stringMatching(/no text/), sha256: sha256Hex(archive) });
  });
});

const BILL: Cells = [
  ['Monat', 'Lieferant', 'Empfänger', 'Ware', 'Menge', 'Wert'],
  ['March 2019', 'China', 'North Korea', 'diesel', 12, 900],
  ['2019-04', 'Atlantis', 'North Korea', 'diesel', 5, 10],
];
const NAMED: NamedColumns = {
  headings: ['monat', 'lieferant', 'empfänger', 'ware', 'menge', 'wert'],
  roles: ['date', 'agent', 'recipient', 'goods', 'quantity', 'quantity'],
  units: ['', '', '', '', 'thousand tonnes', 'US dollars'],
};

describe('columns that a person named', () => {
  it('are read as they were named, and what is no State is refused', async () => {
    const bytes = workbook({ Tabelle1: BILL });
    const { report, rows } = await readTradeFile(source('a.xlsx', bytes), { ...OPTIONS, columns: [NAMED] });
    expect(report).toMatchObject({
      form: 'named-columns',
      accepted: 1,
      refused: [{ row: 2, code: 'partner-unreadable' }],
    });
    expect(rows[0]).toMatchObject({
      from: 'CN',
      to: 'KP',
      product: 'diesel',
      period: { label: '2019-03' },
      measures: [{ unit: 'tonne', low: '12000' }],
      value: { low: '900', currency: 'USD' },
    });
  });

  it('of which two give a figure in one unit leave it open which is meant: nothing is chosen', async () => {
    const text =
      'Month,By,To,Goods,Reported,Observed,Value\n2019-01,RU,KP,refined petroleum,1000,5000,7\n2019-02,RU,KP,refined petroleum,1000,,7\n';
    const named: NamedColumns = {
      headings: ['Month', 'By', 'To', 'Goods', 'Reported', 'Observed', 'Value'],
      roles: ['date', 'agent', 'recipient', 'goods', 'quantity', 'quantity', 'quantity'],
      units: ['', '', '', '', 'tonnes', 'kg', 'USD'],
    };
    const { report, rows } = await readTradeFile(source('a.csv', Buffer.from(text)), { ...OPTIONS, columns: [named] });
    expect(report.refused).toMatchObject([{ row: 1, code: 'number-ambiguous' }]);
    expect(rows.map(({ row, measures, value }) => [row, measures, value?.high])).toEqual([
      [2, [{ unit: 'tonne', low: '1000', high: '1000' }], '7'],
    ]);
  });

  it('that lack what a row needs are named in each refusal', async () => {
    const roles = NAMED.roles.map((role) => (role === 'recipient' ? null : role));
    const { report } = await readTradeFile(source('a.xlsx', workbook({ A: BILL })), {
      ...OPTIONS,
      columns: [{ ...NAMED, roles }],
    });
    expect(report.refused[0]).toMatchObject({ code: 'columns-missing', message: expect.stringContaining('recipient') });
  });

  it('leave a file that was not read without a total: a nought is a figure', async () => {
    const unread = await readTradeFile(source('a.xlsx', workbook({ A: BILL })), OPTIONS);
    const question = { provision: 'S/RES/2397(2017) OP5', period: '2019', factors: [], asOf: null };
    const ledger = keepLedger(regime, terms, [unread], question);
    expect(ledger.totals).toEqual([]);
    expect(ledger.thresholds).toEqual([]);
    expect(ledger.sources).toMatchObject([{ form: null, counted: 0 }]);
  });

  it('are remembered in a workspace, whose documents are then sources', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'panel-trade-'));
    const workspace = join(folder, 'w');
    writeFileSync(join(folder, 'bill.xlsx'), workbook({ Tabelle1: BILL }));
    expect((await panel('add', join(folder, 'bill.xlsx'), '--source', 'Desk', '--workspace', workspace)).code).toBe(0);
    const read = async () => jsonLines((await panel('trade', 'import', '--workspace', workspace, '--json')).out);
    expect(await read()).toEqual([]);
    const words = NAMED.headings.map(
      (heading, at) => `${heading}=${NAMED.roles[at]}${NAMED.units[at] ? `:${NAMED.units[at]}` : ''}`,
    );
    const mapped = await panel(
      'columns',
      'map',
      'bill.xlsx',
      '--table',
      '1',
      '--column',
      ...words,
      '--by',
      'Ann',
      '--workspace',
      workspace,
    );
    expect(mapped).toMatchObject({ code: 0 });
    expect(await read()).toMatchObject([{ file: 'bill.xlsx', form: 'named-columns', accepted: 1 }]);
    const ledger = await panel(
      'trade',
      'ledger',
      '--provision',
      'S/RES/2397(2017) OP5',
      '--period',
      '2019',
      '--workspace',
      workspace,
    );
    expect(ledger.out).toContain('89,520 barrels at 8.33');
    expect(await panel('trade', 'screen', 'no.xlsx', '--workspace', workspace)).toMatchObject({
      code: 1,
      err: expect.stringContaining('bill.xlsx'),
    });
  });
});
