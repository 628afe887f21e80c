import { join } from 'node:path';
import { sha256Hex } from '../../core/hash.ts';
import { type Clock, fixedClock, systemClock } from '../../core/time/clock.ts';
import type { Act, ActDraft } from '../../record/log/act.ts';
import type { OpenOptions } from '../../record/opening.ts';
import { type ActRecord, openRecord } from '../../record/record.ts';
import type { Store } from '../../store/store.ts';
import type { ActBuilder } from '../act-builders/act-builder.ts';
import type { Evidence } from '../acts/evidence.ts';
import type { Derivation, Snapshot } from '../derivation/derivation.ts';
import type { MentionCache } from '../derivation/reading/mention-cache.ts';
import type { ReadingCache } from '../derivation/reading/reading-cache.ts';
import type { Progress } from '../progress.ts';
import { PROGRAM } from '../version.ts';
import { rememberSeen, tellOfRollback } from './last-seen.ts';
import type { Projections, ProjectionsPlace } from './projections.ts';
import { claimsAmong, standingClaims } from './standing-claims.ts';
import { standingItems } from './standing-items.ts';
import { makeTablesInThread } from './tables-in-thread.ts';

/** Where a use case takes place: a folder, or a workspace that this process holds already. */
export type WorkspacePlace = string | HeldWorkspace;

export type WorkspaceRequest = {
  readonly workspace: WorkspacePlace;
  /** What the user typed, for the lock file. */
  readonly command: string;
  readonly clock?: string | undefined;
  readonly progress: Progress;
  /** False: a folder without a record is an error instead of a new workspace. */
  readonly create?: boolean;
  /** Ends a signing key whose file is lost, and names a new one. */
  readonly replaceLostKey?: OpenOptions['replaceLostKey'];
  /** Told after acts have reached the disk, whoever logged them. */
  readonly onCommit?: () => void;
};

/** The record under its lock, and what this process has derived from it: many use cases may take place on it. */
export type HeldWorkspace = {
  readonly folder: string;
  readonly record: ActRecord;
  readonly derivation: Derivation;
  /** Texts and claims that were read before, also by another process. */
  readonly readings: ReadingCache;
  /** Whom and what documents were found to name before. */
  readonly mentions: MentionCache;
  /** The tables that are read; opened when first asked: that costs half a second, and many commands need only the record. */
  readonly projections: Projections;
  /** Words acts against the record as it stands and logs them; one after the other, so that each sees those before it. */
  act(builder: ActBuilder, progress: Progress): Promise<readonly Act[]>;
  /** Writes the last checkpoint and gives the workspace free. */
  close(): Promise<void>;
};

/** A workspace as one use case sees it: the record under its lock, and the store that the lock covers too. */
export type Workspace = {
  readonly folder: string;
  readonly record: ActRecord;
  readonly readings: ReadingCache;
  readonly mentions: MentionCache;
  readonly clock: Clock;
  /** True when the workspace goes on being held. */
  readonly isKept: boolean;
  /** All acts that are not withheld, in order. */
  acts(): Promise<readonly Act[]>;
  /** What the acts say, without the texts of the documents. */
  evidence(): Promise<Evidence>;
  /** The record as it stands with all that follows from it. */
  snapshot(progress: Progress): Promise<Snapshot>;
  /** Words acts against the record as it stands and logs them: on the disk when this resolves, or not at all. */
  act(builder: ActBuilder, progress: Progress): Promise<readonly Act[]>;
  /** Asks the projections, abreast of the record as it stands. */
  project<T>(progress: Progress, work: (store: Store) => Promise<T>): Promise<T>;
  /** Closes the projections and removes their files, and those of the texts and claims that were read. */
  dropDerived(): Promise<void>;
};

/** The folder of a place, for messages and for files beside the record. */
export function folderOf(place: WorkspacePlace): string {
  return typeof place === 'string' ? place : place.folder;
}

