import type { CalendarDate } from '../core/time/calendar.ts';
import type { ListFile } from './list-file.ts';
import { dayAboveColumns, dayOfAttribute, firstFullRow, type ListHead, readListHead } from './list-head.ts';
import type { ListReader, PartsReader } from './readers/reader.ts';

/** A format of list files. Its reader is loaded when it is needed: with their libraries all take as long to load as a list takes to be read. */
type ListReaderRow = {
  readonly format: string;
  /** How a refusal names it, among those that can be read. */
  readonly title: string;
  /** True for files of this format; of several the first row counts. */
  readonly recognises: (head: ListHead) => boolean;
  /** The day that a file states near its start for its version; null where files of the format state none. */
  readonly statedDay: ((head: ListHead) => CalendarDate | null) | null;
  /** Whose lists come in this format: one authority's, which then is one list, or lists of different makers, distinguished by name. */
  readonly makers: 'one' | 'many';
} & (
  | { readonly load: () => Promise<ListReader> }
  /** One of several files that are one list. */
  | { readonly part: string; readonly loadWhole: () => Promise<PartsReader> }
);

const loadOfacCsv = async (): Promise<PartsReader> => (await import('./readers/ofac-csv.ts')).readOfacCsv;
const ofacNumber = (head: ListHead): boolean => /^\d{1,9}$/.test(firstFullRow(head)[0] ?? '');

// biome-ignore format: a row is a format
const LIST_READERS = [
  { format: 'un-consolidated', title: 'U.N. consolidated XML', statedDay: dayOfAttribute('dateGenerated'), makers: 'one', recognises: ({ root }) => root === 'CONSOLIDATED_LIST', load: async () => (await import('./readers/un-consolidated.ts')).readUnConsolidated },
  { format: 'ofac-advanced', title: 'OFAC advanced XML', statedDay: null, makers: 'one', recognises: ({ root }) => root === 'Sanctions', load: async () => (await import('./readers/ofac-advanced.ts')).readOfacAdvanced },
  { format: 'eu-fsf', title: 'EU FSF XML', statedDay: dayOfAttribute('generationDate'), makers: 'one', recognises: ({ root, text }) => root === 'export' && /fsd|europa|sanctionEntity/.test(text), load: async () => (await import('./readers/eu-fsf.ts')).readEuFsf },
  { format: 'ftm-lines', title: 'FollowTheMoney JSON lines', statedDay: null, makers: 'many', recognises: ({ json, text }) => json && (/"schema"\s*:/.test(text) || /"op"\s*:\s*"(ADD|MOD|DEL)"/.test(text)), load: async () => (await import('./readers/ftm-lines.ts')).readFtmLines },
  { format: 'regime-vessels', title: 'vessels of a regime (YAML)', statedDay: null, makers: 'many', recognises: ({ root, json, text }) => root === undefined && !json && /^(?:#.*\n|\s*\n|---\s*\n)*\s*[\w-]+\s*:/.test(text) && /^\s*-?\s*['"]?(?:imo|vessels|designations)['"]?\s*:/m.test(text), load: async () => (await import('./readers/regime-vessels.ts')).readRegimeVessels },
  { format: 'uk-sanctions', title: 'UK sanctions list CSV', statedDay: dayAboveColumns('name 6'), makers: 'one', recognises: ({ rows }) => rows.slice(0, 3).map((cells) => cells.map((cell) => cell.toLowerCase())).some((cells) => cells.includes('name 6') && (cells.includes('unique id') || cells.includes('group id'))), load: async () => (await import('./readers/uk-sanctions.ts')).readUkSanctions },
  { format: 'ofac-sdn', title: 'OFAC CSV', statedDay: null, makers: 'one', recognises: (head) => ofacNumber(head) && firstFullRow(head).length >= 11, part: 'sdn', loadWhole: loadOfacCsv },
  { format: 'ofac-alt', title: 'OFAC CSV', statedDay: null, makers: 'one', recognises: (head) => ofacNumber(head) && firstFullRow(head).length === 5 && /^(aka|fka|nka)$/i.test(firstFullRow(head)[2] ?? ''), part: 'alt', loadWhole: loadOfacCsv },
  { format: 'ofac-add', title: 'OFAC CSV', statedDay: null, makers: 'one', recognises: (head) => ofacNumber(head) && firstFullRow(head).length === 6 && /^(\d+|-0-)$/.test(firstFullRow(head)[1] ?? ''), part: 'add', loadWhole: loadOfacCsv },
] as const satisfies readonly ListReaderRow[];

/** The formats of list files that are read. */
export type ListFormat = (typeof LIST_READERS)[number]['format'];

/** Tells the format by what the file holds; its name plays no part. Undefined when it is none that is read. */
export function recogniseList(head: string): ListFormat | undefined {
  const seen = readListHead(head);
  return LIST_READERS.find(({ recognises }) => recognises(seen))?.format;
}

/** The day of a list's version as the file itself states it near its start, or null. */
export function statedDayOf(format: ListFormat, head: string): CalendarDate | null {
  return LIST_READERS.find((row) => row.format === format)?.statedDay?.(readListHead(head)) ?? null;
}

/** All that can be read, as a refusal names it. */
export function readableLists(): string {
  return [...new Set(LIST_READERS.map(({ title }) => title))].join(', ');
}

/** Lists of one authority are one list per format; those of other makers are distinguished by the names of their files. */
export function listIdOf(format: ListFormat, fileName: string): string {
  return LIST_READERS.find((row) => row.format === format)?.makers === 'many' ? `${format}:${fileName}` : format;
}

/** A reader that was loaded: of a whole file, or of the files that are one list, with the part that this format plays. */
export type LoadedReader = { readonly read: ListReader } | { readonly part: string; readonly readWhole: PartsReader };

export type Readers = ReadonlyMap<ListFormat, LoadedReader>;

/** The readers that these files need. */
export async function loadReaders(files: readonly Pick<ListFile, 'head'>[]): Promise<Readers> {
  const formats = new Set(files.map(({ head }) => recogniseList(head)));
  const loaded = new Map<ListFormat, LoadedReader>();
  for (const row of LIST_READERS)
    if (formats.has(row.format))
      loaded.set(
        row.format,
        'part' in row ? { part: row.part, readWhole: await row.loadWhole() } : { read: await row.load() },
      );
  return loaded;
}
