import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeError } from '../../core/errors.ts';
import { isDocumentId } from '../../core/hash.ts';
import { exportRecord, importRecord } from '../../record/archive/archive.ts';
import type { Act, ActId } from '../../record/log/act.ts';
import { parseCheckpoint, type SignedCheckpoint } from '../../record/log/checkpoint.ts';
import { parseVerifierKey, restoreCopiedNote, type VerifierKey } from '../../record/log/note.ts';
import { readRecord } from '../../record/read-record.ts';
import { proveLine } from '../../record/verification/prove.ts';
import type { Fault, Verification } from '../../record/verification/verification.ts';
import { verifyInThread } from '../../record/verification/verify-in-thread.ts';
import { verifyRecord } from '../../record/verification/verify-record.ts';
import { personName } from '../act-builders/act-builder.ts';
import { AppError } from '../errors.ts';
import { type Progress, silentProgress } from '../progress.ts';
import type { CosignedSummary } from '../standing/judge-cosignatures.ts';
import type { JudgedStamp } from '../standing/judge-stamps.ts';
import { tellOfRollback } from './last-seen.ts';
import { folderOf, type WorkspacePlace, withWorkspace } from './workspace.ts';

export type VerifyRequest = {
  readonly workspace: string;
  /** A verifier key that the user holds from before or from elsewhere. */
  readonly key?: string | undefined;
  /** Path of a checkpoint that the user holds. */
  readonly checkpoint?: string | undefined;
  /** Path of a policy: the record must be cosigned as it asks. */
  readonly policy?: string | undefined;
  /** Seconds since a quorum has looked, at most. */
  readonly maxAge?: number | undefined;
  /** Path of root certificates by which stamps of time are judged. */
  readonly tsaRoots?: string | undefined;
  readonly progress: Progress;
};

export type VerifyResult = Verification & {
  readonly summary: string;
  readonly faults: readonly Fault[];
  /** What the policy says of the cosignatures; null where none was given. */
  readonly cosignatures: CosignedSummary | null;
  /** The stamps of time over its notes. */
  readonly stamps: readonly JudgedStamp[];
  /** Why it is not the record that this machine last saw, or a continuation of it; null when it is, or was never seen. */
  readonly rollback: string | null;
};

/** Checks every byte of a record; repairs nothing and needs no lock. */
export async function verifyWorkspace(request: VerifyRequest): Promise<VerifyResult> {
  request.progress.step('Verifying');
  const verification = await verifyRecord(request.workspace, {
    ...(request.key === undefined ? {} : { vkey: parseHeldKey(request.key) }),
    ...(request.checkpoint === undefined ? {} : { checkpoint: readHeldCheckpoint(request.checkpoint) }),
    onProgress: ({ done, total }) => request.progress.advance(done, total),
  });
  request.progress.done();
  const judged = withoutPolicy(request.workspace, verification, request.policy !== undefined);
  const stamped = await withStamps(request, judged);
  if (request.policy === undefined) return stamped;
  const { judgeCosignatures } = await import('../standing/judge-cosignatures.ts');
  const cosignatures = judgeCosignatures(request.workspace, verification, { ...request, policy: request.policy });
  return { ...stamped, summary: [stamped.summary, ...cosignatures.lines].join('\n'), cosignatures };
}

async function withStamps({ workspace, tsaRoots }: VerifyRequest, result: VerifyResult): Promise<VerifyResult> {
  if (result.cosigned.length === 0) return result;
  const { describeStamp, judgeStamps } = await import('../standing/judge-stamps.ts');
  const stamps = await judgeStamps(workspace, tsaRoots);
  return { ...result, stamps, summary: [result.summary, ...stamps.map(describeStamp)].join('\n') };
}

function withoutPolicy(workspace: string, verification: Verification, policyFollows = false): VerifyResult {
  const rollback = rolledBack(workspace);
  const summary = [summaryOf(verification, policyFollows), ...(rollback === null ? [] : [rollback])].join('\n');
  return { ...verification, summary, cosignatures: null, stamps: [], rollback };
}

/** A whole record may still be an older copy, or another one: what this machine last saw of it tells. */
export function rolledBack(workspace: string): string | null {
  const read = readRecord(workspace);
  try {
    const checkpoint = read.checkpoint();
    return checkpoint === null ? null : tellOfRollback({ workspace, origin: checkpoint.origin, read });
  } catch {
    // What is damaged is told of as a fault.
    return null;
  }
}

/** As `verifyWorkspace` without anything that the reader holds, in a thread of its own: a server answers meanwhile. */
export async function verifyAlongside(workspace: string, progress: Progress): Promise<VerifyResult> {
  progress.step('Verifying');
  const verification = await verifyInThread(workspace, ({ done, total }) => progress.advance(done, total));
  return withoutPolicy(workspace, verification);
}

function parseHeldKey(text: string): VerifierKey {
  try {
    // A key that was copied from a page may come in two lines; no part of it holds a blank.
    return parseVerifierKey(text.replace(/\s+/g, ''));
  } catch (cause) {
    throw new AppError('bad-option', describeError(cause), { place: '--key', cause });
  }
}

/** A checkpoint that somebody holds, also as it comes from the annex of a printed report. */
function readHeldCheckpoint(file: string): SignedCheckpoint {
  const held = readHeld(file);
  try {
    return parseCheckpoint(held, file);
  } catch (fault) {
    const restored = restoreCopiedNote(held.toString('utf8'));
    if (restored === undefined) throw fault;
    return parseCheckpoint(restored, file);
  }
}

