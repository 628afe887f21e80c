import { TracksError } from '../errors.ts';
import type { Identity, IdentityTable } from '../identity/identity.ts';
import type { TimeSpan } from '../positions/positions-builder.ts';
import { emptyReport, type Report, type ReportSink } from '../positions/report.ts';
import { isShip } from '../positions/ship-number.ts';
import { LAST_TIME, REPORT_TABLE } from './positions-sql.ts';

/**
 * The table of the archive. Reports lie by ship and time, as they are asked for; one that is taken in twice, of the same file and row, is
 * kept once when parts are merged. Speed and course are tenths, as positions hold them.
 */
export const REPORT_TABLE_SQL = `create table if not exists ${REPORT_TABLE} (
  mmsi UInt32, time UInt32, kind Enum8('position' = 1, 'static' = 2), lat Int32, lon Int32,
  sog Nullable(UInt16), cog Nullable(UInt16), receiver UInt8, file LowCardinality(String), file_row UInt32,
  imo LowCardinality(Nullable(String)), name LowCardinality(Nullable(String)), callsign LowCardinality(Nullable(String)),
  type Nullable(UInt8), length Nullable(Float64), width Nullable(Float64)
) engine = ReplacingMergeTree order by (mmsi, time, kind, file, file_row)`;

/** The columns of that table, in their order. */
export const REPORT_COLUMNS: readonly string[] = [
  ...['mmsi', 'time', 'kind', 'lat', 'lon', 'sog', 'cog', 'receiver', 'file', 'file_row'],
  ...['imo', 'name', 'callsign', 'type', 'length', 'width'],
];

/** What stands in the column of files: the name, and which bytes, since receivers call the file of each day the same. */
export function fileKey(name: string, sha256: string): string {
  return `${name}/${sha256.slice(0, KEY_DIGITS)}`;
}

/** The name in a file's key. */
export function nameInKey(key: string): string {
  return key.replace(KEY_ENDING, '');
}

const KEY_DIGITS = 16;
const KEY_ENDING = new RegExp(`/[0-9a-f]{${KEY_DIGITS}}$`);

/** Asks for the keys of all files that an archive holds reports of. */
export const FILE_KEYS_SQL = `select distinct file from ${REPORT_TABLE}`;

/** A row of that table, its cells in the order of its columns. */
export type ArchivedReport = readonly (string | number | null)[];

/** The row of a report; null for what says nothing of a ship's movements or of her identity at a time, and is left out of any detection. */
export function archivedReport(report: Report, key: string): ArchivedReport | null {
  const { mmsi, time, lat, lon, sog, cog, receiver, row, identity } = report;
  if (Number.isNaN(time) || !isShip(report)) return null;
  const isPlaced = !Number.isNaN(lat) && !Number.isNaN(lon);
  if (!isPlaced && identity === null) return null;
  const { imo, name, callsign, type, length, width } = identity ?? NOBODY;
  const place = isPlaced ? ['position', lat, lon] : ['static', 0, 0];
  const course = [tenths(sog), tenths(cog), receiver, key, row];
  return [mmsi, time, ...place, ...course, imo, name, callsign, type, length, width];
}

const NOBODY: Identity = { imo: null, name: null, callsign: null, type: null, length: null, width: null };

function tenths(value: number): number | null {
  return Number.isNaN(value) ? null : Math.round(value * 10);
}

/** What the archive is asked for to read its reports of a time again, in an order that is always the same. */
export function archivedReportsSql({ from, to }: TimeSpan): string {
  return `select ${REPORT_COLUMNS.join(', ')} from ${REPORT_TABLE} final where time >= ${Math.max(0, from)} and time <= ${Math.min(LAST_TIME, to)}
order by mmsi, time, file, file_row`;
}

/** Hands rows of the archive on as the reports that they were. */
export class ArchiveReader {
  readonly #identities: IdentityTable;
  readonly #sink: ReportSink;
  readonly #report: Report = emptyReport();
  readonly #files = new Map<string, number>();

  constructor(identities: IdentityTable, sink: ReportSink) {
    this.#identities = identities;
    this.#sink = sink;
  }

  /** What the files are called that reports came from, by their index. */
  get files(): readonly string[] {
    return [...this.#files.keys()].map(nameInKey);
  }

  take(cells: ArchivedReport): void {
    const [mmsi, time, kind, lat, lon, sog, cog, receiver, file, row, imo, name, callsign, type, length, width] = cells;
    const report = this.#report;
    const isPlaced = kind === 'position';
    report.kind = isPlaced ? 'position' : 'static';
    report.mmsi = Number(mmsi);
    report.time = Number(time);
    report.lat = isPlaced ? Number(lat) : Number.NaN;
    report.lon = isPlaced ? Number(lon) : Number.NaN;
    report.sog = sog === null ? Number.NaN : Number(sog) / 10;
    report.cog = cog === null ? Number.NaN : Number(cog) / 10;
    report.receiver = Number(receiver);
    report.file = this.#indexOf(String(file));
    report.row = Number(row);
    report.identity = this.#identities.intern({
      imo: textOrNull(imo),
      name: textOrNull(name),
      callsign: textOrNull(callsign),
      type: numberOrNull(type),
      length: numberOrNull(length),
      width: numberOrNull(width),
    });
    this.#sink.report(report);
  }

  #indexOf(file: string): number {
    const known = this.#files.get(file);
    if (known !== undefined) return known;
    if (this.#files.size > MOST_FILES)
      throw new TracksError(
        'too-many-files',
        'The archive holds reports of too many files in this time; ask for a shorter one',
      );
    this.#files.set(file, this.#files.size);
    return this.#files.size - 1;
  }
}

/** What the column of files in a set of positions counts to. */
const MOST_FILES = 65_535;

type Cell = ArchivedReport[number] | undefined;

function textOrNull(cell: Cell): string | null {
  return cell === null || cell === undefined ? null : String(cell);
}

function numberOrNull(cell: Cell): number | null {
  return cell === null || cell === undefined ? null : Number(cell);
}
