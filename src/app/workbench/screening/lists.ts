import { mkdir, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { memoized } from '../../../core/memoized.ts';
import { openListBytes } from '../../../entities/list-file.ts';
import { readLists } from '../../../entities/read-lists.ts';
import type { ScreeningIndex } from '../../../screening/index/screening-index.ts';
import { compareLists, type ListDifference } from '../../../screening/list-difference.ts';
import { type HeldList, newestLists } from '../../acts/held-list.ts';
import type { Snapshot } from '../../derivation/derivation.ts';
import { AppError } from '../../errors.ts';
import { syncLists } from '../../lists/list-sync.ts';
import { addLists } from '../../lists/lists.ts';
import { heldLists } from '../../lists/lists-in-workspace.ts';
import type { LoadedLists } from '../../lists/screening-index.ts';
import type { Job } from '../contract/job.ts';
import type { HeldListsView, ListDifferenceView, ListSummary } from '../contract/screening.ts';
import type { Workbench } from '../held/workbench.ts';

/** The list versions that a workspace holds, the newest of each list first, with the entries of those that are asked. */
export async function listsView(workbench: Workbench, { acts }: Snapshot): Promise<HeldListsView> {
  const service = await workbench.screening.service();
  const counts = service === null ? null : entriesByDocument(service.entities.index);
  const held = heldLists(acts);
  const newest = new Set(newestLists(held).map(({ document }) => document));
  return {
    lists: [...held]
      .sort((a, b) => (a.list < b.list ? -1 : a.list > b.list ? 1 : dayOf(b) < dayOf(a) ? -1 : 1))
      .map((list) => summaryOf(list, newest.has(list.document), counts)),
  };
}

/** The versions that a screening asked; list files given to the server beside a workspace were never acquired. */
export function askedLists({ acts }: Snapshot, { index, versions }: Pick<LoadedLists, 'index' | 'versions'>) {
  const held = new Map(heldLists(acts).map((list) => [list.document, list]));
  const newest = new Set(newestLists([...held.values()]).map(({ document }) => document));
  const counts = entriesByDocument(index);
  return versions.map((version): ListSummary => {
    const list = held.get(version.document);
    if (list !== undefined) return summaryOf(list, newest.has(list.document), counts);
    const { document, format, file, versionDate } = version;
    const entities = counts.get(document) ?? 0;
    return { document, list: format, format, file, versionDate, acquired: '', entities, newest: true };
  });
}

function dayOf({ versionDate, published, acquired }: HeldList): string {
  return `${versionDate ?? published ?? acquired.slice(0, 10)} ${acquired}`;
}

function summaryOf(
  { document, list, format, file, versionDate, published, acquired }: HeldList,
  newest: boolean,
  counts: ReadonlyMap<string, number> | null,
): ListSummary {
  const entities = counts?.get(document) ?? null;
  return { document, list, format, file, versionDate: versionDate ?? published, acquired, entities, newest };
}

/** How many entries of an index stand in each list file. */
const entriesByDocument = memoized((index: ScreeningIndex): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (let number = 0; number < index.entityCount; number++)
    for (const document of new Set(index.entity(number).values.map(({ source }) => source.document)))
      counts.set(document, (counts.get(document) ?? 0) + 1);
  return counts;
});

/** Rows that are shown; the counts are of all. */
const MOST_ROWS = 5000;

/** What became of a list between two versions that the workspace holds. @throws AppError `no-such-list` */
export async function listDifference(
  workbench: Workbench,
  snapshot: Snapshot,
  before: string,
  after: string,
): Promise<ListDifferenceView> {
  const { added, removed, changed } = await versionDifference(workbench, snapshot, before, after);
  const plain =
    (change: 'added' | 'removed') =>
    ({ id, caption }: { id: string; caption: string }): ListDifferenceView['rows'][number] => ({
      change,
      entityId: id,
      caption,
      fields: [],
    });
  return {
    added: added.length,
    removed: removed.length,
    changed: changed.length,
    rows: [
      ...added.map(plain('added')),
      ...removed.map(plain('removed')),
      ...changed.map(({ id, caption, changes }) => ({
        change: 'changed' as const,
        entityId: id,
        caption,
        fields: changes.map((one) => ({ field: one.field, before: one.removed, after: one.added })),
      })),
    ].slice(0, MOST_ROWS),
  };
}

/** The entries that came, went and changed between two versions of a list. @throws AppError `no-such-list` */
export async function versionDifference(
  workbench: Workbench,
  { acts }: Snapshot,
  before: string,
  after: string,
): Promise<ListDifference> {
  const held = heldLists(acts);
  const entitiesOf = async (document: string) => {
    const list = held.find((one) => one.document === document);
    if (list === undefined)
      throw new AppError('no-such-list', 'the workspace holds no list version with this hash', { place: document });
    const file = openListBytes(list.file, await workbench.held.record.read.document(list.document));
    const { entities } = await readLists([file], list.published);
    return entities;
  };
  return compareLists(await entitiesOf(before), await entitiesOf(after));
}

export type SentLists = {
  readonly within: string;
  readonly files: readonly { readonly file: string; readonly called: string }[];
  /** The day of lists that state none. */
  readonly published?: string | undefined;
  remove(): Promise<void>;
};

/** Takes sent list files in as a job: they are recognised by content, and a file that is no list is refused. */
export function takeLists(workbench: Workbench, { within, files, published, remove }: SentLists): Job {
  return workbench.jobs.start('add-lists', async (progress) => {
    try {
      const paths: string[] = [];
      for (const [at, { file, called }] of files.entries()) {
        // The name goes into the custody; it comes from outside, so that only its last part is used, in a folder of ours.
        const folder = join(within, `list-${at}`);
        await mkdir(folder);
        const path = join(folder, nameOf(called));
        await rename(join(within, file), path);
        paths.push(path);
      }
      return await addLists({ files: paths, workspace: workbench.held, published, progress });
    } finally {
      await remove();
    }
  });
}

function nameOf(called: string): string {
  const last = basename(called.replaceAll('\\', '/'))
    .replace(/[\0-\x1f\x7f]/g, '')
    .slice(-120);
  return last === '' || last === '.' || last === '..' ? 'list' : last;
}

/** Fetches the official lists as a job. It fails, with what to do, when no address answers. */
export function fetchLists(workbench: Workbench): Job {
  return workbench.jobs.start('sync-lists', async (progress) => {
    const { outcomes } = await syncLists({ workspace: workbench.held, only: [], force: false, progress });
    const failed = outcomes.filter(({ outcome }) => outcome === 'failed');
    if (failed.length > 0 && failed.length === outcomes.filter(({ outcome }) => outcome !== 'skipped').length)
      throw new AppError(
        'not-fetched',
        `no list could be fetched: ${failed[0]?.message ?? ''}. Without a connection, download the files elsewhere and add them here`,
      );
    return { outcomes };
  });
}
