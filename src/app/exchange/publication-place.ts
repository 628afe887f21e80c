import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { RecordError } from '../../record/errors.ts';
import { readPlainFile } from '../../record/storage/plain-file.ts';
import { AppError } from '../errors.ts';
import { basicCredentials, withoutCredentials } from '../standing/address-words.ts';

/** Where a record is published: a folder, or an address below which files are put and got by HTTP. */
export type PublicationPlace = {
  readonly way: string;
  /** Undefined where there is no such file. @throws AppError `not-fetched`, `unreadable` */
  read(path: string): Promise<Buffer | undefined>;
  /** Length of a file; undefined where there is none. */
  length(path: string): Promise<number | undefined>;
  /** Appears whole or not at all. @throws AppError `not-written` */
  write(path: string, bytes: Uint8Array): Promise<void>;
};

/** A tile has 8 KiB, a bundle at most 16 MiB, a note far less. */
const MOST_BYTES = 32 * 1024 * 1024;
const PATIENCE_MS = 30_000;

/** A folder or an address as the user names it. @throws AppError `bad-option` */
export function publicationPlace(target: string): PublicationPlace {
  if (!/^[a-z][a-z0-9+.-]+:\/\//i.test(target)) return folderPlace(target);
  if (URL.canParse(target) && /^https?:$/.test(new URL(target).protocol)) return addressPlace(target);
  throw new AppError(
    'bad-option',
    `"${withoutCredentials(target).slice(0, 80)}" is neither a folder nor an http address`,
  );
}

function folderPlace(folder: string): PublicationPlace {
  const at = (path: string): string => join(folder, ...path.split('/'));
  return {
    way: folder,
    async read(path) {
      try {
        return readPlainFile(at(path), MOST_BYTES);
      } catch (cause) {
        if (cause instanceof RecordError) throw new AppError('unreadable', cause.message, { place: at(path), cause });
        const { code } = cause as NodeJS.ErrnoException;
        if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
        throw new AppError('unreadable', `it cannot be read (${code})`, { place: at(path), cause });
      }
    },
    length: async (path) => statSync(at(path), { throwIfNoEntry: false })?.size,
    async write(path, bytes) {
      const unfinished = `${at(path)}.${randomBytes(4).toString('hex')}.part`;
      try {
        refuseLinks(folder, dirname(path));
        makeFolders(dirname(at(path)));
        const file = openSync(unfinished, 'wx');
        try {
          fchmodSync(file, READ_BY_ALL);
          for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
          fsyncSync(file);
        } finally {
          closeSync(file);
        }
        renameSync(unfinished, at(path));
      } catch (cause) {
        rmSync(unfinished, { force: true });
        throw new AppError('not-written', `it was not published: ${(cause as Error).message}`, {
          place: at(path),
          cause,
        });
      }
    },
  };
}

/** What is published is for everybody, and a web server of another account reads it; the program's own files stay its owner's. */
const READ_BY_ALL = 0o644;
const ENTERED_BY_ALL = 0o755;

function makeFolders(folder: string): void {
  const missing: string[] = [];
  for (let at = folder; !existsSync(at); at = dirname(at)) missing.push(at);
  mkdirSync(folder, { recursive: true });
  for (const at of missing) chmodSync(at, ENTERED_BY_ALL);
}

/** A publication may lie where others write: a link in the place of one of its folders would lead elsewhere. */
function refuseLinks(folder: string, within: string): void {
  let at = folder;
  for (const part of within.split('/')) {
    at = join(at, part);
    if (part !== '.' && lstatSync(at, { throwIfNoEntry: false })?.isSymbolicLink())
      throw new Error('there is a link in the place of its folder');
  }
}

function addressPlace(address: string): PublicationPlace {
  const url = new URL(address);
  const headers = authorisationOf(url);
  url.username = '';
  url.password = '';
  const base = url.href.replace(/\/$/, '');
  const ask = async (method: string, path: string, body?: Uint8Array): Promise<Response> => {
    try {
      return await fetch(`${base}/${path}`, {
        method,
        headers,
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MS),
        ...(body === undefined ? {} : { body }),
      });
    } catch (cause) {
      const why = cause instanceof Error && cause.cause instanceof Error ? cause.cause.message : String(cause);
      throw new AppError('not-fetched', `it does not answer: ${why}`, { place: `${base}/${path}`, cause });
    }
  };
  const refuse = (path: string, { status, statusText }: Response, doing: string) =>
    new AppError('not-fetched', `${doing}: the server answered ${status} ${statusText}`.trim(), {
      place: `${base}/${path}`,
    });
  return {
    way: base,
    async read(path) {
      const response = await ask('GET', path);
      if (response.status === 404 || response.status === 410) return undefined;
      if (!response.ok) throw refuse(path, response, 'it cannot be read');
      const chunks: Uint8Array[] = [];
      let size = 0;
      for await (const chunk of response.body ?? []) {
        size += chunk.length;
        if (size > MOST_BYTES)
          throw new AppError('not-fetched', 'it is too long for a file of a log', { place: `${base}/${path}` });
        chunks.push(chunk);
      }
      return Buffer.concat(chunks);
    },
    async length(path) {
      const response = await ask('HEAD', path);
      const length = response.headers.get('content-length');
      return response.ok && length !== null ? Number(length) : undefined;
    },
    async write(path, bytes) {
      const response = await ask('PUT', path, bytes);
      await response.body?.cancel();
      if (!response.ok) throw refuse(path, response, 'it was not published');
    },
  };
}

/** Credentials in the address, or a token in the environment; neither is shown or logged. */
function authorisationOf(url: URL): Record<string, string> {
  const token = process.env.PANEL_PUBLISH_TOKEN;
  const authorization = basicCredentials(url) ?? (token === undefined ? null : `Bearer ${token}`);
  return authorization === null ? {} : { authorization };
}
