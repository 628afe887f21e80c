import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gatherEvidence } from '../../src/app/acts/evidence.ts';
import { readRecord } from '../../src/record/read-record.ts';
import { COMPANIES, FTM_LINES, PERSONS, scratchFolder, unList } from '../server/sample-lists.ts';
import { jsonLines, panel } from './panel.ts';

const scratch = scratchFolder();
const workspace = join(scratch.folder, 'workspace');
const old = scratch.write('old.xml', unList('2025-01-10', PERSONS.slice(0, 2), COMPANIES));
const now = scratch.write(
  'consolidated-from-the-web',
  unList('2026-02-27', [{ ...PERSONS[0]!, born: '1962-04-05' }, PERSONS[2]!]),
);
const other = scratch.write('other.json', FTM_LINES);
const none = scratch.write('letter.txt', 'Dear reader, this is no list.\n');

async function actsOf(kind: string) {
  const acts = [];
  for await (const act of readRecord(workspace).acts()) if (act.kind === kind) acts.push(act);
  return acts;
}

describe('panel lists', () => {
  it('adds lists by content, each once, with custody, and refuses what is none', async () => {
    const first = await panel('lists', 'add', old, now, other, none, '--workspace', workspace, '--json');
    expect(first.code).toBe(0);
    const added = JSON.parse(first.out);
    expect(
      added.added.map(({ list, versionDate }: { list: string; versionDate: string }) => [list, versionDate]),
    ).toEqual([
      ['un-consolidated', '2025-01-10'],
      ['un-consolidated', '2026-02-27'],
      ['ftm-lines:other.json', null],
    ]);
    expect(added.refused).toEqual([expect.objectContaining({ name: 'letter.txt', code: 'list-not-recognised' })]);
    const again = await panel('lists', 'add', old, '--workspace', workspace);
    expect(again.out).toMatch(/^unchanged sha256:[0-9a-f]{64} {2}old\.xml/);
    const acts = await actsOf('acquired');
    expect(acts).toHaveLength(3);
    expect(acts[0]?.body).toMatchObject({
      document: added.added[0].document,
      custody: {
        identity: { document: added.added[0].document, sha512: expect.stringMatching(/^[0-9a-f]{128}$/) },
        origin: { fileName: 'old.xml', published: '2025-01-10', publishedBy: 'document' },
        collection: { method: 'file' },
      },
      list: { id: 'un-consolidated', format: 'un-consolidated', versionDate: '2025-01-10' },
    });
    expect(await actsOf('refused')).toHaveLength(1);
    const shown = jsonLines<{ list: string }>((await panel('lists', 'show', '--workspace', workspace, '--json')).out);
    expect(shown).toHaveLength(3);
  });

  it('keeps lists apart from the documents that claims are read from', async () => {
    expect((await panel('record', 'verify', '--workspace', workspace)).code).toBe(0);
    const acts = [];
    for await (const act of readRecord(workspace).acts()) acts.push(act);
    expect(gatherEvidence(acts).documents).toEqual([]);
  });

  it('compares two versions: added, removed and changed with the fields', async () => {
    const { out } = await panel('lists', 'diff', old, now, '--json');
    const difference = JSON.parse(out);
    expect(difference.added.map(({ id }: { id: string }) => id)).toEqual(['un-ZZi.003']);
    expect(difference.removed.map(({ id }: { id: string }) => id)).toEqual(['un-ZZi.002']);
    expect(difference.changed).toEqual([
      expect.objectContaining({
        id: 'un-ZZi.001',
        changes: [{ field: 'birthDate', removed: ['1961-04-05'], added: ['1962-04-05'] }],
      }),
    ]);
    expect(difference.unchanged).toBe(2);
    const shown = await panel('lists', 'diff', old, now);
    expect(shown.out).toMatch(/changed +un-ZZi\.001 +BARTHOLOMEW QUILLFEATHER +birthDate/);
    expect(shown.err).toContain('1 added, 1 removed, 1 changed, 2 unchanged');
    const wrong = await panel('lists', 'diff', old, none);
    expect(wrong).toMatchObject({ code: 1, out: '' });
    expect(wrong.err).toContain('letter.txt');
  });

  it('screens against the newest versions, and as of a day against those of that day', async () => {
    const ids = async (name: string, ...more: string[]): Promise<string[]> =>
      jsonLines<{ entityId: string }>(
        (await panel('screen', name, '--workspace', workspace, '--json', ...more)).out,
      ).map(({ entityId }) => entityId);
    expect(await ids('Oleksandra Myronivska')).toEqual(['un-ZZi.003']);
    expect(await ids('Pak Tong Sok')).toEqual([]);
    expect(await ids('Pak Tong Sok', '--as-of', '2025-06-01')).toEqual(['un-ZZi.002']);
    expect(await ids('Pak Tong Sok', '--list', old)).toEqual(['un-ZZi.002']);
    const decide = ['screen', 'decide', 'un-ZZi.002', '--name', 'Pak Tong Sok', '--decision', 'true'];
    const decided = await panel(...decide, '--by', 'X', '--reason', 'y', '--workspace', workspace);
    expect(decided).toMatchObject({ code: 0, out: expect.stringMatching(/^decided a-\d+\n$/) });
    const acts = await actsOf('screened');
    expect(acts).toHaveLength(4);
    expect(acts[0]?.body).toMatchObject({
      lists: [
        { format: 'un-consolidated', versionDate: '2026-02-27', document: expect.stringMatching(/^sha256:/) },
        { format: 'ftm-lines' },
      ],
      answers: [
        { question: { names: ['Oleksandra Myronivska'] }, hits: [{ entityId: 'un-ZZi.003', rank: 1, match: true }] },
      ],
    });
  });

  it('leaves nothing but its folders in the workspace', () => {
    expect(readdirSync(workspace).sort()).toEqual(expect.arrayContaining(['keys', 'record']));
    expect(readdirSync(join(workspace, 'record')).sort()).toEqual(['acts', 'documents', 'log']);
  });
});
