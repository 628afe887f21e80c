import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { makeFinding } from '../../src/app/commands/findings.ts';
import { listClaims, listFindings } from '../../src/app/commands/review.ts';
import { addDocuments } from '../../src/app/intake/add.ts';
import { silentProgress } from '../../src/app/progress.ts';
import { publishReport } from '../../src/app/report/publish.ts';
import { redactInRecord } from '../../src/app/workspace/record.ts';
import { deriveWorkspace, type HeldWorkspace, withWorkspace } from '../../src/app/workspace/workspace.ts';
import type { Finding } from '../../src/findings/model/finding.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { holdForTests } from './workspace.ts';

const STATEMENT = 'China said that it had supplied refined petroleum to North Korea in June 2019.';
const CALLS = (deadweight: string) => `date,vessel,imo,dwt,load_low,load_high,product,origin,source_url,note
2019-01-20,Ship A,9000001,6000,0.6,0.9,,RU,https://example.org/a,
2019-04-02,Ship A,9000001,${deadweight},0.6,0.9,,RU,https://example.org/c,
`;
const activity = JSON.stringify({
  date: '2019-06-30',
  act: 'supply',
  goods: { name: 'refined petroleum' },
  from: 'CN',
  to: 'KP',
});
const by = 'A. Reader';
let workspace: HeldWorkspace;
let claims: readonly string[];

async function add(
  name: string,
  content: string,
  more: { protection?: string; source?: string } = {},
): Promise<string> {
  const folder = join(temporaryFolder(), 'files');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), content);
  const { added } = await addDocuments({
    targets: [join(folder, name)],
    workspace,
    source: 'The desk',
    progress: silentProgress,
    ...more,
  });
  return added[0]?.document ?? '';
}

const make = (title: string, total: NonNullable<Parameters<typeof makeFinding>[0]['total']>) =>
  makeFinding({ workspace, by, claims, title, activity, regime: 'un-1718', total });

async function finding(title: string): Promise<Finding | undefined> {
  return (await listFindings({ workspace })).find((one) => one.title === title);
}

async function report(): Promise<string> {
  const out = join(temporaryFolder(), 'report');
  await withWorkspace(
    { workspace, command: 'test', clock: '2026-01-01', progress: silentProgress, create: false },
    async (held) => {
      const { derived } = await deriveWorkspace(held as never, silentProgress);
      await publishReport({ workspace: held as never, derived, title: 'A report', formats: ['html'], out });
    },
  );
  return readFileSync(join(out, 'report.html'), 'utf8')
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ');
}

/** Of a whole report only the answer is worth printing. */
function saysIn(report: string, words: string): boolean {
  return report.includes(words);
}

beforeAll(async () => {
  workspace = await holdForTests(join(temporaryFolder(), 'workspace'));
  await add('statement.txt', STATEMENT);
  claims = (await listClaims({ workspace })).map(({ id }) => id);
  await add('calls.csv', CALLS('160000'));
}, 120_000);

it('takes the total from the ledger that is chosen, and keeps in its act what the others gave', async () => {
  await make('By the calls', { source: 'calls.csv', factor: '7.5' });
  const made = await finding('By the calls');
  // 166,000 t of deadweight, 60 and 90 per cent of it, by 7.5 barrels a tonne.
  expect(made?.assessment.verdict).toBe('cap-exceeded');
  expect(made?.activity.periodTotal).toEqual([{ value: '747000', unit: 'barrel', period: '2019-01-01/2019-12-31' }]);
  expect(made?.total?.taken).toMatchObject({
    source: 'calls.csv',
    authority: 'the author of the list',
    factor: { factor: '7.5', basis: 'convention' },
    amounts: [{ unit: 'barrel', low: '747000', high: '1120500' }],
    isLeast: true,
  });
  expect(made?.total?.others.map(({ source, factor, effect }) => [source, factor?.factor, effect])).toEqual([
    ['notified:petroleum', '8.33', 'undetermined'],
    ['notified:petroleum', '7.5', 'undetermined'],
    ['calls.csv', '8.33', 'cap-exceeded'],
  ]);
});

