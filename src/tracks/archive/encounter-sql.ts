import { CellRows } from '../detection/neighbours/cell-rows.ts';
import type { TimeSpan } from '../positions/positions-builder.ts';
import { KNOT, TURN, UNIT_METRES } from '../positions/sphere.ts';
import { SLOT_SECONDS } from '../separation/slots.ts';
import type { Thresholds } from '../thresholds.ts';
import type { SqlDialect } from './dialect.ts';
import { positionsSql } from './positions-sql.ts';
import { longitudeBetweenSql, metresSql, wrapLongitudeSql } from './sphere-sql.ts';

/**
 * Two numbers side by side: as `findEncounters` finds them of two ships. Places in slots meet those of the nine cells about them, each row of
 * cells with columns of its own; slots that follow each other are a run.
 */
export function encounterSql(period: TimeSpan, thresholds: Thresholds, dialect: SqlDialect): string {
  const distance = thresholds['encounter.distance'];
  const least = Math.ceil((thresholds['encounter.minutes'] * 60) / SLOT_SECONDS) + 1;
  const apart = metresSql({ lat: 'h.lat', lon: 'h.lon' }, { lat: 'p.lat', lon: 'p.lon' });
  const [ship, other] = ['a', 'b'].map((one) => {
    const sailed = metresSql(
      { lat: `before_${one}_lat`, lon: `before_${one}_lon` },
      { lat: `${one}_lat`, lon: `${one}_lon` },
    );
    return `select a, b, run, ${sailed} / ${SLOT_SECONDS * KNOT} as knots from beside where nth > 1`;
  });
  const middle = 'nth = floor(slots / 2) + 1';
  return `with ${positionsSql(period, dialect)}, ${slotsSql(thresholds, dialect)}, ${cellsSql(distance, dialect)}, together as (
  select distinct h.mmsi as a, p.mmsi as b, h.slot as slot, h.lat as a_lat, h.lon as a_lon, p.lat as b_lat, p.lon as b_lon,
    ${apart} as metres
  from homes h inner join probes p on h.slot = p.slot and h.cell_row = p.cell_row and h.cell_column = p.cell_column
  where h.mmsi < p.mmsi and ${apart} <= ${distance}
), runs as (
  select *, slot - row_number() over (partition by a, b order by slot) as run from together
), beside as (
  select *, row_number() over ship as nth,
    lag(a_lat) over ship as before_a_lat, lag(a_lon) over ship as before_a_lon,
    lag(b_lat) over ship as before_b_lat, lag(b_lon) over ship as before_b_lon,
    count(*) over (partition by a, b, run) as slots
  from runs window ship as (partition by a, b, run order by slot)
), speeds as (
  select a, b, run, ${dialect.median('knots')} as knots from (${ship} union all ${other}) as sailed group by a, b, run
), meetings as (
  select a, b, run, min(slot) * ${SLOT_SECONDS} as begun, max(slot) * ${SLOT_SECONDS} as ended, count(*) as lasted,
    min(metres) as nearest, ${dialect.median('metres')} as usual,
    max(case when ${middle} then a_lat else null end) as lat_a, max(case when ${middle} then a_lon else null end) as lon_a,
    max(case when ${middle} then b_lat else null end) as lat_b, max(case when ${middle} then b_lon else null end) as lon_b
  from beside where slots >= ${least} group by a, b, run
)
select m.a as a, m.b as b, m.begun as begun, m.ended as ended, m.lasted as slots, m.nearest as min_distance, m.usual as median_distance,
  s.knots as median_speed, (lat_a + lat_b) / 2 as lat, ${wrapLongitudeSql(`(lon_a + ${longitudeBetweenSql('lon_a', 'lon_b')} / 2)`)} as lon
from meetings m inner join speeds s on m.a = s.a and m.b = s.b and m.run = s.run
where s.knots < ${thresholds['encounter.speed']}
order by begun, a, b`;
}

/** Where each number was at whole slots (`placeInSlots`). Of several positions in one second the last is taken. */
function slotsSql(thresholds: Thresholds, dialect: SqlDialect): string {
  const hole = thresholds['encounter.hole-minutes'] * 60;
  const share = `((p.slot * ${SLOT_SECONDS} - p.time) / (p.next_time - p.time))`;
  const lon = wrapLongitudeSql(`(p.lon + ${share} * ${longitudeBetweenSql('p.lon', 'p.next_lon')})`);
  const exactly = `p.slot * ${SLOT_SECONDS} = p.time`;
  return `spans as (
  select mmsi, time, lat, lon, next_time, next_lat, next_lon, cast(ceil(time / ${SLOT_SECONDS}) as bigint) as first_slot,
    cast(case when goes_on = 1 and next_time - time <= ${hole} then ceil(next_time / ${SLOT_SECONDS}) else floor(time / ${SLOT_SECONDS}) + 1 end as bigint) as below
  from steps where goes_on = 0 or next_time > time
), placed as (
  select mmsi, time, lat, lon, next_time, next_lat, next_lon, ${dialect.each(dialect.range('first_slot', 'below'))} as slot
  from spans where below > first_slot
), slots as (
  select p.mmsi as mmsi, p.slot as slot,
    cast(case when ${exactly} then p.lat else floor(p.lat + ${share} * (p.next_lat - p.lat) + 0.5) end as bigint) as lat,
    cast(case when ${exactly} then p.lon else floor(${lon} + 0.5) end as bigint) as lon
  from placed p
)`;
}

/** The cell of each place, and the nine in which others may be near enough (`CellRows`). */
function cellsSql(distance: number, dialect: SqlDialect): string {
  const { height, rows } = new CellRows(distance);
  const pole = TURN / 4;
  const columns = (row: string): string => {
    const lowest = `((${row} - 1) * ${height} - ${pole})`;
    const furthest = `least(${pole}, greatest(abs(${lowest}), abs(${lowest} + ${3 * height})))`;
    return `cast(greatest(1, floor(${TURN * UNIT_METRES} * cos(${furthest} / ${pole} * ${Math.PI / 2}) * 0.999 / ${distance})) as bigint)`;
  };
  const column = (count: string): string =>
    `cast(floor((lon + ${TURN / 2}) / ${TURN} * ${count}) as bigint) % ${count}`;
  return `rowed as (
  select mmsi, slot, lat, lon, cast(floor((lat + ${pole}) / ${height}) as bigint) as own_row from slots
), homes as (
  select mmsi, slot, lat, lon, own_row as cell_row, ${column('columns')} as cell_column
  from (select *, ${columns('own_row')} as columns from rowed) as counted
), rows_beside as (
  select mmsi, slot, lat, lon, own_row + ${dialect.each('[-1, 0, 1]')} as cell_row from rowed
), probes as (
  select mmsi, slot, lat, lon, cell_row, (${column('columns')} + ${dialect.each('[-1, 0, 1]')} + columns) % columns as cell_column
  from (select *, ${columns('cell_row')} as columns from rows_beside where cell_row >= 0 and cell_row < ${rows}) as counted
)`;
}
