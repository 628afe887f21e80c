import { writeFileSync } from 'node:fs';
import { replicateRecord } from '../../record/replica.ts';
import { layoutOf } from '../../record/storage/layout.ts';
import { isThere } from '../../record/storage/presence.ts';
import { formatFault, type Verification } from '../../record/verification/verification.ts';
import { verifyRecord } from '../../record/verification/verify-record.ts';
import { AppError } from '../errors.ts';

export type MirrorRequest = {
  readonly workspace: string;
  /** The folder of the copy. */
  readonly target: string;
  /** `copy` brings it abreast of the record, `verify` only checks it, `restore` makes the record again from it. */
  readonly mode: 'copy' | 'verify' | 'restore';
};

export type MirrorResult = {
  readonly acts: number;
  readonly documents: number;
  readonly copied: number;
  readonly whole: boolean;
  readonly faults: readonly string[];
};

/** Keeps a full copy of a record in a folder, checks it byte for byte, or restores from it alone. Needs no lock: it reads plain files. */
export async function mirrorRecord({ workspace, target, mode }: MirrorRequest): Promise<MirrorResult> {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(target))
    throw new AppError('bad-option', 'a copy is kept in a folder; a store of another kind can be mounted as one', {
      place: target,
    });
  if (mode === 'verify') return resultOf(await verifyRecord(target), 0);
  if (mode === 'copy') {
    const { copied } = await replicateRecord(workspace, target);
    return resultOf(await verifyRecord(target), copied);
  }
  if (isThere(layoutOf(workspace).acts))
    throw new AppError('refused-by-rule', 'there is a record here already; restore into another --workspace', {
      place: workspace,
    });
  const verification = await verifyRecord(target);
  const [fault] = verification.faults;
  if (fault !== undefined)
    throw new AppError('refused-by-rule', `the copy is damaged and nothing was restored: ${formatFault(fault)}`, {
      place: target,
    });
  const { copied } = await replicateRecord(target, workspace);
  // Its key does not come from a copy: put it back, or go on in a new log.
  writeFileSync(layoutOf(workspace).imported, `${JSON.stringify({ v: 1, ...verification.checkpoint })}\n`);
  return resultOf(await verifyRecord(workspace), copied);
}

function resultOf({ acts, documents, whole, faults }: Verification, copied: number): MirrorResult {
  return { acts, documents, copied, whole, faults: faults.map(formatFault) };
}
