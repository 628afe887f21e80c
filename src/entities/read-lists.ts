import type { CalendarDate } from '../core/calendar.ts';
import type { DocumentId } from '../core/hash.ts';
import type { Entity } from './entity.ts';
import { EntitiesError, type ListFault } from './errors.ts';
import type { ListFile } from './list-file.ts';
import { type ListFormat, recogniseList } from './list-format.ts';
import { readEuFsf } from './readers/eu-fsf.ts';
import { readFtmLines } from './readers/ftm-lines.ts';
import { readOfacAdvanced } from './readers/ofac-advanced.ts';
import { readOfacCsv } from './readers/ofac-csv.ts';
import {
  collectFaults,
  type ListReader,
  type ReaderInput,
  type ReaderOutput,
  statedVersionDate,
} from './readers/reader.ts';
import { readRegimeVessels } from './readers/regime-vessels.ts';
import { readUkSanctions } from './readers/uk-sanctions.ts';
import { readUnConsolidated } from './readers/un-consolidated.ts';

/** One list file that was read: which it is, by its hash, and the date it states for itself. */
export type ListVersion = {
  readonly file: string;
  readonly document: DocumentId;
  readonly format: ListFormat;
  readonly versionDate: CalendarDate | null;
};

export type ReadLists = {
  readonly versions: readonly ListVersion[];
  readonly entities: readonly Entity[];
  /** Entries that were skipped, each with its place. */
  readonly faults: readonly ListFault[];
  /** Files that are no list at all, or hostile: refused whole. */
  readonly refused: readonly EntitiesError[];
};

const READERS: Readonly<Partial<Record<ListFormat, ListReader>>> = {
  'un-consolidated': readUnConsolidated,
  'ofac-advanced': readOfacAdvanced,
  'eu-fsf': readEuFsf,
  'uk-sanctions': readUkSanctions,
  'ftm-lines': readFtmLines,
  'regime-vessels': readRegimeVessels,
};

/**
 * Reads list files of any known format, told apart by content. The OFAC parts given together are joined. Where two files
 * list the same id, the values of the later file (by its version date, else by order) are added to the earlier.
 * @param versionDate the date of lists that do not state theirs (OFAC's CSV files do not)
 */
export function readLists(files: readonly ListFile[], versionDate: CalendarDate | null = null): ReadLists {
  const versions: ListVersion[] = [];
  const faults: ListFault[] = [];
  const refused: EntitiesError[] = [];
  const batches: { entities: Entity[]; date: string }[] = [];
  const ofac: { sdn?: ReaderInput; alt?: ReaderInput; add?: ReaderInput }[] = [];
  for (const file of files) {
    const format = recogniseList(file.head);
    if (format === undefined) {
      refused.push(
        new EntitiesError(
          'list-not-recognised',
          'This is none of the lists that can be read: U.N. consolidated XML, OFAC CSV or advanced XML, EU FSF XML, UK sanctions list CSV, FollowTheMoney JSON lines, vessels of a regime (YAML)',
          { place: file.name },
        ),
      );
      continue;
    }
    const date = statedVersionDate(file.head) ?? versionDate;
    const input = { origin: { document: file.document, file: file.name, versionDate: date }, chunks: file.chunks };
    versions.push({ file: file.name, document: file.document, format, versionDate: date });
    const part = format === 'ofac-sdn' ? 'sdn' : format === 'ofac-alt' ? 'alt' : format === 'ofac-add' ? 'add' : null;
    if (part !== null) {
      const open = ofac.find((set) => set[part] === undefined);
      if (open === undefined) ofac.push({ [part]: input });
      else open[part] = input;
      continue;
    }
    const reader = READERS[format];
    if (reader !== undefined) attempt(file.name, date, (output) => reader(input, output));
  }
  for (const parts of ofac) {
    const lead = parts.sdn ?? parts.alt ?? parts.add;
    if (lead !== undefined) attempt(lead.origin.file, lead.origin.versionDate, (output) => readOfacCsv(parts, output));
  }
  batches.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return { versions, entities: joinVersions(batches.map((batch) => batch.entities)), faults, refused };

  function attempt(name: string, date: string | null, read: (output: ReaderOutput) => void): void {
    const entities: Entity[] = [];
    try {
      read({ entities, fault: collectFaults(name, faults) });
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

/**
 * Joins the versions of one or several lists, oldest first. A value seen in several versions spans them; a subject that
 * the newest version of its dataset no longer has ends with the first version that lacks it.
 */
export function joinVersions(batches: readonly (readonly Entity[])[]): Entity[] {
  if (batches.length === 1) return [...(batches[0] ?? [])];
  const known = new Map<string, Entity>();
  for (const batch of batches) {
    const datasets = new Map<string, string | null>();
    const present = new Set<string>();
    for (const entity of batch) {
      datasets.set(entity.dataset, entity.values[0]?.lastSeen ?? datasets.get(entity.dataset) ?? null);
      present.add(entity.id);
      const earlier = known.get(entity.id);
      known.set(entity.id, earlier === undefined ? entity : joinEntity(earlier, entity));
    }
    for (const [id, entity] of known) {
      const date = datasets.get(entity.dataset);
      if (present.has(id) || date === undefined || date === null) continue;
      const { listing } = entity;
      const seenLast = entity.values[0]?.lastSeen ?? null;
      if (listing !== null && listing.delistedOn === null && seenLast !== null && seenLast < date)
        known.set(id, { ...entity, listing: { ...listing, delistedOn: date } });
    }
  }
  return [...known.values()];
}

function joinEntity(earlier: Entity, later: Entity): Entity {
  const values = new Map(later.values.map((value) => [`${value.prop}\n${value.value}`, value]));
  for (const old of earlier.values) {
    const key = `${old.prop}\n${old.value}`;
    const now = values.get(key);
    values.set(key, now === undefined ? old : { ...now, firstSeen: old.firstSeen ?? now.firstSeen });
  }
  const listing = later.listing ?? earlier.listing;
  const listedOn = [earlier.listing?.listedOn, later.listing?.listedOn]
    .filter((day) => typeof day === 'string')
    .sort()[0];
  return {
    ...later,
    values: [...values.values()],
    listing: listing === null ? null : { ...listing, listedOn: listedOn ?? listing.listedOn },
  };
}
