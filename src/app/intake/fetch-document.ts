import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { type IncomingMessage, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { join } from 'node:path';
import { type Duplex, PassThrough, pipeline, Transform } from 'node:stream';
import type { TLSSocket } from 'node:tls';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { timestampOf } from '../../core/time/clock.ts';
import type { CaptureHop, DocumentCapture } from '../../documents/custody/custody.ts';
import { READING_LIMITS } from '../../documents/limits.ts';
import type { RefusedBody } from '../acts/act-body.ts';
import { basicCredentials, withoutCredentials } from '../standing/address-words.ts';
import { programName } from '../version.ts';
import { type CheckedHost, checkHost, HostRefused } from './address-policy.ts';

const MOST_BYTES = READING_LIMITS.fileBytes;
const PATIENCE_MS = 60_000;
const MOST_REDIRECTS = 10;
const MOST_HEADER_BYTES = 64 * 1024;

export type Download =
  | {
      readonly file: string;
      readonly within: string;
      /** The address as it was asked for, without what opens it. */
      readonly address: string;
      readonly request: DocumentCapture;
      remove(): void;
    }
  | { readonly refused: RefusedBody };

export type FetchOptions = {
  /** An empty folder of the workspace, which is removed with the download. */
  readonly within: string;
  /** Hosts that may lie on this machine or in a network that is not public. */
  readonly allowHosts?: readonly string[] | undefined;
  readonly patienceMs?: number;
};

/**
 * Fetches one address into a file, which then goes the way of every other file, and tells all of the way there: each
 * redirect, the last address, what its server said and with which certificate. Only the address that the user named is
 * asked, and where it leads; nothing that the document refers to is loaded. A name and password in the address are used for
 * its own server and told to nobody.
 */
export async function fetchDocument(given: string, options: FetchOptions): Promise<Download> {
  const { within, allowHosts = [], patienceMs = PATIENCE_MS } = options;
  const remove = (): void => rmSync(within, { recursive: true, force: true });
  const refuse = (code: string, message: string): Download => {
    remove();
    return { refused: { name: withoutCredentials(given), code, message } };
  };
  const signal = AbortSignal.timeout(patienceMs);
  const started = timestampOf(new Date());
  const hops: CaptureHop[] = [];
  try {
    let url = new URL(given);
    const opening = basicCredentials(url);
    const origin = url.origin;
    for (;;) {
      const address = withoutCredentials(url.href);
      const host = await checkHost(url, allowHosts);
      const { response, certificate } = await ask(
        new URL(address),
        host,
        url.origin === origin ? opening : null,
        signal,
      );
      const status = response.statusCode ?? 0;
      const location = response.headers.location;
      if (status >= 300 && status < 400 && location !== undefined) {
        response.destroy();
        hops.push({ address, status, location: withoutCredentials(location, address), at: timestampOf(new Date()) });
        if (hops.length > MOST_REDIRECTS) return refuse('unreadable', `it leads on more than ${MOST_REDIRECTS} times`);
        const next = new URL(location, address);
        if (next.protocol !== 'http:' && next.protocol !== 'https:')
          return refuse('refused-address', `it leads to an address of another kind (${next.protocol})`);
        if (url.protocol === 'https:' && next.protocol === 'http:')
          return refuse('refused-address', 'it leads from a protected connection to an open one');
        url = next;
        continue;
      }
      if (status < 200 || status >= 300)
        return refuse('unreadable', `the server answered ${status} ${response.statusMessage ?? ''}`.trim());
      const received = await receive(response, join(within, 'document'), signal);
      if ('refused' in received) return refuse(...received.refused);
      const request: DocumentCapture = {
        address: withoutCredentials(given),
        redirects: hops,
        finalUrl: address,
        remoteAddress: host.address,
        status,
        headers: headersOf(response),
        certificate,
        received: received.bytes,
        receivedSha256: received.sha256,
        serverDate: response.headers.date ?? null,
        requester: programName(),
        login: opening !== null,
        started,
        ended: timestampOf(new Date()),
      };
      return { file: 'document', within, address: withoutCredentials(given), request, remove };
    }
  } catch (error) {
    if (error instanceof HostRefused) return refuse('refused-address', error.message);
    if (signal.aborted) return refuse('unreadable', `it was not there after ${Math.round(patienceMs / 1000)} s`);
    const why = error instanceof Error && error.message !== '' ? `: ${error.message}` : '';
    return refuse('unreadable', `it could not be fetched (offline?)${withoutCredentials(why)}`);
  }
}

type Answer = { readonly response: IncomingMessage; readonly certificate: DocumentCapture['certificate'] };

/** Asks one server at the very address that was checked: a name that resolves otherwise a moment later changes nothing. */
function ask(url: URL, host: CheckedHost, opening: string | null, signal: AbortSignal): Promise<Answer> {
  const send = url.protocol === 'https:' ? requestSecure : requestPlain;
  return new Promise((resolve, reject) => {
    const asked = send(
      url,
      {
        signal,
        agent: false,
        maxHeaderSize: MOST_HEADER_BYTES,
        headers: {
          accept: '*/*',
          'accept-encoding': 'gzip, deflate, br',
          'user-agent': programName().replace(' ', '/'),
          ...(opening === null ? {} : { authorization: opening }),
        },
        lookup: (_name, lookupOptions, done) => {
          if (lookupOptions.all) done(null, [{ address: host.address, family: host.family }]);
          else done(null, host.address, host.family);
        },
      },
      // The certificate is asked for now: the connection may be gone when the body has come.
      (response) => resolve({ response, certificate: certificateOf(response) }),
    );
    asked.on('error', reject);
    asked.end();
  });
}

type Received =
  | { readonly bytes: number; readonly sha256: string }
  | { readonly refused: readonly [code: string, message: string] };

/** Writes the body, unpacked, within the limits of a document. */
async function receive(response: IncomingMessage, path: string, signal: AbortSignal): Promise<Received> {
  const packing = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  const unpacker = UNPACKERS.get(packing)?.();
  if (unpacker === undefined) {
    response.destroy();
    return { refused: ['unreadable', `it is packed in a way that is not read here (${packing.slice(0, 40)})`] };
  }
  const file = await open(path, 'wx', 0o600);
  const sent = createHash('sha256');
  let [packed, size] = [0, 0];
  const counter = new Transform({
    transform: (chunk: Buffer, _, done) => {
      packed += chunk.length;
      sent.update(chunk);
      done(null, chunk);
    },
  });
  try {
    // A fault of any part ends the last one, and so the loop.
    const unpacked = pipeline(response, counter, unpacker, () => undefined);
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      size += chunk.length;
      signal.throwIfAborted();
      if (size > MOST_BYTES) return { refused: ['too-large', `larger than ${MOST_BYTES / 1_048_576} MiB`] };
      if (size > 1_048_576 && size > packed * READING_LIMITS.zipRatio)
        return { refused: ['bomb', `it unpacks to more than ${READING_LIMITS.zipRatio} times its size`] };
      await file.write(chunk);
    }
  } finally {
    response.destroy();
    await file.close();
  }
  return { bytes: packed, sha256: sent.digest('hex') };
}

