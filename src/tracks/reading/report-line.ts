import { DEGREE, type Report } from '../positions/report.ts';

/** One report as `panel tracks read` prints it; what is not available is null. */
export type ReportLine = Readonly<Record<string, string | number | null>>;

/** Nine digits, as an MMSI is written. */
export function mmsiText(mmsi: number): string {
  return String(mmsi).padStart(9, '0');
}

/** A time of the program's answers: ISO 8601, UTC, whole seconds. */
export function timeText(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
}

/**
 * The line of a report: positions and statics with their fields, and a row of a table with both.
 * @param name of the file, as it was given
 * @param track the ship among those that use the MMSI, from 1; 0 for none; undefined when it was not asked for
 */
export function reportLine(report: Report, name: string, track: number | undefined): ReportLine {
  const { identity } = report;
  const known = identity ?? { imo: null, name: null, callsign: null, type: null, length: null, width: null };
  return {
    kind: report.kind,
    file: name,
    row: report.row,
    ...(report.message === 0 ? {} : { message: report.message }),
    mmsi: mmsiText(report.mmsi),
    time: Number.isNaN(report.time) ? null : timeText(report.time),
    ...(report.kind === 'position'
      ? {
          lat: number(report.lat / DEGREE),
          lon: number(report.lon / DEGREE),
          sog: number(report.sog),
          cog: number(report.cog),
          heading: number(report.heading),
        }
      : {}),
    ...(report.kind === 'static' || (report.message === 0 && (identity !== null || report.destination !== null))
      ? { ...known, draught: number(report.draught), destination: report.destination }
      : {}),
    ...(track === undefined ? {} : { track }),
  };
}

function number(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
