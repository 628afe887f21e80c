import { type DetectionSettings, detectEvents } from '../../tracks/detection/detect.ts';
import { type FoundEvent, sealEvents, type TrackEvent } from '../../tracks/detection/event/event.ts';
import { importGfwEvents } from '../../tracks/export/gfw-import.ts';
import { IdentityTable } from '../../tracks/identity/identity.ts';
import { areasAt } from '../../tracks/places/area.ts';
import { PositionsBuilder, type TimeSpan } from '../../tracks/positions/positions-builder.ts';
import { readTrackFile, type TrackFile } from '../../tracks/reading/read-tracks.ts';
import { recogniseTrack } from '../../tracks/reading/track-form.ts';
import { redFlagsOf } from '../../tracks/redflags/red-flag.ts';
import { separateShips } from '../../tracks/separation/separate.ts';
import type { TrackSet } from '../../tracks/separation/track-set.ts';
import type { Progress } from '../progress.ts';

/** A track file where it lies, and what it is called. */
export type NamedTrackFile = { readonly path: string; readonly name: string };

/** Track files as they were read: the ships distinguished, and events that files of another program bring. */
export type ReadSet = {
  readonly set: TrackSet;
  readonly files: readonly TrackFile[];
  readonly imported: readonly FoundEvent[];
};

/** Reads track files together. @throws TracksError when one cannot be read at all */
export async function readTrackSet(
  named: readonly NamedTrackFile[],
  { kinds, thresholds }: Pick<DetectionSettings, 'kinds' | 'thresholds'>,
  period: TimeSpan,
  progress: Progress,
): Promise<ReadSet> {
  const identities = new IdentityTable();
  const builder = new PositionsBuilder(period);
  const files: TrackFile[] = [];
  const imported: FoundEvent[] = [];
  for (const [index, { path, name }] of named.entries()) {
    progress.step(`reading ${name}`);
    const form = recogniseTrack(path);
    const read = await readTrackFile(path, index, identities, builder, form, name);
    if (form.kind === 'gfw-events') {
      const { events, skipped } = importGfwEvents(path, kinds, period, name);
      imported.push(...events);
      files.push({ ...read, skipped });
    } else files.push(read);
  }
  progress.step('telling ships apart');
  const set = separateShips(builder.build(named.map(({ name }) => name)), thresholds);
  return { set, files, imported };
}

/** Finds the events of what was read, with the areas they lie in and the red flags that they show. */
export function eventsOf({ set, imported }: ReadSet, settings: DetectionSettings): readonly TrackEvent[] {
  const kept = imported.filter(({ kind }) => settings.kinds.includes(kind));
  return sealEvents([...detectEvents(set, settings), ...kept]).map((event) => ({
    ...event,
    areas: areasAt(event.lat, event.lon).map(({ id }) => id),
    redFlags: redFlagsOf(event).map(({ id }) => id),
  }));
}
