import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { describeError } from '../../core/errors.ts';
import { inTurns } from '../../core/steps.ts';
import type { ActRecord } from '../../record/record.ts';
import { StoreError } from '../../store/errors.ts';
import type { ServerPlace } from '../../store/server-database.ts';
import {
  openStore,
  openStoreInMemory,
  openStoreOnServer,
  removeStore,
  removeStoreOnServer,
  type Store,
} from '../../store/store.ts';
import type { Derivation, ReadLog, Snapshot } from '../derivation/derivation.ts';
import { greatMatters, readAhead } from '../derivation/touched/great-matters.ts';
import { openTouchedMemory } from '../derivation/touched/touched-memory.ts';
import type { Progress } from '../progress.ts';
import { hashOf, openProjector, projectorName } from '../projection/projection.ts';
import { loadRegimes } from '../regimes.ts';
import { amendmentAfter } from './amendment.ts';

/**
 * The projections of a workspace that this process holds: tables that follow the record. They are opened when first asked
 * for, and brought abreast of the record before they answer; where they are abreast already, no text is read.
 */
export type Projections = {
  /** Asks the tables as the record stands. Nothing removes them meanwhile. */
  read<T>(progress: Progress, work: (store: Store) => Promise<T>): Promise<T>;
  /** Whether the tables are open, so that asking them costs no more than the question. */
  isOpen(): boolean;
  /**
   * Asks the tables as they are, without bringing them abreast of the record; undefined where they are not open. `log` is what they follow
   * from, where that is known.
   */
  glance<T>(work: (store: Store, log: ReadLog | undefined) => Promise<T>): Promise<T | undefined>;
  /** Reads ahead, in small parts with time between them, what an act on a great matter would have to read first. */
  readAhead(): Promise<void>;
  /** Gets ready for the next act where the tables are abreast: who asks them meanwhile is answered. */
  prepare(snapshot: Snapshot): Promise<void>;
  /** Closes the tables and removes their files, once whoever reads them has done. */
  drop(): Promise<void>;
  close(): Promise<void>;
};

/** Where the tables are: files and what they are sealed with, or a schema on a server; null where nothing may be written: then they live in memory. */
export type ProjectionsPlace = { readonly folder: string; secret(): Buffer } | { readonly server: ServerPlace } | null;

export type ProjectionsRequest = {
  readonly place: ProjectionsPlace;
  readonly record: Pick<ActRecord, 'size'>;
  readonly derivation: Pick<Derivation, 'log' | 'document' | 'settled' | 'loaded'>;
  /** Makes closed tables abreast of the record outside this process's own memory; left out where that cannot be done. */
  readonly makeApart?: (progress: Progress) => Promise<boolean>;
  /** From how many documents on that is done. */
  readonly many?: number;
  /** What makes them; a thread is told by whoever started it, since a checkout may run its sources beside built threads. */
  readonly program?: string;
};

/** Whoever asks for a page meanwhile is answered in between. */
const AHEAD_EVERY_MS = 20;

/** What fewer give is made sooner than a thread has loaded the program. */
export const MANY_DOCUMENTS = 300;

