import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describeError } from '../../core/errors.ts';
import { documentIdOf } from '../../core/hash.ts';
import { timestampOf } from '../../core/time/clock.ts';
import { type CaptureRequest, type CollectionMethod, custodyOf } from '../../documents/custody/custody.ts';
import type { ListVersion } from '../../entities/keep-lists.ts';
import { type ListFile, openListFile } from '../../entities/list-file.ts';
import { listIdOf } from '../../entities/list-readers.ts';
import { readLists } from '../../entities/read-lists.ts';
import type { ActDraft } from '../../record/log/act.ts';
import { compareLists, type ListDifference } from '../../screening/list-difference.ts';
import { jsonOf, refusedDraft } from '../acts/acquire.ts';
import type { RefusedBody } from '../acts/act-body.ts';
import { gatherEvidence } from '../acts/evidence.ts';
import type { HeldList } from '../acts/held-list.ts';
import { AppError } from '../errors.ts';
import { type Progress, silentProgress } from '../progress.ts';
import { PROGRAM, programName } from '../version.ts';
import { type Workspace, type WorkspacePlace, withWorkspace } from '../workspace/workspace.ts';
import { heldLists } from './lists-in-workspace.ts';

export type DifferenceRow = {
  readonly change: 'added' | 'removed' | 'changed';
  readonly entityId: string;
  readonly caption: string;
  readonly fields: readonly string[];
};

export type ListsCompared = ListDifference & { readonly rows: readonly DifferenceRow[] };

/** What became of a list between two of its versions. @throws AppError `unreadable` for a file that is no list, EntitiesError */
export async function diffLists(before: string, after: string): Promise<ListsCompared> {
  const difference = compareLists(await entitiesOf(before), await entitiesOf(after));
  const plain =
    (change: 'added' | 'removed') =>
    (row: { id: string; caption: string }): DifferenceRow => ({
      change,
      entityId: row.id,
      caption: row.caption,
      fields: [],
    });
  return {
    ...difference,
    rows: [
      ...difference.added.map(plain('added')),
      ...difference.removed.map(plain('removed')),
      ...difference.changed.map(
        ({ id, caption, changes }): DifferenceRow => ({
          change: 'changed',
          entityId: id,
          caption,
          fields: changes.map(({ field }) => field),
        }),
      ),
    ],
  };
}

async function entitiesOf(file: string) {
  const { entities, refused } = await readLists([openListFile(file)]);
  const [first] = refused;
  if (first !== undefined) throw new AppError('unreadable', first.message, { place: file, cause: first });
  return entities;
}

export type AddListsRequest = {
  readonly files: readonly string[];
  readonly workspace: WorkspacePlace;
  /** Whose lists they are, when not the authority that the format tells. */
  readonly source?: string | undefined;
  /** The day of lists that state none (OFAC's CSV files). */
  readonly published?: string | undefined;
  readonly url?: string | undefined;
  readonly clock?: string | undefined;
  readonly progress: Progress;
};

export type AddedList = Pick<HeldList, 'document' | 'list' | 'format' | 'file' | 'versionDate'> & {
  readonly act: string;
  /** Entries of the files added together that could not be read; the rest is screened against. */
  readonly faults: number;
};

export type ListsAdded = {
  readonly added: readonly AddedList[];
  readonly unchanged: readonly { readonly document: string; readonly file: string }[];
  readonly refused: readonly RefusedBody[];
};

/** Adds list files to a workspace, distinguished by content. A file that is no list is refused; the others are added. */
export async function addLists(request: AddListsRequest): Promise<ListsAdded> {
  const { workspace, clock, progress } = request;
  progress.step('Reading lists');
  const checked = await checkLists(request.files);
  for (const note of checked.faultNotes) progress.note(note);
  return await withWorkspace({ workspace, clock, progress, command: 'panel lists add' }, async (held) => {
    const known = new Set<string>(heldLists(await held.acts()).map(({ document }) => document));
    const added: AddedList[] = [];
    const unchanged: { document: string; file: string }[] = [];
    for (const { path, version, faults } of checked.lists) {
      if (known.has(version.document)) {
        unchanged.push({ document: version.document, file: version.file });
        continue;
      }
      const act = await acquireList(held, readFileSync(path), version, {
        method: 'file',
        source: request.source ?? null,
        published: request.published ?? null,
        url: request.url ?? null,
      });
      known.add(version.document);
      added.push({ ...describeVersion(version), act, faults });
    }
    const evidence = gatherEvidence(await held.acts());
    const refusals = checked.refused
      .map((one) => refusedDraft(one, 'list', evidence))
      .filter((draft) => draft !== null);
    if (refusals.length > 0) await held.record.append(refusals);
    return { added, unchanged, refused: checked.refused };
  });
}

