import { basename } from 'node:path';
import type { TrackEvent } from '../../tracks/detection/event/event.ts';
import type { LeftOut } from '../../tracks/positions/positions.ts';
import type { TrackFile } from '../../tracks/reading/read-tracks.ts';
import { AppError } from '../errors.ts';
import { type Progress, silentProgress } from '../progress.ts';
import { eventWriter, exportEvents } from './export-events.ts';
import { eventsOf, readTrackSet } from './read-set.ts';
import { readArchive } from './track-archive.ts';
import { kindsOf, listedVessels, periodOf, portsOf, settingsOf } from './track-settings.ts';

export type DetectTracksRequest = {
  readonly files: readonly string[];
  /** The address of an archive whose reports are taken in the place of files. */
  readonly database?: string | undefined;
  /** Kinds of events; none means all. */
  readonly kinds: readonly string[];
  readonly ports?: string | undefined;
  readonly lists: readonly string[];
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** `NAME=VALUE` */
  readonly set: readonly string[];
  /** A file for the events, in the form that its ending names. */
  readonly out?: string | undefined;
  readonly progress?: Progress;
};

export type DetectedTracks = {
  readonly events: readonly TrackEvent[];
  readonly files: readonly TrackFile[];
  readonly positions: number;
  readonly ships: number;
  readonly leftOut: LeftOut;
};

/** Finds what ships did in track files. Needs no workspace. */
export async function detectTracks(request: DetectTracksRequest): Promise<DetectedTracks> {
  const { progress = silentProgress } = request;
  const kinds = kindsOf(request.kinds);
  if (request.out !== undefined) eventWriter(request.out);
  const { thresholds, watched } = settingsOf(request.set);
  const ports = portsOf(request.ports);
  const listed = kinds.includes('listed-vessel')
    ? await listedVessels(request.lists, (text) => progress.note(text))
    : [];
  const period = periodOf(request);
  if (request.database !== undefined && request.files.length > 0)
    throw new AppError('bad-option', 'events are found in files or in an archive: give FILE or --tracks-database');
  const named = request.files.map((path) => ({ path, name: basename(path) }));
  const read =
    request.database === undefined
      ? await readTrackSet(named, { kinds, thresholds }, period, progress)
      : await readArchive(request.database, thresholds, period, progress);
  progress.step('finding events');
  const events = eventsOf(read, { kinds, thresholds, ports, watched, listed });
  if (request.out !== undefined) await exportEvents(request.out, events);
  return {
    events,
    files: read.files,
    positions: read.set.positions.count,
    ships: read.set.tracks.length,
    leftOut: read.set.leftOut,
  };
}
