import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { editClaim, listClaims } from '../../src/app/commands/review.ts';
import { silentProgress } from '../../src/app/progress.ts';
import { holdWorkspace } from '../../src/app/workspace/workspace.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { jsonLines, panel } from './command.ts';

type Entry = Readonly<Record<string, string>>;
type Claim = { id: string; document: string; quote: string; quantities: { raw: string }[] };

/** A dossier as JSON, which is YAML too. */
function writeEntries(folder: string, documents: readonly Entry[], more: object = {}): void {
  const sources = [
    { id: 's', name: 'The Paper', kind: 'newsroom' },
    { id: 't', name: 'The Watch', kind: 'ngo' },
  ];
  writeFileSync(join(folder, 'dossier.yaml'), JSON.stringify({ title: 'Ships', sources, documents, ...more }));
}

const missiles = (count: string): string => `Japan said that North Korea had fired ${count} missiles on 3 May 2024.\n`;

async function runJson(folder: string, workspace: string) {
  const { code, out, err } = await panel('run', folder, '--workspace', workspace, '--clock', '2024-06-01', '--json');
  expect(code).toBe(0);
  const [result, ...rest] = jsonLines(out);
  expect(rest).toEqual([]);
  return { ...(result as { actsAdded: number; documents: number; refused: { name: string; message: string }[] }), err };
}

