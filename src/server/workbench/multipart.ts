import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Context } from 'hono';
import { problem } from '../../app/workbench-facade.ts';
import { ProblemAnswer } from './problems.ts';

/** A file as it was sent. `called` is what the client calls it: a label, never a path. */
export type SentFile = { readonly field: string; readonly called: string; readonly file: string };

export type SentForm = {
  /** The folder in which the files lie, under names of our own. */
  readonly within: string;
  readonly files: readonly SentFile[];
  readonly fields: ReadonlyMap<string, string>;
  /** Removes the folder and all in it. */
  remove(): Promise<void>;
};

/** What may be sent at once: a dossier's worth. Each file has a limit of its own when it is taken in. */
const MOST_BYTES = 1024 * 1024 * 1024;
const MOST_FILES = 500;
const MOST_FIELDS = 50;
const MOST_FIELD_BYTES = 64 * 1024;
const MOST_HEAD_BYTES = 16 * 1024;

/**
 * Reads a form with files (RFC 7578), each file straight into a folder of the workspace, so that memory does not grow with what
 * is sent, and nothing of it ever lies where the system keeps temporary files.
 * @throws ProblemError 415 for another media type, 400 for a form that is cut short or malformed, 413 beyond the limits
 */
export async function readForm(c: Context, temporaryFolder: () => string): Promise<SentForm> {
  const boundary = boundaryOf(c.req.header('content-type') ?? '');
  const body = c.req.raw.body;
  if (body === null) throw malformed('it is empty');
  const within = temporaryFolder();
  const remove = (): Promise<void> => rm(within, { recursive: true, force: true });
  try {
    const files: SentFile[] = [];
    const fields = new Map<string, string>();
    const source = new PartSource(body, Buffer.from(`\r\n--${boundary}`));
    await source.skipToFirst();
    while (!(await source.isEnd())) {
      const { name, filename } = dispositionOf(await source.head(MOST_HEAD_BYTES));
      if (filename === null) {
        if (fields.size >= MOST_FIELDS) throw tooLarge(`more than ${MOST_FIELDS} fields`);
        fields.set(name, await readField(source));
      } else {
        if (files.length >= MOST_FILES) throw tooLarge(`more than ${MOST_FILES} files`);
        const file = String(files.length);
        await writeFile(source, join(within, file));
        files.push({ field: name, called: filename, file });
      }
    }
    return { within, files, fields, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

function malformed(why: string): ProblemAnswer {
  return new ProblemAnswer(problem(400, 'bad-form', `The form cannot be read: ${why}.`));
}

function tooLarge(what: string): ProblemAnswer {
  return new ProblemAnswer(problem(413, 'too-large', `The form holds ${what}; send it in parts.`));
}

function boundaryOf(type: string): string {
  const match = /^multipart\/form-data\s*;.*?\bboundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(type);
  const boundary = match?.[1] ?? match?.[2];
  if (boundary === undefined)
    throw new ProblemAnswer(problem(415, 'bad-media-type', 'The body must be sent as multipart/form-data.'));
  return boundary;
}

function dispositionOf(head: string): { name: string; filename: string | null } {
  const line = head.split('\r\n').find((one) => /^content-disposition:/i.test(one));
  const name = /;\s*name="([^"]*)"/i.exec(line ?? '')?.[1];
  if (name === undefined) throw malformed('a part of it has no name');
  const filename = /;\s*filename="([^"]*)"/i.exec(line ?? '')?.[1];
  // Browsers write quotes and line ends of a name so (HTML standard, multipart/form-data encoding).
  const plain = (text: string): string => text.replace(/%22/g, '"').replace(/%0D%0A|%0A|%0D/gi, ' ');
  return { name: plain(name), filename: filename === undefined ? null : plain(filename) };
}

async function readField(source: PartSource): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of source.content()) {
    size += piece.length;
    if (size > MOST_FIELD_BYTES) throw tooLarge('a field that is too long');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

async function writeFile(source: PartSource, path: string): Promise<void> {
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  const done = finished(file);
  done.catch(() => undefined);
  try {
    for await (const piece of source.content()) {
      if (!file.write(piece)) await Promise.race([new Promise<void>((resolve) => file.once('drain', resolve)), done]);
    }
  } finally {
    file.end();
  }
  await done;
}

/** The parts of a body between its delimiters. A delimiter may lie across two chunks. */
class PartSource {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #delimiter: Buffer;
  #held: Buffer = Buffer.from('\r\n');
  #ended = false;
  #taken = 0;

  constructor(body: ReadableStream<Uint8Array>, delimiter: Buffer) {
    this.#reader = body.getReader();
    this.#delimiter = delimiter;
  }

  async skipToFirst(): Promise<void> {
    // What stands before the first delimiter is for nobody (RFC 2046, section 5.1.1).
    for await (const _ of this.content());
  }

  /** After a delimiter: whether it was the last one. */
  async isEnd(): Promise<boolean> {
    while (this.#held.length < 2) if (!(await this.#fill())) throw malformed('it is cut short');
    if (this.#held.subarray(0, 2).toString('latin1') === '--') return true;
    const line = this.#held.indexOf('\r\n');
    if (line !== 0) throw malformed('a delimiter does not end its line');
    this.#held = this.#held.subarray(2);
    return false;
  }

  async head(most: number): Promise<string> {
    for (;;) {
      const end = this.#held.indexOf('\r\n\r\n');
      if (end >= 0 && end <= most) {
        const head = this.#held.subarray(0, end).toString('utf8');
        this.#held = this.#held.subarray(end + 4);
        return head;
      }
      if (this.#held.length > most) throw malformed('the head of a part is too long');
      if (!(await this.#fill())) throw malformed('it is cut short');
    }
  }

  /** The content up to the next delimiter, which is passed. */
  async *content(): AsyncGenerator<Buffer> {
    for (;;) {
      const at = this.#held.indexOf(this.#delimiter);
      if (at >= 0) {
        const piece = this.#held.subarray(0, at);
        this.#held = this.#held.subarray(at + this.#delimiter.length);
        if (piece.length > 0) yield piece;
        return;
      }
      const safe = this.#held.length - this.#delimiter.length + 1;
      if (safe > 0) {
        const piece = this.#held.subarray(0, safe);
        this.#held = this.#held.subarray(safe);
        yield piece;
      }
      if (!(await this.#fill())) throw malformed('it is cut short');
    }
  }

  async #fill(): Promise<boolean> {
    if (this.#ended) return false;
    const { done, value } = await this.#reader.read().catch(() => {
      throw malformed('the connection ended before it was whole');
    });
    if (done) {
      this.#ended = true;
      return false;
    }
    this.#taken += value.length;
    if (this.#taken > MOST_BYTES) throw tooLarge(`more than ${MOST_BYTES / 1_048_576} MiB`);
    this.#held = this.#held.length === 0 ? Buffer.from(value) : Buffer.concat([this.#held, value]);
    return true;
  }
}
