import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fleetAsCsv, makeFleet } from '../../bench/tracks/fleet.ts';
import { silentProgress } from '../../src/app/progress.ts';
import { detectTracks } from '../../src/app/tracks/detect-tracks.ts';
import { archiveTracks, outlineTracks } from '../../src/app/tracks/track-archive.ts';
import { packageRoot } from '../../src/core/resource.ts';
import type { SqlDialect } from '../../src/tracks/archive/dialect.ts';
import {
  OUTLINE_COLUMNS,
  OUTLINE_KINDS,
  type Outline,
  type OutlineKind,
  type OutlineRow,
  outlineOf,
  outlineSql,
} from '../../src/tracks/archive/outline.ts';
import { archivedReport } from '../../src/tracks/archive/report-table.ts';
import { TrackEvidence } from '../../src/tracks/detection/event/evidence.ts';
import { findEncounters } from '../../src/tracks/detection/meetings/encounters.ts';
import { findPortCalls } from '../../src/tracks/detection/port-calls/port-calls.ts';
import { gapsOf } from '../../src/tracks/detection/silences/gap.ts';
import { IdentityTable } from '../../src/tracks/identity/identity.ts';
import { builtInPorts, type Port } from '../../src/tracks/places/port.ts';
import { PortIndex } from '../../src/tracks/places/port-index.ts';
import { PositionsBuilder } from '../../src/tracks/positions/positions-builder.ts';
import { DEGREE } from '../../src/tracks/positions/report.ts';
import { metresBetween, NAUTICAL_MILE } from '../../src/tracks/positions/sphere.ts';
import { withEngine } from '../../src/tracks/reading/engine.ts';
import { readTrackFile } from '../../src/tracks/reading/read-tracks.ts';
import { thresholdsWith } from '../../src/tracks/thresholds.ts';
import { isFullCount } from '../full-count.ts';
import { callsAtPorts } from './calls-at-ports.ts';

/** The definitions of the archive in SQL, beside the program's own, in other engines: the same numbers, times and measures. */
const ALL_TIMES = { from: 0, to: Number.MAX_SAFE_INTEGER };
const DUCKDB: SqlDialect = {
  each: (list) => `unnest(${list})`,
  range: (from, below) => `range(${from}, ${below})`,
  median: (value) => `median(${value})`,
  tuple: (...values) => `row(${values.join(', ')})`,
  first: (value, order) => `arg_min_null(${value}, ${order})`,
};
const ports = builtInPorts();
const thresholds = thresholdsWith([]);
const question = { period: ALL_TIMES, thresholds, ports };

