import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isSealed, seal } from './seal.ts';

const secret = Buffer.alloc(32, 7);

function sealedFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'panel-seal-'));
  mkdirSync(join(folder, 'base'));
  writeFileSync(join(folder, 'base', '1'), Buffer.alloc(3 * 1024 * 1024 + 5, 1));
  writeFileSync(join(folder, 'base', '2'), 'rows');
  writeFileSync(join(folder, 'empty'), '');
  seal(folder, secret);
  return folder;
}

/** What somebody without the secret may do to the files of a folder. */
const CHANGES: Readonly<Record<string, (folder: string) => void>> = {
  'a byte in the middle of a large file': (folder) => {
    const bytes = readFileSync(join(folder, 'base', '1'));
    bytes[2 * 1024 * 1024] = 2;
    writeFileSync(join(folder, 'base', '1'), bytes);
  },
  'bytes at the end of a file': (folder) => writeFileSync(join(folder, 'base', '2'), 'rows\n'),
  'a byte that moves to the file before': (folder) => {
    writeFileSync(join(folder, 'base', '1'), Buffer.concat([Buffer.alloc(3 * 1024 * 1024 + 5, 1), Buffer.from('r')]));
    writeFileSync(join(folder, 'base', '2'), 'ows');
  },
  'another name': (folder) => renameSync(join(folder, 'base', '2'), join(folder, 'base', '3')),
  'a file more': (folder) => writeFileSync(join(folder, 'more'), ''),
  'a file less': (folder) => rmSync(join(folder, 'empty')),
  'a seal of nothing but a salt': (folder) =>
    writeFileSync(join(folder, 'seal'), readFileSync(join(folder, 'seal')).subarray(0, 64)),
  'the seal of another time': (folder) => {
    const before = readFileSync(join(folder, 'seal'));
    writeFileSync(join(folder, 'base', '2'), 'more');
    seal(folder, secret);
    writeFileSync(join(folder, 'seal'), before);
  },
};

describe('a seal', () => {
  it('holds for the files as they are, under its secret alone', () => {
    const folder = sealedFolder();
    expect(isSealed(folder, secret)).toBe(true);
    expect(isSealed(folder, Buffer.alloc(32, 8))).toBe(false);
  });

  it('has a salt of its own each time', () => {
    const folder = sealedFolder();
    const before = readFileSync(join(folder, 'seal'), 'latin1');
    seal(folder, secret);
    expect(readFileSync(join(folder, 'seal'), 'latin1')).not.toBe(before);
  });

  for (const [what, change] of Object.entries(CHANGES))
    it(`is broken by ${what}`, () => {
      const folder = sealedFolder();
      change(folder);
      expect(isSealed(folder, secret)).toBe(false);
    });
});