const UNPACKERS: ReadonlyMap<string, () => Duplex> = new Map<string, () => Duplex>([
  ['identity', () => new PassThrough()],
  ['', () => new PassThrough()],
  ['gzip', () => createGunzip()],
  ['x-gzip', () => createGunzip()],
  ['deflate', () => createInflate()],
  ['br', () => createBrotliDecompress()],
]);

/** What the server said of itself and of what it sent; not what it would have had us keep. */
function headersOf({ rawHeaders }: IncomingMessage): readonly (readonly [string, string])[] {
  return rawHeaders.flatMap((name, at) =>
    at % 2 === 0 && !/^set-cookie/i.test(name) ? [[name.toLowerCase(), rawHeaders[at + 1] ?? ''] as const] : [],
  );
}

function certificateOf({ socket }: IncomingMessage): DocumentCapture['certificate'] {
  const shown = (socket as Partial<TLSSocket>).getPeerCertificate?.();
  if (shown?.raw === undefined) return null;
  const { raw, subject, issuer, valid_from: from, valid_to: to } = shown;
  const name = (one: typeof subject | undefined): string => [one?.O, one?.CN].flat().filter(Boolean).join(', ');
  return {
    sha256: createHash('sha256').update(raw).digest('hex'),
    subject: name(subject),
    issuer: name(issuer),
    from,
    to,
  };
}
