import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { ClaimPage } from '../../src/app/workbench/contract/claim.ts';
import type { ActsDone } from '../../src/app/workbench/contract/record/act.ts';
import { readRecord } from '../../src/record/read-record.ts';
import { openRecord } from '../../src/record/record.ts';
import { verifyRecord } from '../../src/record/verification/verify-record.ts';
import { runInto, writeDossier } from '../dossier/workspace.ts';
import { isFullCount } from '../full-count.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { type Serving, servePanel } from '../workbench/serving.ts';

const ROUNDS = isFullCount ? 100 : 1;
const CLIENTS = 8;

const STORY = 'Officials in Seoul said on Monday that North Korea had sent about 5,000 artillery shells to Russia.';

/** Grades a claim again and again, and remembers each act that the server said is logged; ends when the server is gone. */
async function gradeUntilGone(
  { address, token }: Serving,
  claim: string,
  by: string,
  logged: Set<string>,
): Promise<void> {
  for (let at = 0; ; at++) {
    try {
      const response = await fetch(`${address}/api/v1/claims/${claim}/grades`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ by, credibility: String(2 + (at % 5)), reason: 'x'.repeat(at % 300) }),
      });
      const { acts } = (await response.json()) as ActsDone;
      expect(response.status).toBe(200);
      for (const { id } of acts) logged.add(id);
    } catch (error) {
      if (error instanceof TypeError) return;
      throw error;
    }
  }
}

async function firstClaim({ address, token }: Serving): Promise<string> {
  const page = (await (
    await fetch(`${address}/api/v1/claims`, { headers: { authorization: `Bearer ${token}` } })
  ).json()) as ClaimPage;
  return page.items[0]?.id ?? '';
}

async function idsIn(workspace: string): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for await (const { id } of readRecord(workspace).acts()) ids.add(id);
  return ids;
}

it(`a server that is killed while it writes loses no act that it acknowledged, in ${ROUNDS} rounds`, async () => {
  const workspace = join(temporaryFolder(), 'workspace');
  await runInto(writeDossier({ daily: { text: STORY, published: '2024-05-01' } }), workspace, '2024-06-01');
  const logged = new Set<string>();
  let claim = '';
  for (let round = 0; round < ROUNDS; round++) {
    const before = logged.size;
    const serving = await servePanel(workspace);
    claim ||= await firstClaim(serving);
    const clients = Array.from({ length: CLIENTS }, (_, at) => gradeUntilGone(serving, claim, `Client ${at}`, logged));
    while (logged.size < before + 20) await sleep(5);
    await sleep(randomInt(200));
    serving.process.kill('SIGKILL');
    await Promise.all(clients);
    const ids = await idsIn(workspace);
    expect([...logged].filter((id) => !ids.has(id))).toEqual([]);
  }
  await (await openRecord(workspace, { command: 'test' })).close();
  expect((await verifyRecord(workspace)).faults).toEqual([]);
  const ids = await idsIn(workspace);
  expect([...logged].filter((id) => !ids.has(id))).toEqual([]);
});
