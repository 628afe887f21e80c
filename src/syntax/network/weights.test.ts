import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { packageRoot } from '../../core/resource.ts';

let folder: string | undefined;
afterEach(() => {
  if (folder !== undefined) rmSync(folder, { recursive: true });
});

describe('weights', () => {
  it('are refused when one bit of them differs', () => {
    folder = mkdtempSync(join(tmpdir(), 'weights-'));
    const root = packageRoot();
    for (const part of ['package.json', 'src/core', 'src/syntax'])
      cpSync(join(root, part), join(folder, part), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    const altered = join(folder, 'src/syntax/weights/en_core_web_sm-3.6.0.i8.bin');
    const bytes = readFileSync(altered);
    bytes[700_000] = bytes[700_000]! ^ 1;
    writeFileSync(altered, bytes);
    writeFileSync(
      join(folder, 'ask.ts'),
      "import { loadParser } from './src/syntax/parser.ts';\ntry { loadParser(); } catch (error) { console.log(error.code, error.message); }\n",
    );
    const said = execFileSync(process.execPath, ['--import', 'tsx', 'ask.ts'], { cwd: folder, encoding: 'utf8' });
    expect(said).toBe(
      "weights-altered The program's own file en_core_web_sm-3.6.0.i8.bin is not the one it was made with; install standing-panel again.\n",
    );
  });
});
