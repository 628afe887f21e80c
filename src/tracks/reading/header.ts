import { z } from 'zod';
import { resourceYaml } from '../../core/prepared-yaml.ts';

const COLUMNS = [
  'mmsi',
  'time',
  'lat',
  'lon',
  'sog',
  'cog',
  'heading',
  'imo',
  'name',
  'callsign',
  'type',
  'length',
  'width',
  'draught',
  'destination',
  'receiver',
] as const;
export type PositionColumn = (typeof COLUMNS)[number];

/** Where each column stands in a row, from 0; what is not there is missing. */
export type ColumnPlaces = Readonly<Partial<Record<PositionColumn, number>>>;

const namesSchema = z.record(z.enum(COLUMNS), z.array(z.string()).min(1));

let names: ReadonlyMap<string, { column: PositionColumn; rank: number }> | undefined;

function columnNames(): ReadonlyMap<string, { column: PositionColumn; rank: number }> {
  if (names !== undefined) return names;
  const table = namesSchema.parse(resourceYaml('tracks/reading/columns.yaml'));
  const found = new Map<string, { column: PositionColumn; rank: number }>();
  for (const column of COLUMNS)
    table[column].forEach((name, rank) => {
      found.set(plain(name), { column, rank });
    });
  names = found;
  return found;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, '');
}

/** The columns of a table by their names, or undefined where they are not those of positions: MMSI, time and place. */
export function readHeader(cells: readonly string[]): ColumnPlaces | undefined {
  const header: Partial<Record<PositionColumn, number>> = {};
  const ranks: Partial<Record<PositionColumn, number>> = {};
  cells.forEach((cell, at) => {
    const known = columnNames().get(plain(cell));
    // Of two columns that mean the same (time and timestamp), the name that comes first in the table is taken.
    if (known === undefined || known.rank >= (ranks[known.column] ?? Infinity)) return;
    header[known.column] = at;
    ranks[known.column] = known.rank;
  });
  const { mmsi, time, lat, lon } = header;
  return mmsi === undefined || time === undefined || lat === undefined || lon === undefined ? undefined : header;
}
