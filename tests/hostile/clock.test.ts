import { describe, expect, it } from 'vitest';
import { fixedClock } from '../../src/core/time/clock.ts';
import { readRecord } from '../../src/record/read-record.ts';
import { openRecord } from '../../src/record/record.ts';
import { verifyRecord } from '../../src/record/verification/verify-record.ts';
import { panel } from '../cli/command.ts';
import { runInto, writeDossier } from '../dossier/workspace.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const draft = { kind: 'described', by: { person: 'Ada' }, body: {} } as const;

/** Opens a record while the machine's clock says `now`, and logs acts. */
async function logAt(workspace: string, now: string, acts = 1) {
  const record = await openRecord(workspace, { command: 'test', clock: fixedClock(now) });
  try {
    return await record.append(Array.from({ length: acts }, () => draft));
  } finally {
    await record.close();
  }
}

async function leavesOf(workspace: string) {
  const leaves: { time: string; behind: string | undefined }[] = [];
  for await (const { line, act } of readRecord(workspace).lines())
    leaves.push({ time: line.leaf.time, behind: act?.clock?.behind });
  return leaves;
}

describe('a clock that is set back', () => {
  it('is said by the acts that it dates, over openings and over whole segments, and told by verification', async () => {
    const workspace = temporaryFolder();
    await logAt(workspace, '2026-05-01T00:00:00Z');
    const [back] = await logAt(workspace, '2026-04-01T00:00:00Z');
    expect(back?.clock).toEqual({ behind: '2026-05-01T00:00:00.000Z' });
    expect(back?.at).toBe('2026-04-01T00:00:00.000Z');
    // More acts than a segment has, so that the highest time stands in none of the last.
    await logAt(workspace, '2026-04-01T00:00:00Z', 9000);
    const [still] = await logAt(workspace, '2026-04-30T00:00:00Z');
    expect(still?.clock).toEqual({ behind: '2026-05-01T00:00:00.000Z' });
    const [again] = await logAt(workspace, '2026-05-02T00:00:00Z');
    expect(again?.clock).toBeUndefined();
    let latest = '';
    for (const { time, behind } of await leavesOf(workspace)) {
      if (behind === undefined) expect(time >= latest).toBe(true);
      if (time > latest) latest = time;
    }
    const { whole, notes } = await verifyRecord(workspace);
    expect(whole).toBe(true);
    expect(notes).toEqual([expect.stringMatching(/^9002 acts were logged while the clock stood before .* a-2\)\.$/)]);
  });
});

describe('--clock', () => {
  it('marks the acts whose time it fixes, and does not date what is logged', async () => {
    const before = new Date().toISOString();
    const { workspace } = await runInto(
      writeDossier({ daily: { text: 'Iran said that it sold 4 drones to Russia.', published: '2024-05-01' } }),
      undefined,
      '2024-06-01',
    );
    let acts = 0;
    for await (const { line, act } of readRecord(workspace).lines()) {
      acts++;
      expect(act?.clock).toEqual({ fixed: true });
      expect(act?.at).toBe('2024-06-01T00:00:00.000Z');
      expect(line.leaf.time >= before).toBe(true);
    }
    const { code, out } = await panel('record', 'verify', '--workspace', workspace);
    expect(code).toBe(0);
    expect(out).toContain(`${acts} acts have a time that was fixed with --clock: it dates nothing.`);
  });
});
