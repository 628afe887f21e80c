import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { describeError } from '../../core/errors.ts';
import { resourcePath } from '../../core/resource.ts';
import type { ListVersion } from '../../entities/keep-lists.ts';
import { openListBytes } from '../../entities/list-file.ts';
import { listIdOf, recogniseList } from '../../entities/list-readers.ts';
import { readLists } from '../../entities/read-lists.ts';
import { type HeldList, newestLists } from '../acts/held-list.ts';
import { AppError } from '../errors.ts';
import type { Progress } from '../progress.ts';
import { folderOf, type Workspace, type WorkspacePlace, withWorkspace } from '../workspace/workspace.ts';
import { clearDownload, downloadList } from './list-download.ts';
import { acquireList } from './lists.ts';
import { heldLists } from './lists-in-workspace.ts';

const addressesFile = z.array(
  z.strictObject({
    id: z.string(),
    title: z.string(),
    publisher: z.string(),
    token: z.string().optional(),
    files: z.array(z.strictObject({ name: z.string().regex(/^[\w][\w.-]*$/), format: z.string(), url: z.url() })),
  }),
);
type ListAddress = z.infer<typeof addressesFile>[number];

export type SyncRequest = {
  readonly workspace: WorkspacePlace;
  /** Ids of lists; all that need no token, and those whose token is set, when empty. */
  readonly only: readonly string[];
  /** Take a list also when it is less than half the size of the last one. */
  readonly force: boolean;
  /** A file of addresses in place of the built-in one. */
  readonly addresses?: string | undefined;
  readonly clock?: string | undefined;
  readonly progress: Progress;
};

export type SyncOutcome = {
  readonly list: string;
  readonly file: string;
  readonly outcome: 'added' | 'unchanged' | 'skipped' | 'failed';
  readonly document: string | null;
  readonly versionDate: string | null;
  /** Why it was skipped or failed; null otherwise. */
  readonly message: string | null;
};

/**
 * Fetches lists from their official addresses into a workspace. Each file is checked before it is taken: that it is the
 * list expected, that it can be read, and that it has not shrunk to less than half. What fails leaves the last version in
 * force, and the bytes of a broken transfer for the next run; the other lists go on.
 */
export async function syncLists(request: SyncRequest): Promise<{ readonly outcomes: readonly SyncOutcome[] }> {
  const addresses = chosen(readAddresses(request.addresses), request.only);
  const { workspace, clock, progress } = request;
  return await withWorkspace({ workspace, clock, progress, command: 'panel lists sync' }, async (held) => {
    const outcomes: SyncOutcome[] = [];
    for (const address of addresses) {
      for (const file of address.files) outcomes.push(await syncFile(held, address, file, request));
    }
    return { outcomes };
  });
}

function readAddresses(file: string | undefined): readonly ListAddress[] {
  const path = file ?? resourcePath('app/lists/list-addresses.yaml');
  try {
    return addressesFile.parse(parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    const why = cause instanceof z.ZodError ? z.prettifyError(cause) : 'it cannot be read';
    throw new AppError('bad-input', `this is no file of list addresses: ${why}`, { place: path, cause });
  }
}

function chosen(addresses: readonly ListAddress[], only: readonly string[]): readonly ListAddress[] {
  for (const id of only) {
    if (!addresses.some((address) => address.id === id))
      throw new AppError(
        'bad-input',
        `there is no list "${id}"; there is ${addresses.map((one) => one.id).join(', ')}`,
      );
  }
  return only.length === 0 ? addresses : addresses.filter(({ id }) => only.includes(id));
}

async function syncFile(
  workspace: Workspace,
  address: ListAddress,
  file: ListAddress['files'][number],
  request: SyncRequest,
): Promise<SyncOutcome> {
  const fetched = { list: address.id, file: file.name, document: null, versionDate: null };
  const token = address.token === undefined ? '' : (process.env[address.token] ?? '');
  if (address.token !== undefined && token === '') {
    const message = `needs your own token from ${address.publisher}: set ${address.token} in the environment`;
    return { ...fetched, outcome: request.only.length > 0 ? 'failed' : 'skipped', message };
  }
  request.progress.step(`Fetching ${file.name}`);
  try {
    const url = file.url.replace('{token}', encodeURIComponent(token));
    const download = await downloadList(url, {
      folder: join(folderOf(request.workspace), 'downloads'),
      name: file.name,
      progress: request.progress,
      shownUrl: file.url,
    });
    const bytes = readFileSync(download.path);
    const held = heldLists(await workspace.acts());
    let version: ListVersion;
    try {
      version = await checkDownload(bytes, file, held, request.force);
    } catch (error) {
      // The whole file came and is not what it should be: going on from it would never help.
      clearDownload(download);
      throw error;
    }
    const done = { ...fetched, document: version.document, versionDate: version.versionDate, message: null };
    if (held.some(({ document }) => document === version.document)) {
      clearDownload(download);
      return { ...done, outcome: 'unchanged' };
    }
    await acquireList(workspace, bytes, version, {
      method: 'download',
      source: address.id,
      published: version.versionDate ?? publishedOf(download.request.serverDate),
      url: file.url,
      publisher: address.publisher,
      title: address.title,
      request: download.request,
    });
    clearDownload(download);
    return { ...done, outcome: 'added' };
  } catch (error) {
    return { ...fetched, outcome: 'failed', message: describeError(error) };
  }
}

/** A list that states no date was in force on the day it was fetched, by the server's own clock. */
function publishedOf(serverDate: string | null): string | null {
  const time = serverDate === null ? Number.NaN : Date.parse(serverDate);
  return Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10);
}

/** The place of a fault that readers report of a file rather than of an entry in it. */
const WHOLE_FILE = 'file';

/** @throws AppError `not-fetched` for a file that is not the list it should be */
async function checkDownload(
  bytes: Uint8Array,
  file: ListAddress['files'][number],
  held: readonly HeldList[],
  force: boolean,
): Promise<ListVersion> {
  const refuse = (why: string): AppError => new AppError('not-fetched', why, { place: basename(file.url) });
  const opened = openListBytes(file.name, bytes);
  const format = recogniseList(opened.head);
  if (format !== file.format)
    throw refuse(
      `what came is ${format === undefined ? 'no list that is known' : `a list of format ${format}`}, not ${file.format}; the last version stays`,
    );
  const { versions, entities, faults, refused } = await readLists([opened]);
  const [version] = versions;
  if (refused[0] !== undefined) throw refuse(`${refused[0].message}; the last version stays`);
  // A bad entry is no reason to go without the list; a list without its end is.
  const cut = faults.find(({ place }) => place === WHOLE_FILE);
  if (cut !== undefined) throw refuse(`${cut.message}; the last version stays`);
  if (version === undefined || entities.length === 0)
    throw refuse('the list came without an entry; the last version stays');
  const last = newestLists(held).find(({ list }) => list === listIdOf(format, file.name));
  if (last !== undefined && bytes.length * 2 < last.size && !force)
    throw refuse(
      `the list came with ${bytes.length} bytes, less than half of the last one (${last.size}); the last version stays (--force takes it)`,
    );
  return version;
}
