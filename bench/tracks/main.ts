import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { silentProgress } from '../../src/app/progress.ts';
import { eventsOf, readTrackSet } from '../../src/app/tracks/read-set.ts';
import type { EventKind } from '../../src/tracks/detection/event/event.ts';
import { TrackEvidence } from '../../src/tracks/detection/event/evidence.ts';
import { findEncounters } from '../../src/tracks/detection/meetings/encounters.ts';
import { gapsOf } from '../../src/tracks/detection/silences/gap.ts';
import { PositionsBuilder } from '../../src/tracks/positions/positions-builder.ts';
import { DEGREE, emptyReport } from '../../src/tracks/positions/report.ts';
import { separateShips } from '../../src/tracks/separation/separate.ts';
import { thresholdsWith } from '../../src/tracks/thresholds.ts';
import { fleetAsCsv, makeFleet } from './fleet.ts';

/**
 * Positions a second of each step in one thread, and of the whole way from a Parquet file to events: `npx tsx bench/tracks/main.ts [SHIPS]
 * [DAYS]`. 2,300 ships over nine days are ten million positions.
 */
const ships = Number(process.argv[2] ?? 400);
const days = Number(process.argv[3] ?? 4);
/** Ships are made some at a time, so that what is measured is not the memory of their making. */
const BATCH = 100;
const ALL_TIMES = { from: 0, to: Number.MAX_SAFE_INTEGER };
const thresholds = thresholdsWith([]);
let count = 0;

/** Beside the clock the processor's time, of all threads of this process: other work on the machine does not count in it. */
type Spent = { readonly seconds: number; readonly processor: number };

function watch(): () => Spent {
  const begun = performance.now();
  const used = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(used);
    return { seconds: (performance.now() - begun) / 1000, processor: (user + system) / 1e6 };
  };
}

function tell(step: string, { seconds, processor }: Spent): void {
  const rate = (of: number): string =>
    `${of.toFixed(2).padStart(7)} s ${(count / of / 1e6).toFixed(2).padStart(7)} M/s`;
  process.stdout.write(`${step.padEnd(34)} clock ${rate(seconds)}   processor ${rate(processor)}\n`);
}

function measure<Answer>(step: string, work: () => Answer): Answer {
  const spent = watch();
  const answer = work();
  tell(step, spent());
  return answer;
}

/** Makes the fleet into a CSV file and into columns. */
function makeAll(csv: string, builder: PositionsBuilder) {
  const file = openSync(csv, 'w');
  const report = emptyReport();
  const planted = { meetings: 0, silences: 0 };
  const taking = { seconds: 0, processor: 0 };
  for (let made = 0; made < ships; made += BATCH) {
    const own = Math.min(BATCH, ships - made);
    const [meetings, silences] = [Math.floor(own / 8), Math.floor(own / 4)];
    const fleet = makeFleet({
      seed: 1 + made / BATCH,
      ships: own,
      days,
      meetings,
      silences,
      first: 412_000_000 + made,
    });
    planted.meetings += fleet.meetings.length;
    planted.silences += fleet.silences.length;
    const text = fleetAsCsv(fleet.rows);
    writeSync(file, made === 0 ? text : text.slice(text.indexOf('\n') + 1));
    const spent = watch();
    for (const { mmsi, time, lat, lon, sog, cog } of fleet.rows) {
      Object.assign(report, {
        row: ++count,
        mmsi,
        time,
        lat: Math.round(lat * DEGREE),
        lon: Math.round(lon * DEGREE),
        sog,
        cog,
      });
      builder.report(report);
    }
    const { seconds, processor } = spent();
    taking.seconds += seconds;
    taking.processor += processor;
  }
  closeSync(file);
  return { planted, taking };
}

async function asParquet(csv: string, parquet: string): Promise<void> {
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '1', memory_limit: '1GB' })).connect();
  await connection.run(`copy (select * from read_csv('${csv}')) to '${parquet}' (format parquet, compression zstd)`);
  connection.closeSync();
}

const folder = mkdtempSync(join(tmpdir(), 'panel-bench-tracks-'));
try {
  const [csv, parquet] = [join(folder, 'fleet.csv'), join(folder, 'fleet.parquet')];
  let builder: PositionsBuilder | null = new PositionsBuilder(ALL_TIMES);
  const { planted, taking } = makeAll(csv, builder);
  process.stdout.write(`${count} positions, ${ships} ships, ${days} days\n`);
  tell('taking in', taking);
  const set = measure('ordering', () => builder!.build(['fleet']));
  builder = null;
  const tracks = measure('distinguishing ships', () => separateShips(set, thresholds));
  const evidence = new TrackEvidence(tracks, thresholds);
  const gaps = measure('gaps', () => gapsOf(evidence, thresholds['gap.hours'] * 3600));
  measure('placing in slots', () => evidence.slots);
  const encounters = measure('encounters', () => findEncounters(evidence));
  process.stdout.write(
    `encounters ${encounters.length} (planted ${planted.meetings}), gaps ${gaps.length} (planted ${planted.silences})\n`,
  );
  process.stdout.write(`memory ${Math.round(process.memoryUsage().rss / 1e6)} MB\n`);
  await asParquet(csv, parquet);
  process.stdout.write(
    `Parquet ${Math.round(statSync(parquet).size / 1e6)} MB, CSV ${Math.round(statSync(csv).size / 1e6)} MB\n`,
  );
  const kinds: readonly EventKind[] = ['encounter'];
  const settings = { kinds, thresholds, ports: [], watched: new Set<string>(), listed: [] };
  for (const path of [parquet, csv]) {
    const spent = watch();
    const read = await readTrackSet([{ path, name: 'fleet' }], settings, ALL_TIMES, silentProgress);
    const found = eventsOf(read, settings);
    tell(`from ${path === csv ? 'CSV' : 'Parquet'} to ${found.length} encounters`, spent());
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
