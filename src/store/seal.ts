import { createHmac, timingSafeEqual } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, relative, sep } from 'node:path';

/**
 * What the projections say is printed as what the record says. So their files are sealed while nobody has them open: an
 * HMAC-SHA256, keyed by a secret of the workspace, over the name and the bytes of each. Whoever can write them, and cannot
 * read the signing key, can destroy them, which costs time, and not make them say another thing.
 */

const NAME = 'seal';
const CHUNK_BYTES = 1024 * 1024;

/** Whether the files of a folder are the very ones that were sealed. */
export function isSealed(folder: string, secret: Buffer): boolean {
  try {
    const shown = Buffer.from(readFileSync(join(folder, NAME), 'latin1'), 'hex');
    const right = sealOf(folder, secret);
    return shown.length === right.length && timingSafeEqual(shown, right);
  } catch {
    return false;
  }
}

/** Seals the files of a folder that nobody has open. A seal that cannot be written costs time at the next opening. */
export function seal(folder: string, secret: Buffer): void {
  try {
    closeToOthers(folder);
    writeFileSync(join(folder, NAME), sealOf(folder, secret).toString('hex'), { mode: 0o600 });
  } catch {
    breakSeal(folder);
  }
}

/** The embedded database makes its files open to all, whatever the process says. */
function closeToOthers(folder: string): void {
  chmodSync(folder, 0o700);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }))
    chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o700 : 0o600);
}

/** Removes the seal before the files are opened: what a killed process leaves is rebuilt. */
export function breakSeal(folder: string): void {
  if (existsSync(folder)) rmSync(join(folder, NAME), { force: true });
}

function sealOf(folder: string, secret: Buffer): Buffer {
  const hmac = createHmac('sha256', secret);
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  for (const path of filesIn(folder)) {
    const name = relative(folder, path).split(sep).join('/');
    if (name === NAME) continue;
    const contents = createHmac('sha256', secret);
    const file = openSync(path, 'r');
    try {
      for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk))
        contents.update(chunk.subarray(0, read));
    } finally {
      closeSync(file);
    }
    hmac.update(`${JSON.stringify(name)}\n`).update(contents.digest());
  }
  return hmac.digest();
}

/** All files under a folder in one order. @throws Error for what is neither file nor folder: no database makes a link */
function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesIn(path);
      if (entry.isFile()) return [path];
      throw new Error(`${path} is no file`);
    });
}
