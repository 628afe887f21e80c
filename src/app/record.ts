import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { isDocumentId } from '../core/hash.ts';
import type { Act, ActId } from '../record/act.ts';
import { exportRecord, importRecord } from '../record/archive.ts';
import { parseCheckpoint } from '../record/checkpoint.ts';
import { parseVerifierKey } from '../record/note.ts';
import { proveLine } from '../record/prove.ts';
import type { Fault, Verification } from '../record/verification.ts';
import { verifyRecord } from '../record/verify-record.ts';
import { AppError } from './errors.ts';
import { type Progress, silentProgress } from './progress.ts';
import { withWorkspace } from './workspace.ts';

export type VerifyRequest = {
  readonly workspace: string;
  /** A verifier key that the user holds from before or from elsewhere. */
  readonly key?: string | undefined;
  /** Path of a checkpoint that the user holds. */
  readonly checkpoint?: string | undefined;
  readonly progress: Progress;
};

export type VerifyResult = Verification & { readonly summary: string; readonly faults: readonly Fault[] };

/** Checks every byte of a record; repairs nothing and needs no lock. */
export async function verifyWorkspace(request: VerifyRequest): Promise<VerifyResult> {
  request.progress.step('Verifying');
  const verification = await verifyRecord(request.workspace, {
    ...(request.key === undefined ? {} : { vkey: parseVerifierKey(request.key, '--key') }),
    ...(request.checkpoint === undefined
      ? {}
      : { checkpoint: parseCheckpoint(readHeld(request.checkpoint), request.checkpoint) }),
    onProgress: ({ done, total }) => request.progress.advance(done, total),
  });
  request.progress.done();
  return { ...verification, summary: summaryOf(verification) };
}

function readHeld(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new AppError('unreadable', 'the checkpoint cannot be read', { place: file, cause });
  }
}

function summaryOf(verification: Verification): string {
  const { whole, acts, documents, withheld, checkpoint, consistentWith, faultCount, notes } = verification;
  const covered = `${acts} acts${withheld > 0 ? ` (${withheld} withheld)` : ''}, ${documents} documents`;
  if (!whole) return `DAMAGED: ${faultCount} ${faultCount === 1 ? 'fault' : 'faults'} in ${covered}.`;
  const held = consistentWith === 'itself' ? 'consistent with itself' : 'consistent with what you hold';
  const hint = consistentWith === 'itself' ? ' Give --key or --checkpoint to compare with what you hold.' : '';
  const signed = checkpoint === null ? '' : `\n${checkpoint.origin}, ${checkpoint.size} acts, root ${checkpoint.root}`;
  return [`Whole: ${covered}; ${held}.${hint}${signed}`, ...notes].join('\n');
}

/** The signed checkpoint, brought abreast of the acts first. */
export async function printCheckpoint(workspace: string): Promise<{ checkpoint: string; vkey: string }> {
  return await withWorkspace(
    { workspace, command: 'panel record checkpoint', progress: silentProgress, create: false },
    async ({ record }) => {
      await record.checkpoint();
      return { checkpoint: record.read.checkpointNote() ?? '', vkey: record.verifierKey };
    },
  );
}

/** A proof that an act, a claim or a document is in the record, as a `.tlog-proof` text; written to a file when asked. */
export async function proveInRecord(request: { workspace: string; id: string; out?: string | undefined }): Promise<{
  proof: string;
  index: number;
  leaf: string;
}> {
  const { proof, index, leaf } = await proveLine(request.workspace, request.id);
  if (request.out !== undefined) {
    try {
      writeFileSync(request.out, proof);
    } catch (cause) {
      throw new AppError('not-written', `the proof could not be written: ${(cause as Error).message}`, {
        place: request.out,
        cause,
      });
    }
  }
  return { proof, index, leaf };
}

/** The whole record as one file, after verifying it. */
export async function exportWorkspace(request: {
  workspace: string;
  file: string;
}): Promise<{ file: string; acts: number; documents: number; bytes: number }> {
  const { acts, documents } = await exportRecord(request.workspace, request.file);
  return { file: request.file, acts, documents, bytes: statSync(request.file).size };
}

/** An exported record into a workspace that has none; it is verified before it is accepted. */
export async function importWorkspace(request: { workspace: string; file: string }): Promise<VerifyResult> {
  const verification = await importRecord(request.file, request.workspace);
  return { ...verification, summary: summaryOf(verification) };
}

type ActorRequest = { readonly workspace: string; readonly by: string; readonly reason: string };

/** Withholds acts or documents by a logged act. Leaves, tiles and checkpoints stay, so every proof still verifies. */
export async function redactInRecord(request: ActorRequest & { ids: readonly string[] }): Promise<Act> {
  const { workspace, ids, by, reason } = request;
  return await withWorkspace(
    { workspace, command: 'panel record redact', progress: silentProgress, create: false },
    async (held) => {
      const act = await held.record.redact({
        acts: ids.filter((id): id is ActId => !isDocumentId(id)),
        documents: ids.filter(isDocumentId),
        by: { person: by },
        reason,
      });
      // Projections hold texts of what was withheld: they are made anew without it.
      await held.dropStore();
      return act;
    },
  );
}

/** Ends the signing key and names a new one; a key that is not lost vouches for its successor. */
export async function replaceKey(request: ActorRequest & { lost: boolean }): Promise<{ vkey: string }> {
  const { workspace, lost, by, reason } = request;
  const held = { workspace, command: 'panel record replace-key', progress: silentProgress, create: false };
  if (lost) {
    return await withWorkspace({ ...held, replaceLostKey: { by: { person: by }, reason } }, async ({ record }) => ({
      vkey: record.verifierKey,
    }));
  }
  return await withWorkspace(held, async ({ record }) => {
    const passphrase = process.env.PANEL_PASSPHRASE;
    await record.replaceKey({ by: { person: by }, reason, ...(passphrase === undefined ? {} : { passphrase }) });
    return { vkey: record.verifierKey };
  });
}
