import { IdentityTable } from '../../tracks/identity/identity.ts';
import { PositionsBuilder } from '../../tracks/positions/positions-builder.ts';
import type { ReportSink } from '../../tracks/positions/report.ts';
import { readTrackFile, type TrackFile } from '../../tracks/reading/read-tracks.ts';
import { type ReportLine, reportLine } from '../../tracks/reading/report-line.ts';
import { recogniseTrack } from '../../tracks/reading/track-form.ts';
import { separateShips } from '../../tracks/separation/separate.ts';
import { thresholdsWith } from '../../tracks/thresholds.ts';

export type ReadTracksRequest = {
  readonly files: readonly string[];
  /** Tells which of the ships that use its MMSI each report is of. */
  readonly tracks: boolean;
  readonly set: readonly string[];
  /** Takes the lines in the order of the files. */
  take(line: ReportLine): void;
};

/** Reads track files report by report, in constant memory; with `tracks` they are read twice. Needs no workspace. */
export async function readTracks({ files, tracks, set, take }: ReadTracksRequest): Promise<readonly TrackFile[]> {
  const forms = files.map(recogniseTrack);
  const numbers = tracks ? await trackNumbers(files, set) : undefined;
  const identities = new IdentityTable();
  const read: TrackFile[] = [];
  for (const [index, path] of files.entries()) {
    const sink: ReportSink = {
      wantsVoyage: true,
      report: (report) => take(reportLine(report, path, numbers?.[index]?.get(report.row, report.kind))),
      skip: () => undefined,
    };
    read.push(await readTrackFile(path, index, identities, sink, forms[index]));
  }
  return read;
}

/** The ship's number by row of a file; 0 for rows of none. */
class RowNumbers {
  #numbers = new Uint16Array(1024);

  put(row: number, number: number): void {
    if (row >= this.#numbers.length) {
      const larger = new Uint16Array(Math.max(row + 1, this.#numbers.length * 2));
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[row] = number;
  }

  /** What is sent without a position belongs to none of the ships for sure. */
  get(row: number, kind: 'position' | 'static'): number {
    return kind === 'static' ? 0 : (this.#numbers[row] ?? 0);
  }
}

async function trackNumbers(files: readonly string[], settings: readonly string[]): Promise<readonly RowNumbers[]> {
  const builder = new PositionsBuilder({ from: 0, to: Number.MAX_SAFE_INTEGER }, true);
  const identities = new IdentityTable();
  for (const [index, path] of files.entries()) await readTrackFile(path, index, identities, builder);
  const { positions, tracks } = separateShips(builder.build(files), thresholdsWith(settings));
  const numbers = files.map(() => new RowNumbers());
  for (const { number, start, end } of tracks)
    for (let at = start; at < end; at++) numbers[positions.file[at]!]!.put(positions.row[at]!, number);
  return numbers;
}
