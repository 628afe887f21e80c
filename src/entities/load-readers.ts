import type { Readers } from './keep-lists.ts';
import type { ListFile } from './list-file.ts';
import { recogniseList } from './list-format.ts';
import type { ListReader } from './readers/reader.ts';

/** Loads a reader when it is needed: with their libraries all take as long to load as a list takes to be read. */
const LOADERS: { readonly [Format in keyof Readers]: () => Promise<ListReader> } = {
  'un-consolidated': async () => (await import('./readers/un-consolidated.ts')).readUnConsolidated,
  'ofac-advanced': async () => (await import('./readers/ofac-advanced.ts')).readOfacAdvanced,
  'eu-fsf': async () => (await import('./readers/eu-fsf.ts')).readEuFsf,
  'uk-sanctions': async () => (await import('./readers/uk-sanctions.ts')).readUkSanctions,
  'ftm-lines': async () => (await import('./readers/ftm-lines.ts')).readFtmLines,
  'regime-vessels': async () => (await import('./readers/regime-vessels.ts')).readRegimeVessels,
};

/** The readers that these files need. */
export async function loadReaders(files: readonly Pick<ListFile, 'head'>[]): Promise<Readers> {
  const formats = new Set(files.map(({ head }) => recogniseList(head)));
  const loaded: Partial<Record<keyof Readers, ListReader>> = {};
  for (const format of formats) {
    const load = format === undefined ? undefined : LOADERS[format];
    if (format !== undefined && load !== undefined) loaded[format] = await load();
  }
  return loaded;
}
