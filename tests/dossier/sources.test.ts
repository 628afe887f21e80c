import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { describeSource, listSources } from '../../src/app/commands/sources.ts';
import { runInto, writeDossier } from './workspace.ts';

let folder: string;
let workspace: string;
const by = 'A. Reader';
const wire = async () => (await listSources({ workspace })).find(({ id }) => id === 'wire');

beforeAll(async () => {
  folder = writeDossier({
    wire: {
      text: 'Japan said that North Korea shipped 40 containers of munitions to Russia.\n',
      published: '2023-05-10',
    },
    daily: { text: 'Wheat is dear.\n', published: '2023-05-10' },
  });
  ({ workspace } = await runInto(folder));
}, 60_000);

it('is described by an act, with a reason for its grade', async () => {
  await expect(describeSource({ workspace, by, source: 'wire', grade: 'B' })).rejects.toMatchObject({
    code: 'bad-option',
    place: 'gradeReason',
  });
  await describeSource({
    workspace,
    by,
    source: 'The wire paper',
    grade: 'B',
    gradeReason: 'Names whom it asked.',
    country: 'jp',
    controls: ['Its State', ' '],
    parent: 'daily',
  });
  expect(await wire()).toEqual({
    id: 'wire',
    name: 'The wire paper',
    kind: 'newsroom',
    country: 'JP',
    reliability: { grade: 'B', reason: 'Names whom it asked.' },
    controls: ['Its State'],
    parent: 'daily',
  });
});

it('stays as a person said when the same dossier is run again, and follows the dossier once that says otherwise', async () => {
  expect((await runInto(folder, workspace)).actsAdded).toBe(0);
  expect((await wire())?.reliability?.grade).toBe('B');
  const file = join(folder, 'dossier.yaml');
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace('name: The wire paper, kind: newsroom', 'name: The wire paper, kind: ngo'),
  );
  expect((await runInto(folder, workspace)).actsAdded).toBeGreaterThan(0);
  expect(await wire()).toMatchObject({ kind: 'ngo', reliability: null });
});

it('is protected from that act on: the report holds nothing of it', async () => {
  await describeSource({ workspace, by, source: 'wire', protection: 'protected' });
  const { report } = await runInto(folder, workspace);
  const text = readFileSync(report.replace(/html$/, 'json'), 'utf8');
  expect(text).not.toContain('40 containers');
  expect(text).not.toContain('The wire paper');
  await describeSource({ workspace, by, source: 'wire', protection: 'open' });
  expect(await wire()).not.toHaveProperty('protection');
});

it.each([
  [{ kind: 'oracle' }, 'kind'],
  [{ country: 'XX1' }, 'country'],
  [{ parent: 'wire' }, 'parent'],
  [{ protection: 'secret' }, 'protection'],
  [{ name: '\u202eevil' }, 'name'],
])('refuses %j', async (words, place) => {
  await expect(describeSource({ workspace, by, source: 'wire', ...words })).rejects.toMatchObject({
    code: 'bad-option',
    place,
  });
});
