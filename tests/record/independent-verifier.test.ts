import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRecord } from '../../src/record/record.ts';
import { proveLine } from '../../src/record/verification/prove.ts';

const VERIFIER = fileURLToPath(new URL('independent-verifier.mjs', import.meta.url));

let folder: string;
let vkey: string;
let proof: string;
let leaf: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'panel-proof-'));
  const record = await openRecord(join(folder, 'workspace'), { command: 'test' });
  await record.append(Array.from({ length: 1001 }, (_, i) => ({ kind: 'found', by: { person: 'A' }, body: { i } })));
  vkey = record.verifierKey;
  await record.close();
  ({ proof, leaf } = await proveLine(join(folder, 'workspace'), 'a-777'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function check(text: string, key = vkey) {
  const file = join(folder, 'a.tlog-proof');
  writeFileSync(file, text);
  return spawnSync(process.execPath, [VERIFIER, file, key], { encoding: 'utf8' });
}

describe('a verifier that shares no code with the record', () => {
  it('shares none', () => {
    expect(readFileSync(VERIFIER, 'utf8').match(/from '[^']+'/g)).toEqual(["from 'node:crypto'", "from 'node:fs'"]);
  });

  it('accepts a proof, and reads the leaf out of it', () => {
    expect(check(proof)).toMatchObject({ status: 0, stdout: `${leaf}\n` });
  });

  it.each([
    [
      'another leaf',
      () => proof.replace(/extra .*/, `extra ${Buffer.from(leaf.replace('a-777', 'a-778')).toString('base64')}`),
    ],
    ['another index', () => proof.replace('index 777', 'index 778')],
    ['a step less', () => proof.replace(/(index .*\n).*\n/, '$1')],
    ['a step more', () => proof.replace(/(index .*\n)(.*\n)/, '$1$2$2')],
    ['another size', () => proof.replace('\n1002\n', '\n1003\n')],
    ['another origin', () => proof.replace(/\n\nstanding-panel/, '\n\nstanding-panelx')],
    ['no signature', () => proof.slice(0, proof.indexOf('\u2014'))],
  ])('refuses a proof with %s', (_, altered) => {
    expect(altered()).not.toBe(proof);
    expect(check(altered())).toMatchObject({ status: 1, stderr: expect.stringContaining('not proven') });
  });

  it('refuses a proof under another key', () => {
    expect(check(proof, 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k').status).toBe(1);
  });
});
