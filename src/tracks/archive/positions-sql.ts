import type { TimeSpan } from '../positions/positions-builder.ts';
import type { SqlDialect } from './dialect.ts';

/** The table of the archive, as definitions read it: `mmsi, time, kind, lat, lon, sog, file, file_row` and what else it holds. */
export const REPORT_TABLE = 'track_report';

/** Seconds since 1970 that a column of times holds. */
export const LAST_TIME = 2 ** 32 - 1;

/**
 * The positions of a time, each once and as its first report says it, as common table expressions: `positions`, and `steps`, each with the one
 * that follows of the same number. `goes_on` is 1 where one follows: engines differ in what they give where none does.
 */
export function positionsSql({ from, to }: TimeSpan, dialect: SqlDialect): string {
  const report = dialect.tuple('file', 'file_row');
  const within = `time >= ${Math.max(0, from)} and time <= ${Math.min(LAST_TIME, to)}`;
  return `positions as (
  select mmsi, time, lat, lon, min(${report}) as first_report, ${dialect.first('sog', report)} as speed, 1 as one
  from ${REPORT_TABLE} where kind = 'position' and ${within}
  group by mmsi, time, lat, lon
), steps as (
  select mmsi, time, lat, lon, speed,
    row_number() over ship as nth,
    coalesce(lead(one) over ship, 0) as goes_on,
    lead(time) over ship as next_time, lead(lat) over ship as next_lat, lead(lon) over ship as next_lon,
    coalesce(lag(one) over ship, 0) as follows,
    lag(time) over ship as before_time, lag(lat) over ship as before_lat, lag(lon) over ship as before_lon,
    lag(speed) over ship as before_speed
  from positions window ship as (partition by mmsi order by time, first_report)
)`;
}
