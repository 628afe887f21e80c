import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDossier } from '../../src/documents/dossier/dossier.ts';
import { readRecord } from '../../src/record/read-record.ts';
import { verifyRecord } from '../../src/record/verification/verify-record.ts';
import type { TrackEvent } from '../../src/tracks/detection/event/event.ts';
import { eventsAsCsv } from '../../src/tracks/export/csv.ts';
import { panel } from '../cli/command.ts';
import { runInto, writeDossier } from '../dossier/workspace.ts';
import { serveWorkspace } from '../server/served-workspace.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const served = serveWorkspace();

async function refusalOf(body: string): Promise<[number, string]> {
  const answer = await served.send('/acts/a-1/undo', body);
  return [answer.status, ((await answer.json()) as { detail: string }).detail];
}

describe('a body of JSON', () => {
  it('that names a key twice, or is nested without end, is told so', async () => {
    expect(await refusalOf('{"by":"Ada","by":"Mallory"}')).toEqual([422, expect.stringContaining('twice')]);
    const deep = `{"by":"Ada","reason":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect(await refusalOf(deep)).toEqual([422, expect.stringContaining('deep')]);
    expect(served.faults).toEqual([]);
  });
});

describe('names', () => {
  it('in a dossier are refused as they are elsewhere, with their line named', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.txt'), 'Japan said that North Korea fired three missiles.');
    writeFileSync(
      join(folder, 'dossier.yaml'),
      'title: T\nsources:\n  - {id: s, name: "N\\u202eevil", kind: newsroom}\n  - {id: t, name: "Two\\nlines", kind: newsroom}\ndocuments: [{file: a.txt, source: s}]\n',
    );
    const { dossier, problems } = await readDossier(folder);
    expect(dossier.sources).toEqual([]);
    expect(problems.filter(({ message }) => message.includes('nothing that hides'))).toHaveLength(2);
  });

  it('with controls or overrides of direction are refused, and marks of direction are dropped', async () => {
    for (const name of ['Ada\u202egnol', 'Ada\u0000', 'Ada\u200b', 'Ada\u001b[2K', '\u2066Ada']) {
      const answer = await served.send('/acts/a-1/undo', { by: name });
      expect([name, answer.status]).toEqual([name, 422]);
    }
    const before = served.workbench.held.record.size;
    const { items } = (await (await served.ask('/claims')).json()) as { items: { id: string }[] };
    const id = items[0]?.id ?? '';
    const answer = await served.send('/claims/reviews', {
      by: '\u200eAda Lovelace\u200f',
      ids: [id],
      status: 'accepted',
    });
    expect(answer.status).toBe(200);
    const act = await readRecord(served.workbench.held.folder).act(`a-${before}`);
    expect(act.by).toEqual({ person: 'Ada Lovelace' });
    const added = await panel('add', 'x.txt', '--source', 'Dai\u202ely', '--workspace', join(temporaryFolder(), 'w'));
    expect(added.code).toBe(2);
  });

  it('of every object are no fields of a claim', async () => {
    const { workspace } = await runInto(writeDossier({ daily: { text: 'Nothing.', published: '2024-05-01' } }));
    for (const field of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      const set = `{"${field}":"x"}`;
      const { code, err } = await panel('claims', 'edit', 'c-1', '--set', set, '--by', 'Ada', '--workspace', workspace);
      expect([field, code]).toEqual([field, 2]);
      expect(err).not.toContain('native code');
    }
  });
});

describe('a record', () => {
  const tampered = async (tamper: (record: string) => void) => {
    const { workspace } = await made;
    const copy = join(temporaryFolder(), 'copy');
    cpSync(workspace, copy, { recursive: true });
    tamper(join(copy, 'record'));
    return (await verifyRecord(copy)).faults.map(({ path, code }) => `${path} ${code}`);
  };
  const made = runInto(writeDossier({ daily: { text: 'Iran sold 4 drones.', published: '2024-05-01' } }));

  it('whose folders are links to folders elsewhere is not whole', async () => {
    for (const name of ['acts', 'documents', 'log'])
      expect(
        await tampered((record) => {
          const away = join(record, '..', `moved-${name}`);
          renameSync(join(record, name), away);
          symlinkSync(away, join(record, name));
        }),
      ).toContain(`record/${name} unknown-file`);
  });

  it('with folders that belong to none is not whole', async () => {
    for (const path of ['log/tile/7', 'log/tile/0/x999', 'log/other', 'documents/zz', 'acts/x', 'x'])
      expect(await tampered((record) => mkdirSync(join(record, path), { recursive: true })), path).not.toEqual([]);
    expect(await tampered(() => {})).toEqual([]);
  });
});

describe('cells of a table that a spreadsheet would run', () => {
  it('are kept from it in events of ships, which name themselves', () => {
    const ship = { name: '＝cmd()', mmsi: '273000001', imo: null, flag: null };
    const event = { id: 'e-1', kind: 'gap', vessels: [ship], from: '2024-01-01', to: '2024-01-02', lat: -1.5, lon: 2 };
    const csv = eventsAsCsv([{ ...event, rule: '+x', parameters: {}, rows: [] } as unknown as TrackEvent]);
    expect(csv).toContain("'＝cmd()");
    expect(csv).toContain("'+x");
    expect(csv).toContain(',-1.5,');
  });

  it('are kept from it, in the wide forms of the signs too', async () => {
    const folder = temporaryFolder();
    const list = join(folder, 'list.json');
    const names = ['=cmd()', '＝cmd()', '＋cmd()', '－cmd()', '＠cmd()', '+cmd()', '@cmd()'];
    writeFileSync(
      list,
      names
        .map((name, at) =>
          JSON.stringify({
            id: `x-${at}`,
            caption: name,
            schema: 'Person',
            datasets: ['own'],
            properties: { name: [`${name} Blackadder Quillfeather`] },
          }),
        )
        .join('\n'),
    );
    const [batch, out] = [join(folder, 'in.csv'), join(folder, 'out.csv')];
    writeFileSync(batch, 'id,name\n1,Blackadder Quillfeather\n');
    await panel('screen', '--list', list, '--batch', batch, '--out', out, '--threshold', '0');
    expect(existsSync(out)).toBe(true);
    const cells = readFileSync(out, 'utf8')
      .split('\n')
      .slice(1)
      .flatMap((line) => line.split(','));
    expect(cells.some((cell) => /cmd\(\)/.test(cell))).toBe(true);
    for (const cell of cells) expect(cell).not.toMatch(/^"?[=+@＝＋－＠]/);
    rmSync(out);
  });
});
