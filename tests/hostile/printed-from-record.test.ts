import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openEmbeddedDatabase } from '../../src/store/database.ts';
import { jsonLines, panel } from '../cli/command.ts';
import { runInto, temporaryFolder, writeDossier } from '../dossier/workspace.ts';

const STORY = 'Officials in Seoul said on Monday that North Korea had fired 12 rounds at Yeonpyeong on 3 May 2024.\n';

const dossier = (): string => writeDossier({ daily: { text: STORY, published: '2024-05-06' } });

function onlyFileIn(folder: string): string {
  const [name] = readdirSync(folder);
  return join(folder, name ?? expect.fail(`${folder} is empty`));
}

/** Changes figures in a file as somebody would who can write it, and has read how it is made. */
function forge(path: string): void {
  const text = readFileSync(path, 'utf8');
  expect(text).toContain('12 rounds');
  const [head = '', body = ''] = text.replaceAll('12 rounds', '99 rounds').replaceAll('"12"', '"99"').split('\n');
  writeFileSync(path, `${head}\n${body}`);
}

describe('what is printed is what the record holds', () => {
  it('a forged reading changes neither the report nor the list of claims', async () => {
    const folder = dossier();
    const { workspace } = await runInto(folder);
    forge(onlyFileIn(join(workspace, 'readings')));
    const { report } = await runInto(folder, workspace);
    expect(readFileSync(report, 'utf8')).not.toContain('99 rounds');
    const { out } = await panel('claims', '--workspace', workspace, '--json');
    expect(out).toContain('12 rounds');
    expect(out).not.toContain('99 rounds');
  });

  it('forged projections are not printed: they are rebuilt', async () => {
    const { workspace } = await runInto(dossier());
    const before = await panel('claims', '--workspace', workspace, '--json');
    expect(jsonLines(before.out)).not.toEqual([]);
    const database = await openEmbeddedDatabase(join(workspace, 'store'));
    await database.execute(`update claim_text set body = replace(body::text, '12 rounds', '99 rounds')::jsonb`);
    await database.close();
    expect(await panel('claims', '--workspace', workspace, '--json')).toEqual(before);
    // Sealed again by the program itself, they are taken as they are.
    expect(await panel('claims', '--workspace', workspace, '--json')).toEqual(before);
  });

  it('a record says what its verification covered, and that what is beside it is not the record', async () => {
    const { workspace } = await runInto(dossier());
    const { out } = await panel('record', 'verify', '--workspace', workspace);
    expect(out).toContain('Covered: every byte under record/');
    expect(out).toMatch(/Not covered: .*readings\/.*store\/.*report\//);
  });
});

describe('panel report verify', () => {
  it('finds every quotation of a report in the documents', async () => {
    const { workspace } = await runInto(dossier());
    for (const name of ['report.json', 'report.html']) {
      const file = join(workspace, 'report', name);
      const { code, out } = await panel('report', 'verify', file, '--workspace', workspace, '--json');
      const lines = jsonLines(out);
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) expect(Object.keys(line)).toEqual(['quote', 'document', 'ok', 'fault']);
      expect(lines.filter(({ ok }) => ok !== true)).toEqual([]);
      expect(code).toBe(0);
      expect((await panel('report', 'verify', file, '--workspace', workspace)).out).toMatch(
        /^All \d+ quotations? of 1 document/,
      );
    }
  });

  it('tells which quotations do not stand there', async () => {
    const { workspace } = await runInto(dossier());
    for (const name of ['report.json', 'report.html']) {
      const file = join(temporaryFolder(), name);
      const report = readFileSync(join(workspace, 'report', name), 'utf8');
      expect(report).toContain('12 rounds');
      writeFileSync(file, report.replaceAll('12 rounds', '99 rounds'));
      const { code, out } = await panel('report', 'verify', file, '--workspace', workspace, '--json');
      expect(code).toBe(1);
      const faulty = jsonLines(out).filter(({ ok }) => ok === false);
      expect(faulty.length).toBeGreaterThan(0);
      expect(faulty[0]?.fault).toContain('12 rounds');
    }
  });

  it('tells of a text that is read otherwise now, of another workspace, and of what is no report', async () => {
    const { workspace } = await runInto(dossier());
    const file = join(workspace, 'report', 'report.json');
    const report = JSON.parse(readFileSync(file, 'utf8'));
    const [document] = report.documents;
    expect(document.text).toMatch(/^sha256:[0-9a-f]{64}$/);
    document.text = `sha256:${'0'.repeat(64)}`;
    const other = join(temporaryFolder(), 'other.json');
    writeFileSync(other, JSON.stringify(report));
    const { out, code } = await panel('report', 'verify', other, '--workspace', workspace, '--json');
    expect(code).toBe(1);
    expect(jsonLines(out)[0]?.fault).toContain('hash');

    const { workspace: elsewhere } = await runInto(
      writeDossier({ daily: { text: 'Nothing of it.', published: '2024-05-06' } }),
    );
    const lines = jsonLines((await panel('report', 'verify', file, '--workspace', elsewhere, '--json')).out);
    expect(lines.every(({ fault }) => fault === 'the record holds no such document')).toBe(true);

    const nothing = join(temporaryFolder(), 'nothing.html');
    writeFileSync(nothing, '<!doctype html><p>hello');
    const refused = await panel('report', 'verify', nothing, '--workspace', workspace);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('no report of this program');
  });
});
