import { randomBytes } from 'node:crypto';
import { basename, resolve } from 'node:path';
import { type Act, actIndex } from '../../../record/log/act.ts';
import type { Store } from '../../../store/store.ts';
import type { ActBuilder } from '../../act-builders/act-builder.ts';
import type { ReadLog, Snapshot } from '../../derivation/derivation.ts';
import { isInStore } from '../../exchange/copy-place.ts';
import { type Progress, silentProgress } from '../../progress.ts';
import { MANY_DOCUMENTS } from '../../workspace/projections.ts';
import { type HeldWorkspace, holdWorkspace } from '../../workspace/workspace.ts';
import type { ActsDone } from '../contract/record/act.ts';
import { actLines } from './act-line.ts';
import type { DetailReading } from './detail-reading.ts';
import { type EventHub, openEventHub } from './events.ts';
import { type JobBoard, openJobBoard } from './jobs.ts';
import { type MapTiles, openMapTiles } from './map-tiles.ts';
import { openRecentActs, type RecentActs } from './recent-acts.ts';
import { openScreeningDesk, type ScreeningDesk } from './screening-desk.ts';
import { openWarmUp } from './warm-up.ts';

/**
 * A workspace that one process holds for many people and commands at once. What is read comes out of a snapshot, a pure
 * function of the record after its last act; what is written goes through `act`.
 */
export type Workbench = {
  /** The folder's own name, for the head of the page. */
  readonly name: string;
  /** For use cases of the command line: they take place on the held workspace. */
  readonly held: HeldWorkspace;
  readonly places: WorkbenchPlaces;
  /** A map of the user's own, under the tracks of ships; null for none. */
  readonly tiles: MapTiles | null;
  /** Brings the projections abreast of the record, telling where it is. Until then whoever asks for them waits; all else is answered. */
  read(): Promise<void>;
  /** Differs whenever an answer that follows from the record may differ. */
  version(): string;
  /** For how many milliseconds an answer of this version has been overtaken; null where by acts that withhold something, or for too long. */
  overtakenFor(version: string): number | null;
  /** Asks the projections as the record stands. */
  project<T>(work: (store: Store) => Promise<T>): Promise<T>;
  /** What the log says as it stands; no text is read for it. */
  log(): Promise<ReadLog>;
  /** Asks for what the page of a single item is made from. */
  detail<T>(work: (reading: DetailReading) => Promise<T>): Promise<T>;
  /**
   * Asks the projections as they are while acts are worked into them, with the version of the record that they follow from; null where they
   * follow from none that is known, or where a page is made from all texts.
   */
  meanwhile<T>(
    work: (store: Store, reading: DetailReading) => Promise<T>,
  ): Promise<{ readonly version: string; readonly answer: T } | null>;
  /** The record as it stands now, with all texts and claims and what follows from them: they are read first. */
  current(): Promise<Snapshot>;
  /** When all is worked out by which the texts of a snapshot are compared; others are answered meanwhile. */
  warmedUp(snapshot: Snapshot): Promise<void>;
  /** Logs what `builder` words against the record as it stands. On the disk when this resolves. */
  act(builder: ActBuilder): Promise<ActsDone>;
  readonly jobs: JobBoard;
  readonly events: EventHub;
  readonly screening: ScreeningDesk;
  /** Says in the lock file where the workspace is served, with the token that other commands show. */
  announce(address: string): void;
  readonly token: string;
  /** Ends when jobs have; writes the last checkpoint and gives the workspace free. */
  close(): Promise<void>;
};

/** Folders and stores outside the workspace that its pages may have written to: named by whoever starts the program, never by a page. */
export type WorkbenchPlaces = {
  /** A folder or an address. */
  readonly publication: string | null;
  /** A folder or a store. */
  readonly copy: string | null;
};

export type WorkbenchRequest = {
  readonly workspace: string;
  readonly places?: Partial<WorkbenchPlaces>;
  /** A PMTiles file. */
  readonly tiles?: string | undefined;
  readonly progress: Progress;
  /** What the user typed, for the lock file. */
  readonly command: string;
  /** False: a folder without a record is an error instead of a new workspace. */
  readonly create?: boolean;
  /** List files to be screened against in place of the workspace's own lists. */
  readonly lists?: readonly string[];
  /** Told of errors that are the program's own. */
  readonly onError: (error: unknown) => void;
};

/** Acts that come in a burst are told of together. */
const TELL_MS = 50;

