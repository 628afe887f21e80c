import type { TimeSpan } from '../positions/positions-builder.ts';
import { NAUTICAL_MILE } from '../positions/sphere.ts';
import type { Thresholds } from '../thresholds.ts';
import type { SqlDialect } from './dialect.ts';
import { positionsSql } from './positions-sql.ts';
import { metresSql } from './sphere-sql.ts';

/**
 * Silences of each number: as `gapsOf` finds them of a ship. Columns are named with their table, since ClickHouse takes a name for what the
 * same list of columns calls so.
 */
export function gapSql(period: TimeSpan, thresholds: Thresholds, dialect: SqlDialect): string {
  const metres = metresSql({ lat: 's.before_lat', lon: 's.before_lon' }, { lat: 's.lat', lon: 's.lon' });
  return `with ${positionsSql(period, dialect)}
select s.mmsi as mmsi, s.before_time as begun, s.time as ended, s.before_lat as lat, s.before_lon as lon, ${metres} / ${NAUTICAL_MILE} as miles
from steps s where s.follows = 1 and s.time - s.before_time >= ${thresholds['gap.hours'] * 3600}
order by begun, mmsi`;
}
