import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resourcePath } from '../../core/resource.ts';

/** Lines of one of the tables in `tables/`; comments, empty lines and a line of column names are left out. */
export function* readLines(name: string, header = ''): Generator<string> {
  for (const line of readFileSync(resourcePath(`screening/tables/${name}`), 'utf8').split('\n'))
    if (line !== '' && !line.startsWith('#') && (header === '' || !line.startsWith(header))) yield line;
}

/** The same split at tabs. */
export function readTable(name: string, header = ''): string[][] {
  return Array.from(readLines(name, header), (line) => line.split('\t'));
}

/** One hash over all tables: what names are taken apart by. */
export const tablesHash = once(() => {
  const folder = resourcePath('screening/tables');
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).sort()) hash.update(`${name}\n`).update(readFileSync(join(folder, name)));
  return hash.digest('hex');
});

/** Computes a value at its first use and keeps it: the tables are read only when a name needs them. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Words that are kept with what was found out of each: the words of names come again and again. */
const KEPT_WORDS = 20_000;

/** Finds something out of a word once, as long as not too many others come between. */
export function perWord<T>(find: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const kept = known.get(word);
    if (kept !== undefined || known.has(word)) return kept as T;
    if (known.size >= KEPT_WORDS) known.clear();
    const found = find(word);
    known.set(word, found);
    return found;
  };
}
