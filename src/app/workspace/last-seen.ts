import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { sha256Hex } from '../../core/hash.ts';
import { verifyConsistency } from '../../record/log/merkle.ts';
import type { ReadRecord } from '../../record/read-record.ts';
import { proveConsistency } from '../../record/verification/prove.ts';

/**
 * What this machine last saw of each record, kept outside every workspace: whoever puts an older copy of a workspace in the
 * place of a newer one, or another record that goes on from an older one, cannot put this back with it. It is no proof to
 * others, only a warning at home.
 */

const seenShape = z.object({ origin: z.string(), size: z.number().int().nonnegative(), root: z.string() });
type Seen = z.infer<typeof seenShape>;

function placeOf(origin: string): string {
  const state = process.env.XDG_STATE_HOME ?? join(homedir(), '.local', 'state');
  return join(state, 'standing-panel', 'seen', `${sha256Hex(origin).slice(0, 32)}.json`);
}

function readSeen(origin: string): Seen | null {
  try {
    const seen = seenShape.parse(JSON.parse(readFileSync(placeOf(origin), 'utf8')));
    return seen.origin === origin ? seen : null;
  } catch {
    return null;
  }
}

type Seeing = { readonly workspace: string; readonly origin: string; readonly read: Pick<ReadRecord, 'checkpoint'> };

/** Why a record is not the one that this machine last saw, or a continuation of it; null when it is, or was never seen. */
export function tellOfRollback({ workspace, origin, read }: Seeing): string | null {
  const seen = readSeen(origin);
  const checkpoint = read.checkpoint();
  if (seen === null || seen.size === 0) return null;
  const hint = `If that is meant, remove ${placeOf(origin)}.`;
  if (checkpoint === null || checkpoint.size < seen.size)
    return `This workspace is OLDER than what this machine last saw of it: it has ${checkpoint?.size ?? 0} acts, and there were ${seen.size}. ${hint}`;
  return continues(workspace, seen, checkpoint)
    ? null
    : `This workspace has FORKED: its first ${seen.size} acts are not those that this machine last saw. ${hint}`;
}

function continues(workspace: string, seen: Seen, { size, root }: { size: number; root: Uint8Array }): boolean {
  const before = Buffer.from(seen.root, 'base64');
  if (size === seen.size) return before.equals(root);
  try {
    return verifyConsistency(seen.size, before, size, root, proveConsistency(workspace, seen.size).path);
  } catch {
    // The tiles are not there: opening has made them again from the acts, or says what is damaged.
    return true;
  }
}

/** Remembers the record as it now stands, where that goes on from what was seen. What cannot be written is no harm. */
export function rememberSeen(seeing: Seeing): void {
  const { origin, read } = seeing;
  try {
    const checkpoint = read.checkpoint();
    if (checkpoint === null || tellOfRollback(seeing) !== null) return;
    const seen: Seen = { origin, size: checkpoint.size, root: Buffer.from(checkpoint.root).toString('base64') };
    const place = placeOf(origin);
    mkdirSync(join(place, '..'), { recursive: true, mode: 0o700 });
    writeFileSync(`${place}.${process.pid}.part`, JSON.stringify(seen), { mode: 0o600 });
    renameSync(`${place}.${process.pid}.part`, place);
  } catch {
    return;
  }
}