export function describeVersion(version: ListVersion): Omit<AddedList, 'act' | 'faults'> {
  const { document, format, file, versionDate } = version;
  return { document, list: listIdOf(format, file), format, file, versionDate };
}

type CheckedLists = {
  readonly lists: readonly { readonly path: string; readonly version: ListVersion; readonly faults: number }[];
  readonly refused: readonly RefusedBody[];
  readonly faultNotes: readonly string[];
};

/** Reads list files through, so that nothing is added that could not be screened against. */
export async function checkLists(paths: readonly string[]): Promise<CheckedLists> {
  const refused: RefusedBody[] = [];
  const opened: { path: string; file: ListFile }[] = [];
  for (const path of paths) {
    try {
      opened.push({ path, file: openListFile(path) });
    } catch (error) {
      refused.push(refusalOf(basename(path), error));
    }
  }
  const read = await readLists(opened.map(({ file }) => file));
  for (const error of read.refused) refused.push(refusalOf(error.place ?? '', error));
  const unreadable = new Set(read.refused.map(({ place }) => place));
  const lists = opened.flatMap(({ path, file }) => {
    const version = read.versions.find(({ document }) => document === file.document);
    if (version === undefined || unreadable.has(file.name)) return [];
    if (read.entities.length === 0) {
      refused.push({ name: file.name, code: 'list-empty', message: 'the list has no entry that can be read' });
      return [];
    }
    return [{ path, version, faults: read.faults.filter((fault) => fault.file === file.name).length }];
  });
  return { lists, refused, faultNotes: read.faults.map(({ place, message }) => `skipped: ${place}: ${message}`) };
}

function refusalOf(name: string, error: unknown): RefusedBody {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unreadable';
  return { name, code, message: error instanceof Error ? error.message : describeError(error) };
}

export type ListProvenance = {
  readonly method: CollectionMethod;
  readonly source: string | null;
  readonly published: string | null;
  readonly url: string | null;
  readonly publisher?: string | null;
  readonly title?: string | null;
  readonly request?: CaptureRequest | null;
};

/** Stores a list and logs its `acquired` act, with custody as for any document. @returns the act's id */
export async function acquireList(
  { record, clock }: Pick<Workspace, 'record' | 'clock'>,
  bytes: Uint8Array,
  version: ListVersion,
  origin: ListProvenance,
): Promise<string> {
  if (documentIdOf(bytes) !== version.document)
    throw new AppError('unreadable', 'the file was changed while it was read; add it again', { place: version.file });
  const now = timestampOf(clock());
  const published = version.versionDate ?? origin.published;
  const custody = custodyOf({
    bytes,
    kind: null,
    origin: {
      fileName: version.file,
      place: origin.url,
      source: origin.source,
      publisher: origin.publisher ?? null,
      title: origin.title ?? null,
      published,
      publishedBy: published === null ? null : version.versionDate === null ? 'dossier' : 'document',
    },
    collection: {
      collector: programName(),
      method: origin.method,
      tool: `list reader ${version.format}`,
      started: now,
      ended: now,
      request: origin.request ?? null,
    },
  });
  const { format, versionDate } = version;
  const body = jsonOf({
    document: version.document,
    custody,
    list: { id: listIdOf(format, version.file), format, versionDate },
  });
  await record.putDocument(bytes);
  const draft: ActDraft = { kind: 'acquired', by: PROGRAM, body };
  const [act] = await record.append([draft]);
  return act?.id ?? '';
}

/** The list versions of a workspace, the newest of each list marked. */
export async function showLists({
  workspace,
}: {
  workspace: WorkspacePlace;
}): Promise<readonly Omit<HeldList, 'custody'>[]> {
  return await withWorkspace(
    { workspace, command: 'panel lists', progress: silentProgress, create: false },
    async (held) => heldLists(await held.acts()).map(({ custody: _, ...list }) => list),
  );
}