/** Opens a workspace and holds it until `close`. @throws RecordError as `openRecord` */
export async function holdWorkspace(
  request: Omit<WorkspaceRequest, 'workspace'> & { readonly workspace: string },
): Promise<HeldWorkspace> {
  const record = await openRecord(request.workspace, {
    command: request.command,
    founder: PROGRAM,
    fixedClock: request.clock === undefined ? undefined : fixedClock(request.clock),
    onMessage: (text) => request.progress.note(text),
    ...(request.create === undefined ? {} : { create: request.create }),
    ...(request.onCommit === undefined ? {} : { onCommit: request.onCommit }),
    ...(request.replaceLostKey === undefined ? {} : { replaceLostKey: request.replaceLostKey }),
    ...(process.env.PANEL_PASSPHRASE === undefined ? {} : { passphrase: process.env.PANEL_PASSPHRASE }),
  });
  const seeing = { workspace: request.workspace, origin: record.origin, read: record.read };
  const rollback = tellOfRollback(seeing);
  if (rollback !== null) request.progress.note(rollback);
  // Loaded here and not above: it brings the language model, which a command without a workspace need not wait for.
  const { openDerivation } = await import('../derivation/derivation.ts');
  const { openReadingCache } = await import('../derivation/reading/reading-cache.ts');
  const { openMentionCache } = await import('../derivation/reading/mention-cache.ts');
  const readings = openReadingCache(request.workspace, () => record.secretFor('readings'));
  const derivation = openDerivation(record, readings);
  const { openProjections } = await import('./projections.ts');
  const { projectorName } = await import('../projection/projection.ts');
  const place = placeOfTables(request.workspace, record);
  const projections = openProjections({
    place,
    record,
    derivation,
    makeApart: (progress) =>
      makeTablesInThread(
        {
          workspace: request.workspace,
          program: projectorName(),
          size: record.size,
          place: 'server' in place ? place : { folder: place.folder, secret: place.secret() },
          readings: record.secretFor('readings'),
        },
        progress,
      ),
  });
  let turn: Promise<unknown> = Promise.resolve();
  const wordActs = async (builder: ActBuilder, progress: Progress): Promise<readonly ActDraft[]> => {
    if (typeof builder === 'function') return await builder(await derivation.snapshot(progress));
    if ('items' in builder) {
      const worded = builder.word(await standingItems(builder.items, { derivation, projections }, progress));
      return 'word' in worded ? await wordActs(worded, progress) : worded;
    }
    const found = await standingClaims(builder.claims, { derivation, projections });
    return builder.word(found ?? claimsAmong(await derivation.snapshot(progress), builder.claims));
  };
  return {
    folder: request.workspace,
    record,
    derivation,
    readings,
    mentions: openMentionCache(request.workspace, () => record.secretFor('readings')),
    projections,
    act: (builder, progress) => {
      const acting = turn.then(async () => record.append(await wordActs(builder, progress)));
      turn = acting.catch(() => undefined);
      return acting;
    },
    close: async () => {
      await turn;
      await projections.close();
      await derivation.close();
      await record.close();
      rememberSeen(seeing);
    },
  };
}

/** Beside the record, unless PANEL_DATABASE names a server: there each workspace has a schema of its own. */
function placeOfTables(workspace: string, record: ActRecord): NonNullable<ProjectionsPlace> {
  const url = process.env.PANEL_DATABASE ?? '';
  if (url === '') return { folder: join(workspace, 'store'), secret: () => record.secretFor('store') };
  return { server: { url, schema: `panel_${sha256Hex(record.origin).slice(0, 16)}` } };
}

/**
 * Opens a workspace for one use case and closes it afterwards, also after an error: what was acknowledged is safe either
 * way. A workspace that is held already is used and stays held.
 */
export async function withWorkspace<T>(
  request: WorkspaceRequest,
  work: (workspace: Workspace) => Promise<T>,
): Promise<T> {
  const { workspace: place, progress } = request;
  const isKept = typeof place !== 'string';
  const held = isKept ? place : await holdWorkspace({ ...request, workspace: place });
  const { folder, record, derivation, readings, mentions, projections } = held;
  try {
    return await work({
      folder,
      record,
      readings,
      mentions,
      clock: clockOf(request.clock),
      isKept,
      acts: async () => (await derivation.log()).acts,
      evidence: async () => (await derivation.log()).evidence,
      snapshot: (progress) => derivation.snapshot(progress),
      act: (builder, progress) => held.act(builder, progress),
      project: (progress, ask) => projections.read(progress, ask),
      dropDerived: async () => {
        await projections.drop();
        await derivation.dropCache();
      },
    });
  } finally {
    if (!isKept) await held.close();
    progress.done();
  }
}

/** Derives everything from a workspace's record as it stands, naming the step that takes longest. */
export async function deriveWorkspace(workspace: Workspace, progress: Progress): Promise<Snapshot> {
  const snapshot = await workspace.snapshot(progress);
  progress.step('Testing against the measures in force');
  return snapshot;
}

function clockOf(fixed: string | undefined): Clock {
  return fixed === undefined ? systemClock : fixedClock(fixed);
}
