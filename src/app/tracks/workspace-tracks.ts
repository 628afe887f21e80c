import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentId, documentIdOf } from '../../core/hash.ts';
import { memoized } from '../../core/memoized.ts';
import { packageRoot } from '../../core/resource.ts';
import type { Entity } from '../../entities/entity.ts';
import { openListFile } from '../../entities/list-file.ts';
import { readLists } from '../../entities/read-lists.ts';
import { hashDocumentFile } from '../../record/documents/document-store.ts';
import { RecordError } from '../../record/errors.ts';
import type { Act } from '../../record/log/act.ts';
import type { ReadRecord } from '../../record/read-record.ts';
import { type EventKind, type EventVessel, eventKey, type TrackEvent } from '../../tracks/detection/event/event.ts';
import type { AskedList, KeptEvent } from '../../tracks/detection/event/kept-event.ts';
import type { TrackFile } from '../../tracks/reading/read-tracks.ts';
import type { TrackSet } from '../../tracks/separation/track-set.ts';
import { eventWords } from '../../tracks/words/event-words.ts';
import type { EventJudgedBody } from '../acts/event-body.ts';
import type { Evidence } from '../acts/evidence.ts';
import type { AcquiredTracks, Dated } from '../acts/gathering.ts';
import { newestLists } from '../acts/held-list.ts';
import { heldLists, openHeldLists } from '../lists/lists-in-workspace.ts';
import { type Progress, silentProgress } from '../progress.ts';
import type { NamedTrackFile, ReadSet } from './read-set.ts';
import { builtInVessels, kindsOf, periodOf, portsOf, settingsOf } from './track-settings.ts';
import { workOnTracks } from './track-thread.ts';
import type { TrackWork } from './track-work.ts';

/** What is asked of the tracks of a workspace; what is left out is as the program has it. */
export type TracksQuestion = {
  readonly kinds?: readonly string[] | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** `NAME=VALUE` */
  readonly set?: readonly string[] | undefined;
};

/** A person's word on an event. */
export type EventVerdict = Pick<Dated<EventJudgedBody>, 'act' | 'at' | 'by' | 'judgement' | 'reason'>;

/** An event in the tracks of a workspace, with what people said of it. */
export type WorkspaceEvent = KeptEvent & {
  /** The file that its first rows are of. */
  readonly document: string;
  readonly judgement: EventVerdict | null;
  /** What it shows, in sentences. */
  readonly words: readonly string[];
};

export type WorkspaceTracks = {
  readonly files: readonly HeldTrackFile[];
  readonly set: TrackSet;
  readonly events: readonly WorkspaceEvent[];
  /** The lists that ships were held against. */
  readonly lists: readonly AskedList[];
  /** Events that were judged and that this detection does not find: other thresholds, files that came or went, another program. */
  readonly unfound: readonly Dated<EventJudgedBody>[];
};

/** A file of positions that a record holds, and what came of reading it. */
export type HeldTrackFile = AcquiredTracks & { readonly name: string; readonly read: TrackFile };

/** A workspace whose tracks are asked. */
export type TracksHeld = {
  readonly record: { readonly read: ReadRecord };
  acts(): Promise<readonly Act[]>;
};

/** What ships did by the track files of a workspace. Nothing is kept of it but in memory: it follows from documents, lists and thresholds. */
export async function tracksIn(
  held: TracksHeld,
  evidence: Evidence,
  question: TracksQuestion,
  progress: Progress,
): Promise<WorkspaceTracks> {
  const { read } = held.record;
  const kinds = kindsOf(question.kinds ?? []);
  const lists = kinds.includes('listed-vessel') ? newestLists(heldLists(await held.acts())) : [];
  const { files, reading } = await readingOf(held.record, evidence, question, progress);
  const key = JSON.stringify([lists.map(({ document }) => document), kinds, question.set ?? []]);
  const { events, asked } = await remember(detectionsOf(reading), key, async () => {
    const { listed, asked: named } = await vesselsAsked(read, lists, kinds);
    progress.step('finding events');
    const settings = { ...settingsOf(question.set ?? []), kinds, ports: portsOf(undefined), listed };
    const size = { positions: reading.set.positions.count };
    const sealed = await workOnTracks('events', { reading, settings }, size, progress);
    const found = withDocuments(sealed, documentsByName(files));
    progress.done();
    return { events: found, asked: named };
  });
  const documentOf = documentsByName(files);
  const found = events.map((event) => ({ key: eventKey(event, documentOf), event }));
  const keys = new Set(found.map((one) => one.key));
  return {
    files: heldFiles(files, reading),
    set: reading.set,
    lists: asked,
    events: found.map(({ key: one, event }) => withVerdict(event, evidence.eventJudgements.get(one) ?? null)),
    unfound: [...evidence.eventJudgements.values()].filter((judged) => !keys.has(judged.key)),
  };
}