describe('a dossier that changes between runs', () => {
  const folder = join(temporaryFolder(), 'dossier');
  const workspace = join(temporaryFolder(), 'workspace');
  const claims = async () =>
    jsonLines((await panel('claims', '--workspace', workspace, '--json')).out) as unknown as Claim[];

  beforeAll(async () => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'a.txt'), missiles('three'));
    writeFileSync(join(folder, 'copy.txt'), missiles('three'));
    writeFileSync(join(folder, 'b.txt'), '');
    writeFileSync(join(folder, 'beside.txt'), 'not listed');
    writeEntries(folder, [
      { file: 'a.txt', source: 's', published: '2024-05-04' },
      { file: 'copy.txt', source: 't', published: '2024-05-04' },
      { file: 'b.txt', source: 't' },
      { file: 'b.txt', source: 't' },
      { file: 'c.txt', source: 'nobody' },
    ]);
  });

  it('tells of copies, of files that it does not list, and of each fault', async () => {
    const first = await runJson(folder, workspace);
    expect(first.documents).toBe(1);
    expect(first.err).toContain('taken in once: copy.txt holds the same bytes as a.txt');
    expect(first.err).toContain('not listed in dossier.yaml and not read: beside.txt');
    expect(first.refused.map(({ name }) => name)).toEqual(['b.txt', 'dossier.yaml:1', 'dossier.yaml:1']);
    expect((await runJson(folder, workspace)).actsAdded).toBe(0);
  });

  it('takes back what no longer holds, and corrects what it says of a document', async () => {
    writeFileSync(join(folder, 'b.txt'), missiles('four'));
    writeEntries(folder, [
      { file: 'a.txt', source: 't', published: '2024-05-05' },
      { file: 'b.txt', source: 't' },
    ]);
    const mended = await runJson(folder, workspace);
    expect(mended.refused).toEqual([]);
    expect(mended.documents).toBe(2);
    expect((await runJson(folder, workspace)).actsAdded).toBe(0);
    const { reports } = mended as unknown as { reports: { format: string; path: string }[] };
    const report = readFileSync(reports.find(({ format }) => format === 'json')?.path ?? '', 'utf8');
    expect(report).toContain('2024-05-05');
    expect(report).not.toContain('2024-05-04');
  });

  it('reads a file that was replaced in place of the earlier one, which stays in the record', async () => {
    const before = (await claims()).map(({ document }) => document);
    writeFileSync(join(folder, 'a.txt'), missiles('seven'));
    const replaced = await runJson(folder, workspace);
    expect(replaced.err).toMatch(/replaced: a\.txt has changed; the earlier version stays in the record \(a-\d+\)/);
    expect(replaced.documents).toBe(2);
    expect((await claims()).flatMap(({ quantities }) => quantities.map(({ raw }) => raw)).sort()).toEqual([
      'four missiles',
      'seven missiles',
    ]);
    expect((await panel('record', 'prove', before[0] ?? '', '--workspace', workspace)).code).toBe(0);
    expect((await runJson(folder, workspace)).actsAdded).toBe(0);
  });

  it('tells of a file that the dossier dropped, and keeps it', async () => {
    writeEntries(folder, [{ file: 'b.txt', source: 't' }]);
    const dropped = await runJson(folder, workspace);
    expect(dropped.err).toMatch(/kept: a\.txt of an earlier run is not read from this dossier; it stays in the record/);
    expect(dropped).toMatchObject({ documents: 2, actsAdded: 0 });
    writeEntries(folder, [
      { file: 'a.txt', source: 't', published: '2024-05-05' },
      { file: 'b.txt', source: 't' },
    ]);
    expect((await runJson(folder, workspace)).err).not.toContain('kept:');
  });

  it('does not take in again what was withheld', async () => {
    const [seven] = (await claims()).filter(({ quote }) => quote.includes('seven'));
    const redacted = await panel(
      ...['record', 'redact', seven?.document ?? '', '--workspace', workspace, '--by', 'Ann', '--reason', 'at risk'],
    );
    expect(redacted).toMatchObject({ code: 0, out: expect.stringMatching(/^redacted a-\d+\n$/) });
    expect(redacted.err).toMatch(/Custody or quotes of it remain in a-\d+/);
    const again = await runJson(folder, workspace);
    expect(again.err).toMatch(/not taken in: a\.txt: its bytes were withheld from this record by a-\d+/);
    expect((await claims()).some(({ quote }) => quote.includes('seven'))).toBe(false);
    const added = await panel('add', join(folder, 'a.txt'), '--source', 'X', '--workspace', workspace, '--json');
    expect(jsonLines(added.out)).toMatchObject([
      { added: [], unchanged: [], refused: [], withheld: [{ name: 'a.txt', code: 'withheld' }] },
    ]);
    expect(added.err).toContain('withheld');
    expect((await panel('record', 'verify', '--workspace', workspace)).code).toBe(0);
  });

  it('lets no claim say what its passage does not', async () => {
    const [four] = await claims();
    const edit = (changes: object) =>
      panel(
        'claims',
        'edit',
        four?.id ?? '',
        '--set',
        JSON.stringify(changes),
        '--by',
        'Ann',
        '--workspace',
        workspace,
      );
    expect((await edit({ quantities: [{ counts: 'missile', low: '9' }] })).err).toMatch(/does not stand there/);
    expect(await edit({ start: 0, end: 99_999 })).toMatchObject({ code: 1 });
    const undone = await edit({ where: ['Japan'] });
    expect(undone.code).toBe(0);
    const act = undone.out.trim().split(' ')[1] ?? '';
    const undo = () => panel('claims', 'undo', act, '--by', 'Ann', '--workspace', workspace);
    expect((await undo()).code).toBe(0);
    expect(await undo()).toMatchObject({ code: 1, err: expect.stringContaining('taken back already') });
  });

  it('keeps how a thing stands to the facts until somebody says anew how firmly it is told', async () => {
    const [four] = await claims();
    const held = await holdWorkspace({ workspace, command: 'test', progress: silentProgress });
    const edited = async (changes: object) => {
      await editClaim({ workspace: held, by: 'Ann', id: four?.id ?? '', changes: JSON.stringify(changes) });
      return (await listClaims({ workspace: held })).find(({ id }) => id === four?.id);
    };
    try {
      expect(four).not.toHaveProperty('factuality');
      expect(await edited({ modality: 'assesses', factuality: 'possible' })).toMatchObject({ factuality: 'possible' });
      expect(await edited({ where: ['Japan'] })).toMatchObject({ factuality: 'possible', where: ['Japan'] });
      expect(await edited({ modality: 'states' })).not.toHaveProperty('factuality');
    } finally {
      await held.close();
    }
  });

  it('rebuilds the projections when they are gone or ruined', async () => {
    const whole = (await panel('claims', '--workspace', workspace, '--json')).out;
    rmSync(join(workspace, 'store'), { recursive: true });
    writeFileSync(join(workspace, 'store'), 'a file');
    expect((await panel('claims', '--workspace', workspace, '--json')).out).toBe(whole);
  });

  it('answers without projections where the disk has no room for them, and where nothing can be written', async (context) => {
    const disk = join(temporaryFolder(), 'disk');
    mkdirSync(disk);
    const isMounted = spawnSync(`mount -t tmpfs -o size=8m tmpfs '${disk}'`, { shell: true }).status === 0;
    if (!isMounted) context.skip('needs root, to mount a small tmpfs');
    try {
      const small = join(disk, 'workspace');
      cpSync(workspace, small, { recursive: true, filter: (path) => path !== join(workspace, 'store') });
      const whole = await panel('claims', '--workspace', workspace, '--json');
      const { code, out, err } = await panel('claims', '--workspace', small, '--json');
      expect({ code, claims: jsonLines(out) }).toEqual({ code: 0, claims: jsonLines(whole.out) });
      expect(err).toMatch(/without the projections.*the disk is full; free some space/);
      expect(spawnSync(`mount -o remount,ro '${disk}'`, { shell: true }).status).toBe(0);
      const sealed = await panel('claims', '--workspace', small, '--json');
      expect({ code: sealed.code, out: sealed.out }).toEqual({ code: 0, out });
      expect(sealed.err).toMatch(/the record is read as it stands.*not permitted here/);
    } finally {
      spawnSync(`umount '${disk}'`, { shell: true });
    }
  });

  it('takes nothing in of what a workspace keeps, its key above all', async () => {
    const around = join(temporaryFolder(), 'around');
    mkdirSync(join(around, '.hidden'), { recursive: true });
    cpSync(workspace, join(around, 'kept'), { recursive: true });
    for (const name of ['note.txt', '.hidden/note.txt', 'kept/mine.txt'])
      writeFileSync(join(around, name), missiles(name.length.toString()));
    const place = ['--source', 'X', '--workspace', join(temporaryFolder(), 'fresh'), '--json'];
    const [{ added, refused }] = jsonLines((await panel('add', around, ...place)).out) as [Record<string, unknown[]>];
    expect(added?.map((one) => (one as { name: string }).name)).toEqual(['kept/mine.txt', 'note.txt']);
    expect(refused).toEqual([]);
    const again = await panel('add', join(around, 'note.txt'), ...place.map((word) => (word === 'X' ? 'Y' : word)));
    expect(again.err).toContain('note.txt: the record has this document from X already');
    for (const kept of ['keys', 'record/acts/000000.jsonl'])
      expect(await panel('add', join(around, 'kept', kept), ...place)).toMatchObject({
        code: 1,
        err: expect.stringContaining('panel record export'),
      });
  });

  it('tells a record that is another one from a damaged one', async () => {
    const other = join(temporaryFolder(), 'other');
    writeEntries(folder, []);
    await runJson(folder, other);
    const held = join(temporaryFolder(), 'checkpoint');
    writeFileSync(held, (await panel('record', 'checkpoint', '--workspace', other)).out);
    const foreign = await panel('record', 'verify', '--workspace', workspace, '--checkpoint', held);
    expect(foreign).toMatchObject({ code: 1, out: expect.stringMatching(/^NOT CONSISTENT with what you hold/) });
  });

  it('can be verified and read by whoever receives it, with key and checkpoint as they come from a printed page', async () => {
    const [archive, received, held] = ['a.panel', 'received', 'held'].map((name) => join(temporaryFolder(), name));
    const { checkpoint, vkey } = JSON.parse(
      (await panel('record', 'checkpoint', '--workspace', workspace, '--json')).out,
    );
    writeFileSync(held ?? '', checkpoint.replace('\n\n', '\r\n').trimEnd());
    await panel('record', 'export', archive ?? '', '--workspace', workspace);
    await panel('record', 'import', archive ?? '', '--workspace', received ?? '');
    const place = ['--workspace', received ?? ''];
    const broken = `${vkey.slice(0, 60)}\n${vkey.slice(60)}`;
    const verified = await panel('record', 'verify', ...place, '--checkpoint', held ?? '', '--key', broken);
    expect(verified).toMatchObject({ code: 0, out: expect.stringContaining('consistent with what you hold') });
    const read = await panel('claims', '--json', ...place);
    expect(read).toMatchObject({ code: 0, err: expect.stringContaining('nothing can be added') });
    expect(jsonLines(read.out)).toEqual(jsonLines((await panel('claims', '--json', '--workspace', workspace)).out));
    const act = await panel('claims', 'accept', String(jsonLines(read.out)[0]?.id), '--by', 'Ann', ...place);
    expect(act).toMatchObject({ code: 1, err: expect.stringContaining('is not here, so nothing can be added') });
  });
});

