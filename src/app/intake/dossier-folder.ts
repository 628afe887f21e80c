import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, normalize, resolve } from 'node:path';
import { DOSSIER_FILE, type Dossier } from '../../documents/dossier/dossier.ts';
import { AppError } from '../errors.ts';
import type { Progress } from '../progress.ts';

/** The folder of a dossier; its `dossier.yaml` may be named as well. @throws AppError `unreadable` saying what is missing */
export function dossierFolder(given: string): string {
  const path = resolve(given);
  if (basename(path) === DOSSIER_FILE) return dirname(path);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) throw new AppError('unreadable', 'there is no such folder', { place: given });
  if (!stats.isDirectory())
    throw new AppError(
      'unreadable',
      `a file, not a folder with a ${DOSSIER_FILE}; "panel add FILE --source NAME" takes single files`,
      { place: given },
    );
  if (!existsSync(join(path, DOSSIER_FILE)))
    throw new AppError(
      'unreadable',
      `there is no ${DOSSIER_FILE} in this folder: write one with title, sources and documents (the README shows it), or take the files in with "panel add FOLDER --source NAME"`,
      { place: given },
    );
  return path;
}

/** A folder that cannot be written is told before the work, not after it. @throws AppError `not-written` */
export function checkOut(out: string): void {
  for (let path = resolve(out); ; path = dirname(path)) {
    const stats = existsSync(path) ? statSync(path) : undefined;
    if (stats?.isDirectory() || path === dirname(path)) return;
    if (stats !== undefined)
      throw new AppError('not-written', 'the report cannot be written here: this is a file, not a folder', {
        place: path,
      });
  }
}

/** Files beside `dossier.yaml` that it does not list are easily taken for read. */
export function tellUnlisted(dossier: Dossier, folder: string, progress: Progress): void {
  const listed = new Set([...dossier.documents, ...dossier.lists].map(({ file }) => normalize(file)));
  const unlisted = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && entry.name !== DOSSIER_FILE)
    .map(({ name }) => name)
    // What a README says, it says of the folder.
    .filter((name) => !listed.has(name) && name !== 'README.md')
    .sort();
  if (unlisted.length === 0) return;
  const more = unlisted.length > 5 ? ` and ${unlisted.length - 5} more` : '';
  progress.note(`not listed in ${DOSSIER_FILE} and not read: ${unlisted.slice(0, 5).join(', ')}${more}`);
}