/** The track files of a workspace with the ships distinguished, without finding events. */
export async function trackSetIn(
  record: TracksHeld['record'],
  evidence: Evidence,
  progress: Progress,
): Promise<Pick<WorkspaceTracks, 'files' | 'set'>> {
  const { files, reading } = await readingOf(record, evidence, {}, progress);
  return { files: heldFiles(files, reading), set: reading.set };
}

/** Calls and meetings that are claimed, beside the tracks of a workspace. */
export async function statedBesideTracks(
  { record }: Pick<TracksHeld, 'record'>,
  evidence: Evidence,
  stated: Pick<TrackWork['stated'][0], 'calls' | 'meetings'>,
  progress: Progress,
): Promise<TrackWork['stated'][1]> {
  // No list is asked for these kinds.
  const held = { record, acts: async () => [] };
  const { set, events } = await tracksIn(held, evidence, { kinds: STATED_KINDS }, progress);
  return await remember(statedOf(set), JSON.stringify(stated), () =>
    workOnTracks('stated', { set, events, ...stated }, { positions: set.positions.count }, progress),
  );
}

/** What is stated of ships is compared with these. */
const STATED_KINDS = ['port-call', 'encounter'] as const;

/** The ships of a workspace's tracks, as each named herself last. */
export async function vesselsOf({ set }: Pick<WorkspaceTracks, 'set'>): Promise<readonly EventVessel[]> {
  return await remember(vesselsIn(set), '', () =>
    workOnTracks('vessels', { set }, { positions: set.positions.count }, silentProgress),
  );
}

function heldFiles(files: readonly NamedTracks[], reading: ReadSet): readonly HeldTrackFile[] {
  return files.map((file, at) => ({ ...file, read: reading.files[at]! }));
}

/** What was worked out last, by what it was worked out from: the oldest first. */
type Memory<Value> = { readonly known: Map<string, Promise<Value>>; readonly most: number };

function memoryOf<Value>(most: number): Memory<Value> {
  return { known: new Map(), most };
}

/** Thresholds by which ships of one number are distinguished, before any event is found. */
const OF_SEPARATION = /^(separation|shared-mmsi|displaced-position)\./;

/** Events of other thresholds and kinds are asked for side by side; there are few beside the positions. */
const MOST_DETECTIONS = 6;

/** What was read of the files of a record: the last alone, since many million positions fill memory. What follows from it is let go with it. */
const readingsOf = memoized((_: ReadRecord) => memoryOf<ReadSet>(1));
const detectionsOf = memoized((_: ReadSet) =>
  memoryOf<{ readonly events: readonly KeptEvent[]; readonly asked: readonly AskedList[] }>(MOST_DETECTIONS),
);
const vesselsIn = memoized((_: TrackSet) => memoryOf<readonly EventVessel[]>(1));
const statedOf = memoized((_: TrackSet) => memoryOf<TrackWork['stated'][1]>(1));

function remember<Value>({ known, most }: Memory<Value>, key: string, work: () => Promise<Value>): Promise<Value> {
  const before = known.get(key);
  if (before !== undefined) return before;
  for (const oldest of known.keys()) {
    if (known.size < most) break;
    known.delete(oldest);
  }
  const value = work();
  known.set(key, value);
  value.catch(() => {
    if (known.get(key) === value) known.delete(key);
  });
  return value;
}

