import { basename } from 'node:path';
import { detectEvents } from '../../tracks/detection/detect.ts';
import { type FoundEvent, sealEvents, type TrackEvent } from '../../tracks/detection/event.ts';
import { importGfwEvents } from '../../tracks/export/gfw-import.ts';
import { IdentityTable } from '../../tracks/identity/identity.ts';
import { areasAt } from '../../tracks/places/area.ts';
import type { LeftOut } from '../../tracks/positions/positions.ts';
import { PositionsBuilder, type TimeSpan } from '../../tracks/positions/positions-builder.ts';
import { readTimeText } from '../../tracks/reading/field.ts';
import { readTrackFile, type TrackFile } from '../../tracks/reading/read-tracks.ts';
import { recogniseTrack } from '../../tracks/reading/track-form.ts';
import { redFlagsOf } from '../../tracks/redflags/red-flag.ts';
import { separateShips } from '../../tracks/separation/separate.ts';
import { thresholdsWith } from '../../tracks/thresholds.ts';
import { AppError } from '../errors.ts';
import { type Progress, silentProgress } from '../progress.ts';
import { eventWriter, exportEvents } from './export-events.ts';
import { kindsOf, listedVessels, portsOf } from './track-settings.ts';

export type DetectTracksRequest = {
  readonly files: readonly string[];
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

const WATCHED = 'possible-port-call.watched';
const DEFAULT_WATCHED = 'KP';

/** Finds what ships did in track files. Needs no workspace. */
export async function detectTracks(request: DetectTracksRequest): Promise<DetectedTracks> {
  const { progress = silentProgress } = request;
  const kinds = kindsOf(request.kinds);
  if (request.out !== undefined) eventWriter(request.out);
  const watched = watchedOf(request.set);
  const thresholds = thresholdsWith(request.set.filter((setting) => !setting.startsWith(`${WATCHED}=`)));
  const ports = portsOf(request.ports);
  const listed = kinds.includes('listed-vessel')
    ? await listedVessels(request.lists, (text) => progress.note(text))
    : [];
  const period = periodOf(request);
  const identities = new IdentityTable();
  const builder = new PositionsBuilder(period);
  const files: TrackFile[] = [];
  const imported: FoundEvent[] = [];
  for (const [index, path] of request.files.entries()) {
    progress.step(`reading ${basename(path)}`);
    const form = recogniseTrack(path);
    const read = await readTrackFile(path, index, identities, builder, form);
    if (form.kind === 'gfw-events') {
      const { events, skipped } = importGfwEvents(path, kinds, period);
      imported.push(...events);
      files.push({ ...read, skipped });
    } else files.push(read);
  }
  progress.step('telling ships apart');
  const set = separateShips(builder.build(request.files.map((path) => basename(path))), thresholds);
  progress.step('finding events');
  const found = detectEvents(set, { kinds, thresholds, ports, watched, listed });
  const { count } = set.positions;
  const events = sealEvents([...found, ...imported]).map((event) => ({
    ...event,
    areas: areasAt(event.lat, event.lon).map(({ id }) => id),
    redFlags: redFlagsOf(event).map(({ id }) => id),
  }));
  if (request.out !== undefined) await exportEvents(request.out, events);
  return {
    events,
    files,
    positions: count,
    ships: set.tracks.length,
    leftOut: set.leftOut,
  };
}

function watchedOf(settings: readonly string[]): ReadonlySet<string> {
  const setting = settings.findLast((one) => one.startsWith(`${WATCHED}=`));
  const countries = (setting?.slice(WATCHED.length + 1) ?? DEFAULT_WATCHED)
    .split(',')
    .map((one) => one.trim().toUpperCase());
  if (!countries.every((country) => /^[A-Z]{2}$/.test(country)))
    throw new AppError('bad-option', `${WATCHED} takes countries by two letters, such as KP,SY`);
  return new Set(countries);
}

function periodOf({ from, to }: DetectTracksRequest): TimeSpan {
  const read = (text: string | undefined, option: string, otherwise: number): number => {
    if (text === undefined) return otherwise;
    const time = readTimeText(text);
    if (!Number.isFinite(time))
      throw new AppError('bad-option', `${option} takes a time such as 2019-03-02T00:00:00Z, not "${text}"`);
    return time;
  };
  const period = { from: read(from, '--from', 0), to: read(to, '--to', Number.MAX_SAFE_INTEGER) };
  if (period.from > period.to) throw new AppError('bad-option', '--from lies after --to');
  return period;
}
