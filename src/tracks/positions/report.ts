import type { Identity } from '../identity/identity.ts';
import type { ReportBatch } from './report-batch.ts';

/** Kinds of receivers that files distinguish, in the order of their codes; 0 is unknown. */
export const RECEIVERS = ['unknown', 'terrestrial', 'satellite'] as const;

/** Why a row gives no report, in words for the user. They are counted, and the first of each is shown with its line. */
export const SKIP_REASONS = {
  'too-few-columns': 'the row has fewer columns than its header',
  'open-quotation': 'a quotation mark is opened and not closed on the line',
  'line-too-long': 'the line is longer than any report',
  'no-mmsi': 'there is no MMSI of one to nine digits',
  'no-time': 'there is no time',
  'bad-time': 'the time cannot be read',
  'time-out-of-range': 'the time lies outside 1970 to 2106',
  'bad-number': 'a position, speed or course is no number',
  'position-out-of-range': 'the position lies outside 90 degrees of latitude or 180 of longitude',
  'bad-checksum': 'the checksum of the sentence is wrong or missing',
  'not-a-sentence': 'the line is no AIVDM sentence',
  'bad-payload': 'the payload is too short for its message, or not in the armour of AIS',
  'part-missing': 'a part of a message of several sentences is missing',
  'other-message': 'the message is of a type that says nothing of a ship or its place',
} as const;
export type SkipReason = keyof typeof SKIP_REASONS;

/**
 * One report as it was read; the reader fills the same object for each row, so a sink copies what it keeps.
 * Positions are in units of 1e-7 degree; times in seconds since 1970 UTC; what is not available is NaN, -1 or null.
 */
export type Report = {
  kind: 'position' | 'static';
  /** Index of the file among those that were given. */
  file: number;
  /** Line of the file (its header counted), or row of a Parquet file, from 1. */
  row: number;
  /** Type of the AIS message; 0 for a row of a table. */
  message: number;
  mmsi: number;
  time: number;
  lat: number;
  lon: number;
  /** Knots. */
  sog: number;
  /** Degrees from north. */
  cog: number;
  heading: number;
  /** Index into `RECEIVERS`. */
  receiver: number;
  /** What the report says of the ship's identity; null where nothing. */
  identity: Identity | null;
  /** Metres. */
  draught: number;
  destination: string | null;
};

/** What takes reports in, in the order of the file. */
export type ReportSink = {
  report(report: Report): void;
  skip(reason: SkipReason, file: number, row: number): void;
  /** Heading, draught and destination of a Parquet file, and the last two of others, are read for a sink that wants them; detection does not. */
  readonly wantsVoyage: boolean;
  /**
   * Takes positions many at a time, where order between them and other reports means nothing to the sink: a reader of columns then makes
   * no report of each.
   */
  positions?(batch: ReportBatch): void;
};

export function emptyReport(): Report {
  return {
    kind: 'position',
    file: 0,
    row: 0,
    message: 0,
    mmsi: 0,
    time: Number.NaN,
    lat: Number.NaN,
    lon: Number.NaN,
    sog: Number.NaN,
    cog: Number.NaN,
    heading: Number.NaN,
    receiver: 0,
    identity: null,
    draught: Number.NaN,
    destination: null,
  };
}

/** Units of a degree in which positions are kept: about a centimetre. */
export const DEGREE = 1e7;
/** "Not available" of AIS: 91 degrees of latitude, 181 of longitude (ITU-R M.1371). */
const NO_LATITUDE = 91;
const NO_LONGITUDE = 181;

export type Placement = 'placed' | 'not-available' | 'out-of-range' | 'bad-number';

/** Puts a position in degrees into a report. NaN is malformed, Infinity blank. */
export function place(report: Report, lat: number, lon: number): Placement {
  report.lat = Number.NaN;
  report.lon = Number.NaN;
  if (Number.isNaN(lat) || Number.isNaN(lon)) return 'bad-number';
  if (lat === Infinity || lon === Infinity || lat === NO_LATITUDE || lon === NO_LONGITUDE) return 'not-available';
  if (lat > 90 || lat < -90 || lon > 180 || lon < -180) return 'out-of-range';
  report.lat = Math.round(lat * DEGREE);
  report.lon = Math.round(lon * DEGREE);
  return 'placed';
}
