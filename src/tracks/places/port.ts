import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { resourcePath } from '../../core/resource.ts';
import { TracksError } from '../errors.ts';

/** A port or anchorage: one point in degrees, as the port indexes have it. */
export type Port = {
  readonly id: string;
  readonly name: string;
  /** ISO 3166-1, two letters. */
  readonly country: string;
  readonly lat: number;
  readonly lon: number;
};

/** The ports that come with the program. */
export function builtInPorts(): readonly Port[] {
  return parsePorts(
    readFileSync(resourcePath('tracks/places/ports.tsv'), 'utf8')
      .split('\n')
      .filter((line) => !line.startsWith('#'))
      .join('\n'),
    '\t',
    'tracks/places/ports.tsv',
  );
}

/** Ports of a user's file: CSV `id,name,country,lat,lon`. @throws TracksError `ports-malformed`, `track-unreadable` */
export function readPorts(path: string): readonly Port[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new TracksError('track-unreadable', 'The file of ports cannot be read; check the path', {
      place: path,
      cause: error,
    });
  }
  return parsePorts(text.replace(/^\ufeff/, ''), ',', path);
}

/**
 * Ports of several sources: a later one takes the place of an earlier with the same id, or in the same country within five
 * kilometres, so that a user's file corrects what comes with the program.
 */
export function joinPorts(earlier: readonly Port[], later: readonly Port[]): readonly Port[] {
  const isReplaced = (port: Port): boolean =>
    later.some(
      (other) =>
        other.id === port.id ||
        (other.country === port.country &&
          Math.abs(other.lat - port.lat) < SAME_DEGREES &&
          Math.abs(other.lon - port.lon) < SAME_DEGREES),
    );
  return [...earlier.filter((port) => !isReplaced(port)), ...later];
}

const SAME_DEGREES = 0.045;

function parsePorts(text: string, delimiter: string, place: string): readonly Port[] {
  const [header = [], ...rows] = Papa.parse<string[]>(text, { delimiter, skipEmptyLines: true }).data;
  const at = (name: string): number => header.findIndex((cell) => cell.trim().toLowerCase() === name);
  const columns = { id: at('id'), name: at('name'), country: at('country'), lat: at('lat'), lon: at('lon') };
  if (Object.values(columns).some((column) => column < 0))
    throw new TracksError('ports-malformed', 'A file of ports has the columns id, name, country, lat, lon', { place });
  return rows.map((row, index) => {
    const cell = (column: number): string => (row[column] ?? '').trim();
    const lat = Number(cell(columns.lat));
    const lon = Number(cell(columns.lon));
    const country = cell(columns.country).toUpperCase();
    const isPlaced =
      cell(columns.lat) !== '' && cell(columns.lon) !== '' && Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
    if (cell(columns.id) === '' || !isPlaced || !/^[A-Z]{2}$/.test(country))
      throw new TracksError('ports-malformed', 'A port has an id, a country of two letters, and a place in degrees', {
        place: `${place}:${index + 2}`,
      });
    return Object.freeze({ id: cell(columns.id), name: cell(columns.name), country, lat, lon });
  });
}
