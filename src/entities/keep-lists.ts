import type { DocumentId } from '../core/hash.ts';
import type { CalendarDate } from '../core/time/calendar.ts';
import type { Entity } from './entity.ts';
import { EntitiesError, type ListFault } from './errors.ts';
import { joinVersions, type KeptEntity } from './join-versions.ts';
import type { ListFile } from './list-file.ts';
import { type ListFormat, type Readers, readableLists, recogniseList, statedDayOf } from './list-readers.ts';
import { collectFaults, type PartsReader, type ReaderInput, type ReaderOutput } from './readers/reader.ts';

/** One list file that was read: which it is, by its hash, and the date it states for itself. */
export type ListVersion = {
  readonly file: string;
  readonly document: DocumentId;
  readonly format: ListFormat;
  readonly versionDate: CalendarDate | null;
};

/** Lists as they were read, with their entities as the reading kept them. */
export type KeptLists<Kept> = {
  readonly versions: readonly ListVersion[];
  readonly entities: readonly Kept[];
  /** Entries that were skipped, each with its place. */
  readonly faults: readonly ListFault[];
  /** Files that are no list at all, or hostile: refused whole. */
  readonly refused: readonly EntitiesError[];
};

/**
 * Reads list files of any known format, distinguished by content. Files that are parts of one list are joined. Where two files
 * list the same id, the values of the later file (by its version date, else by order) are added to the earlier.
 * @param versionDate the date of lists that do not state theirs (`statedDay` in list-readers.ts)
 * @param keep is called when all of an entity was read, and for what is joined of several
 * @param readers at least those of these files' formats
 */
export function keepLists<Kept extends KeptEntity>(
  files: readonly ListFile[],
  versionDate: CalendarDate | null,
  keep: (entity: Entity) => Kept,
  readers: Readers,
): KeptLists<Kept> {
  const versions: ListVersion[] = [];
  const faults: ListFault[] = [];
  const refused: EntitiesError[] = [];
  const batches: { entities: Kept[]; date: string }[] = [];
  const sets: { readWhole: PartsReader; parts: Record<string, ReaderInput> }[] = [];
  for (const file of files) {
    const format = recogniseList(file.head);
    if (format === undefined) {
      refused.push(
        new EntitiesError('list-not-recognised', `This is none of the lists that can be read: ${readableLists()}`, {
          place: file.name,
        }),
      );
      continue;
    }
    const date = statedDayOf(format, file.head) ?? versionDate;
    const input = { origin: { document: file.document, file: file.name, versionDate: date }, chunks: file.chunks };
    versions.push({ file: file.name, document: file.document, format, versionDate: date });
    const reader = readers.get(format);
    if (reader === undefined) continue;
    if ('read' in reader) {
      attempt(file.name, date, (output) => reader.read(input, output));
      continue;
    }
    const { part, readWhole } = reader;
    const open = sets.find((set) => set.readWhole === readWhole && set.parts[part] === undefined);
    if (open === undefined) sets.push({ readWhole, parts: { [part]: input } });
    else open.parts[part] = input;
  }
  for (const { readWhole, parts } of sets) {
    const lead = leadOf(readers, readWhole, parts);
    if (lead !== undefined) attempt(lead.origin.file, lead.origin.versionDate, (output) => readWhole(parts, output));
  }
  batches.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return {
    versions,
    entities: joinVersions(
      batches.map((batch) => batch.entities),
      keep,
    ),
    faults,
    refused,
  };

  function attempt(name: string, date: string | null, read: (output: ReaderOutput) => void): void {
    const entities: Kept[] = [];
    try {
      read({ found: (entity) => void entities.push(keep(entity)), fault: collectFaults(name, faults) });
      batches.push({ entities, date: date ?? '' });
    } catch (error) {
      refused.push(
        error instanceof EntitiesError
          ? error
          : new EntitiesError('list-malformed', 'The list cannot be read; it is damaged or in an unexpected form', {
              place: name,
              cause: error,
            }),
      );
    }
  }
}

/** The part that speaks for the list: the first, in the order of the formats, that is there. */
function leadOf(
  readers: Readers,
  readWhole: PartsReader,
  parts: Readonly<Record<string, ReaderInput>>,
): ReaderInput | undefined {
  for (const reader of readers.values())
    if ('part' in reader && reader.readWhole === readWhole && parts[reader.part] !== undefined)
      return parts[reader.part];
  return undefined;
}

/** A list file, and the day stated for it where it states none itself. */
export type DatedList = { readonly file: ListFile; readonly published: CalendarDate | null };

/** Reads lists that are dated one by one: each day's files are read together, the oldest first. */
export function keepDatedLists<Kept extends KeptEntity>(
  lists: readonly DatedList[],
  keep: (entity: Entity) => Kept,
  readers: Readers,
): KeptLists<Kept> {
  const days = [...new Set(lists.map(({ published }) => published))].sort((a, b) => ((a ?? '') < (b ?? '') ? -1 : 1));
  const read = days.map((day) =>
    keepLists(
      lists.filter(({ published }) => published === day).map(({ file }) => file),
      day,
      keep,
      readers,
    ),
  );
  return {
    versions: read.flatMap(({ versions }) => versions),
    entities: joinVersions(
      read.map(({ entities }) => entities),
      keep,
    ),
    faults: read.flatMap(({ faults }) => faults),
    refused: read.flatMap(({ refused }) => refused),
  };
}