export function openProjections({
  place,
  record,
  derivation,
  makeApart,
  many = MANY_DOCUMENTS,
  program = projectorName(),
}: ProjectionsRequest): Projections {
  const project = openProjector(program);
  const memory = openTouchedMemory();
  let store: Store | undefined;
  /** How many acts the open tables are known to hold what follows from. */
  let abreast = -1;
  /** How many of them are not withheld; -1 where the tables hold what follows from other acts. */
  let held = -1;
  /** What the tables follow from; unset where that is not known. */
  let standing: ReadLog | undefined;
  let isInMemory = place === null;
  let turn: Promise<unknown> = Promise.resolve();
  const reading = new Set<Promise<unknown>>();

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = turn.then(work);
    turn = next.catch(() => undefined);
    return next;
  };

  const forgetAll = (): void => {
    memory.blocks.clear();
    memory.claims.clear();
    memory.index.clear();
  };

  /** Opens the tables. What another process left may be abreast, and then no document need be read. */
  const open = async (progress: Progress): Promise<Store> => {
    const opened = place === null || isInMemory ? await openStoreInMemory() : await openOrMakeAgain(place, progress);
    store = opened;
    const state = await opened.state();
    const log = await derivation.log();
    const { acts, withheld } = log;
    const isOwn = state?.program === program && state.actsHash === hashOf(acts.slice(0, state.actCount));
    held = isOwn ? state.actCount : -1;
    abreast = held === acts.length ? acts.length + withheld.length : -1;
    standing = held === acts.length ? log : undefined;
    return opened;
  };

  /** Whether the tables are better made elsewhere: of many documents, of which nothing is read here yet. */
  const isMadeApart = async (): Promise<boolean> => {
    if (makeApart === undefined || place === null || isInMemory || derivation.loaded() !== undefined) return false;
    return (await derivation.log()).evidence.documents.length >= many;
  };

  const openAbreast = async (progress: Progress): Promise<Store> => {
    const opened = await open(progress);
    if (held >= 0 || !(await isMadeApart())) return opened;
    store = undefined;
    await opened.close();
    await makeApart?.(progress);
    return await open(progress);
  };

  const follow = async (progress: Progress): Promise<Store> => {
    const tables = store ?? (await openAbreast(progress));
    if (abreast === record.size) return tables;
    const log = await derivation.log();
    const amendment = held < 0 ? null : await amendmentAfter(held, log, { program, tables, derivation, memory });
    if (amendment !== null) {
      const { projection, gone } = amendment;
      memory.claims.forget(projection.claims.map(({ key }) => key));
      memory.index.forget([...projection.index.map(({ key }) => key), ...(gone.figure_index ?? [])]);
      if ((await tables.amend(amendment)).has('claim_block')) memory.blocks.clear();
      [held, abreast] = [log.acts.length, log.acts.length + log.withheld.length];
      standing = log;
      return tables;
    }
    const snapshot = await derivation.settled(progress);
    progress.step('Writing projections');
    forgetAll();
    await tables.write(await inTurns(project(snapshot)));
    const { version, acts, withheld, evidence } = snapshot;
    [held, abreast] = [acts.length, acts.length + withheld.length];
    standing = { version, acts, withheld, evidence };
    return tables;
  };

  const close = async (): Promise<void> => {
    await Promise.allSettled(reading);
    const open = store;
    store = undefined;
    [held, abreast] = [-1, -1];
    standing = undefined;
    forgetAll();
    await open?.close();
  };

  /** The record holds everything that was done: tables that cannot be written (a full disk) are made in memory. */
  const followAnyhow = async (progress: Progress): Promise<Store> => {
    try {
      return await follow(progress);
    } catch (error) {
      if (!(error instanceof StoreError) || isInMemory || isReported(error, place)) throw error;
      progress.note(`This answer is worked out without the projections' files. ${describeError(error)}`);
      await close().catch(() => undefined);
      store = undefined;
      isInMemory = true;
      return await follow(progress);
    }
  };

  const glance: Projections['glance'] = async (work) => {
    if (store === undefined) return undefined;
    const asked = work(store, standing);
    reading.add(asked);
    try {
      return await asked;
    } finally {
      reading.delete(asked);
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
      } catch (error) {
        reading.delete(working.asked);
        // A server that was restarted is asked again by whoever comes next.
        if (error instanceof StoreError && error.code === 'store-unreachable')
          await inTurn(close).catch(() => undefined);
        throw error;
      } finally {
        reading.delete(working.asked);
      }
    },
    isOpen: () => store !== undefined,
    glance,
    readAhead: async () => {
      const open = store;
      for (const part of (await glance(({ blocks }) => greatMatters(blocks))) ?? []) {
        // In turn: what is read while tables are written would be kept as it was.
        await inTurn(async () => {
          if (store === open && open !== undefined)
            await readAhead(part, memory, memory.blocks.over(open.blocks), loadRegimes());
        });
        await wait(AHEAD_EVERY_MS, undefined, { ref: false });
        if (store !== open) return;
      }
    },
    prepare: async (snapshot) => {
      const open = store;
      if (open === undefined || abreast !== snapshot.acts.length + snapshot.withheld.length) return;
      const preparing = inTurns(project(snapshot)).then((projection) => open.prepare(projection));
      reading.add(preparing);
      try {
        await preparing;
      } finally {
        reading.delete(preparing);
      }
    },
    drop: () =>
      inTurn(async () => {
        await close();
        if (place !== null && 'server' in place) await removeStoreOnServer(place.server);
        else if (place !== null) removeStore(place.folder);
        isInMemory = place === null;
      }),
    close: () => inTurn(close),
  };
}

/** Who names a server means that one; and what a newer program made is not replaced unasked. */
function isReported({ code }: StoreError, place: ProjectionsPlace): boolean {
  return code === 'migration-unknown' || (place !== null && 'server' in place);
}

/** Projections that do not open are rebuilt: nothing of the record is in them alone. */
async function openOrMakeAgain(place: NonNullable<ProjectionsPlace>, progress: Progress): Promise<Store> {
  if ('server' in place) return await openStoreOnServer(place.server);
  const { folder } = place;
  const existed = existsSync(folder);
  try {
    return await openStore(folder, place.secret());
  } catch (error) {
    if (!existed || (error instanceof StoreError && isReported(error, place))) throw error;
    progress.note('The projections could not be opened and are rebuilt from the record.');
    removeStore(folder);
    return await openStore(folder, place.secret());
  }
}
