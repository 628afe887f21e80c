import { writeSync } from 'node:fs';
import type { Command } from 'commander';
import type { DetectedTracks } from '../../../app/tracks/detect-tracks.ts';
import { formatTable, plainly, printAnswer, printHint } from '../../output.ts';
import { terminalProgress } from '../../progress.ts';
import { type Finish, UsageError } from '../../usage.ts';
import { addArchive, archiveAddress, takeTracksDatabase } from './track-archive.ts';
import { eventTable } from './track-table.ts';
import { addKeeping } from './workspace-tracks.ts';

type ReadOptions = { tracks?: boolean; set?: string[]; json?: boolean };
type DetectOptions = {
  kind?: string;
  ports?: string;
  list?: string[];
  from?: string;
  to?: string;
  set?: string[];
  out?: string;
  tracksDatabase?: string;
  json?: boolean;
};
type TrackFile = DetectedTracks['files'][number];

export function addCommand(program: Command, finish: Finish): void {
  const tracks = program.command('tracks').description('what ships did, from files of their positions (AIS)');
  addRead(tracks);
  addDetect(tracks);
  addThresholds(tracks);
  addArchive(tracks);
  addKeeping(tracks, finish);
}

function addRead(tracks: Command): void {
  tracks
    .command('read <file...>')
    .description('the reports of track files one by one: CSV, AIVDM sentences, Parquet, told by content')
    .option('--tracks', 'say which of the ships that use its MMSI a report is of')
    .option('--set <name=value...>', 'thresholds for telling ships apart')
    .option('--json', 'the answer as JSON lines')
    .action(async (files: string[], options: ReadOptions) => {
      const { readTracks } = await import('../../../app/tracks/read-tracks.ts');
      const out = new LineWriter();
      const read = await readTracks({
        files,
        tracks: options.tracks === true,
        set: options.set ?? [],
        take: (line) => out.write(options.json ? JSON.stringify(line) : Object.values(line).join('\t')),
      });
      out.end();
      printSkipped(read);
    });
}

function addDetect(tracks: Command): void {
  takeTracksDatabase(tracks.command('detect [file...]'))
    .description('meetings, silences, port calls, shared and false identities, listed ships')
    .option('--kind <kinds>', 'kinds of events, with commas between (default: all)')
    .option('--ports <csv>', 'ports of your own: id,name,country,lat,lon')
    .option('--list <file...>', 'lists with vessels (default: those designated under the regime)')
    .option('--from <time>', 'positions from this time on')
    .option('--to <time>', 'positions up to this time')
    .option('--set <name=value...>', 'thresholds of your own ("panel tracks thresholds" lists them)')
    .option(
      '--out <file>',
      'the events as .csv, .geojson, .kml, .parquet, .jsonl, or .json (shape of Global Fishing Watch)',
    )
    .option('--json', 'the answer as JSON lines')
    .action(async (files: string[], options: DetectOptions) => {
      const { detectTracks } = await import('../../../app/tracks/detect-tracks.ts');
      // Whoever names files means them, whatever the environment says.
      const database = files.length > 0 ? options.tracksDatabase : archiveAddress(options);
      if (files.length === 0 && database === undefined) throw new UsageError('say in what: FILE, or --tracks-database');
      const detected = await detectTracks({
        files,
        database,
        kinds: (options.kind ?? '').split(',').filter((kind) => kind !== ''),
        ports: options.ports,
        lists: options.list ?? [],
        from: options.from,
        to: options.to,
        set: options.set ?? [],
        out: options.out,
        progress: terminalProgress({ quiet: options.json === true }),
      });
      if (options.json) {
        const out = new LineWriter();
        for (const event of detected.events) out.write(JSON.stringify(event));
        out.end();
      } else if (detected.events.length > 0) printAnswer(eventTable(detected.events));
      printSkipped(detected.files);
      printSummary(detected);
    });
}

function addThresholds(tracks: Command): void {
  tracks
    .command('thresholds')
    .description('what detection measures against, with units and sources')
    .option('--json', 'the answer as JSON lines')
    .action(async (options: { json?: boolean }) => {
      const { thresholdTable } = await import('../../../app/tracks/thresholds.ts');
      const table = thresholdTable();
      if (options.json) {
        for (const threshold of table) printAnswer(JSON.stringify(threshold));
        return;
      }
      printAnswer(
        formatTable(table, [
          { heading: 'threshold', text: ({ name }) => name },
          { heading: 'value', right: true, text: ({ value }) => String(value) },
          { heading: 'unit', text: ({ unit }) => unit },
          { heading: 'meaning', text: ({ meaning }) => meaning },
          { heading: 'source', text: ({ source }) => source },
        ]),
      );
    });
}

function printSkipped(files: readonly TrackFile[]): void {
  for (const { file, skipped } of files)
    for (const { why, count, firstRow } of skipped)
      printHint(`${file}: ${count} rows skipped, the first on line ${firstRow}: ${why}`);
}

function printSummary({ events, positions, ships, leftOut }: DetectedTracks): void {
  const notes = Object.entries({
    'without a time': leftOut.noTime,
    'without a position': leftOut.noPosition,
    'not of ships': leftOut.noShip,
    'outside the period': leftOut.outsidePeriod,
    'there twice': leftOut.duplicates,
  }).filter(([, count]) => count > 0);
  const left = notes.length === 0 ? '' : `; left out: ${notes.map(([why, count]) => `${count} ${why}`).join(', ')}`;
  printHint(`${positions} positions of ${ships} ships, ${events.length} events${left}`);
}

/** Writes lines to standard output at the reader's pace: files are read without pause, and what waits must not pile up. */
class LineWriter {
  #waiting: string[] = [];
  #length = 0;

  write(line: string): void {
    this.#waiting.push(plainly(line));
    this.#length += line.length;
    if (this.#length >= 1 << 16) this.end();
  }

  end(): void {
    if (this.#waiting.length === 0) return;
    const bytes = Buffer.from(`${this.#waiting.join('\n')}\n`);
    this.#waiting = [];
    this.#length = 0;
    for (let at = 0; at < bytes.length; ) at += writeSome(bytes.subarray(at));
  }
}

function writeSome(bytes: Uint8Array): number {
  try {
    return writeSync(1, bytes);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    // The reader has what it wanted (`| head`).
    if (code === 'EPIPE') process.exit(0);
    if (code !== 'EAGAIN') throw new UsageError(`the answer could not be written: ${String(code)}`);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    return 0;
  }
}