/** Opens a workspace and holds it until `close`. @throws RecordError as `openRecord`; AppError as `isInStore` for the place of a copy */
export async function openWorkbench(request: WorkbenchRequest): Promise<Workbench> {
  const { workspace, progress, onError } = request;
  // What can never be copied to is told now, and not when somebody asks for a copy.
  if (typeof request.places?.copy === 'string') isInStore(request.places.copy);
  const tiles = request.tiles === undefined ? null : await openMapTiles(request.tiles);
  const events = openEventHub();
  const jobs = openJobBoard(events, onError);
  const warmUp = openWarmUp();
  const recent = openRecentActs();
  let teller: NodeJS.Timeout | undefined;
  let announced = 0;
  // Unset while the workspace is being opened: nobody listens yet, and there is nothing yet to derive from.
  let tellChange: (() => Promise<void>) | undefined;
  const held = await holdWorkspace({
    workspace,
    progress,
    command: request.command,
    ...(request.create === undefined ? {} : { create: request.create }),
    onCommit: () => {
      const tell = tellChange;
      if (tell !== undefined) teller ??= setTimeout(() => void tell().catch(onError), TELL_MS).unref();
    },
  }).catch(async (error: unknown) => {
    await tiles?.close();
    throw error;
  });
  // What a snapshot reads on the way is nobody's step; what could not be read is told all the same.
  const aside: Progress = { ...silentProgress, note: (text) => progress.note(text) };
  let isPrepared = false;
  const current = async (): Promise<Snapshot> => {
    const snapshot = await held.derivation.settled(aside);
    if (!isPrepared) held.projections.prepare(snapshot).catch(onError);
    isPrepared = true;
    return snapshot;
  };
  tellChange = async () => {
    teller = undefined;
    const { acts, version } = await held.derivation.log();
    const fresh = acts.filter(({ id }) => (actIndex(id) ?? 0) >= announced);
    announced = held.record.size;
    const kinds = [...new Set(fresh.map(({ kind }) => kind))];
    events.tell({ name: 'changed', data: { version, acts: fresh.length, kinds } });
  };
  announced = held.record.size;
  const token = randomBytes(32).toString('hex');
  const screening = openScreeningDesk(held, request.lists ?? []);
  return {
    name: basename(resolve(workspace)),
    held,
    places: { publication: null, copy: null, ...request.places },
    tiles,
    read: async () => {
      await held.projections.read(progress, async () => undefined);
      progress.done();
      held.projections.readAhead().catch(onError);
    },
    version: () => held.derivation.version(),
    overtakenFor: (version) => {
      const [run, size] = version.split('-');
      const [thisRun, current] = held.derivation.version().split('-');
      return run === thisRun ? recent.sinceSize(Number(size), Number(current)) : null;
    },
    project: (work) => held.projections.read(aside, work),
    log: () => held.derivation.log(),
    detail: (work) =>
      held.projections.read(aside, async ({ details }) => {
        const { log, document, loaded, snapshot } = held.derivation;
        const standing = await log();
        const whole = async (most: number): Promise<Snapshot | null> =>
          loaded() ?? (standing.evidence.documents.length <= most ? await snapshot(aside) : null);
        return await work({ details, log: standing, document, whole });
      }),
    meanwhile: async (work) => {
      const { loaded, document } = held.derivation;
      const asked = await held.projections.glance(async (store, log) => {
        if (log === undefined || loaded() !== undefined || log.evidence.documents.length < MANY_DOCUMENTS) return null;
        const reading = { details: store.details, log, document: (id: string) => document(id, log), whole: nothing };
        return { version: log.version, answer: await work(store, reading) };
      });
      return asked ?? null;
    },
    current,
    warmedUp: (snapshot) => warmUp.of(snapshot),
    act: async (builder) => {
      const logged = await held.act(builder, aside);
      noteActs(recent, logged);
      // Only another act of the same gesture can have superseded one of them: nothing need be derived again to answer.
      return { acts: actLines(logged), version: held.derivation.version() };
    },
    jobs,
    events,
    screening,
    announce: (address) => held.record.announce({ address, token }),
    token,
    close: async () => {
      warmUp.end();
      try {
        await jobs.settled();
        await screening.close();
      } finally {
        // Whatever a job comes to, nothing is kept from others.
        clearTimeout(teller);
        await tiles?.close();
        await held.close();
      }
    },
  };
}

/** Of a large archive no page is made from all texts. */
const nothing = async (): Promise<null> => null;

/** Acts of one gesture stand one after the other. */
function noteActs(recent: RecentActs, acts: readonly Act[]): void {
  const places = acts.map(({ id }) => actIndex(id) ?? -1);
  if (places.length > 0) recent.note(Math.min(...places), Math.max(...places) + 1);
}
