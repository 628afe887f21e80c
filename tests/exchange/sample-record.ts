import type { ActDraft, Actor } from '../../src/record/log/act.ts';
import { type ActRecord, openRecord } from '../../src/record/record.ts';

export const by: Actor = { person: 'A. Analyst' };

/** Acts of no meaning to anything but the log. */
export function foundActs(count: number): ActDraft[] {
  return Array.from({ length: count }, (_, n) => ({ kind: 'found', by, body: { n } }));
}

/** Opens a record, begins it where there is none, and closes it afterwards. */
export async function withRecord<T>(
  workspace: string,
  work: (record: ActRecord) => Promise<T>,
  options = {},
): Promise<T> {
  const record = await openRecord(workspace, { command: 'test', ...options });
  try {
    return await work(record);
  } finally {
    await record.close();
  }
}

/** Adds acts, so that the record has `size` of them after its first. @returns its verifier key */
export async function growRecord(workspace: string, count: number): Promise<string> {
  return await withRecord(workspace, async (record) => {
    await record.append(foundActs(count));
    return record.verifierKey;
  });
}
