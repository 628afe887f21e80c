import { basename } from 'node:path';
import type { IdentityTable } from '../identity/identity.ts';
import { type Report, type ReportSink, SKIP_REASONS, type SkipReason } from '../positions/report.ts';
import type { ReportBatch } from '../positions/report-batch.ts';
import { readCsv } from './csv.ts';
import { readNmea } from './nmea.ts';
import { readParquet } from './parquet.ts';
import { recogniseTrack, type TrackForm } from './track-form.ts';

/** A file as it was read: its form, what came of it, and why rows gave nothing. */
export type TrackFile = {
  readonly file: string;
  readonly form: TrackForm['kind'];
  readonly positions: number;
  readonly statics: number;
  readonly skipped: readonly Skipped[];
};

/** Rows that gave no report for one reason: how many, and the first of them. */
export type Skipped = {
  readonly reason: SkipReason;
  /** The reason in words. */
  readonly why: string;
  readonly count: number;
  readonly firstRow: number;
};

/**
 * Reads a file of reports in constant memory. Rows that cannot be used are counted by reason, never fatal.
 * @param file index under which its reports go
 * @param form a form that was recognised before
 * @param name what the file is called where it lies under another name
 * @throws TracksError when the file cannot be read at all
 */
export async function readTrackFile(
  path: string,
  file: number,
  identities: IdentityTable,
  sink: ReportSink,
  form: TrackForm = recogniseTrack(path),
  name: string = basename(path),
): Promise<TrackFile> {
  const counting = new CountingSink(sink);
  switch (form.kind) {
    case 'table':
      readCsv(path, file, form.table, identities, counting);
      break;
    case 'nmea':
      readNmea(path, file, identities, counting);
      break;
    case 'parquet':
      await readParquet(path, file, identities, counting);
      break;
    case 'gfw-events':
      // Its events are events already: `importGfwEvents` takes them.
      break;
  }
  return { file: name, form: form.kind, ...counting.counts() };
}

class CountingSink implements ReportSink {
  readonly wantsVoyage: boolean;
  readonly positions?: (batch: ReportBatch) => void;
  readonly #sink: ReportSink;
  readonly #skipped = new Map<SkipReason, { count: number; firstRow: number }>();
  #positions = 0;
  #statics = 0;

  constructor(sink: ReportSink) {
    this.#sink = sink;
    this.wantsVoyage = sink.wantsVoyage;
    if (sink.positions !== undefined)
      this.positions = (batch) => {
        this.#positions += batch.count;
        sink.positions?.(batch);
      };
  }

  report(report: Report): void {
    if (report.kind === 'position') this.#positions++;
    else this.#statics++;
    this.#sink.report(report);
  }

  skip(reason: SkipReason, file: number, row: number): void {
    const known = this.#skipped.get(reason);
    if (known === undefined) this.#skipped.set(reason, { count: 1, firstRow: row });
    else known.count++;
    this.#sink.skip(reason, file, row);
  }

  counts(): Pick<TrackFile, 'positions' | 'statics' | 'skipped'> {
    return {
      positions: this.#positions,
      statics: this.#statics,
      skipped: [...this.#skipped].map(([reason, counted]) => ({ reason, why: SKIP_REASONS[reason], ...counted })),
    };
  }
}
