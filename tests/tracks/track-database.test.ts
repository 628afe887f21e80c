import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { silentProgress } from '../../src/app/progress.ts';
import { detectTracks } from '../../src/app/tracks/detect-tracks.ts';
import { archiveTracks, outlineTracks } from '../../src/app/tracks/track-archive.ts';
import { packageRoot } from '../../src/core/resource.ts';
import { ArchiveReader } from '../../src/tracks/archive/report-table.ts';
import { IdentityTable } from '../../src/tracks/identity/identity.ts';
import { hasOpenssl } from '../exchange/time-authority.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** What a ClickHouse server may answer, good and bad, from one that answers what a test says. */
type Answer = (request: IncomingMessage, response: ServerResponse) => void;
let answer: Answer;
let asked: URLSearchParams[];
let server: Server;
let database: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(new URL(request.url!, 'http://localhost').searchParams);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  database = `clickhouse://127.0.0.1:${(server.address() as AddressInfo).port}/tracks`;
});
beforeEach(() => {
  asked = [];
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const outline = () => outlineTracks({ database, kinds: ['gap'], set: [] });
const detect = () =>
  detectTracks({ files: [], database, kinds: ['gap'], lists: [], set: [], progress: silentProgress });
const says =
  (text: string): Answer =>
  (_, response) =>
    void response.end(text);

const GAP = '[412000001,1735689600,1735776000,355000000,1320000000,12.34]';
const REPORT =
  '[412000001,1735689600,"position",355000000,1320000000,100,900,0,"a.csv",2,null,null,null,null,null,null]';

describe('the answer of an archive', () => {
  test('is taken whole', async () => {
    answer = says(`${GAP}\n${GAP}\n`);
    expect((await outline()).map(({ mmsis, distanceNm }) => [mmsis, distanceNm])).toEqual([
      [['412000001'], 12.3],
      [['412000001'], 12.3],
    ]);
    answer = says(`${REPORT}\n`);
    expect((await detect()).positions).toBe(1);
    expect(asked.map((settings) => settings.get('http_write_exception_in_output_format'))).toEqual(['0', '0']);
  });

  test('is refused where the server failed midway, as a row of JSON or as words', async () => {
    const failed = 'Code: 241. DB::Exception: Memory limit (total) exceeded';
    for (const ends of [`["${failed}"]\n`, `${failed}\n`, `__exception__\r\n${failed}\r\n`]) {
      answer = says(`${GAP}\n${ends}`);
      await expect(outline(), ends).rejects.toThrow(/broke off its answer/);
      answer = says(`${REPORT}\n${ends}`);
      await expect(detect(), ends).rejects.toThrow(/broke off its answer/);
    }
    answer = says(`${GAP}\n["${failed}"]\n`);
    await expect(outline()).rejects.toThrow('broke off its answer: DB::Exception: Memory limit (total) exceeded');
  });

  test('is refused where it is cut off, and where its rows have other columns', async () => {
    answer = (_, response) => {
      response.write(`${GAP}\n`);
      setTimeout(() => response.destroy(), 20);
    };
    await expect(outline()).rejects.toThrow('broke off its answer');
    // A proxy may end what was cut off as if it were whole.
    for (const text of [`${GAP}\n${GAP}`, `${GAP}\n[412000001,17`, `${GAP}\n[412000001]\n`, `${GAP}\n{"mmsi":1}\n`]) {
      answer = says(text);
      await expect(outline(), text).rejects.toThrow('broke off its answer');
    }
  });

  test('is refused where only the end of the connection ends it', async () => {
    answer = (_, response) => {
      response.removeHeader('transfer-encoding');
      response.write(`${GAP}\n`);
      setTimeout(() => response.end(), 20);
    };
    await expect(outline()).rejects.toThrow('does not say where its answer ends');
  });

  test('comes over a connection of its own, since a server closes one that rests while a file is read', async () => {
    let connections = 0;
    const counted = (): void => void connections++;
    server.on('connection', counted);
    answer = says('');
    await outline();
    await outline();
    server.off('connection', counted);
    expect([connections, asked.length]).toEqual([2, 2]);
  });

  test('is what the server says of a refusal', async () => {
    answer = (_, response) => {
      response.statusCode = 500;
      response.end('Code: 60. DB::Exception: Table tracks.track_report does not exist\nStack trace');
    };
    await expect(outline()).rejects.toThrow(
      /refuses: Code: 60\. DB::Exception: Table tracks\.track_report does not exist$/,
    );
  });
});

/** Keeps the rows that are put in, and answers which files they are of. */
function keeping(rows: string[][]): Answer {
  return async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    const isInsert = asked.at(-1)?.get('query')?.startsWith('insert into');
    if (isInsert)
      rows.push(
        ...body
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line)),
      );
    const files = body.startsWith('select distinct file') ? [...new Set(rows.map((row) => row[8]))] : [];
    response.end(files.map((file) => `${JSON.stringify([file])}\n`).join(''));
  };
}

