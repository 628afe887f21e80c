import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ActDraft } from '../../src/record/log/act.ts';
import { type ActRecord, openRecord } from '../../src/record/record.ts';
import { verifyRecord } from '../../src/record/verification/verify-record.ts';

/**
 * What the record costs, beside what the same disk allows in the same run.
 * `npx tsx bench/record/main.ts [folder]`: the folder decides which disk is measured (default: the system's temporary folder).
 */

const ONE_BY_ONE = 2_000;
const TURNS = 20;
const BATCH = 10_000;
const BATCHES = 20;
const DOCUMENTS = 500;

function draft(number: number): ActDraft {
  return {
    kind: 'reviewed',
    at: '2024-03-29T12:00:00.000Z',
    by: { person: 'A. Analyst' },
    body: {
      claim: `c-${String(number).padStart(20, '0')}`,
      verdict: 'accepted',
      grade: { reliability: 'B', credibility: '2' },
      note: 'Seen in two documents of independent origin; the figure is the one the first of them gives.',
    },
  };
}

function report(
  what: string,
  count: number,
  milliseconds: number,
  limit?: { name: string; perSecond: number },
): number {
  const perSecond = count / (milliseconds / 1000);
  const ratio = limit === undefined ? '' : `  ${(perSecond / limit.perSecond).toFixed(2)} of ${limit.name}`;
  console.log(`${what.padEnd(36)} ${Math.round(perSecond).toLocaleString('en').padStart(10)}/s${ratio}`);
  return perSecond;
}

async function time(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Appends of the length of an act's line, each followed by `fdatasync`, and nothing else. Milliseconds. */
function timeDisk(file: number, line: Buffer, count: number): number {
  const start = performance.now();
  for (let i = 0; i < count; i++) {
    writeSync(file, line);
    fdatasyncSync(file);
  }
  return performance.now() - start;
}

/** The disk alone and the record in turns, so that other work on the machine weighs on both alike. */
async function measureOneByOne(folder: string, record: ActRecord): Promise<{ name: string; perSecond: number }> {
  const line = Buffer.alloc(JSON.stringify(draft(0)).length + 270, 'x');
  const file = openSync(join(folder, 'raw'), 'a');
  let [raw, single] = [0, 0];
  for (let turn = 0; turn < TURNS; turn++) {
    raw += timeDisk(file, line, ONE_BY_ONE / TURNS);
    single += await time(async () => {
      for (let i = 0; i < ONE_BY_ONE / TURNS; i++) await record.append([draft(i)]);
    });
  }
  closeSync(file);
  const perSecond = report(`raw append + fdatasync, ${line.length} bytes`, ONE_BY_ONE, raw);
  const disk = { name: "the disk's limit", perSecond };
  report('acts appended one by one, synced', ONE_BY_ONE, single, disk);
  return disk;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(process.argv[2] ?? tmpdir(), 'bench-record-'));
  try {
    const workspace = join(folder, 'workspace');
    const record = await openRecord(workspace, { command: 'bench', onMessage: console.error });
    const disk = await measureOneByOne(folder, record);
    const together = await time(async () => {
      await Promise.all(Array.from({ length: ONE_BY_ONE }, (_, i) => record.append([draft(i)])));
    });
    report('the same, all waiting at once', ONE_BY_ONE, together, disk);
    const batches = Array.from({ length: BATCHES }, () => Array.from({ length: BATCH }, (_, i) => draft(i)));
    const batched = await time(async () => {
      for (const batch of batches) await record.append(batch);
    });
    report(`acts appended in batches of ${BATCH.toLocaleString('en')}`, BATCH * BATCHES, batched, {
      name: 'the aim of 100,000/s',
      perSecond: 100_000,
    });
    const documents = Array.from({ length: DOCUMENTS }, (_, i) => Buffer.alloc(20_000, `document ${i} `));
    const put = await time(async () => {
      for (const bytes of documents) await record.putDocument(bytes);
    });
    report('documents of 20 kB put, synced', DOCUMENTS, put, disk);
    await record.close();
    let acts = 0;
    const verified = await time(async () => {
      const verification = await verifyRecord(workspace);
      if (!verification.whole) throw new Error('the record that was just written does not verify');
      acts = verification.acts;
    });
    report(`acts verified (${acts.toLocaleString('en')}, every byte)`, acts, verified, {
      name: 'the aim of 200,000/s',
      perSecond: 200_000,
    });
    const reopened = await time(async () => {
      await (await openRecord(workspace, { command: 'bench' })).close();
    });
    console.log(`${'opened and closed again'.padEnd(36)} ${Math.round(reopened).toString().padStart(10)} ms`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
