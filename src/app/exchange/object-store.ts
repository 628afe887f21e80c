import { openAsBlob } from 'node:fs';
import { AwsClient } from 'aws4fetch';
import { SaxesParser } from 'saxes';
import { sha256Hex } from '../../core/hash.ts';
import { AppError } from '../errors.ts';
import { withoutCredentials } from '../standing/address-words.ts';

/** A store of objects that speaks the S3 protocol, below one prefix of one bucket. */
export type ObjectStore = {
  /** `s3://bucket/prefix` */
  readonly way: string;
  /** Every object below the prefix with its length, by the rest of its name. @throws AppError `not-fetched` */
  list(): Promise<ReadonlyMap<string, number>>;
  /** Undefined where there is none. @throws AppError `not-fetched`, also for one longer than `most` bytes */
  read(name: string, most: number): Promise<Buffer | undefined>;
  /** Piece by piece. @throws as `read` */
  stream(name: string, most: number): AsyncGenerator<Uint8Array>;
  /** SHA-256 that was noted when the object was written; null where none was, or there is no such object. */
  digest(name: string): Promise<string | null>;
  /** There whole or not at all. @throws AppError `not-written` */
  write(name: string, bytes: Uint8Array): Promise<void>;
  writeFile(name: string, file: string, sha256: string): Promise<void>;
  remove(name: string): Promise<void>;
};

/** What the common tools of such stores read from the environment; nothing else ever holds the credentials. */
const ENVIRONMENT = {
  id: ['AWS_ACCESS_KEY_ID'],
  secret: ['AWS_SECRET_ACCESS_KEY'],
  session: ['AWS_SESSION_TOKEN'],
  region: ['AWS_REGION', 'AWS_DEFAULT_REGION'],
  endpoint: ['AWS_ENDPOINT_URL_S3', 'AWS_ENDPOINT_URL'],
} as const;

const ADDRESS = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/([A-Za-z0-9._/-]+))?$/;
const DIGEST = 'x-amz-meta-sha256';
/** Bytes that a slow line sends in a millisecond. */
const SLOW_LINE = 50;
const LISTING_BYTES = 16 * 1024 * 1024;
const ATTEMPTS = 3;
/** So long nothing may come: an object of any length may take as long as it takes. */
const IDLE_MS = 60_000;

/** A store as the user names it, with the credentials of the environment. @throws AppError `bad-option` */
export function objectStore(
  target: string,
  environment: NodeJS.ProcessEnv = process.env,
  idleMs: number = IDLE_MS,
): ObjectStore {
  const [, bucket, prefix = ''] = ADDRESS.exec(target.replace(/\/$/, '')) ?? [];
  if (bucket === undefined || (prefix !== '' && prefix.split('/').some((part) => /^\.{0,2}$/.test(part))))
    throw new AppError('bad-option', 'write a store as s3://BUCKET or s3://BUCKET/PREFIX', {
      place: withoutCredentials(target).slice(0, 80),
    });
  const [id, secret, session, region = 'us-east-1'] = (['id', 'secret', 'session', 'region'] as const).map((what) =>
    ENVIRONMENT[what].map((name) => environment[name]).find((value) => value),
  );
  const endpoint = ENVIRONMENT.endpoint.map((name) => environment[name]).find((value) => value);
  if (id === undefined || secret === undefined)
    throw new AppError(
      'bad-option',
      'the store asks for credentials; name them in the environment: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY',
      { place: withoutCredentials(target) },
    );
  const client = new AwsClient({
    accessKeyId: id,
    secretAccessKey: secret,
    ...(session === undefined ? {} : { sessionToken: session }),
    service: 's3',
    region,
    retries: ATTEMPTS,
  });
  return new SignedStore(
    client,
    bucketAddress(endpoint ?? `https://s3.${region}.amazonaws.com`, bucket),
    bucket,
    prefix,
    idleMs,
  );
}

