import { TracksError } from '../errors.ts';
import type { Identity, IdentityTable } from '../identity/identity.ts';
import { plainText } from '../identity/identity.ts';
import { emptyReport, place, type Report, type ReportSink, type SkipReason } from '../positions/report.ts';
import { readLines } from './byte-lines.ts';
import { CellSplitter } from './cells.ts';
import { BLANK, readDecimal, readTime } from './field.ts';
import type { ColumnPlaces } from './header.ts';
import { identityOf, receiverOf } from './table-identity.ts';

/** How a delimited table is laid out, as its head tells. */
export type TableForm = {
  readonly delimiter: string;
  readonly columns: number;
  readonly header: ColumnPlaces;
  readonly headerLine: number;
};

/** AIS's heading for "not available". */
const NO_HEADING = 511;
const NO_SPEED = 102.3;
const NO_COURSE = 360;
const LAST_TIME = 2 ** 32 - 1;
const IDENTITY = ['imo', 'name', 'callsign', 'type', 'length', 'width'] as const;

/** Reads a delimited table of positions in constant memory, row by row. Rows that cannot be used are told of, never fatal. */
export function readCsv(
  path: string,
  file: number,
  form: TableForm,
  identities: IdentityTable,
  sink: ReportSink,
): void {
  const reader = new CsvReader(file, form, identities, sink);
  readLines(
    path,
    (buffer, start, end, line) => {
      if (line > form.headerLine && start < end) reader.take(buffer, start, end, line);
    },
    (line) => {
      if (line <= form.headerLine)
        throw new TracksError('track-malformed', 'The first lines are too long to be a header', { place: path });
      sink.skip('line-too-long', file, line);
    },
  );
}

class CsvReader {
  readonly #file: number;
  readonly #header: ColumnPlaces;
  readonly #least: number;
  readonly #cells: CellSplitter;
  readonly #identities: IdentityTable;
  readonly #sink: ReportSink;
  readonly #report: Report = emptyReport();
  /** Identities by the bytes of their cells: most rows repeat one of few. */
  readonly #known = new Map<string, Identity | null>();
  readonly #identityColumns: readonly number[];

  constructor(file: number, form: TableForm, identities: IdentityTable, sink: ReportSink) {
    this.#file = file;
    this.#header = form.header;
    const { mmsi, time, lat, lon } = form.header;
    this.#least = Math.max(mmsi!, time!, lat!, lon!) + 1;
    this.#cells = new CellSplitter(form.delimiter.charCodeAt(0), form.columns);
    this.#identities = identities;
    this.#sink = sink;
    this.#identityColumns = IDENTITY.flatMap((column) => form.header[column] ?? []);
  }

  take(buffer: Buffer, start: number, end: number, line: number): void {
    const reason = this.#read(buffer, start, end, line);
    if (reason === undefined) this.#sink.report(this.#report);
    else this.#sink.skip(reason, this.#file, line);
  }

  #read(buffer: Buffer, start: number, end: number, line: number): SkipReason | undefined {
    const cells = this.#cells;
    const count = cells.split(buffer, start, end);
    if (count < 0) return 'open-quotation';
    if (count < this.#least) return 'too-few-columns';
    const report = this.#report;
    report.file = this.#file;
    report.row = line;
    const mmsi = this.#decimal(buffer, this.#header.mmsi!, count);
    if (!Number.isInteger(mmsi) || mmsi <= 0 || mmsi > 999_999_999) return 'no-mmsi';
    report.mmsi = mmsi;
    const time = readTime(buffer, cells.starts[this.#header.time!]!, cells.ends[this.#header.time!]!);
    if (time === BLANK) return 'no-time';
    if (Number.isNaN(time)) return 'bad-time';
    if (time < 0 || time > LAST_TIME) return 'time-out-of-range';
    report.time = time;
    const placement = place(
      report,
      this.#decimal(buffer, this.#header.lat!, count),
      this.#decimal(buffer, this.#header.lon!, count),
    );
    if (placement === 'bad-number') return 'bad-number';
    if (placement === 'out-of-range') return 'position-out-of-range';
    const sog = this.#optional(buffer, this.#header.sog, count);
    const cog = this.#optional(buffer, this.#header.cog, count);
    const heading = this.#optional(buffer, this.#header.heading, count);
    report.sog = sog >= 0 && sog < NO_SPEED ? sog : Number.NaN;
    report.cog = cog >= 0 && cog < NO_COURSE ? cog : Number.NaN;
    report.heading = heading >= 0 && heading < NO_COURSE && heading !== NO_HEADING ? heading : Number.NaN;
    const { receiver } = this.#header;
    report.receiver = receiver === undefined || receiver >= count ? 0 : receiverOf(this.#bytes(buffer, receiver));
    report.identity = this.#identityOf(buffer, count);
    if (this.#sink.wantsVoyage) this.#readVoyage(buffer, count);
    return undefined;
  }

  #readVoyage(buffer: Buffer, count: number): void {
    const { draught, destination } = this.#header;
    const metres = this.#optional(buffer, draught, count);
    this.#report.draught = metres > 0 && metres < 100 ? metres : Number.NaN;
    this.#report.destination =
      destination === undefined || destination >= count ? null : plainText(this.#cells.text(buffer, destination));
  }

  #identityOf(buffer: Buffer, count: number): Identity | null {
    let key = '';
    for (const column of this.#identityColumns) if (column < count) key += `${this.#bytes(buffer, column)}\t`;
    if (key.length === this.#identityColumns.length) return null;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const word = (column: number | undefined): string =>
      column === undefined || column >= count ? '' : this.#cells.text(buffer, column);
    const { imo, name, callsign, type, length, width } = this.#header;
    const identity = identityOf(
      {
        imo: word(imo),
        name: word(name),
        callsign: word(callsign),
        type: word(type),
        length: word(length),
        width: word(width),
      },
      this.#identities,
    );
    // A hostile file could hold as many identities as rows.
    if (this.#known.size > 200_000) this.#known.clear();
    this.#known.set(key, identity);
    return identity;
  }

  #bytes(buffer: Buffer, column: number): string {
    return buffer.toString('latin1', this.#cells.starts[column]!, this.#cells.ends[column]!);
  }

  #decimal(buffer: Buffer, column: number, count: number): number {
    return column >= count ? BLANK : readDecimal(buffer, this.#cells.starts[column]!, this.#cells.ends[column]!);
  }

  #optional(buffer: Buffer, column: number | undefined, count: number): number {
    return column === undefined ? Number.NaN : this.#decimal(buffer, column, count);
  }
}
