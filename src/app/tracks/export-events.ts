import { writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { TrackEvent } from '../../tracks/detection/event/event.ts';
import { eventsAsCsv } from '../../tracks/export/csv.ts';
import { eventsAsGeoJson } from '../../tracks/export/geojson.ts';
import { eventsAsGfw } from '../../tracks/export/gfw-export.ts';
import { eventsAsKml } from '../../tracks/export/kml.ts';
import { AppError } from '../errors.ts';

type Writer = (path: string, events: readonly TrackEvent[]) => void | Promise<void>;

const text =
  (write: (events: readonly TrackEvent[]) => string): Writer =>
  (path, events) =>
    writeFileSync(path, write(events));

const WRITERS: Readonly<Record<string, Writer>> = {
  '.csv': text(eventsAsCsv),
  '.geojson': text(eventsAsGeoJson),
  '.kml': text(eventsAsKml),
  '.json': text(eventsAsGfw),
  '.jsonl': text((events) => events.map((event) => `${JSON.stringify(event)}\n`).join('')),
  '.parquet': async (path, events) => {
    const { writeEventsAsParquet } = await import('../../tracks/export/parquet.ts');
    await writeEventsAsParquet(path, events);
  },
};

/** The writer of a file by its ending. @throws AppError `bad-option` */
export function eventWriter(path: string): Writer {
  const writer = WRITERS[extname(path).toLowerCase()];
  if (writer === undefined)
    throw new AppError(
      'bad-option',
      `--out takes a file that ends in ${Object.keys(WRITERS).join(', ')} (.json is the shape of Global Fishing Watch), not "${path}"`,
    );
  return writer;
}

/** Writes events to a file in the form that its ending names. @throws AppError `bad-option`, `not-written` */
export async function exportEvents(path: string, events: readonly TrackEvent[]): Promise<void> {
  const write = eventWriter(path);
  try {
    await write(path, events);
  } catch (cause) {
    throw new AppError('not-written', 'The file of events could not be written; check the folder and its space', {
      place: path,
      cause,
    });
  }
}
