import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { innerLineOf, receivedBodyOf } from '../../src/exchange/package/received-act.ts';
import { parseCheckpoint } from '../../src/record/log/checkpoint.ts';
import { leafHash, type NodeSource, nodeHash, subtreeRoot } from '../../src/record/log/merkle.ts';
import { readRecord } from '../../src/record/read-record.ts';
import { jsonLines, panel } from '../cli/command.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'panel-continue-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);

const TEXT = `Officials in Seoul said on 3 May 2023 that North Korea had fired two missiles toward the sea.

The ministry said that around 40 containers had been shipped to Russia since August 2023.
`;

async function beginWork(workspace: string): Promise<string[]> {
  writeFileSync(at('report.txt'), TEXT);
  await panel('add', at('report.txt'), '--source', 'Gazette', '--workspace', workspace);
  const claims = jsonLines((await panel('claims', '--json', '--workspace', workspace)).out).map(({ id }) => String(id));
  expect(claims.length).toBeGreaterThan(1);
  await panel('claims', 'accept', claims[0] ?? '', '--by', 'A. Analyst', '--workspace', workspace);
  await panel(
    'claims',
    'reject',
    claims[1] ?? '',
    '--by',
    'A. Analyst',
    '--reason',
    'Misread.',
    '--workspace',
    workspace,
  );
  return claims;
}

const claimsOf = async (workspace: string) => (await panel('claims', '--json', '--workspace', workspace)).out;

describe('panel record continue', () => {
  it('goes on in a new log that names the old one, with all that was done there', async () => {
    await beginWork(at('old'));
    const before = await claimsOf(at('old'));
    const old = readRecord(at('old')).checkpoint();
    expect((await panel('record', 'export', at('old.tar'), '--workspace', at('old'))).code).toBe(0);
    await panel('record', 'import', at('old.tar'), '--workspace', at('copy'));
    const lost = await panel(
      'record',
      'replace-key',
      '--lost',
      '--by',
      'B',
      '--reason',
      'Gone.',
      '--workspace',
      at('copy'),
    );
    expect(lost.err).toContain('panel record continue');
    const continued = await panel(
      'record',
      'continue',
      at('old.tar'),
      '--workspace',
      at('new'),
      '--by',
      'B. Heir',
      '--reason',
      'The keeper is gone.',
      '--json',
    );
    expect(continued).toMatchObject({ code: 0, err: '' });
    const result = JSON.parse(continued.out);
    expect(result).toMatchObject({
      continues: { origin: old?.origin, size: old?.size },
      documents: 1,
      acts: old?.size,
    });
    expect(result.origin).not.toBe(old?.origin);
    // What was derived there is derived here, in their names.
    expect(await claimsOf(at('new'))).toBe(before);
    const verified = await panel('record', 'verify', '--workspace', at('new'), '--json');
    expect(JSON.parse(verified.out)).toMatchObject({ whole: true, notes: [] });
    // Work goes on: a review of theirs is taken back, another document comes in.
    const undone = await panel(
      'claims',
      'accept',
      String(JSON.parse(before.split('\n')[1] ?? '').id),
      '--by',
      'B. Heir',
      '--workspace',
      at('new'),
    );
    expect(undone.code).toBe(0);
    expect(jsonLines(await claimsOf(at('new')))[1]?.status).toBe('accepted');
    // And on again.
    const third = await panel(
      'record',
      'continue',
      at('new'),
      '--workspace',
      at('third'),
      '--by',
      'C',
      '--reason',
      'Moved.',
      '--json',
    );
    expect(JSON.parse(third.out).documents).toBe(1);
    expect(await claimsOf(at('third'))).toBe(await claimsOf(at('new')));
    expect((await panel('record', 'verify', '--workspace', at('third'))).code).toBe(0);
  });

  it('holds the old log so that its root can be worked out from it, withheld acts as such', async () => {
    await beginWork(at('old'));
    const acts = [];
    for await (const act of readRecord(at('old')).acts()) acts.push(act);
    const reviewed = acts.find(({ kind }) => kind === 'reviewed')?.id ?? '';
    await panel('record', 'redact', reviewed, '--by', 'A', '--reason', 'A name.', '--workspace', at('old'));
    const note = readRecord(at('old')).checkpoint();
    await panel('record', 'continue', at('old'), '--workspace', at('new'), '--by', 'B', '--reason', 'Moved.');
    const leaves: Buffer[] = [];
    let named = '';
    let withheld = 0;
    for await (const act of readRecord(at('new')).acts()) {
      if (act.kind === 'continued') named = String(act.body.note);
      const received = receivedBodyOf(act.body);
      if (act.kind !== 'received' || received === undefined) continue;
      const inner = innerLineOf(received.line);
      leaves.push(leafHash(inner.leaf));
      if (inner.act === null) withheld++;
    }
    const nodes: NodeSource = (height, index) =>
      height === 0
        ? leaves[index]
        : nodeHash(
            nodes(height - 1, 2 * index) ?? Buffer.alloc(0),
            nodes(height - 1, 2 * index + 1) ?? Buffer.alloc(0),
          );
    expect(subtreeRoot(nodes, 0, leaves.length).equals(parseCheckpoint(named).root)).toBe(true);
    expect(parseCheckpoint(named).root.equals(note?.root ?? Buffer.alloc(0))).toBe(true);
    expect(withheld).toBe(1);
    expect(readFileSync(join(at('new'), 'record/acts/000000.jsonl'), 'utf8')).not.toContain(
      'A. Analyst"},"leaf":{"commitment":"x',
    );
  });

  it('does not continue what is damaged, nor into a record, nor without a name', async () => {
    await beginWork(at('old'));
    expect((await panel('record', 'continue', at('old'), '--workspace', at('new'))).code).toBe(2);
    expect(
      (await panel('record', 'continue', at('old'), '--workspace', at('old'), '--by', 'B', '--reason', 'R')).code,
    ).toBe(1);
    expect(
      (await panel('record', 'continue', at('none'), '--workspace', at('new'), '--by', 'B', '--reason', 'R')).code,
    ).toBe(1);
    const segment = join(at('old'), 'record/acts/000000.jsonl');
    writeFileSync(segment, readFileSync(segment, 'utf8').replace('Gazette', 'Gazelle'));
    const damaged = await panel(
      'record',
      'continue',
      at('old'),
      '--workspace',
      at('new'),
      '--by',
      'B',
      '--reason',
      'R',
    );
    expect(damaged.err).toContain('damaged');
  });
});