describe('a refusal while rows are put in', () => {
  const large = (): string => {
    const path = join(temporaryFolder(), 'large.csv');
    const rows = Array.from({ length: 60_000 }, (_, at) => `412000001,${1735689600 + at},30,120`);
    writeFileSync(path, `mmsi,timestamp,lat,lon\n${rows.join('\n')}\n`);
    return path;
  };
  /** Answers a file that is put in before its end, and whatever else at once. */
  const early =
    (refuse: (request: IncomingMessage, response: ServerResponse) => void): Answer =>
    (request, response) => {
      if (request.headers['transfer-encoding'] !== 'chunked' || !asked.at(-1)!.has('query')) return void response.end();
      request.once('data', () => {
        request.pause();
        response.statusCode = 507;
        refuse(request, response);
      });
    };

  test('is told in the words of the server, or as its status where they broke off', async () => {
    const files = [large()];
    answer = early((request, response) => {
      response.write('Code: 243. DB::Exception: ');
      // The rest comes when the connection no longer takes any rows.
      setTimeout(() => {
        // Destroyed at once, the connection may end before what was written has left.
        response.end('Not enough space\nStack trace', () => request.destroy());
      }, 100);
    });
    await expect(archiveTracks({ files, database })).rejects.toThrow(
      /refuses: Code: 243\. DB::Exception: Not enough space$/,
    );
    answer = early((_, response) => {
      response.flushHeaders();
      setTimeout(() => response.destroy(), 100);
    });
    await expect(archiveTracks({ files, database })).rejects.toThrow(/refuses: status 507$/);
  });
});

describe('the address of an archive', () => {
  const ask = (user: string) =>
    outlineTracks({ database: database.replace('//', `//${user}@`), kinds: ['gap'], set: [] });

  test('is refused in a line where it cannot be meant', async () => {
    for (const user of ['u:50%', '%ff', 'u:a%0Ab', 'u%0d'])
      await expect(ask(user), user).rejects.toMatchObject({ name: 'AppError', code: 'bad-option' });
    expect(asked).toEqual([]);
  });

  test('carries names and passwords of any script', async () => {
    let shown: unknown[] = [];
    answer = ({ headers }, response) => {
      shown = [headers['x-clickhouse-user'], headers['x-clickhouse-key']].map((value) =>
        Buffer.from(String(value), 'latin1').toString('utf8'),
      );
      response.end();
    };
    await ask(`${encodeURIComponent('박Jörg')}:${encodeURIComponent('50% 비밀')}`);
    expect(shown).toEqual(['박Jörg', '50% 비밀']);
  });
});

