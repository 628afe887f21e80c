import type { Port } from '../places/port.ts';
import type { TimeSpan } from '../positions/positions-builder.ts';
import { DEGREE } from '../positions/report.ts';
import { KNOT, UNIT_METRES } from '../positions/sphere.ts';
import type { Thresholds } from '../thresholds.ts';
import type { SqlDialect } from './dialect.ts';
import { positionsSql } from './positions-sql.ts';
import { metresSql } from './sphere-sql.ts';

/**
 * Calls of each number at ports: as `findPortCalls` finds them of a ship, where no two of the ports lie so near to each other that a ship
 * is within reach of both.
 */
export function portCallSql(
  period: TimeSpan,
  thresholds: Thresholds,
  ports: readonly Port[],
  dialect: SqlDialect,
): string {
  const entry = thresholds['port-call.entry-distance'];
  const exit = thresholds['port-call.exit-distance'];
  const seconds = thresholds['port-call.stop-minutes'] * 60;
  const knots = thresholds['port-call.stop-speed'];
  const still = knots * KNOT * seconds;
  const away = metresSql({ lat: 's.lat', lon: 's.lon' }, { lat: 'p.lat', lon: 'p.lon' });
  const moved = metresSql({ lat: 'before_lat', lon: 'before_lon' }, { lat: 'lat', lon: 'lon' });
  const isStill = (speed: string): string => `(${speed} is not null and ${speed} < ${knots * 10})`;
  const mayHaveLeft = `follows = 1 and time - before_time >= ${thresholds['gap.hours'] * 3600} and not ((${isStill('speed')} and ${isStill('before_speed')}) or ${moved} < ${still})`;
  const sailed = metresSql({ lat: 'i.lat', lon: 'i.lon' }, { lat: 'k.lat', lon: 'k.lon' });
  return `with ${positionsSql(period, dialect)}, ports as (
  ${ports.map(({ lat, lon }, at) => `select ${at} as port, ${Math.round(lat * DEGREE)} as lat, ${Math.round(lon * DEGREE)} as lon`).join(' union all ')}
), near as (
  select s.mmsi as mmsi, s.nth as nth, s.time as time, s.lat as lat, s.lon as lon, p.port as port, ${away} as away,
    case when ${mayHaveLeft.replaceAll(/\b(time|before_time|lat|lon|before_lat|before_lon|speed|before_speed|follows)\b/g, 's.$1')} then 1 else 0 end as may_have_left
  from steps s cross join ports p
  where abs(s.lat - p.lat) <= ${Math.ceil(exit / UNIT_METRES)} and ${away} <= ${exit}
), marked as (
  select *, min(away) over (partition by mmsi, nth) as nearest,
    case when may_have_left = 0 and coalesce(lag(nth) over (partition by mmsi, port order by nth), 0) = nth - 1 then 0 else 1 end as begins
  from near
), numbered as (
  select *, sum(begins) over (partition by mmsi, port order by nth rows between unbounded preceding and current row) as stay from marked
), stays as (
  select mmsi, port, stay, min(case when away <= ${entry} and away = nearest then nth else null end) as first_nth
  from numbered group by mmsi, port, stay
), within as (
  select n.mmsi as mmsi, n.port as port, n.stay as stay, n.nth as nth, n.time as time, n.lat as lat, n.lon as lon,
    coalesce(lag(n.time) over (partition by n.mmsi, n.port, n.stay order by n.nth), 0) as before_time
  from numbered n inner join stays s on n.mmsi = s.mmsi and n.port = s.port and n.stay = s.stay
  where s.first_nth is not null and n.nth >= s.first_nth
), starts as (
  select mmsi, port, stay, nth, time, lat, lon, cast(floor(time / ${seconds}) as bigint) + ${dialect.each('[0, 1]')} as bucket from within
), ways as (
  select i.mmsi as mmsi, i.port as port, i.stay as stay, i.nth as nth,
    min(case when ${sailed} >= ${still} then k.nth else null end) as gone, min(case when k.time - i.time >= ${seconds} then k.nth else null end) as stopped
  from starts i inner join (select *, cast(floor(before_time / ${seconds}) as bigint) as bucket from within) k
    on i.mmsi = k.mmsi and i.port = k.port and i.stay = k.stay and i.bucket = k.bucket
  where k.nth > i.nth and k.before_time - i.time < ${seconds}
  group by i.mmsi, i.port, i.stay, i.nth
), stopping as (
  select distinct mmsi, port, stay from ways where stopped is not null and (gone is null or stopped < gone)
)
select w.mmsi as mmsi, w.port as port, min(w.time) as begun, max(w.time) as ended, argMin(w.lat, w.nth) as lat, argMin(w.lon, w.nth) as lon
from within w inner join stopping t on w.mmsi = t.mmsi and w.port = t.port and w.stay = t.stay
group by w.mmsi, w.port, w.stay
order by begun, mmsi, port`;
}
