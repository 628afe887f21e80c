import { randomInt } from 'node:crypto';
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRecord } from '../../src/record/read-record.ts';
import { openRecord } from '../../src/record/record.ts';
import { verifyRecord } from '../../src/record/verification/verify-record.ts';
import { isFullCount } from '../full-count.ts';
import { acknowledged, startAppender } from './child-process.ts';

const ROUNDS = isFullCount ? 200 : 3;
const ROUNDS_A_RECORD = 25;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'panel-crash-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function idsOf(workspace: string): Promise<Set<string>> {
  const ids = new Set<string>();
  for await (const { id } of readRecord(workspace).acts()) ids.add(id);
  return ids;
}

async function openAndClose(workspace: string): Promise<string[]> {
  const messages: string[] = [];
  const record = await openRecord(workspace, { command: 'test', onMessage: (text) => messages.push(text) });
  await record.close();
  return messages;
}

describe('a writer that is killed', () => {
  it(`loses no acknowledged act in ${ROUNDS} rounds, and the record opens again`, async () => {
    let workspace = '';
    let safe: string[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      // Every round verifies the whole record, so that one record for all would cost the square of the rounds.
      if (round % ROUNDS_A_RECORD === 0) [workspace, safe] = [join(folder, `killed-${round}`), []];
      const appender = startAppender(workspace);
      await appender.said('open');
      await sleep(randomInt(300));
      appender.process.kill('SIGKILL');
      await appender.ended;
      safe.push(...acknowledged(appender));
      const messages = await openAndClose(workspace);
      expect((await verifyRecord(workspace)).faults, `round ${round}`).toEqual([]);
      const ids = await idsOf(workspace);
      expect(
        safe.filter((id) => !ids.has(id)),
        `round ${round}`,
      ).toEqual([]);
      for (const message of messages) expect(message).toMatch(/moved to recovered|end of its line|made again/);
    }
    expect(existsSync(join(workspace, 'lock'))).toBe(false);
    expect(readdirSync(join(workspace, 'record')).sort()).toEqual(['acts', 'documents', 'log']);
  });

  it('by Ctrl-C leaves the same', async () => {
    const workspace = join(folder, 'interrupted');
    const appender = startAppender(workspace);
    await appender.said('a-');
    appender.process.kill('SIGINT');
    await appender.ended;
    await openAndClose(workspace);
    const ids = await idsOf(workspace);
    expect(acknowledged(appender).filter((id) => !ids.has(id))).toEqual([]);
    expect((await verifyRecord(workspace)).faults).toEqual([]);
  });
});

describe('a torn last line', () => {
  const torn = async (name: string, tail: string) => {
    const workspace = join(folder, name);
    await openAndClose(workspace);
    appendFileSync(join(workspace, 'record/acts/000000.jsonl'), tail);
    expect((await verifyRecord(workspace)).faults).toMatchObject([{ code: 'unfinished-line' }]);
    return { workspace, messages: await openAndClose(workspace) };
  };

  it('is moved to recovered/, with a message that says so', async () => {
    const tail = '{"body":{"at":"2024-03-28T15:04';
    const { workspace, messages } = await torn('torn', tail);
    const [name] = readdirSync(join(workspace, 'recovered'));
    expect(messages).toEqual([expect.stringContaining(`recovered/${name}`)]);
    expect(readFileSync(join(workspace, 'recovered', name!), 'utf8')).toBe(tail);
    expect((await verifyRecord(workspace)).faults).toEqual([]);
  });

  it('that lacks its newline alone is completed', async () => {
    const workspace = join(folder, 'unended');
    const record = await openRecord(workspace, { command: 'test' });
    await record.close();
    const segment = join(workspace, 'record/acts/000000.jsonl');
    const second = await openRecord(workspace, { command: 'test' });
    const checkpoint = readFileSync(join(workspace, 'record/log/checkpoint'));
    await second.append([{ kind: 'found', by: { person: 'A' }, body: {} }]);
    const whole = readFileSync(segment);
    await second.close();
    // As a crash before the last checkpoint would have left it.
    writeFileSync(join(workspace, 'record/log/checkpoint'), checkpoint);
    rmSync(join(workspace, 'record/log/tile'), { recursive: true });
    writeFileSync(segment, whole.subarray(0, -1));
    expect(await openAndClose(workspace)).toContainEqual(expect.stringContaining('end of its line'));
    expect(await idsOf(workspace)).toEqual(new Set(['a-0', 'a-1']));
    expect((await verifyRecord(workspace)).faults).toEqual([]);
  });

  it('that a checkpoint covers is damage, and is not cut', async () => {
    const workspace = join(folder, 'covered');
    await openAndClose(workspace);
    const segment = join(workspace, 'record/acts/000000.jsonl');
    const cut = readFileSync(segment).subarray(0, -10);
    writeFileSync(segment, cut);
    await expect(openAndClose(workspace)).rejects.toMatchObject({ code: 'damaged' });
    expect(readFileSync(segment).equals(cut)).toBe(true);
  });
});