describe('files in an archive', () => {
  const day = (day: string): string => {
    const folder = join(temporaryFolder(), day);
    mkdirSync(folder);
    const path = join(folder, 'positions.csv');
    writeFileSync(path, `mmsi,timestamp,lat,lon\n412000001,2025-01-${day}T00:00:00Z,30,120\n`);
    return path;
  };

  test('of one name are two where their bytes differ, with a word, and one where they do not', async () => {
    const [first, second] = [day('01'), day('02')];
    const rows: string[][] = [];
    const notes: string[] = [];
    answer = keeping(rows);
    const archive = (files: string[]) =>
      archiveTracks({ files, database, progress: { ...silentProgress, note: (text) => void notes.push(text) } });
    await archive([first]);
    await archive([first]);
    expect(notes).toEqual([]);
    expect(new Set(rows.map((row) => row.join())).size).toBe(1);
    await archive([second]);
    expect(notes).toEqual([expect.stringContaining('holds another file of the name positions.csv')]);
    const keys = [...new Set(rows.map((row) => row[8]!))];
    expect(keys.length).toBe(2);
    const reader = new ArchiveReader(new IdentityTable(), { wantsVoyage: false, skip: () => {}, report: () => {} });
    for (const row of rows) reader.take(row);
    expect(reader.files).toEqual(['positions.csv', 'positions.csv']);
  });

  test.skipIf(process.platform !== 'linux')('leave nothing open where they cannot be read', async () => {
    answer = keeping([]);
    const path = join(temporaryFolder(), 'cut.parquet');
    writeFileSync(path, 'PAR1 cut off');
    await expect(archiveTracks({ files: [path], database })).rejects.toThrow('The Parquet file cannot be read');
    const open = readdirSync('/proc/self/fd').flatMap((number) => {
      try {
        return [readlinkSync(`/proc/self/fd/${number}`)];
      } catch {
        // The one by which the folder was listed.
        return [];
      }
    });
    expect(open.length).toBeGreaterThan(0);
    expect(open.filter((target) => /panel-archive-\w+\/rows/.test(target))).toEqual([]);
  });
});

describe.skipIf(!hasOpenssl())('an archive behind TLS', () => {
  const PASSWORD = 'pässword of the test';
  const folder = temporaryFolder();
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  let secure: Server;
  let address: string;
  beforeAll(async () => {
    const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
    const made = spawnSync('openssl', [
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', certificate],
      ...names,
    ]);
    expect(made.status).toBe(0);
    const pair = { key: readFileSync(key), cert: readFileSync(certificate) };
    secure = createSecureServer(pair, ({ headers }, response) => {
      const sent = Buffer.from(String(headers['x-clickhouse-key']), 'latin1').toString('utf8');
      if (headers['x-clickhouse-user'] === 'panel' && sent === PASSWORD) response.end(`${GAP}\n`);
      else response.writeHead(403).end('Code: 516. DB::Exception: panel: Authentication failed\n');
    });
    await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve));
    address = `clickhouse://panel@localhost:${(secure.address() as AddressInfo).port}/tracks?secure=1`;
  });
  afterAll(() => {
    secure.closeAllConnections();
    secure.close();
  });

  /** The command in a process of its own: Node reads the certificates that it trusts beside its own when it starts. */
  const outlineBy = (settings: NodeJS.ProcessEnv) =>
    new Promise<string>((resolve) => {
      const command = ['--import', 'tsx', 'src/cli/main.ts', 'tracks', 'outline', '--kind', 'gap', '--json'];
      const env = { ...process.env, ...settings };
      const child = spawn(process.execPath, [...command, '--tracks-database', address], { cwd: packageRoot(), env });
      let said = '';
      for (const stream of [child.stdout, child.stderr])
        stream.setEncoding('utf8').on('data', (text) => (said += text));
      child.once('close', () => resolve(said));
    });

  test('is asked with the password of the environment, and by a certificate that is trusted alone', async () => {
    const trusted = { NODE_EXTRA_CA_CERTS: certificate };
    const [right, wrong, strange] = await Promise.all([
      outlineBy({ ...trusted, CLICKHOUSE_PASSWORD: PASSWORD }),
      outlineBy({ ...trusted, CLICKHOUSE_PASSWORD: 'another' }),
      outlineBy({ NODE_EXTRA_CA_CERTS: '', CLICKHOUSE_PASSWORD: PASSWORD }),
    ]);
    expect(JSON.parse(right)).toMatchObject({ kind: 'gap', mmsis: ['412000001'], distanceNm: 12.3 });
    expect(wrong).toContain('refuses: Code: 516. DB::Exception: panel: Authentication failed');
    expect(strange).toContain('cannot be reached: self-signed certificate');
    expect(`${wrong}${strange}`).not.toContain(PASSWORD);
  }, 60_000);
});