/** The bucket as a part of the path: every such store takes it, a name of its own for each bucket only some do. */
function bucketAddress(endpoint: string, bucket: string): string {
  if (URL.canParse(endpoint)) {
    const { protocol, username, password, search, hash } = new URL(endpoint);
    if (/^https?:$/.test(protocol) && `${username}${password}${search}${hash}` === '')
      return `${endpoint.replace(/\/+$/, '')}/${bucket}`;
  }
  throw new AppError('bad-option', 'AWS_ENDPOINT_URL is no http address of a store');
}

class SignedStore implements ObjectStore {
  readonly way: string;
  readonly #client: AwsClient;
  readonly #address: string;
  readonly #prefix: string;
  readonly #idleMs: number;

  constructor(client: AwsClient, address: string, bucket: string, prefix: string, idleMs: number) {
    this.#client = client;
    this.#address = address;
    this.#idleMs = idleMs;
    this.#prefix = prefix === '' ? '' : `${prefix}/`;
    this.way = `s3://${bucket}${prefix === '' ? '' : `/${prefix}`}`;
  }

  async list(): Promise<ReadonlyMap<string, number>> {
    const found = new Map<string, number>();
    for (let token: string | undefined = ''; token !== undefined; ) {
      const query = new URLSearchParams({ 'list-type': '2', prefix: this.#prefix });
      if (token !== '') query.set('continuation-token', token);
      const response = await this.#ask('GET', '', { query });
      if (!response.ok) throw await this.#refused('', response, 'it cannot be listed');
      const page = parseListing((await this.#bytesOf('', response, LISTING_BYTES)).toString('utf8'), this.way);
      for (const { key, size } of page.objects)
        if (key.startsWith(this.#prefix)) found.set(key.slice(this.#prefix.length), size);
      token = page.next;
    }
    return found;
  }

  async read(name: string, most: number): Promise<Buffer | undefined> {
    const response = await this.#ask('GET', name);
    if (response.status === 404) {
      await response.body?.cancel();
      return undefined;
    }
    if (!response.ok) throw await this.#refused(name, response, 'it cannot be read');
    return await this.#bytesOf(name, response, most);
  }

  async *stream(name: string, most: number): AsyncGenerator<Uint8Array> {
    const response = await this.#ask('GET', name);
    if (!response.ok) throw await this.#refused(name, response, 'it cannot be read');
    yield* this.#piecesOf(name, response, most);
  }

  async digest(name: string): Promise<string | null> {
    const response = await this.#ask('HEAD', name);
    if (response.status === 404) return null;
    if (!response.ok) throw await this.#refused(name, response, 'it cannot be read');
    return response.headers.get(DIGEST);
  }

  async write(name: string, bytes: Uint8Array): Promise<void> {
    await this.#put(name, new Blob([new Uint8Array(bytes)]), sha256Hex(bytes));
  }

  async writeFile(name: string, file: string, sha256: string): Promise<void> {
    await this.#put(name, await openAsBlob(file), sha256);
  }

  async remove(name: string): Promise<void> {
    const response = await this.#ask('DELETE', name);
    if (!response.ok && response.status !== 404) throw await this.#refused(name, response, 'it was not removed');
    await response.body?.cancel();
  }

  /** The hash is signed along, so the store refuses what came otherwise than it was sent. */
  async #put(name: string, body: Blob, sha256: string): Promise<void> {
    const headers = { 'x-amz-content-sha256': sha256, [DIGEST]: sha256 };
    const response = await this.#ask('PUT', name, { body, headers });
    if (!response.ok) throw await this.#refused(name, response, 'it was not copied');
    await response.body?.cancel();
  }

  async #ask(
    method: string,
    name: string,
    { query, body, headers = {} }: { query?: URLSearchParams; body?: Blob; headers?: Record<string, string> } = {},
  ): Promise<Response> {
    const path = name === '' ? '' : `/${this.#prefix}${name}`;
    // Until it answers; what then comes has a patience of its own.
    const giveUp = new AbortController();
    const timer = setTimeout(() => giveUp.abort(), this.#idleMs + Math.ceil((body?.size ?? 0) / SLOW_LINE));
    try {
      return await this.#client.fetch(`${this.#address}${path}${query === undefined ? '' : `?${query}`}`, {
        method,
        headers,
        redirect: 'error',
        signal: giveUp.signal,
        ...(body === undefined ? {} : { body }),
      });
    } catch (cause) {
      throw this.#silent(name, cause);
    } finally {
      clearTimeout(timer);
    }
  }

  async #bytesOf(name: string, response: Response, most: number): Promise<Buffer> {
    const pieces: Uint8Array[] = [];
    for await (const piece of this.#piecesOf(name, response, most)) pieces.push(piece);
    return Buffer.concat(pieces);
  }

  async *#piecesOf(name: string, response: Response, most: number): AsyncGenerator<Uint8Array> {
    const reader = response.body?.getReader();
    if (reader === undefined) return;
    const place = `${this.way}/${name}`;
    let size = 0;
    try {
      for (;;) {
        const read = await within(this.#idleMs, reader.read());
        if (read === undefined) throw new AppError('not-fetched', 'the store stopped in the middle of it', { place });
        if (read.done) break;
        size += read.value.length;
        if (size > most) throw new AppError('not-fetched', 'it is longer than the store said', { place });
        yield read.value;
      }
    } catch (cause) {
      throw cause instanceof AppError ? cause : this.#silent(name, cause);
    } finally {
      // One that has failed cannot be called off any more.
      await reader.cancel().catch(() => undefined);
    }
  }

  #silent(name: string, cause: unknown): AppError {
    const why = cause instanceof Error && cause.cause instanceof Error ? cause.cause.message : String(cause);
    return new AppError('not-fetched', `the store does not answer: ${why}`, { place: `${this.way}/${name}`, cause });
  }

  async #refused(name: string, response: Response, what: string): Promise<AppError> {
    const text = await this.#bytesOf(name, response, LISTING_BYTES).catch(() => Buffer.alloc(0));
    // A word of the store's own, such as NoSuchBucket; the rest of its answer may tell what was signed.
    const code = /<Code>([A-Za-z]{1,60})<\/Code>/.exec(text.toString('utf8'))?.[1];
    return new AppError(
      'not-fetched',
      `${what}: the store answered ${[response.status, code].filter(Boolean).join(' ')}`,
      {
        place: `${this.way}/${name}`,
      },
    );
  }
}

/** What comes in time; undefined where nothing has. */
async function within<T>(ms: number, coming: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  try {
    return await Promise.race([coming, late]);
  } finally {
    clearTimeout(timer);
  }
}

type Listing = {
  readonly objects: readonly { readonly key: string; readonly size: number }[];
  readonly next: string | undefined;
};

/** An answer of ListObjectsV2. */
function parseListing(xml: string, place: string): Listing {
  const objects: { key: string; size: number }[] = [];
  const texts = new Map<string, string>();
  const path: string[] = [];
  let text = '';
  const parser = new SaxesParser();
  parser.on('error', (cause) => {
    throw new AppError('not-fetched', 'its listing is no XML', { place, cause });
  });
  parser.on('opentag', ({ name }) => {
    path.push(name);
    text = '';
  });
  parser.on('text', (piece) => {
    text += piece;
  });
  parser.on('closetag', () => {
    texts.set(path.slice(1).join('/'), text);
    text = '';
    if (path.slice(1).join('/') === 'Contents') {
      const size = Number(texts.get('Contents/Size'));
      if (!Number.isSafeInteger(size) || size < 0)
        throw new AppError('not-fetched', 'its listing names an object without a length', { place });
      objects.push({ key: texts.get('Contents/Key') ?? '', size });
    }
    path.pop();
  });
  parser.write(xml).close();
  const isCut = texts.get('IsTruncated') === 'true';
  const next = texts.get('NextContinuationToken');
  if (isCut && !next) throw new AppError('not-fetched', 'its listing is cut short', { place });
  return { objects, next: isCut ? next : undefined };
}
