import { existsSync } from 'node:fs';
import { describeError } from '../../core/errors.ts';
import type { ActRecord } from '../../record/record.ts';
import { StoreError } from '../../store/errors.ts';
import { openStore, openStoreInMemory, removeStore, type Store } from '../../store/store.ts';
import type { Derivation } from '../derivation/derivation.ts';
import type { Progress } from '../progress.ts';
import { hashOf, projectionOf, projectorName } from '../projection/projection.ts';

/**
 * The projections of a workspace that this process holds: tables that follow the record. They are opened when first asked
 * for, and brought abreast of the record before they answer; where they are abreast already, no text is read.
 */
export type Projections = {
  /** Asks the tables as the record stands. Nothing removes them meanwhile. */
  read<T>(progress: Progress, work: (store: Store) => Promise<T>): Promise<T>;
  /** Closes the tables and removes their files, once whoever reads them has done. */
  drop(): Promise<void>;
  close(): Promise<void>;
};

export type ProjectionsRequest = {
  /** Where their files are, and what they are sealed with; null where nothing may be written: then they live in memory. */
  readonly files: { readonly folder: string; secret(): Buffer } | null;
  readonly record: Pick<ActRecord, 'size'>;
  readonly derivation: Pick<Derivation, 'acts' | 'snapshot'>;
};

export function openProjections({ files, record, derivation }: ProjectionsRequest): Projections {
  let store: Store | undefined;
  /** How many acts the open tables are known to hold what follows from. */
  let abreast = -1;
  let isInMemory = files === null;
  let turn: Promise<unknown> = Promise.resolve();
  const reading = new Set<Promise<unknown>>();

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = turn.then(work);
    turn = next.catch(() => undefined);
    return next;
  };

  const follow = async (progress: Progress): Promise<Store> => {
    const target = record.size;
    if (store !== undefined && abreast === target) return store;
    if (store === undefined) {
      store =
        files === null || isInMemory
          ? await openStoreInMemory()
          : await openOrMakeAgain(files.folder, files.secret(), progress);
      // What another process left may be abreast, and then no document need be read.
      const state = await store.state();
      if (state?.program === projectorName() && state.actsHash === hashOf(await derivation.acts())) {
        abreast = target;
        return store;
      }
    }
    const snapshot = await derivation.snapshot(progress);
    progress.step('Writing projections');
    await store.write(projectionOf(snapshot));
    abreast = snapshot.acts.length + snapshot.withheld.length;
    return store;
  };

  const close = async (): Promise<void> => {
    await Promise.allSettled(reading);
    const open = store;
    store = undefined;
    abreast = -1;
    await open?.close();
  };

  /** The record holds everything that was done: tables that cannot be written (a full disk) are made in memory. */
  const followAnyhow = async (progress: Progress): Promise<Store> => {
    try {
      return await follow(progress);
    } catch (error) {
      if (!(error instanceof StoreError) || isInMemory) throw error;
      progress.note(`This answer is worked out without the projections' files. ${describeError(error)}`);
      await close().catch(() => undefined);
      store = undefined;
      isInMemory = true;
      return await follow(progress);
    }
  };

  return {
    read: async (progress, work) => {
      const working = await inTurn(async () => {
        const asked = work(await followAnyhow(progress));
        reading.add(asked);
        // The next may ask at once; only a removal waits.
        return { asked };
      });
      try {
        return await working.asked;
      } finally {
        reading.delete(working.asked);
      }
    },
    drop: () =>
      inTurn(async () => {
        await close();
        if (files !== null) removeStore(files.folder);
        isInMemory = files === null;
      }),
    close: () => inTurn(close),
  };
}

/** Projections that do not open are rebuilt: nothing of the record is in them alone. */
async function openOrMakeAgain(folder: string, secret: Buffer, progress: Progress): Promise<Store> {
  const existed = existsSync(folder);
  try {
    return await openStore(folder, secret);
  } catch (error) {
    if (!existed) throw error;
    progress.note('The projections could not be opened and are rebuilt from the record.');
    removeStore(folder);
    return await openStore(folder, secret);
  }
}
