import type { CalendarDate } from '../core/calendar.ts';
import type { Entity } from './entity.ts';
import { keepWhole } from './join-versions.ts';
import { type KeptLists, keepLists, type Readers } from './keep-lists.ts';
import type { ListFile } from './list-file.ts';
import { readEuFsf } from './readers/eu-fsf.ts';
import { readFtmLines } from './readers/ftm-lines.ts';
import { readOfacAdvanced } from './readers/ofac-advanced.ts';
import { readRegimeVessels } from './readers/regime-vessels.ts';
import { readUkSanctions } from './readers/uk-sanctions.ts';
import { readUnConsolidated } from './readers/un-consolidated.ts';

export type ReadLists = KeptLists<Entity>;

const READERS: Readers = {
  'un-consolidated': readUnConsolidated,
  'ofac-advanced': readOfacAdvanced,
  'eu-fsf': readEuFsf,
  'uk-sanctions': readUkSanctions,
  'ftm-lines': readFtmLines,
  'regime-vessels': readRegimeVessels,
};

/**
 * Reads list files of any known format, told apart by content, as `keepLists` does.
 * @param versionDate the date of lists that do not state theirs (OFAC's CSV files do not)
 */
export function readLists(files: readonly ListFile[], versionDate: CalendarDate | null = null): ReadLists {
  const { entities, ...read } = keepLists(files, versionDate, keepWhole, READERS);
  return { ...read, entities: entities.map((kept) => kept.whole()) };
}
