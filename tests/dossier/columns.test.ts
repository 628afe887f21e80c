import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { listTables, mapColumns } from '../../src/app/commands/documents.ts';
import { listClaims } from '../../src/app/commands/review.ts';
import { addDocuments } from '../../src/app/intake/add.ts';
import { silentProgress } from '../../src/app/progress.ts';
import { wordOf } from '../documents/make-example.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const HEADS = 'Tag;Absender;Empfänger;Ware;Menge;Bemerkung';
const FIRST = `${HEADS}\n2023-05-01;Russia;North Korea;coal;1,200;\n2023-06-01;Russia;North Korea;coal;300;cancelled\nTotal;Russia;North Korea;coal;1,500;\n`;
const LATER = `${HEADS.toUpperCase()}\n2023-07-01;China;North Korea;gasoil;40;\n`;
const WORD = `<html><body><h1>Note</h1><p>What came in.</p><table><tr>${HEADS.split(';')
  .map((head) => `<th>${head}</th>`)
  .join('')}</tr><tr>${['2023-08-01', 'China', 'North Korea', 'coal', '70', '']
  .map((cell) => `<td>${cell}</td>`)
  .join('')}</tr></table></body></html>`;

const by = 'A. Reader';
const columns = [
  'Tag=date',
  'Absender=agent',
  'Empfänger=recipient',
  'Ware=goods',
  'Menge=quantity:tonnes',
  'Bemerkung=account',
];
let workspace: string;

async function add(name: string, content: string | Buffer): Promise<void> {
  const folder = join(temporaryFolder(), 'files');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), content);
  await addDocuments({ targets: [join(folder, name)], workspace, source: 'The desk', progress: silentProgress });
}

const figures = async () =>
  (await listClaims({ workspace }))
    .filter(({ rules }) => rules.includes('table:row'))
    .map(({ roles, quantities, when, rules }) => [
      roles.agent?.[0],
      quantities[0]?.low,
      quantities[0]?.unit,
      when.from,
      rules.includes('table:mapped-by-a-person'),
    ]);

beforeAll(async () => {
  workspace = join(temporaryFolder(), 'workspace');
  await add('calls.csv', FIRST);
}, 60_000);

it('reads nothing under headings that it does not know, and lists them', async () => {
  expect(await figures()).toEqual([]);
  expect(await listTables({ workspace, document: 'calls.csv' })).toMatchObject([
    { table: 1, rows: 3, isMapped: false, claims: 0, columns: [{ heading: 'tag', role: null }, {}, {}, {}, {}, {}] },
  ]);
});

it('reads them as a person says, with all that a row must not be, and says so in the rules', async () => {
  await mapColumns({ workspace, by, document: 'calls.csv', table: 1, columns });
  // The sum, and what did not come to pass, are no claims under any headings.
  expect(await figures()).toEqual([['Russia', '1200', 'tonne', '2023-05-01', true]]);
});

it('remembers it for every file under the same headings, also of another kind', async () => {
  await add('later.csv', LATER);
  await add('note.docx', await wordOf(WORD));
  expect(await figures()).toEqual([
    ['Russia', '1200', 'tonne', '2023-05-01', true],
    ['China', '40', 'tonne', '2023-07-01', true],
    ['China', '70', 'tonne', '2023-08-01', true],
  ]);
});

it('takes a later word for the earlier, and forgets on demand', async () => {
  await mapColumns({
    workspace,
    by,
    document: 'later.csv',
    table: 1,
    columns: columns.map((one) => one.replace('tonnes', 'barrels')),
  });
  expect((await figures()).map(([, , unit]) => unit)).toEqual(['barrel', 'barrel', 'barrel']);
  await mapColumns({ workspace, by, document: 'later.csv', table: 1, columns: [] });
  expect(await figures()).toEqual([]);
});

it.each([
  ['no heading', ['Gewicht=quantity'], 1, 'is no heading of this table'],
  ['no role', ['Menge=weight'], 1, 'is nothing that a column can be'],
  ['no measure', ['Menge=quantity:heaps'], 1, 'is no measure'],
  ['no table', ['Menge=quantity'], 7, 'there is no table 7'],
])('refuses %s', async (_what, wrong, table, message) => {
  await expect(mapColumns({ workspace, by, document: 'calls.csv', table, columns: wrong })).rejects.toMatchObject({
    code: 'bad-option',
    message: expect.stringContaining(message),
  });
});