it('takes a total as its source stood on a day, and by a factor of the maker’s own', async () => {
  await make('As of 2020', { source: 'notified:petroleum', factor: '8.33', asOf: '2020-03-01' });
  await make('As of 2021', { source: 'notified:petroleum', factor: '8.33', asOf: '2021-03-01' });
  await make('By nine', { source: 'notified:petroleum', factor: '9' });
  const nine = (await finding('By nine'))?.total;
  // The sum of both suppliers, 56,207 t, was shown in February 2021 for the first time.
  expect((await finding('As of 2020'))?.total?.taken.amounts[0]?.stated).toBeNull();
  expect((await finding('As of 2021'))?.total?.taken.amounts[0]?.stated).toMatchObject({ row: 37, high: '468204.31' });
  expect(nine?.taken).toMatchObject({ factor: { factor: '9', basis: 'given', source: null } });
  expect(nine?.others.some(({ factor }) => factor?.factor === '8.33')).toBe(true);
});

it.each([
  ['a factor must be chosen where it decides', { source: 'calls.csv' }, /choose by how many barrels a tonne/],
  ['a factor is a number', { source: 'calls.csv', factor: 'many' }, /no factor/],
  ['a source is one that is there', { source: 'other.csv', factor: '7.5' }, /no source of trade figures here/],
  [
    'the cap is one that concerns the activity',
    { source: 'calls.csv', factor: '7.5', provision: 'S/RES/2371(2017) OP8' },
    /the caps that concern/,
  ],
  [
    'the activity lies in the period that is meant',
    { source: 'calls.csv', factor: '7.5', period: '2018-01-01/2018-12-31' },
    /meant for 2018/,
  ],
  ['a source tells of the period', { source: 'calls.csv', factor: '7.5', asOf: '2019-13-01' }, /2024-03-28/],
])('%s', async (_, total, message) => {
  await expect(make('Refused', total)).rejects.toMatchObject({ message: expect.stringMatching(message) });
});

it('says that it is out of date where a later release gives another figure, and prints both', async () => {
  expect((await finding('By the calls'))?.total?.later).toBeNull();
  await add('calls.csv', CALLS('20000'));
  const made = await finding('By the calls');
  expect(made?.assessment.verdict).toBe('cap-exceeded');
  expect(made?.total).toMatchObject({ isGone: false, later: { effect: 'undetermined', amounts: [{ low: '117000' }] } });
  const text = await report();
  expect(saysIn(text, 'by choice of A. Reader: 747,000 to 1,120,500 barrels, ')).toBe(true);
  expect(saysIn(text, 'gives 117,000 to 175,500 barrels by the same factor.')).toBe(true);
  expect(saysIn(text, 'Row 37 of the source states 468,204.31 barrels in all')).toBe(true);
});

it('says nothing outside of a protected source, and nothing of what rests on one', async () => {
  await add('hidden.csv', CALLS('150000'), { source: 'Zephyrine Quill', protection: 'protected' });
  await make('By the hidden list', { source: 'hidden.csv', factor: '7.5' });
  await make('By the open list', { source: 'notified:petroleum', factor: '7.5' });
  expect((await finding('By the open list'))?.total?.others.map(({ source }) => source)).toContain('hidden.csv');
  const text = await report();
  expect(saysIn(text, 'By the open list')).toBe(true);
  expect(saysIn(text, 'hidden.csv')).toBe(false);
  expect(saysIn(text, 'By the hidden list')).toBe(false);
});

it('stands as its act has it when its document is withheld', async () => {
  const before = await finding('By the hidden list');
  await redactInRecord({ workspace, by, reason: 'asked for', ids: [before?.total?.taken.document ?? ''] });
  const after = await finding('By the hidden list');
  expect(after?.assessment.verdict).toBe('cap-exceeded');
  expect(after?.total).toMatchObject({ isGone: true, later: null, taken: { amounts: [{ low: '702000' }] } });
});
