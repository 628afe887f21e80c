import { createHash } from 'node:crypto';
import { describeError } from '../../core/errors.ts';
import type { Act } from '../../record/log/act.ts';
import { readRecord } from '../../record/read-record.ts';
import { StoreError } from '../../store/errors.ts';
import type { Projection, ProjectionState } from '../../store/projection.ts';
import type { Store } from '../../store/store.ts';
import { actorName } from '../acts/evidence.ts';
import { openDerivation } from '../derivation/derivation.ts';
import type { Derived } from '../derivation/derive.ts';
import { openReadingCache } from '../derivation/reading-cache.ts';
import { derivingProgram } from '../derivation/reading-program.ts';
import type { Progress } from '../progress.ts';
import { programName } from '../version.ts';
import { deriveWorkspace, type Workspace } from './workspace.ts';

/** What was derived, as rows for the store. */
export function projectionOf(acts: readonly Act[], derived: Derived): Projection {
  return {
    program: projectorName(),
    actsHash: hashOf(acts),
    acts: acts.map(({ id, kind, at, by, body }) => ({ id, kind, at, actor: actorName(by), body })),
    sources: [...derived.evidence.sources.values()].map(({ id, name, kind, country, reliability }) => ({
      id,
      name,
      kind,
      country,
      reliability: reliability?.grade ?? null,
    })),
    documents: derived.documents.map(({ document, act, custody, layer, published }) => ({
      id: document,
      name: custody.origin.fileName,
      kind: layer.kind,
      title: custody.origin.title,
      source: custody.origin.source,
      published,
      url: custody.origin.place,
      size: custody.identity.size,
      reader: layer.reader,
      acquiredByAct: act,
    })),
    refusals: derived.evidence.refusals,
    claims: derived.claims,
    incidents: derived.incidents,
    findings: derived.findings,
  };
}

/** An answer that projections hold, and that what is derived in memory gives as well. */
export type ProjectionReading<T> = {
  /** Left out for what no table holds. */
  stored?(store: Store): Promise<T>;
  derived(derived: Derived): T;
};

/**
 * Reads the projections, bringing them up to date first when the record has moved on: no act writes them, since many acts
 * come before one question. A workspace that goes on being held answers from memory, and so does one whose projections
 * cannot be read or written (a full disk): the record holds everything that was done.
 */
export async function readProjections<T>(
  workspace: Workspace,
  progress: Progress,
  reading: ProjectionReading<T>,
): Promise<T> {
  if (!workspace.isKept && reading.stored !== undefined) {
    try {
      const store = await workspace.store();
      if (!isCurrent(await store.state(), await workspace.acts())) {
        const { acts, derived } = await deriveWorkspace(workspace, progress);
        progress.step('Writing projections');
        await project(store, acts, derived);
      }
      return await reading.stored(store);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      progress.note(`This answer is worked out without the projections. ${describeError(error)}`);
    }
  }
  return reading.derived((await deriveWorkspace(workspace, progress)).derived);
}

/**
 * The answer out of a workspace on a medium that cannot be written to, such as a mounted copy of evidence: nothing is locked
 * and nothing kept, the record is read as it stands, and documents are read from their bytes, since no key is at hand to tell a
 * cache from a forgery. @throws RecordError `not-a-workspace`, `damaged`
 */
export async function readWithoutWriting<T>(
  folder: string,
  progress: Progress,
  reading: ProjectionReading<T>,
): Promise<T> {
  const read = readRecord(folder);
  let size = 0;
  for await (const { line } of read.lines()) size = line.index + 1;
  const derivation = openDerivation({ read, size }, openReadingCache(folder, null));
  try {
    return reading.derived((await derivation.snapshot(progress)).derived);
  } finally {
    await derivation.close();
    progress.done();
  }
}

/** Writes the projections, unless the store already holds those of the same acts by the same program. */
export async function project(store: Store, acts: readonly Act[], derived: Derived): Promise<void> {
  if (!isCurrent(await store.state(), acts)) await store.write(projectionOf(acts, derived));
}

/** Whether a store holds the projections of these very acts, made by this very program. */
function isCurrent(state: ProjectionState | null, acts: readonly Act[]): boolean {
  return state?.program === projectorName() && state.actsHash === hashOf(acts);
}

/** Of acts as they were read: the record has each in one form. Their number and ids would not do: a record restored from a copy may go on with other acts. */
function hashOf(acts: readonly Act[]): string {
  const hash = createHash('sha256');
  for (const act of acts) hash.update(`${JSON.stringify(act)}\n`);
  return hash.digest('hex');
}

/** What makes projections: another program reads other claims out of the same acts, and another law gives other verdicts. */
function projectorName(): string {
  return `${programName()}, ${derivingProgram()}`;
}
