import { utils, write } from '@e965/xlsx';
import { expect, it } from 'vitest';
import { batchOfTable, guessColumns } from '../../screening/batch.ts';
import { readTableOfNames } from './table-of-names.ts';

it('reads the first table of a spreadsheet, empty cells in their places, and makes a batch of the columns chosen', async () => {
  const book = utils.book_new();
  const rows = [
    ['Passport', 'Full name', 'Remark'],
    ['123', 'Ri Yong Su', ''],
    ['', 'Pak Chol Ho', 'x'],
  ];
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'Names');
  const table = await readTableOfNames(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer, 'names.xlsx');
  expect(table.headings).toEqual(['Passport', 'Full name', 'Remark']);
  expect(table.rows.map((row) => row.slice(0, 2))).toEqual([
    ['123', 'Ri Yong Su'],
    ['', 'Pak Chol Ho'],
  ]);
  expect(guessColumns(table.headings)).toEqual(['idNumber', 'name', null]);
  const chosen = new Map([
    ['idNumber', 0],
    ['name', 1],
  ] as const);
  expect(batchOfTable(table.rows, chosen, 'Person').trim().split('\n')).toEqual([
    'id,name,schema,birthDate,country,idNumber,imoNumber',
    'row 2,Ri Yong Su,Person,,,123,',
    'row 3,Pak Chol Ho,Person,,,,',
  ]);
});

it('says that a file holds no table', async () => {
  await expect(readTableOfNames(new TextEncoder().encode('Plain words.'), 'a.txt')).rejects.toMatchObject({
    code: 'unreadable',
  });
});
