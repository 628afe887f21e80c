import type { CalendarDate } from '../core/time/calendar.ts';
import type { Entity } from './entity.ts';
import { keepWhole } from './join-versions.ts';
import { type KeptLists, keepLists } from './keep-lists.ts';
import type { ListFile } from './list-file.ts';
import { loadReaders } from './list-readers.ts';

type ReadLists = KeptLists<Entity>;

/**
 * Reads list files of any known format, distinguished by content, as `keepLists` does.
 * @param versionDate the date of lists that do not state theirs (OFAC's CSV files do not)
 */
export async function readLists(
  files: readonly ListFile[],
  versionDate: CalendarDate | null = null,
): Promise<ReadLists> {
  const { entities, ...read } = keepLists(files, versionDate, keepWhole, await loadReaders(files));
  return { ...read, entities: entities.map((kept) => kept.whole()) };
}
