import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Programs of a PostgreSQL server on this machine; undefined where none is installed. */
function programsOf(): string | undefined {
  const packaged = '/usr/lib/postgresql';
  const versions = existsSync(packaged) ? readdirSync(packaged).filter((name) => Number(name) >= 15) : [];
  return versions
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(packaged, version, 'bin'))
    .find((folder) => existsSync(join(folder, 'initdb')));
}

const programs = programsOf();
export const hasDatabaseServer = programs !== undefined;

/** Root may not run the server: then it is the system's user without rights. */
const NOBODY = 65_534;
const account = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

export type DatabaseServer = {
  /** The address of a new, empty database on it. */
  newDatabase(name: string, encoding?: string): string;
  /** Ends all that are connected to a database, as a server that is restarted does. */
  disconnectAll(name: string): void;
  stop(): Promise<void>;
};

/** Starts a server of its own, which is reached through a socket in a folder of its own and by no network. */
export async function startDatabaseServer(): Promise<DatabaseServer> {
  if (programs === undefined) throw new Error('no PostgreSQL server is installed');
  // The path of a socket has room for a hundred characters.
  const folder = mkdtempSync('/tmp/sp-db-');
  if (account.uid !== undefined) chownSync(folder, account.uid, account.gid);
  const data = join(folder, 'data');
  const run = (program: string, args: readonly string[]): string => {
    const { status, stdout, stderr } = spawnSync(join(programs, program), args, {
      ...account,
      cwd: folder,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`${program}: ${stderr}`);
    return stdout;
  };
  run('initdb', ['-D', data, '-U', 'panel', '-E', 'UTF8', '--locale=C.UTF-8', '--auth=trust', '--no-sync']);
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', data, '-c', 'listen_addresses=', '-c', `unix_socket_directories=${folder}`, '-c', 'fsync=off'],
    { ...account, cwd: folder, stdio: 'ignore' },
  );
  const ended = new Promise((resolve) => server.on('close', resolve));
  const answers = () =>
    spawnSync(join(programs, 'pg_isready'), ['-h', folder, '-U', 'panel'], { ...account, cwd: folder }).status === 0;
  for (let waited = 0; !answers(); waited += 50) {
    if (waited > 60_000 || server.exitCode !== null) throw new Error('the PostgreSQL server does not come up');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const sql = (statement: string): string =>
    run('psql', ['-h', folder, '-U', 'panel', '-d', 'postgres', '-qAt', '-c', statement]);
  return {
    newDatabase: (name, encoding = 'UTF8') => {
      sql(
        `create database ${name} encoding '${encoding}' locale '${encoding === 'UTF8' ? 'C.UTF-8' : 'C'}' template template0`,
      );
      return `postgres://panel@/${name}?host=${encodeURIComponent(folder)}`;
    },
    disconnectAll: (name) => {
      sql(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
    },
    stop: async () => {
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
