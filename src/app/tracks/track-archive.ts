import { createHash } from 'node:crypto';
import { closeSync, createReadStream, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import {
  OUTLINE_COLUMNS,
  OUTLINE_KINDS,
  type Outline,
  type OutlineKind,
  type OutlineRow,
  outlineOf,
  outlineSql,
} from '../../tracks/archive/outline.ts';
import { REPORT_TABLE } from '../../tracks/archive/positions-sql.ts';
import {
  ArchiveReader,
  archivedReport,
  archivedReportsSql,
  FILE_KEYS_SQL,
  fileKey,
  nameInKey,
  REPORT_COLUMNS,
  REPORT_TABLE_SQL,
} from '../../tracks/archive/report-table.ts';
import { IdentityTable } from '../../tracks/identity/identity.ts';
import { PositionsBuilder, type TimeSpan } from '../../tracks/positions/positions-builder.ts';
import type { ReportSink } from '../../tracks/positions/report.ts';
import { readTrackFile, type TrackFile } from '../../tracks/reading/read-tracks.ts';
import { recogniseTrack, type TrackForm } from '../../tracks/reading/track-form.ts';
import { separateShips } from '../../tracks/separation/separate.ts';
import type { Thresholds } from '../../tracks/thresholds.ts';
import { AppError } from '../errors.ts';
import { type Progress, silentProgress } from '../progress.ts';
import type { ReadSet } from './read-set.ts';
import { type TrackDatabase, trackDatabase } from './track-database.ts';
import { periodOf, portsOf, settingsOf } from './track-settings.ts';

/** Lines that are written at once. */
const BATCH = 10_000;

export type ArchiveTracksRequest = {
  readonly files: readonly string[];
  readonly database: string;
  readonly progress?: Progress;
};

/** Puts the reports of track files into an archive, whose table is made if missing. A file that is there already is not there twice. */
export async function archiveTracks(request: ArchiveTracksRequest): Promise<readonly TrackFile[]> {
  const { progress = silentProgress } = request;
  const database = trackDatabase(request.database);
  await database.run(REPORT_TABLE_SQL);
  const keys = new Set<string>();
  await database.rows(FILE_KEYS_SQL, 1, ([key]) => keys.add(String(key)));
  const archived: TrackFile[] = [];
  for (const path of request.files) {
    const name = basename(path);
    progress.step(`archiving ${name}`);
    const form = recogniseTrack(path);
    const key = fileKey(name, await sha256OfFile(path));
    if ([...keys].some((other) => nameInKey(other) === name && other !== key))
      progress.note(
        `the archive holds another file of the name ${name}: the reports of both are kept, and events do not say of which they are`,
      );
    archived.push(await archiveFile(database, path, form, name, key));
    keys.add(key);
  }
  return archived;
}

async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}

async function archiveFile(
  database: TrackDatabase,
  path: string,
  form: TrackForm,
  name: string,
  key: string,
): Promise<TrackFile> {
  if (form.kind === 'gfw-events')
    throw new AppError('unreadable', `${name} holds events of another program; an archive takes reports of positions`);
  // Files are read without a pause, faster than any server takes rows: they wait on the disk, not in memory.
  const folder = mkdtempSync(join(tmpdir(), 'panel-archive-'));
  const lines = new LineFile(join(folder, 'rows'));
  try {
    const sink: ReportSink = {
      wantsVoyage: false,
      skip: () => undefined,
      report: (report) => {
        const row = archivedReport(report, key);
        if (row !== null) lines.add(JSON.stringify(row));
      },
    };
    const read = await readTrackFile(path, 0, new IdentityTable(), sink, form, name);
    lines.flush();
    await database.insert(REPORT_TABLE, lines.path);
    return read;
  } finally {
    lines.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A file that lines are written to, many at once. */
class LineFile {
  /** Where it lies. */
  readonly path: string;
  readonly #file: number;
  #waiting: string[] = [];

  constructor(path: string) {
    this.path = path;
    this.#file = openSync(path, 'wx', 0o600);
  }

  add(line: string): void {
    this.#waiting.push(line);
    if (this.#waiting.length >= BATCH) this.flush();
  }

  /** Writes what waits. */
  flush(): void {
    writeFileSync(this.#file, this.#waiting.map((line) => `${line}\n`).join(''));
    this.#waiting = [];
  }

  close(): void {
    closeSync(this.#file);
  }
}

/** Reads the reports of a time from an archive, as if they were read from their files. */
export async function readArchive(
  address: string,
  thresholds: Thresholds,
  period: TimeSpan,
  progress: Progress,
): Promise<ReadSet> {
  progress.step('reading the archive');
  const builder = new PositionsBuilder(period);
  const reader = new ArchiveReader(new IdentityTable(), builder);
  await trackDatabase(address).rows(archivedReportsSql(period), REPORT_COLUMNS.length, (cells) => reader.take(cells));
  progress.step('telling ships apart');
  return { set: separateShips(builder.build(reader.files), thresholds), files: [], imported: [] };
}

export type { Outline };

export type OutlineTracksRequest = {
  readonly database: string;
  /** None means all that an archive finds by itself. */
  readonly kinds: readonly string[];
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly ports?: string | undefined;
  readonly set: readonly string[];
};

/** Asks an archive which numbers met, fell silent or called at ports, and when: its reports stay where they are. */
export async function outlineTracks(request: OutlineTracksRequest): Promise<readonly Outline[]> {
  const kinds = request.kinds.length === 0 ? OUTLINE_KINDS : request.kinds.map(outlineKind);
  const { thresholds } = settingsOf(request.set);
  const question = { period: periodOf(request), thresholds, ports: portsOf(request.ports) };
  const database = trackDatabase(request.database);
  const found: Outline[] = [];
  for (const kind of kinds) {
    const sql = outlineSql(kind, question);
    const names = OUTLINE_COLUMNS[kind];
    await database.rows(sql, names.length, (cells) => {
      const row: OutlineRow = Object.fromEntries(names.map((name, at) => [name, Number(cells[at])]));
      found.push(outlineOf(kind, row, question.ports));
    });
  }
  return found.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

function outlineKind(word: string): OutlineKind {
  const kind = OUTLINE_KINDS.find((one) => one === word);
  if (kind === undefined)
    throw new AppError(
      'bad-option',
      `an archive finds ${OUTLINE_KINDS.join(', ')} by itself, not "${word}"; "panel tracks detect --tracks-database" finds all`,
    );
  return kind;
}
