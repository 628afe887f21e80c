import { createReadStream } from 'node:fs';
import { type IncomingMessage, request as plainRequest, type RequestOptions, validateHeaderValue } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { Readable } from 'node:stream';
import { AppError } from '../errors.ts';

/** A ClickHouse server that holds an archive of reports. It is asked over HTTP, and nothing else is asked. */
export type TrackDatabase = {
  /** Runs a statement that answers nothing. */
  run(sql: string): Promise<void>;
  /** Puts the rows of a file into a table: a line each, its cells in the order of the columns, as JSON. */
  insert(table: string, path: string): Promise<void>;
  /** The rows of an answer of so many columns as they come, each as its cells. */
  rows(sql: string, columns: number, take: (cells: Cells) => void): Promise<void>;
};

type Cells = readonly (string | number | null)[];

const PORT = 8123;
const SECURE_PORT = 8443;
const CONNECT_MS = 10_000;
/** What a server says of a mistake is cut here: its first line is what helps. */
const MOST_WORDS = 300;

/**
 * A server by its address, `clickhouse://user@host:8123/database`; `?secure=1` speaks TLS. A password may come from CLICKHOUSE_PASSWORD.
 * @throws AppError `bad-option` for what is no such address
 */
export function trackDatabase(address: string): TrackDatabase {
  const url = addressIn(address);
  const isSecure = ['1', 'true'].includes(url.searchParams.get('secure') ?? '');
  const password = url.password || process.env.CLICKHOUSE_PASSWORD;
  const place: RequestOptions = {
    hostname: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (isSecure ? SECURE_PORT : PORT) : Number(url.port),
    method: 'POST',
    // A connection for each question: while a file is read none is looked after, and the server closes one that rests.
    agent: false,
    headers: {
      'X-ClickHouse-User': headerOf(url.username || 'default'),
      ...(password === undefined ? {} : { 'X-ClickHouse-Key': headerOf(password) }),
    },
  };
  const settings = {
    database: url.database || 'default',
    output_format_json_quote_64bit_integers: '0',
    output_format_json_quote_decimals: '0',
    // Otherwise a server that fails midway says so in a row of JSON, and ends its answer as if it were whole.
    http_write_exception_in_output_format: '0',
  };
  const shown = `${url.hostname}:${place.port}`;
  type Further = Readonly<Record<string, string>>;
  const ask = (body: string | Readable, further: Further): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const path = `/?${new URLSearchParams({ ...settings, ...further })}`;
      const request = (isSecure ? secureRequest : plainRequest)({ ...place, path });
      request.once('response', resolve);
      // A question may take as long as it takes; a server that is not there is told soon.
      request.once('socket', (socket) => {
        const timer = setTimeout(
          () => request.destroy(new Error(`no answer within ${CONNECT_MS / 1000} s`)),
          CONNECT_MS,
        );
        // A server that takes a connection and never speaks TLS on it is none.
        socket.once(isSecure ? 'secureConnect' : 'connect', () => clearTimeout(timer));
        socket.once('close', () => clearTimeout(timer));
      });
      // Once an answer has come it says more than an error: a server that refuses what is put in does not wait for the rest of it.
      request.on('error', (cause) => reject(failure(shown, `cannot be reached: ${cause.message}`, cause)));
      // Bytes, since headers that go out with a string would be encoded once more with it.
      if (typeof body === 'string') request.end(Buffer.from(body));
      else {
        body.once('error', (cause) => request.destroy(cause));
        request.once('close', () => body.destroy());
        body.pipe(request);
      }
    });
  const answerTo = async (body: string | Readable, further: Further = {}): Promise<IncomingMessage> => {
    const answer = await ask(body, further);
    if (answer.statusCode === 200) return answer;
    const words = await wordsOf(answer);
    answer.destroy();
    throw failure(shown, `refuses: ${words}`);
  };
  return {
    run: async (sql) => void (await answerTo(sql, AT_ONCE)).resume(),
    insert: async (table, path) => {
      const query = `insert into ${table} format JSONCompactEachRow`;
      (await answerTo(createReadStream(path), { ...AT_ONCE, query })).resume();
    },
    rows: async (sql, columns, take) => {
      const answer = await answerTo(`${sql}\nformat JSONCompactEachRow`);
      const broken = (why: string, cause?: unknown): AppError =>
        failure(shown, `broke off its answer${why === '' ? '' : `: ${why}`}`, cause);
      // A server that fails midway writes why in the place of a row, or breaks off: what came till then is not all.
      const cells = (line: string): Cells => {
        const row = arrayIn(line);
        if (row?.length !== columns) throw broken(/DB::Exception: [^"\n]*/.exec(line)?.[0].slice(0, MOST_WORDS) ?? '');
        return row;
      };
      try {
        if (!hasEnd(answer))
          throw failure(shown, 'does not say where its answer ends: it cannot be told from one that was cut off');
        await forEachLine(answer, (line) => take(cells(line)), broken);
      } finally {
        answer.destroy();
      }
    },
  };
}

/** Whether an answer is more than what came until its connection was closed (RFC 9112, 6.3). */
function hasEnd({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || headers['content-length'] !== undefined;
}

function arrayIn(line: string): Cells | null {
  try {
    const row: unknown = JSON.parse(line);
    return Array.isArray(row) ? row : null;
  } catch {
    return null;
  }
}

type Address = Pick<URL, 'hostname' | 'port' | 'searchParams' | 'username' | 'password'> & {
  readonly database: string;
};

// The address may hold a password, and is not repeated.
function addressIn(address: string): Address {
  try {
    const url = new URL(address);
    const { protocol, hostname, port, searchParams, pathname } = url;
    if (protocol === 'clickhouse:' && hostname !== '') {
      const [username, password, database] = [url.username, url.password, pathname.slice(1)].map(decodeURIComponent);
      return { hostname, port, searchParams, username: username!, password: password!, database: database! };
    }
  } catch {
    // No address at all, or a percent sign in it that stands for no character.
  }
  throw new AppError(
    'bad-option',
    '--tracks-database takes an address such as clickhouse://user@host:8123/database (?secure=1 for TLS; a percent sign is written %25)',
  );
}

/** A name or password as a header carries it: the server takes its bytes for UTF-8. */
function headerOf(text: string): string {
  const value = Buffer.from(text, 'utf8').toString('latin1');
  try {
    validateHeaderValue('X-ClickHouse-Key', value);
  } catch {
    throw new AppError(
      'bad-option',
      'the user name or the password of --tracks-database holds a line break or another control character',
    );
  }
  return value;
}

/** The status of an answer is that of the whole: the server waits with it until it is done. */
const AT_ONCE = { wait_end_of_query: '1' };

function failure(shown: string, what: string, cause?: unknown): AppError {
  return new AppError('unreadable', `the database of tracks at ${shown} ${what}`, { cause });
}

async function wordsOf(answer: IncomingMessage): Promise<string> {
  let words = '';
  try {
    for await (const chunk of answer.setEncoding('utf8')) {
      words += chunk;
      if (words.length > MOST_WORDS) break;
    }
  } catch {
    // Broken off: what came of it is told, or the status alone.
  }
  const [first = ''] = words.trim().split('\n');
  return first === '' ? `status ${answer.statusCode}` : first.slice(0, MOST_WORDS);
}

async function forEachLine(
  answer: IncomingMessage,
  take: (line: string) => void,
  broken: (why: string, cause?: unknown) => AppError,
): Promise<void> {
  const chunks = answer.setEncoding('utf8')[Symbol.asyncIterator]();
  let rest = '';
  for (;;) {
    const { done, value } = await chunks.next().catch((cause: unknown) => {
      throw broken('', cause);
    });
    if (done) break;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) take(line);
  }
  // Every row ends its line: what does not was cut off, even where it reads as a row, or is the word of what failed.
  if (rest === '') return;
  take(rest);
  throw broken('');
}
