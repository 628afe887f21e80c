import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Clock, fixedClock, systemClock } from '../core/clock.ts';
import type { Act } from '../record/act.ts';
import { type Record as ActRecord, type OpenOptions, openRecord } from '../record/record.ts';
import { openStore, removeStore, type Store } from '../store/store.ts';
import type { Progress } from './progress.ts';

export type WorkspaceRequest = {
  readonly workspace: string;
  /** What the user typed, for the lock file. */
  readonly command: string;
  readonly clock?: string | undefined;
  readonly progress: Progress;
  /** False: a folder without a record is an error instead of a new workspace. */
  readonly create?: boolean;
  /** Ends a signing key whose file is lost, and names a new one. */
  readonly replaceLostKey?: OpenOptions['replaceLostKey'];
};

/** A workspace held for writing: the record under its lock, and the store that the lock covers too. */
export type Workspace = {
  readonly folder: string;
  readonly record: ActRecord;
  readonly clock: Clock;
  /** All acts that are not withheld, in order. */
  acts(): Promise<readonly Act[]>;
  /** Opens the projections when first asked: that costs half a second, and many commands need only the record. */
  store(): Promise<Store>;
  /** Closes the projections and removes their files. */
  dropStore(): Promise<void>;
};

/** Opens a workspace for one use case and closes it afterwards, also after an error: what was acknowledged is safe either way. */
export async function withWorkspace<T>(
  request: WorkspaceRequest,
  work: (workspace: Workspace) => Promise<T>,
): Promise<T> {
  const clock = request.clock === undefined ? systemClock : fixedClock(request.clock);
  const record = await openRecord(request.workspace, {
    command: request.command,
    clock,
    onMessage: (text) => request.progress.note(text),
    ...(request.create === undefined ? {} : { create: request.create }),
    ...(request.replaceLostKey === undefined ? {} : { replaceLostKey: request.replaceLostKey }),
    ...(process.env.PANEL_PASSPHRASE === undefined ? {} : { passphrase: process.env.PANEL_PASSPHRASE }),
  });
  let opened: Promise<Store> | undefined;
  const closeStore = async (): Promise<void> => {
    const store = await opened?.catch(() => undefined);
    opened = undefined;
    await store?.close();
  };
  try {
    return await work({
      folder: request.workspace,
      record,
      clock,
      acts: async () => {
        const acts: Act[] = [];
        for await (const act of record.read.acts()) acts.push(act);
        return acts;
      },
      store: () => {
        opened ??= openOrMakeAnew(join(request.workspace, 'store'), request.progress);
        return opened;
      },
      dropStore: async () => {
        await closeStore();
        removeStore(join(request.workspace, 'store'));
      },
    });
  } finally {
    await closeStore();
    await record.close();
    request.progress.done();
  }
}

/** Projections that do not open are made anew: nothing of the record is in them alone. */
async function openOrMakeAnew(folder: string, progress: Progress): Promise<Store> {
  const existed = existsSync(folder);
  try {
    return await openStore(folder);
  } catch (error) {
    if (!existed) throw error;
    progress.note('The projections could not be opened and are made anew from the record.');
    removeStore(folder);
    return await openStore(folder);
  }
}
