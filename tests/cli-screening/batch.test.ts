import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { readRecord } from '../../src/record/read-record.ts';
import { FTM_LINES, PERSONS, scratchFolder, unList } from '../server/sample-lists.ts';
import { panel } from './panel.ts';

const scratch = scratchFolder();
const lists = ['--list', scratch.write('un.xml', unList('2026-02-27')), scratch.write('own.json', FTM_LINES)];
const HEADER = 'id,rank,entityId,score,match,caption,reasons\n';

type Row = { id: string; rank: string; entityId: string; score: string; match: string };

function rowsOf(csv: string): Row[] {
  return Papa.parse<Row>(csv, { header: true, skipEmptyLines: true }).data;
}

it('answers rows in order, without rows for questions without hits', async () => {
  const batch = scratch.write(
    'small.csv',
    '\ufeffname,ID,birthdate\nBartholomew Quillfeather,z,1961-04-05\nNobody Atall,y,\n,x,\nGrey Petrel IMO 9074729,w,\nPak Tong Sok,,\n',
  );
  const { code, out, err } = await panel('screen', '--batch', batch, ...lists);
  expect(code).toBe(0);
  expect(out.startsWith(HEADER)).toBe(true);
  expect(rowsOf(out).map(({ id, rank, entityId, match }) => [id, rank, entityId, match])).toEqual([
    ['z', '1', 'un-ZZi.001', 'true'],
    ['w', '1', 'inv-1', 'true'],
  ]);
  expect(err).toContain('3 questions, 2 hits, 2 rows refused');
  expect(err).toMatch(/small\.csv:4: .*neither name/);
  expect(err).toMatch(/small\.csv:6: .*no id/);
});

it('gives the best of all at threshold 0, and takes limit and match', async () => {
  const batch = scratch.write('one.csv', 'id,name\na,Bartholomew Quillfeather\n');
  const all = rowsOf((await panel('screen', '--batch', batch, ...lists, '--threshold', '0', '--match', '0.99')).out);
  expect(all[0]).toMatchObject({ id: 'a', rank: '1', entityId: 'un-ZZi.001', score: '1', match: 'true' });
  expect(all.map(({ rank }) => rank)).toEqual(all.map((_, at) => String(at + 1)));
  expect(all.slice(1).every(({ match }) => match === 'false')).toBe(true);
  const one = rowsOf((await panel('screen', '--batch', batch, ...lists, '--threshold', '0', '--limit', '1')).out);
  expect(one).toEqual([expect.objectContaining({ entityId: 'un-ZZi.001' })]);
});

it('gives the same answers from many threads as from one, logged in parts', async () => {
  const names = PERSONS.map(({ first, second }) => `${first} ${second}`);
  const few = `id,name\n${names.map((name, at) => `f${at},${name}`).join('\n')}\n`;
  const expected = rowsOf((await panel('screen', '--batch', scratch.write('few.csv', few), ...lists)).out);
  const size = 2500;
  const many = `id,name\n${Array.from({ length: size }, (_, at) => (at % 5 < 3 ? `m${at},${names[at % 5]}` : `m${at},Nobody Number ${at}`)).join('\n')}\n`;
  const out = join(scratch.folder, 'answers', 'many.csv');
  const workspace = join(scratch.folder, 'workspace');
  const ran = await panel(
    'screen',
    '--batch',
    scratch.write('many.csv', many),
    ...lists,
    '--out',
    out,
    '--workspace',
    workspace,
    '--json',
  );
  expect(ran.code).toBe(0);
  expect(JSON.parse(ran.out)).toMatchObject({ out, questions: size, badRows: [] });
  expect(readdirSync(dirname(out))).toEqual(['many.csv']);
  const answers = readFileSync(out, 'utf8');
  expect(answers.startsWith(HEADER)).toBe(true);
  const rows = rowsOf(answers);
  const numbers = rows.map(({ id }) => Number(id.slice(1)));
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  expect(new Set(numbers).size).toBe((size / 5) * 3);
  for (const { id, ...row } of rows) {
    const alike = expected.find((one) => one.id === `f${Number(id.slice(1)) % 5}` && one.rank === row.rank);
    expect({ ...row, id: alike?.id }).toEqual(alike);
  }
  const parts = [];
  for await (const act of readRecord(workspace).acts()) if (act.kind === 'screened') parts.push(act.body);
  const counts = parts.map(({ answers: logged }) => (logged as unknown[]).length);
  expect(counts.length).toBeGreaterThan(1);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(size);
  expect(parts.at(-1)).toMatchObject({ last: true, questions: size, badRows: 0, batch: { file: 'many.csv' } });
});

it('leaves no half answer behind, and says what is wrong', async () => {
  const out = join(scratch.folder, 'never.csv');
  const wrong = await panel(
    'screen',
    '--batch',
    scratch.write('wrong.csv', 'first,last\na,b\n'),
    ...lists,
    '--out',
    out,
  );
  expect(wrong).toMatchObject({ code: 1, out: '' });
  expect(wrong.err).toContain('wrong.csv');
  expect(existsSync(out)).toBe(false);
  expect(readdirSync(scratch.folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  expect((await panel('screen', '--batch', join(scratch.folder, 'missing.csv'), ...lists)).code).toBe(1);
  expect((await panel('screen', 'A B', '--batch', out, ...lists)).code).toBe(2);
  expect((await panel('screen', 'A B', '--out', out, ...lists)).code).toBe(2);
  expect((await panel('screen', 'A B', ...lists, '--threshold', '2')).code).toBe(2);
});

it('keeps the indexes of the lists that were screened against last, a dozen of them', async () => {
  const folder = join(process.env.XDG_CACHE_HOME ?? '', 'standing-panel', 'screening');
  mkdirSync(folder, { recursive: true });
  const earlier = Array.from({ length: 13 }, (_, at) => `earlier-${at}`);
  for (const [at, name] of earlier.entries())
    for (const kind of ['index', 'json']) {
      writeFileSync(join(folder, `${name}.${kind}`), '');
      utimesSync(join(folder, `${name}.${kind}`), 1_600_000_000 + at, 1_600_000_000 + at);
    }
  const others = new Set(readdirSync(folder).filter((name) => !name.startsWith('earlier-')));
  expect((await panel('screen', 'Grey Petrel', '--list', scratch.write('other.json', FTM_LINES))).code).toBe(0);
  const left = readdirSync(folder);
  expect(left.filter((name) => name.endsWith('.index'))).toHaveLength(12);
  expect([...others].filter((name) => !left.includes(name))).toEqual([]);
  expect(left).toContain('earlier-12.index');
  expect(left.filter((name) => name.startsWith('earlier-0.'))).toEqual([]);
});