const folder = mkdtempSync(join(tmpdir(), 'panel-archive-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Ships on a seam of each kind: the 180th meridian, high latitude, an edge between rows of cells; and ships that call at ports. */
function files(): string[] {
  const boxes = [
    { seed: 5, lat: 35.5, lon: 132, first: 412_000_000 },
    { seed: 6, lat: 38, lon: 180, first: 413_000_000 },
    { seed: 7, lat: 66, lon: -179.9, first: 414_000_000 },
  ];
  const fleets = boxes.flatMap((box) => makeFleet({ ...box, ships: 12, days: 2, meetings: 4, silences: 4 }).rows);
  const [heard, again] = heardTwice(ports[0]!);
  const texts = {
    'fleet.csv': fleetAsCsv(fleets),
    'calls.csv': callsAtPorts(ports),
    'heard.csv': heard,
    'heard2.csv': again,
  };
  return Object.entries(texts).map(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  });
}

/**
 * A ship at two berths of a port, of which nothing is heard between them. About that silence a first receiver hears no speed and a second, in a
 * file of its own and on earlier lines of it, that she lies still: the first report of a place has the word, so that she may have left.
 */
function heardTwice({ lat, lon }: Port): readonly [first: string, second: string] {
  const at = (minutes: number, kilometres: number, knots: string): string => {
    const time = new Date(Date.UTC(2025, 0, 1, 0, minutes)).toISOString();
    return `416000001,${time},${(lat + kilometres / 111.195).toFixed(6)},${lon},${knots}`;
  };
  const berth = (begun: number, kilometres: number): string[] =>
    Array.from({ length: 25 }, (_, step) => at(begun + 5 * step, kilometres, ''));
  const lines = [
    [...berth(0, 0.2), ...berth(620, 1.5)],
    [at(120, 0.2, '0.0'), at(620, 1.5, '0.0')],
  ].map((rows) => ['mmsi,timestamp,lat,lon,sog', ...rows, ''].join('\n'));
  return [lines[0]!, lines[1]!];
}

/** What the program's own detection finds where each number is taken for one ship, told as an archive tells it. */
async function ofTypedArrays(paths: readonly string[]): Promise<Outline[]> {
  const builder = new PositionsBuilder(ALL_TIMES);
  for (const [index, path] of paths.entries()) await readTrackFile(path, index, new IdentityTable(), builder);
  const { positions, vessels, ...rest } = builder.build(paths);
  const tracks = vessels.map((vessel) => ({ ...vessel, number: 1 }));
  const evidence = new TrackEvidence({ ...rest, positions, tracks, displaced: [], shared: [] }, thresholds);
  const { time, lat, lon } = positions;
  const encounters = findEncounters(evidence).map(({ vessels: [a, b], from, to, details, ...place }) =>
    outlineOf(
      'encounter',
      {
        a: Number(a!.mmsi),
        b: Number(b!.mmsi),
        begun: from,
        ended: to,
        slots: Number(details.slots),
        min_distance: Number(details.minDistance),
        median_distance: Number(details.medianDistance),
        median_speed: Number(details.medianSpeed),
        lat: place.lat * DEGREE,
        lon: place.lon * DEGREE,
      },
      ports,
    ),
  );
  const gaps = gapsOf(evidence, thresholds['gap.hours'] * 3600).map(({ track, before, after }) =>
    outlineOf(
      'gap',
      {
        mmsi: tracks[track]!.mmsi,
        begun: time[before]!,
        ended: time[after]!,
        lat: lat[before]!,
        lon: lon[before]!,
        miles: metresBetween(lat[before]!, lon[before]!, lat[after]!, lon[after]!) / NAUTICAL_MILE,
      },
      ports,
    ),
  );
  const index = new PortIndex(ports, thresholds['port-call.exit-distance']);
  const calls = findPortCalls(evidence, index).map(({ vessels: [ship], from, to, details }) => {
    const first = evidence.firstFrom(tracks.find(({ mmsi }) => mmsi === Number(ship!.mmsi))!, from);
    const port = ports.indexOf(details.port as (typeof ports)[number]);
    const row = { mmsi: Number(ship!.mmsi), port, begun: from, ended: to, lat: lat[first]!, lon: lon[first]! };
    return outlineOf('port-call', row, ports);
  });
  return [...encounters, ...gaps, ...calls];
}

/** The same question to DuckDB, over a table of the archive's form. */
async function ofDuckDb(paths: readonly string[]): Promise<Outline[]> {
  const lines: string[] = [];
  const sink = {
    wantsVoyage: false,
    skip: () => undefined,
    report: (report: Parameters<typeof archivedReport>[0]) => {
      const row = archivedReport(report, basename(paths[report.file]!));
      if (row !== null) lines.push(row.slice(0, 10).join(','));
    },
  };
  for (const [index, path] of paths.entries()) await readTrackFile(path, index, new IdentityTable(), sink);
  const table = join(folder, 'rows.csv');
  writeFileSync(table, lines.join('\n'));
  return await withEngine(async (engine) => {
    const columns = ['mmsi', 'time', 'kind', 'lat', 'lon', 'sog', 'cog', 'receiver', 'file', 'file_row'];
    const types = columns.map((name) => `'${name}': '${['kind', 'file'].includes(name) ? 'VARCHAR' : 'BIGINT'}'`);
    await engine.run(
      `create table track_report as select * from read_csv('${table}', header = false, columns = {${types}})`,
    );
    const found: Outline[] = [];
    for (const kind of OUTLINE_KINDS) {
      const answer = await engine.runAndReadAll(outlineSql(kind, question, DUCKDB));
      for (const cells of answer.getRows()) found.push(outlineOf(kind, asRow(kind, cells), ports));
    }
    return found;
  });
}

function asRow(kind: OutlineKind, cells: readonly unknown[]): OutlineRow {
  return Object.fromEntries(OUTLINE_COLUMNS[kind].map((name, at) => [name, Number(cells[at])]));
}

/** Outlines in one order, places to a metre. */
function told(outlines: readonly Outline[]): string[] {
  return outlines
    .map((outline) => JSON.stringify({ ...outline, lat: outline.lat.toFixed(5), lon: outline.lon.toFixed(5) }))
    .sort();
}

let paths: string[];
let own: string[];
beforeAll(async () => {
  paths = files();
  own = told(await ofTypedArrays(paths));
});

describe('an archive of tracks', () => {
  test('is told the same by DuckDB as by typed arrays', async () => {
    const counts = OUTLINE_KINDS.map((kind) => own.filter((line) => line.includes(`"kind":"${kind}"`)).length);
    expect(counts.map((count) => count > 4)).toEqual([true, true, true]);
    expect(own.filter((line) => line.includes('"416000001"') && line.includes('"port-call"')).length).toBe(2);
    expect(told(await ofDuckDb(paths))).toEqual(own);
  });

  test.skipIf(!isFullCount || process.env.PANEL_TEST_DATA === undefined)(
    'is told the same of the scenarios with truth',
    async () => {
      const data = join(process.env.PANEL_TEST_DATA!, 'data', 'tracks');
      for (const name of ['encounters.csv', 'gaps.csv', 'port-calls.csv'])
        expect(told(await ofDuckDb([join(data, name)])), name).toEqual(told(await ofTypedArrays([join(data, name)])));
    },
  );

  test('is asked only at an address of its kind, and a server that is not there is told', async () => {
    const ask = (database: string) => outlineTracks({ database, kinds: [], set: [] });
    await expect(ask('postgres://host/base')).rejects.toThrow('clickhouse://user@host:8123/database');
    await expect(ask('clickhouse://127.0.0.1:1/tracks')).rejects.toThrow('at 127.0.0.1:1 cannot be reached');
  });
});

// The engine is 543 MB: `npm ci` in bench/clickhouse brings it.
const engine = join(packageRoot(), 'bench', 'clickhouse');
describe.skipIf(!isFullCount || !existsSync(join(engine, 'node_modules')))('an archive in ClickHouse', () => {
  let server: ChildProcess;
  let database: string;
  beforeAll(async () => {
    server = spawn(process.execPath, [join(engine, 'server.mjs'), join(folder, 'clickhouse')], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    database = await new Promise<string>((resolve, reject) => {
      server.stdout!.once('data', (line: Buffer) => resolve(line.toString('utf8').trim()));
      server.once('exit', () => reject(new Error('the server ended')));
    });
    await archiveTracks({ files: paths, database });
    // A file that is put in again is there once.
    await archiveTracks({ files: paths, database });
  }, 60_000);
  afterAll(() => void server?.stdin?.end());

  test('is told the same as by typed arrays', async () => {
    expect(told(await outlineTracks({ database, kinds: [], set: [] }))).toEqual(own);
  }, 60_000);

  test('gives detection the very events that its files give', async () => {
    const ask = { kinds: [], lists: [], set: [], progress: silentProgress };
    const archived = await detectTracks({ ...ask, files: [], database });
    const read = await detectTracks({ ...ask, files: paths });
    expect(archived.events.length).toBeGreaterThan(20);
    expect(archived.events).toEqual(read.events);
    const period = { from: '2025-01-01T12:00:00Z', to: '2025-01-02T12:00:00Z' };
    const part = await detectTracks({ ...ask, ...period, files: [], database });
    expect(part.events).toEqual((await detectTracks({ ...ask, ...period, files: paths })).events);
  }, 60_000);

  test('says what the server says', async () => {
    await expect(outlineTracks({ database: `${database}?secure=1`, kinds: [], set: [] })).rejects.toThrow(
      'cannot be reached',
    );
    await expect(outlineTracks({ database, kinds: ['loitering'], set: [] })).rejects.toThrow(
      'encounter, gap, port-call',
    );
  });
});
