import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { folderCopy } from '../../record/folder-copy.ts';
import { replicateRecord } from '../../record/replica.ts';
import { layoutOf } from '../../record/storage/layout.ts';
import { isThere } from '../../record/storage/presence.ts';
import { formatFault, type Verification } from '../../record/verification/verification.ts';
import { verifyRecord } from '../../record/verification/verify-record.ts';
import { AppError } from '../errors.ts';
import { isInStore } from './copy-place.ts';

export type MirrorRequest = {
  readonly workspace: string;
  /** The folder of the copy, or a store as `s3://BUCKET/PREFIX`. */
  readonly target: string;
  /** `copy` brings it abreast of the record, `verify` only checks it, `restore` makes the record again from it. */
  readonly mode: 'copy' | 'verify' | 'restore';
};

export type MirrorResult = {
  readonly acts: number;
  readonly documents: number;
  readonly copied: number;
  /** Null where nothing was read back: a copy to a store is checked when it is asked for, since all of it has to come over the line. */
  readonly whole: boolean | null;
  readonly faults: readonly string[];
};

/**
 * Keeps a full copy of a record in a folder or a store of objects, checks it byte for byte, or restores from it alone. Needs no
 * lock: it reads plain files.
 */
export async function mirrorRecord(request: MirrorRequest): Promise<MirrorResult> {
  const { workspace, target, mode } = request;
  if (!isInStore(target)) {
    if (mode === 'verify') return resultOf(await verifyRecord(target), 0);
    if (mode === 'restore') return await restoreFrom(target, request);
    const { copied } = await replicateRecord(workspace, folderCopy(target));
    return resultOf(await verifyRecord(target), copied);
  }
  const [{ objectStore }, { fetchCopy, storeCopy }] = await Promise.all([
    import('./object-store.ts'),
    import('./store-copy.ts'),
  ]);
  const store = objectStore(target);
  if (mode === 'copy') return { ...(await replicateRecord(workspace, storeCopy(store))), whole: null, faults: [] };
  // Beside the workspace, where there is room for a whole record, and for its owner alone.
  const fetched = `${resolve(workspace)}.copy-${process.pid}`;
  try {
    if (mode === 'restore') refuseRecord(workspace);
    mkdirSync(fetched, { recursive: true, mode: 0o700 });
    await fetchCopy(store, fetched);
    return mode === 'verify' ? resultOf(await verifyRecord(fetched), 0) : await restoreFrom(fetched, request);
  } finally {
    rmSync(fetched, { recursive: true, force: true });
  }
}

async function restoreFrom(copy: string, { workspace, target }: MirrorRequest): Promise<MirrorResult> {
  refuseRecord(workspace);
  const verification = await verifyRecord(copy);
  const [fault] = verification.faults;
  if (fault !== undefined)
    throw new AppError('refused-by-rule', `the copy is damaged and nothing was restored: ${formatFault(fault)}`, {
      place: target,
    });
  const { copied } = await replicateRecord(copy, folderCopy(workspace));
  // Its key does not come from a copy: put it back, or go on in a new log.
  writeFileSync(layoutOf(workspace).imported, `${JSON.stringify({ v: 1, ...verification.checkpoint })}\n`);
  return resultOf(await verifyRecord(workspace), copied);
}

function refuseRecord(workspace: string): void {
  if (isThere(layoutOf(workspace).acts))
    throw new AppError('refused-by-rule', 'there is a record here already; restore into another --workspace', {
      place: workspace,
    });
}

function resultOf({ acts, documents, whole, faults }: Verification, copied: number): MirrorResult {
  return { acts, documents, copied, whole, faults: faults.map(formatFault) };
}
