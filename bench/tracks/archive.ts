import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { silentProgress } from '../../src/app/progress.ts';
import { detectTracks } from '../../src/app/tracks/detect-tracks.ts';
import { fleetAsCsv, makeFleet } from './fleet.ts';

/**
 * A large archive from its Parquet file to meetings and silences: `npx tsx bench/tracks/archive.ts FOLDER [FLEETS] [SHIPS] [DAYS]`. The
 * file is made once, of one fleet that sails in FLEETS seas under numbers of its own in each: ten of 2,300 ships over nine days are a hundred
 * million positions. It is read in a process of its own, which tells the most memory that it held.
 */
const [folder = '.', fleets = '10', ships = '2300', days = '9'] = process.argv.slice(2);
const BATCH = 100;
/** Numbers of one fleet lie below those of the next, and seas do not overlap. */
const NUMBERS_APART = 10_000;
const DEGREES_APART = 12;

async function makeArchive(path: string): Promise<void> {
  const csv = `${path}.csv`;
  for (let made = 0; made < Number(ships); made += BATCH) {
    const own = Math.min(BATCH, Number(ships) - made);
    const [meetings, silences] = [Math.floor(own / 8), Math.floor(own / 4)];
    const first = 412_000_000 + made;
    const { rows } = makeFleet({ seed: 1 + made / BATCH, ships: own, days: Number(days), meetings, silences, first });
    const text = fleetAsCsv(rows);
    appendFileSync(csv, made === 0 ? text : text.slice(text.indexOf('\n') + 1));
  }
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '1', memory_limit: '2GB' })).connect();
  await connection.run(
    `copy (select mmsi + k * ${NUMBERS_APART} as mmsi, "timestamp", lat, lon - k * ${DEGREES_APART} as lon, sog, cog
     from range(${Number(fleets)}) as seas(k), read_csv('${csv}')) to '${path}' (format parquet, compression zstd)`,
  );
  connection.closeSync();
}

async function readArchive(path: string): Promise<void> {
  const begun = performance.now();
  const most = (): number => Math.round(process.resourceUsage().maxRSS / 1024);
  const step = (name: string): void => {
    const seconds = Math.round((performance.now() - begun) / 1000);
    process.stdout.write(`${name} begins at ${seconds} s; most memory so far ${most()} MiB\n`);
  };
  const {
    events,
    positions,
    ships: found,
  } = await detectTracks({
    files: [path],
    kinds: ['encounter', 'gap'],
    lists: [],
    set: [],
    progress: { ...silentProgress, step },
  });
  const seconds = (performance.now() - begun) / 1000;
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  const processor = (userCPUTime + systemCPUTime) / 1e6;
  const encounters = events.filter(({ kind }) => kind === 'encounter').length;
  process.stdout.write(
    `${positions} positions of ${found} ships: ${encounters} encounters, ${events.length - encounters} gaps; clock ${seconds.toFixed(0)} s, processor ${processor.toFixed(0)} s (${(positions / processor / 1e6).toFixed(2)} M/s), most memory ${most()} MiB\n`,
  );
}

if (process.env.PANEL_ARCHIVE !== undefined) await readArchive(process.env.PANEL_ARCHIVE);
else {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `fleets-${fleets}-${ships}-${days}.parquet`);
  if (!existsSync(path)) await makeArchive(path);
  process.stdout.write(`${path}: ${Math.round(statSync(path).size / 1e6)} MB\n`);
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', fileURLToPath(import.meta.url)], {
    stdio: 'inherit',
    env: { ...process.env, PANEL_ARCHIVE: path },
  });
  process.exitCode = status ?? 1;
}
