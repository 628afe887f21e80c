import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inOurWords, RecordError } from '../errors.ts';
import type { NamedKey } from '../keys/key-history.ts';
import type { SignedCheckpoint } from '../log/checkpoint.ts';
import { formatVerifierKey, signersOf, type VerifierKey } from '../log/note.ts';
import { segmentPlace } from '../log/segment.ts';
import { TreeBuilder } from '../log/tree-builder.ts';
import { encodeBase64 } from '../storage/base64.ts';
import { layoutOf, placeInRecord, SEGMENT_ACTS, type WorkspaceLayout } from '../storage/layout.ts';
import { lockOwnerOf } from '../storage/lock.ts';
import { isThere } from '../storage/presence.ts';
import { FaultList, type Verification, type VerifyOptions } from './verification.ts';
import { type TimesFound, verifyActs } from './verify-acts.ts';
import { CosignedVerifier } from './verify-cosigned.ts';
import { verifyDocuments } from './verify-documents.ts';
import { LogVerifier } from './verify-log.ts';

/** A record that another process writes to may move on under the reader; faults are believed when they stay. */
const MOST_ATTEMPTS = 3;

/**
 * Checks every byte of every file under `record/`, reading only. Memory goes with the number of documents, not with
 * the size of the record. It never repairs.
 * @throws RecordError `not-a-workspace`
 */
export async function verifyRecord(workspace: string, options: VerifyOptions = {}): Promise<Verification> {
  const layout = layoutOf(workspace);
  for (const folder of [layout.acts, layout.documents, layout.log]) {
    if (!isThere(folder))
      throw new RecordError('not-a-workspace', 'There is no record here, or a part of it is missing.', {
        place: folder,
      });
  }
  for (let attempt = 1; ; attempt++) {
    const { verification, movedOn } = await verifyOnce(layout, options).catch((error: unknown) => {
      throw inOurWords(error);
    });
    if (verification.whole || !movedOn || attempt === MOST_ATTEMPTS) return verification;
  }
}

async function verifyOnce(layout: WorkspaceLayout, options: VerifyOptions) {
  const faults = new FaultList();
  const notes: string[] = [];
  for (const entry of readdirSync(layout.record, { withFileTypes: true })) {
    if (!['acts', 'cosigned', 'documents', 'log'].includes(entry.name))
      faults.add(placeInRecord(entry.name), 0, 'unknown-file', 'nothing of this name belongs to a record');
    // What a link leads to is not under the record, and may be another tomorrow.
    else if (!entry.isDirectory())
      faults.add(
        placeInRecord(entry.name),
        0,
        'unknown-file',
        'a folder of the record must stand here, and no link to one',
      );
  }
  let [bytes, reported] = [0, 0];
  const total = sizeOf(layout.acts) + sizeOf(layout.documents);
  const onBytes = (count: number) => {
    bytes += count;
    if (bytes - reported < 1_000_000 && bytes < total) return;
    reported = bytes;
    options.onProgress?.({ done: bytes, total: Math.max(total, bytes) });
  };
  const log = new LogVerifier(layout, faults);
  const cosigned = new CosignedVerifier(layout, faults);
  const builder = new TreeBuilder((name, tile) => log.checkFull(name, tile));
  const held = options.checkpoint;
  let rootHeld: Buffer | undefined;
  const afterLeaf = () => {
    log.checkAt(builder);
    cosigned.checkAt(builder);
    if (builder.size === held?.size) rootHeld = builder.root();
  };
  const hasWriter = () => lockOwnerOf(layout) !== null;
  const found = await verifyActs(layout, builder, faults, { afterLeaf, onBytes, hasWriter });
  if (log.checkpoint !== null && found.lines < log.checkpoint.size) {
    const message = `the acts from a-${found.lines} on, which the checkpoint covers, are missing`;
    faults.add(segmentPlace(Math.floor(found.lines / SEGMENT_ACTS)), 0, 'missing', message);
  }
  log.finish(builder.size, found.history);
  cosigned.finish(builder.size, found.history);
  const { documents, unclaimed } = await verifyDocuments(layout, found, faults, onBytes);
  if (options.vkey !== undefined) checkHeldKey(options.vkey, found.history, faults);
  if (held !== undefined) checkHeldCheckpoint(held, rootHeld, builder.size, found.history, options.vkey, faults);
  const uncovered = builder.size - (log.checkpoint?.size ?? 0);
  if (uncovered > 0)
    notes.push(
      uncovered === 1
        ? 'One act is not covered by a checkpoint yet.'
        : `${uncovered} acts are not covered by a checkpoint yet.`,
    );
  if (unclaimed > 0)
    notes.push(
      unclaimed === 1
        ? 'One document is stored that no act speaks of.'
        : `${unclaimed} documents are stored that no act speaks of.`,
    );
  notes.push(...timesInWords(found.times));
  const verification: Verification = {
    whole: faults.count === 0,
    faults: faults.listed,
    faultCount: faults.count,
    acts: found.acts,
    withheld: found.withheld,
    documents,
    bytes,
    checkpoint: log.checkpoint && {
      origin: log.checkpoint.origin,
      size: log.checkpoint.size,
      root: encodeBase64(log.checkpoint.root),
    },
    vkey: found.history.length === 0 ? null : formatVerifierKey(found.history.at(-1)!.key),
    consistentWith: options.vkey === undefined && held === undefined ? 'itself' : 'what-you-hold',
    cosigned: cosigned.sizes,
    notes,
  };
  return { verification, movedOn: log.hasMovedOn() || hasWriter() };
}

