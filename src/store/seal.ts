import { createCipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, relative, sep } from 'node:path';

/**
 * What the projections say is printed as what the record says. So their files are sealed while nobody has them open: AES-256-GMAC
 * (NIST SP 800-38D) over the name, the size and the bytes of each, under a key of that one seal, which follows from a secret of the workspace
 * and a fresh salt: no key seals twice. Whoever can write them, and cannot read the signing key, can destroy them, which costs
 * time, and not make them say another thing. All files are gone through at each opening, and HMAC-SHA256 takes three times as long.
 */

const NAME = 'seal';
const CHUNK_BYTES = 1024 * 1024;
const NONCE_BYTES = 12;

const SALT_BYTES = 32;

/** Whether the files of a folder are the very ones that were sealed. */
export function isSealed(folder: string, secret: Buffer): boolean {
  try {
    const shown = Buffer.from(readFileSync(join(folder, NAME), 'latin1'), 'hex');
    const right = sealOf(folder, secret, shown.subarray(0, SALT_BYTES));
    return shown.length === right.length && timingSafeEqual(shown, right);
  } catch {
    return false;
  }
}

/** Seals the files of a folder that nobody has open. A seal that cannot be written costs time at the next opening. */
export function seal(folder: string, secret: Buffer): void {
  try {
    closeToOthers(folder);
    const made = sealOf(folder, secret, randomBytes(SALT_BYTES));
    writeFileSync(join(folder, NAME), made.toString('hex'), { mode: 0o600 });
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

function sealOf(folder: string, secret: Buffer, salt: Buffer): Buffer {
  const key = createHmac('sha256', secret).update('seal of the store\n').update(salt).digest();
  // The key is of this salt alone, so that the nonce may be the same.
  const mac = createCipheriv('aes-256-gcm', key, Buffer.alloc(NONCE_BYTES));
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  for (const path of filesIn(folder)) {
    const name = relative(folder, path).split(sep).join('/');
    if (name === NAME) continue;
    const file = openSync(path, 'r');
    try {
      const { size } = fstatSync(file);
      // The size stands before the bytes: where one file ends and the next begins is no matter of interpretation.
      mac.setAAD(Buffer.from(`${JSON.stringify([name, size])}\n`));
      let left = size;
      for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) {
        mac.setAAD(chunk.subarray(0, read));
        left -= read;
      }
      if (left !== 0) throw new Error(`${path} changes while it is read`);
    } finally {
      closeSync(file);
    }
  }
  mac.final();
  return Buffer.concat([salt, mac.getAuthTag()]);
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