async function readingOf(
  { read }: TracksHeld['record'],
  evidence: Evidence,
  question: TracksQuestion,
  progress: Progress,
): Promise<{ readonly files: readonly NamedTracks[]; readonly reading: ReadSet }> {
  const files = namedFiles(read, evidence);
  const period = periodOf(question);
  const { thresholds } = settingsOf(question.set ?? []);
  const separation = Object.entries(thresholds).filter(([name]) => OF_SEPARATION.test(name));
  const key = JSON.stringify([files.map(({ document, name }) => [document, name]), period, separation]);
  const reading = await remember(readingsOf(read), key, async () => {
    const paths: NamedTrackFile[] = [];
    for (const { document, name } of files) paths.push({ path: await checkedPath(read, document, name), name });
    return await workOnTracks('read', { files: paths, thresholds, period }, { bytes: bytesOf(paths) }, progress);
  });
  return { files, reading };
}

/** What is read from its place must be what the record says it is. */
async function checkedPath(read: ReadRecord, document: DocumentId, name: string): Promise<string> {
  const path = read.documentPath(document);
  if ((await hashDocumentFile(path)).id === document) return path;
  throw new RecordError('damaged', 'A track file holds other bytes than were acquired; run "panel record verify".', {
    place: name,
  });
}

function withDocuments(events: readonly TrackEvent[], documentOf: (file: string) => string): readonly KeptEvent[] {
  return events.map((event) => ({
    ...event,
    rows: event.rows.map((row) => ({ ...row, document: documentOf(row.file) })),
  }));
}

type NamedTracks = AcquiredTracks & { readonly name: string };

/** The track files of a workspace with what reading them gives, without finding events. */
export async function readTrackFiles(
  { record: { read } }: Pick<TracksHeld, 'record'>,
  evidence: Evidence,
  progress: Progress,
): Promise<readonly HeldTrackFile[]> {
  const files = namedFiles(read, evidence);
  const named = files.map(({ document, name }, index) => ({ path: read.documentPath(document), name, index }));
  const readings = await workOnTracks('through', { files: named }, { bytes: bytesOf(named) }, progress);
  progress.done();
  return files.map((file, at) => ({ ...file, read: readings[at]! }));
}

function bytesOf(files: readonly NamedTrackFile[]): number {
  return files.reduce((sum, { path }) => sum + statSync(path).size, 0);
}

/** The vessels designated under the regime that comes with the program, and those of the workspace's own lists. */
async function vesselsAsked(
  read: ReadRecord,
  lists: Parameters<typeof openHeldLists>[1],
  kinds: readonly EventKind[],
): Promise<{ readonly listed: readonly Entity[]; readonly asked: readonly AskedList[] }> {
  if (!kinds.includes('listed-vessel')) return { listed: [], asked: [] };
  const path = builtInVessels();
  const own = await readLists([openListFile(path)]);
  const held = await Promise.all(
    (await openHeldLists(read, lists)).map(
      async ({ file, published }) => (await readLists([file], published)).entities,
    ),
  );
  const vessels = held.map((entities) => entities.filter(({ schema }) => schema === 'Vessel'));
  return {
    listed: [...own.entities, ...vessels.flat()],
    asked: [
      {
        name: path.slice(join(packageRoot(), '/').length),
        document: null,
        sha256: documentIdOf(readFileSync(path)).slice(7),
      },
      ...lists.flatMap(({ file, document }, at) =>
        vessels[at]?.length === 0 ? [] : [{ name: file, document, sha256: document.slice(7) }],
      ),
    ],
  };
}

/** The files of positions that can be read, by names that tell them apart. */
function namedFiles(read: ReadRecord, { trackFiles, withheld }: Evidence): readonly NamedTracks[] {
  const taken = new Set<string>();
  return trackFiles
    .filter(({ document }) => !withheld.has(document) && read.hasDocument(document))
    .map((file) => {
      const { fileName } = file.custody.origin;
      const name = taken.has(fileName) ? `${fileName} (${file.document.slice(7, 15)})` : fileName;
      taken.add(name);
      return { ...file, name };
    });
}

function documentsByName(files: readonly NamedTracks[]): (file: string) => string {
  const documents = new Map(files.map(({ name, document }) => [name, document as string]));
  return (file) => documents.get(file) ?? '';
}

function withVerdict(event: KeptEvent, judged: Dated<EventJudgedBody> | null): WorkspaceEvent {
  return {
    ...event,
    document: event.rows[0]?.document ?? '',
    judgement:
      judged === null
        ? null
        : { judgement: judged.judgement, reason: judged.reason, by: judged.by, at: judged.at, act: judged.act },
    words: eventWords(event),
  };
}
