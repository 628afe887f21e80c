import { rmSync, writeFileSync } from 'node:fs';
import type { TrackEvent } from '../detection/event/event.ts';
import { quoted, withEngine } from '../reading/engine.ts';
import { eventRow } from './event-rows.ts';

/** Columns of the table of events; times are timestamps in UTC. */
const COLUMNS =
  "{id: 'VARCHAR', kind: 'VARCHAR', \"from\": 'TIMESTAMP', \"to\": 'TIMESTAMP', lat: 'DOUBLE', lon: 'DOUBLE', " +
  "mmsi1: 'VARCHAR', name1: 'VARCHAR', imo1: 'VARCHAR', flag1: 'VARCHAR', mmsi2: 'VARCHAR', name2: 'VARCHAR', imo2: 'VARCHAR', " +
  "flag2: 'VARCHAR', rule: 'VARCHAR', parameters: 'VARCHAR', rows: 'VARCHAR', details: 'VARCHAR'}";

/** Writes events to a Parquet file, packed with Zstandard. The engine reads them from a file of lines beside it. */
export async function writeEventsAsParquet(path: string, events: readonly TrackEvent[]): Promise<void> {
  const lines = `${path}.${process.pid}.part`;
  writeFileSync(lines, events.map((event) => `${JSON.stringify(eventRow(event))}\n`).join(''), { mode: 0o600 });
  try {
    await withEngine(async (engine) => {
      const source = `read_json(${quoted(lines, "'")}, format = 'newline_delimited', columns = ${COLUMNS})`;
      await engine.run(`COPY (SELECT * FROM ${source}) TO ${quoted(path, "'")} (FORMAT parquet, COMPRESSION zstd)`);
    });
  } finally {
    rmSync(lines, { force: true });
  }
}