function readHeld(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new AppError('unreadable', 'the checkpoint cannot be read', { place: file, cause });
  }
}

/** What a reader could otherwise take to be verified too. */
const SCOPE =
  'Covered: every byte under record/. Not covered: readings/ and store/, which are used only where this workspace sealed them, and report/: compare it with "panel report verify FILE".';

function summaryOf(verification: Verification, policyFollows: boolean): string {
  const { whole, faults, acts, documents, withheld, checkpoint, consistentWith, faultCount } = verification;
  const notes = [
    ...verification.notes,
    ...(verification.cosigned.length === 0 || policyFollows
      ? []
      : [
          `Notes of ${verification.cosigned.join(', ')} acts are kept with what others signed; --policy FILE judges by whom.`,
        ]),
  ];
  const covered = `${count(acts, 'act')}${withheld > 0 ? ` (${withheld} withheld)` : ''}, ${count(documents, 'document')}`;
  // A record that is whole and not the one that the reader knows is another matter than a damaged one.
  if (!whole && faults.every(({ code }) => code === 'not-consistent' || code === 'not-your-key'))
    return `NOT CONSISTENT with what you hold: ${covered}, which are whole in themselves.`;
  if (!whole) return `DAMAGED: ${count(faultCount, 'fault')} in ${covered}.`;
  const held = consistentWith === 'itself' ? 'consistent with itself' : 'consistent with what you hold';
  const hint =
    consistentWith === 'itself'
      ? ' To compare it with a checkpoint that somebody else holds: panel record verify --checkpoint FILE.'
      : '';
  const signed =
    checkpoint === null ? '' : `\n${checkpoint.origin}, ${count(checkpoint.size, 'act')}, root ${checkpoint.root}`;
  return [`Whole: ${covered}; ${held}.${hint}${signed}`, ...notes, SCOPE].join('\n');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** The signed checkpoint, brought abreast of the acts first. */
export async function printCheckpoint({
  workspace,
}: {
  workspace: WorkspacePlace;
}): Promise<{ checkpoint: string; vkey: string }> {
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
      writeFileSync(request.out, proof, { mode: 0o600 });
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
  return withoutPolicy(request.workspace, verification);
}

type ActorRequest = { readonly workspace: WorkspacePlace; readonly by: string; readonly reason: string };

/** What a redaction did, and what still speaks of the withheld: a person decides whether to withhold that too. */
export type RedactionResult = { readonly act: Act; readonly remaining: readonly string[] };

/** Withholds acts or documents by a logged act. Leaves, tiles and checkpoints stay, so every proof still verifies. */
export async function redactInRecord(request: ActorRequest & { ids: readonly string[] }): Promise<RedactionResult> {
  const { workspace, ids, by, reason } = request;
  return await withWorkspace(
    { workspace, command: 'panel record redact', progress: silentProgress, create: false },
    async (held) => {
      // Projections hold texts of what is withheld, also where they were written over. They go first: whatever stops the
      // redaction on its way, opening the workspace finishes it, and nothing of theirs is left.
      await held.dropDerived();
      const act = await held.record.redact({
        acts: ids.filter((id): id is ActId => !isDocumentId(id)),
        documents: ids.filter(isDocumentId),
        by: { person: personName(by) },
        reason,
      });
      // A server reads for others meanwhile, and may have kept what it read before the act.
      await held.dropDerived();
      return { act, remaining: remainingTraces(folderOf(workspace), await held.acts(), ids) };
    },
  );
}

/** Where the withheld is still quoted: in other acts, in a report written before. Protection of a source fails there. */
function remainingTraces(workspace: string, acts: readonly Act[], ids: readonly string[]): readonly string[] {
  const documents = ids.filter(isDocumentId);
  const naming = acts
    .filter(({ kind }) => kind !== 'redacted' && kind !== 'extracted')
    .filter(({ body }) => documents.some((id) => JSON.stringify(body).includes(id)))
    .map(({ id }) => id);
  const report = join(workspace, 'report');
  return [
    ...(naming.length > 0
      ? [`Custody or quotes of it remain in ${naming.join(', ')}; "panel record redact" withholds them too.`]
      : []),
    ...(existsSync(report) ? [`The report in ${report} was written before; write it again with "panel run".`] : []),
  ];
}

/** Ends the signing key and names a new one; a key that is not lost vouches for its successor. */
export async function replaceKey(
  request: ActorRequest & { lost: boolean },
): Promise<{ vkey: string; endorsement: string | null }> {
  const { workspace, lost, by, reason } = request;
  const held = { workspace, command: 'panel record replace-key', progress: silentProgress, create: false };
  if (lost && typeof workspace !== 'string')
    throw new AppError('refused-by-rule', 'whoever serves this workspace holds its key; stop the server first');
  if (lost) {
    return await withWorkspace(
      { ...held, replaceLostKey: { by: { person: personName(by) }, reason } },
      async ({ record }) => ({
        vkey: record.verifierKey,
        endorsement: null,
      }),
    );
  }
  return await withWorkspace(held, async ({ record }) => {
    const passphrase = process.env.PANEL_PASSPHRASE;
    const { body } = await record.replaceKey({
      by: { person: personName(by) },
      reason,
      ...(passphrase === undefined ? {} : { passphrase }),
    });
    return { vkey: record.verifierKey, endorsement: typeof body.endorsement === 'string' ? body.endorsement : null };
  });
}
