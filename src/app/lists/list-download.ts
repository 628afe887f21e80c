import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { CaptureRequest } from '../../documents/custody/custody.ts';
import { AppError } from '../errors.ts';
import type { Progress } from '../progress.ts';
import { programName } from '../version.ts';

/** No official list is larger (src/entities/list-file.ts). */
const MOST_BYTES = 1024 * 1024 * 1024;
/** A server that sends nothing for so long has broken off. */
const SILENCE_MS = 30_000;

/** What is known of an unfinished download, besides its bytes: a file may only be continued with bytes of the same version. */
const unfinishedFacts = z.object({ url: z.string(), validator: z.string(), total: z.number().nullable() });
type UnfinishedFacts = z.infer<typeof unfinishedFacts>;

export type Downloaded = {
  readonly path: string;
  readonly request: CaptureRequest;
  /** Bytes that were there already from a transfer that broke off. */
  readonly resumedFrom: number;
};

/**
 * Fetches an address into `folder/name.part`. A transfer that breaks off leaves its bytes there, and the next call goes on
 * from them with `Range` (RFC 9110 section 14) under `If-Range`, so that two versions are never mixed.
 * @throws AppError `not-fetched` saying whether to try again; nothing else is touched
 */
export async function downloadList(
  url: string,
  { folder, name, progress, shownUrl }: { folder: string; name: string; progress: Progress; shownUrl: string },
): Promise<Downloaded> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${name}.part`);
  const factsPath = `${path}.json`;
  const known = readFacts(factsPath, shownUrl);
  const have = known !== null && existsSync(path) ? statSync(path).size : 0;
  const silence = new AbortController();
  const response = await request(url, shownUrl, silence, have > 0 && known !== null ? { have, ...known } : null);
  if (response.status === 416 && have > 0) {
    // The bytes there are not a part of what the server has now: start over.
    forget(path, factsPath);
    await response.body?.cancel();
    return await downloadList(url, { folder, name, progress, shownUrl });
  }
  if ((response.status !== 200 && response.status !== 206) || response.body === null) {
    await response.body?.cancel();
    throw notFetched(shownUrl, `the server answered ${response.status} ${response.statusText}`.trim());
  }
  const resumedFrom = response.status === 206 ? have : 0;
  const total = totalOf(response, resumedFrom);
  if (total === undefined) {
    forget(path, factsPath);
    await response.body.cancel();
    throw notFetched(shownUrl, 'the server sent another part than was asked for; try again');
  }
  if (total !== null && total > MOST_BYTES) throw notFetched(shownUrl, 'the file is larger than any official list');
  writeFacts(factsPath, { url: shownUrl, validator: validatorOf(response.headers), total });
  await receive(response.body, { path, from: resumedFrom, total, progress, silence, shownUrl });
  const size = statSync(path).size;
  if (total !== null && size !== total)
    throw notFetched(shownUrl, `the transfer broke off at ${size} of ${total} bytes; run it again to go on from there`);
  return { path, request: captureOf(response, shownUrl, url), resumedFrom };
}

async function request(
  url: string,
  shownUrl: string,
  silence: AbortController,
  resume: (UnfinishedFacts & { have: number }) | null,
): Promise<Response> {
  const headers: Record<string, string> = {
    'user-agent': programName().replace(' ', '/'),
    // A range of compressed bytes is no range of the file.
    'accept-encoding': 'identity',
  };
  if (resume !== null && resume.validator !== '') {
    headers.range = `bytes=${resume.have}-`;
    headers['if-range'] = resume.validator;
  }
  const timer = setTimeout(() => silence.abort(), SILENCE_MS);
  try {
    return await fetch(url, { redirect: 'follow', headers, signal: silence.signal });
  } catch (error) {
    throw notFetched(shownUrl, `the server cannot be reached (offline?): ${reasonOf(error)}`, error);
  } finally {
    clearTimeout(timer);
  }
}

type Receiving = {
  readonly path: string;
  readonly from: number;
  readonly total: number | null;
  readonly progress: Progress;
  readonly silence: AbortController;
  readonly shownUrl: string;
};

async function receive(body: NonNullable<Response['body']>, receiving: Receiving): Promise<void> {
  const { path, from, total, progress, silence, shownUrl } = receiving;
  let size = from;
  let timer = setTimeout(() => silence.abort(), SILENCE_MS);
  // Written piece by piece and not through a stream, which would drop what waits in it when the transfer breaks off.
  const file = await open(path, from > 0 ? 'a' : 'w', 0o600);
  try {
    for await (const chunk of body) {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), SILENCE_MS);
      if (size + chunk.length > MOST_BYTES) throw notFetched(shownUrl, 'the file is larger than any official list');
      await file.writeFile(chunk);
      size += chunk.length;
      progress.advance(size, total);
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw notFetched(
      shownUrl,
      `the transfer broke off at ${size} bytes (${reasonOf(error)}); run it again to go on from there`,
      error,
    );
  } finally {
    clearTimeout(timer);
    await file.close();
  }
}

/** The size of the whole file; null when the server does not say; undefined when it sent another part than was asked for. */
function totalOf(response: Response, resumedFrom: number): number | null | undefined {
  if (response.status === 206) {
    const range = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(response.headers.get('content-range') ?? '');
    if (range === null || Number(range[1]) !== resumedFrom) return undefined;
    return range[3] === '*' ? Number(range[2]) + 1 : Number(range[3]);
  }
  const length = response.headers.get('content-length');
  const encoded = response.headers.get('content-encoding') ?? 'identity';
  return length !== null && encoded === 'identity' && /^\d+$/.test(length) ? Number(length) : null;
}

/** A strong entity tag, else the date of the last change: what `If-Range` may carry (RFC 9110 section 13.1.5). */
function validatorOf(headers: Headers): string {
  const tag = headers.get('etag') ?? '';
  return tag !== '' && !tag.startsWith('W/') ? tag : (headers.get('last-modified') ?? '');
}

function captureOf(response: Response, shownUrl: string, url: string): CaptureRequest {
  // An address with a user's token in it is no fact for the record.
  const finalUrl = shownUrl === url ? response.url : shownUrl;
  return {
    status: response.status,
    finalUrl,
    redirects: response.redirected ? [shownUrl] : [],
    serverDate: response.headers.get('date'),
    requester: programName(),
    login: shownUrl !== url,
  };
}

function readFacts(path: string, url: string): UnfinishedFacts | null {
  try {
    const facts = unfinishedFacts.parse(JSON.parse(readFileSync(path, 'utf8')));
    return facts.url === url && facts.validator !== '' ? facts : null;
  } catch {
    return null;
  }
}

function writeFacts(path: string, facts: UnfinishedFacts): void {
  writeFileSync(`${path}.new`, JSON.stringify(facts), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

function forget(path: string, factsPath: string): void {
  rmSync(path, { force: true });
  rmSync(factsPath, { force: true });
}

/** Removes what a finished download left. */
export function clearDownload({ path }: Pick<Downloaded, 'path'>): void {
  forget(path, `${path}.json`);
}

function notFetched(url: string, why: string, cause?: unknown): AppError {
  return new AppError('not-fetched', why, { place: url, cause });
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'AbortError') return `nothing came for ${SILENCE_MS / 1000} seconds`;
  return error.cause instanceof Error ? error.cause.message || error.cause.name : error.message;
}
