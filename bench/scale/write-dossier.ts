import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { madeArchive, madeSources } from './archive.ts';

/** Writes a made archive as a dossier. */
export function writeDossier(folder: string, documents: number): void {
  mkdirSync(folder, { recursive: true });
  const entries = [];
  for (const { text, ...entry } of madeArchive(documents)) {
    writeFileSync(join(folder, entry.file), text);
    entries.push(entry);
  }
  writeFileSync(
    join(folder, 'dossier.yaml'),
    stringify({
      title: `A made archive of ${documents} documents`,
      sources: madeSources(documents),
      documents: entries,
    }),
  );
}
