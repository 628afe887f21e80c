import type { Port } from '../places/port.ts';
import type { TimeSpan } from '../positions/positions-builder.ts';
import { DEGREE } from '../positions/report.ts';
import { mmsiText, timeText } from '../reading/report-line.ts';
import type { Thresholds } from '../thresholds.ts';
import { CLICKHOUSE, type SqlDialect } from './dialect.ts';
import { encounterSql } from './encounter-sql.ts';
import { gapSql } from './gap-sql.ts';
import { portCallSql } from './port-call-sql.ts';

/** Kinds of events that an archive finds by itself, by the same definitions in SQL. */
export const OUTLINE_KINDS = ['encounter', 'gap', 'port-call'] as const;
export type OutlineKind = (typeof OUTLINE_KINDS)[number];

/**
 * What an archive found without its reports being read: which numbers, when and where. It knows no ships: where several use one number, an
 * outline takes them for one, so that detection over these numbers and this time has the last word.
 */
export type Outline = {
  readonly kind: OutlineKind;
  readonly mmsis: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly lat: number;
  readonly lon: number;
} & Readonly<Record<string, unknown>>;

export type OutlineQuestion = {
  readonly period: TimeSpan;
  readonly thresholds: Thresholds;
  readonly ports: readonly Port[];
};

/** The question of one kind, in SQL. */
export function outlineSql(
  kind: OutlineKind,
  { period, thresholds, ports }: OutlineQuestion,
  dialect: SqlDialect = CLICKHOUSE,
): string {
  switch (kind) {
    case 'encounter':
      return encounterSql(period, thresholds, dialect);
    case 'gap':
      return gapSql(period, thresholds, dialect);
    case 'port-call':
      return portCallSql(period, thresholds, ports, dialect);
  }
}

/** The columns of an answer, in their order. */
export const OUTLINE_COLUMNS: Readonly<Record<OutlineKind, readonly string[]>> = {
  encounter: ['a', 'b', 'begun', 'ended', 'slots', 'min_distance', 'median_distance', 'median_speed', 'lat', 'lon'],
  gap: ['mmsi', 'begun', 'ended', 'lat', 'lon', 'miles'],
  'port-call': ['mmsi', 'port', 'begun', 'ended', 'lat', 'lon'],
};

/** An answer's row, by its columns. */
export type OutlineRow = Readonly<Record<string, number>>;

/** The outline that a row of an answer is. */
export function outlineOf(kind: OutlineKind, row: OutlineRow, ports: readonly Port[]): Outline {
  const place = { lat: row.lat! / DEGREE, lon: row.lon! / DEGREE };
  const times = { from: timeText(row.begun!), to: timeText(row.ended!) };
  const mmsis = (kind === 'encounter' ? [row.a!, row.b!] : [row.mmsi!]).map(mmsiText);
  return { kind, mmsis, ...times, ...place, ...detailsOf(kind, row, ports) };
}

function detailsOf(kind: OutlineKind, row: OutlineRow, ports: readonly Port[]): Readonly<Record<string, unknown>> {
  switch (kind) {
    case 'encounter':
      return {
        minDistance: Math.round(row.min_distance!),
        medianDistance: Math.round(row.median_distance!),
        medianSpeed: Math.round(row.median_speed! * 100) / 100,
        slots: row.slots,
      };
    case 'gap':
      return { hours: hours(row), distanceNm: Math.round(row.miles! * 10) / 10 };
    case 'port-call':
      return { hours: hours(row), port: ports[row.port!] };
  }
}

function hours({ begun, ended }: OutlineRow): number {
  return Math.round((ended! - begun!) / 36) / 100;
}