describe('a hostile dossier', () => {
  it('is refused file by file, in one line each, and the run goes on', async () => {
    const folder = join(temporaryFolder(), 'dossier');
    const workspace = join(temporaryFolder(), 'workspace');
    mkdirSync(join(folder, 'sub'), { recursive: true });
    for (const name of ['a b.txt', '-x.txt', 'ünï 北.txt', 'two\nlines.txt'])
      writeFileSync(join(folder, name), missiles(name.length.toString()));
    writeFileSync(join(folder, 'page.html'), `<p onclick="x()">${missiles('eight')}</p><script>throw 1</script>`);
    symlinkSync('/etc/hostname', join(folder, 'link.txt'));
    const bad = ['two\nlines.txt', 'nul\0.txt', 'link.txt', 'sub', '../up.txt', '/etc/hostname', 'absent.txt', 'C:\\x'];
    const good = ['a b.txt', '-x.txt', 'ünï 北.txt', 'page.html'];
    writeEntries(
      folder,
      [...bad, ...good].map((file) => ({ file, source: 's', published: '2024-05-05' })),
      { [`unknown ${'x'.repeat(5000)}`]: 1 },
    );
    const { refused, documents } = await runJson(folder, workspace);
    expect(documents).toBe(good.length);
    expect(refused).toHaveLength(bad.length + 1);
    for (const { name, message } of refused) expect(`${name}: ${message}`).toMatch(/^[^\n\0]{1,600}$/);
    expect((await runJson(folder, workspace)).actsAdded).toBe(0);
  });
});