/** What is no damage, and what a reader who goes by the dates must know. */
function timesInWords({ behind, unsaid, fixed }: TimesFound): string[] {
  const acts = (count: number): string => (count === 1 ? 'One act was' : `${count} acts were`);
  return [
    ...(behind.length === 0
      ? []
      : [
          `${acts(behind.length)} logged while the clock stood before the time of earlier acts, and say so (the first is a-${behind[0]}).`,
        ]),
    ...(unsaid.length === 0
      ? []
      : [
          `DISORDER: ${acts(unsaid.length)} logged at a time before that of earlier acts, and do not say that the clock went back (the first is a-${unsaid[0]}).`,
        ]),
    ...(fixed === 0
      ? []
      : [
          `${fixed === 1 ? 'One act has' : `${fixed} acts have`} a time that was fixed with --clock: it dates nothing.`,
        ]),
  ];
}

/** The key held must be one of the record's, and each key after it must be vouched for by the one before. */
function checkHeldKey(held: VerifierKey, history: readonly NamedKey[], faults: FaultList): void {
  const at = history.findIndex(({ key }) => formatVerifierKey(key) === formatVerifierKey(held));
  if (at < 0) {
    const message = `the key ${held.id} that you hold is not a key of this record`;
    faults.add('record/log/keys', 0, 'not-your-key', message);
    return;
  }
  for (const { key, since, endorsed } of history.slice(at + 1)) {
    if (endorsed) continue;
    faults.add(
      'record/log/keys',
      0,
      'not-your-key',
      `a-${since} ended the key that you hold, and that key did not vouch for ${key.id}; ask whoever keeps the record for its new key`,
    );
    return;
  }
}

/** RFC 6962 consistency, from the leaves themselves: the root over the first acts must be the root that was signed. */
function checkHeldCheckpoint(
  held: SignedCheckpoint,
  root: Buffer | undefined,
  size: number,
  history: readonly NamedKey[],
  vkey: VerifierKey | undefined,
  faults: FaultList,
): void {
  const fault = (message: string) => faults.add('record/log/checkpoint', 0, 'not-consistent', message);
  const keys = [...history.map(({ key }) => key), ...(vkey === undefined ? [] : [vkey])];
  const unsigned = whyUnsigned(held, keys);
  if (unsigned !== null) fault(`the checkpoint that you hold is ${unsigned}`);
  else if (held.size > size)
    fault(`you hold a checkpoint over ${held.size} acts, and the record has ${size}: acts have been dropped`);
  else if (!root?.equals(held.root))
    fault(`the first ${held.size} acts are not those of the checkpoint that you hold: the past has been rewritten`);
}

function whyUnsigned(held: SignedCheckpoint, keys: readonly VerifierKey[]): string | null {
  try {
    const signed = signersOf(held.note, keys).some((key) => key.name === held.origin);
    return signed ? null : 'not signed by a key of this record';
  } catch (error) {
    if (error instanceof RecordError) return `not genuine: ${error.message}`;
    throw error;
  }
}

function sizeOf(folder: string): number {
  let size = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    size += statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0;
  }
  return size;
}
