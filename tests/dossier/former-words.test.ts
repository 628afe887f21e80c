import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listClaims } from '../../src/app/commands/review.ts';
import { addDocuments } from '../../src/app/intake/add.ts';
import { silentProgress } from '../../src/app/progress.ts';
import { openRecord } from '../../src/record/record.ts';
import { verifyRecord } from '../../src/record/verification/verify-record.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const TABLE = 'Tag;Absender;Empfänger;Ware;Menge\n2023-05-01;Russia;North Korea;coal;1,200\n';
/** The body of an act as it was logged when the two sides of a handing over were called giver and receiver. */
const FORMER_BODY =
  '{"columns":{"headings":["tag","absender","empfänger","ware","menge"],"roles":["date","giver","receiver","goods","quantity"],"units":["","","","","tonnes"]}}';

it('reads the roles of columns in the words of an earlier act, whose bytes stay what they are and verify', async () => {
  const workspace = join(temporaryFolder(), 'workspace');
  const folder = join(temporaryFolder(), 'files');
  mkdirSync(folder);
  writeFileSync(join(folder, 'calls.csv'), TABLE);
  await addDocuments({ targets: [join(folder, 'calls.csv')], workspace, source: 'The desk', progress: silentProgress });

  const record = await openRecord(workspace, { command: 'panel columns' });
  await record.append([{ kind: 'described', by: { person: 'A. Reader' }, body: JSON.parse(FORMER_BODY) }]);
  await record.close();
  const before = logOf(workspace);
  expect(before).toContain(FORMER_BODY);

  expect(await claimsOf(workspace)).toEqual([
    { roles: { agent: ['Russia'], recipient: ['North Korea'], object: ['coal'] }, low: '1200' },
  ]);
  expect(await verifyRecord(workspace)).toMatchObject({ whole: true, faults: [] });
  expect(logOf(workspace)).toBe(before);
}, 180_000);

async function claimsOf(workspace: string): Promise<unknown[]> {
  const claims = await listClaims({ workspace });
  return claims.map(({ roles, quantities }) => ({ roles, low: quantities[0]?.low }));
}

function logOf(workspace: string): string {
  const acts = join(workspace, 'record', 'acts');
  return readdirSync(acts)
    .map((name) => readFileSync(join(acts, name), 'utf8'))
    .join('');
}