describe('a redaction that a crash interrupts', () => {
  it('is finished on the next opening', async () => {
    const workspace = join(folder, 'unredacted');
    const segment = join(workspace, 'record/acts/000000.jsonl');
    const record = await openRecord(workspace, { command: 'test' });
    const { id } = await record.putDocument(Buffer.from('secret'));
    await record.append([{ kind: 'acquired', by: { person: 'A' }, body: { document: id } }]);
    await record.checkpoint();
    const before = readFileSync(segment, 'utf8');
    const checkpoint = readFileSync(join(workspace, 'record/log/checkpoint'));
    await record.redact({ acts: ['a-1'], documents: [id], by: { person: 'A' }, reason: 'Source protection.' });
    await record.close();
    const logged = readFileSync(segment, 'utf8').trimEnd().split('\n').at(-1);
    // The act is on the disk, nothing else is.
    writeFileSync(segment, `${before}${logged}\n`);
    writeFileSync(join(workspace, 'record/log/checkpoint'), checkpoint);
    rmSync(join(workspace, 'record/log/tile'), { recursive: true });
    const [, ab = '', rest = ''] = /^sha256:(..)(.*)$/.exec(id) ?? [];
    writeFileSync(join(workspace, 'record/documents', ab, rest), 'secret');
    const codes = (await verifyRecord(workspace)).faults.map(({ code }) => code);
    expect(codes.filter((code) => code === 'redaction-unfinished')).toHaveLength(2);
    expect(await openAndClose(workspace)).toContainEqual(expect.stringContaining('has been finished'));
    expect(await verifyRecord(workspace)).toMatchObject({ faults: [], withheld: 1, documents: 0 });
  });
});

describe('the log folder', () => {
  it('is made again from the acts when it is lost', async () => {
    const workspace = join(folder, 'unlogged');
    const record = await openRecord(workspace, { command: 'test' });
    await record.append(
      Array.from({ length: 600 }, (_, i) => ({ kind: 'found' as const, by: { person: 'A' }, body: { i } })),
    );
    await record.close();
    const { checkpoint } = await verifyRecord(workspace);
    rmSync(join(workspace, 'record/log'), { recursive: true });
    await openAndClose(workspace);
    expect(await verifyRecord(workspace)).toMatchObject({ faults: [], checkpoint });
    rmSync(join(workspace, 'record/log/tile/0/000'));
    expect(await openAndClose(workspace)).toEqual([expect.stringContaining('made again')]);
    expect((await verifyRecord(workspace)).faults).toEqual([]);
  });
});

describe('two writers', () => {
  it('cannot hold one workspace: the second says who holds it', async () => {
    const workspace = join(folder, 'two');
    const first = startAppender(workspace);
    await first.said('a-');
    const second = startAppender(workspace);
    await second.ended;
    expect(second.lines().at(-1)).toMatch(
      new RegExp(`^error workspace-held .*"appender" \\(process ${first.process.pid} on ${hostname()}`),
    );
    expect((await verifyRecord(workspace)).faults).toEqual([]);
    first.process.kill('SIGKILL');
    await first.ended;
  });

  it('wait for each other', async () => {
    const workspace = join(folder, 'waiting');
    const record = await openRecord(workspace, { command: 'first' });
    const second = openRecord(workspace, { command: 'second' });
    await sleep(200);
    await record.close();
    await (await second).close();
  });

  it('that come at once for the lock of a dead one do not both get it', async () => {
    const workspace = join(folder, 'rush');
    await openAndClose(workspace);
    // Alive, but not the process that took the lock: its number has been given out again.
    const stale = {
      pid: process.pid,
      host: hostname(),
      started: 'another start',
      command: 'old',
      since: '',
      nonce: 'n0',
    };
    for (let round = 0; round < (ROUNDS > 10 ? 20 : 1); round++) {
      writeFileSync(join(workspace, 'lock'), JSON.stringify({ ...stale, nonce: `n${round}` }));
      const rivals = Array.from({ length: 4 }, () => startAppender(workspace, { limit: 20 }));
      const codes = await Promise.all(rivals.map(({ ended }) => ended));
      expect(codes).toContain(0);
      const ids = rivals.flatMap(acknowledged);
      expect(new Set(ids).size, 'no act has two writers').toBe(ids.length);
      expect((await verifyRecord(workspace)).faults).toEqual([]);
    }
    expect(readdirSync(workspace).filter((name) => name.startsWith('lock'))).toEqual([]);
  });

  it('are told where a server can be reached', async () => {
    const workspace = join(folder, 'served');
    const record = await openRecord(workspace, { command: 'panel serve' });
    record.announce({ address: 'http://127.0.0.1:1718', token: 'secret' });
    await expect(openRecord(workspace, { command: 'panel add' })).rejects.toMatchObject({
      code: 'workspace-served',
      message: expect.stringContaining('http://127.0.0.1:1718'),
    });
    expect(record.read.owner()).toMatchObject({
      address: 'http://127.0.0.1:1718',
      token: 'secret',
      command: 'panel serve',
    });
    await record.close();
    expect(readRecord(workspace).owner()).toBeNull();
  });
});
