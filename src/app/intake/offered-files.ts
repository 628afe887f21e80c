import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { DOSSIER_FILE } from '../../documents/dossier/dossier.ts';
import { layoutOf } from '../../record/storage/layout.ts';
import { AppError } from '../errors.ts';
import { withoutCredentials } from '../standing/address-words.ts';

/** A file that a path on the command line stands for, and the folder that it may not lead out of. */
export type OfferedFile = {
  readonly file: string;
  readonly within: string;
  readonly method: 'file' | 'folder';
};

/**
 * What a workspace keeps beside a person's files. None of it is a document, and a signing key that was taken in would be
 * handed over with the record.
 */
const KEPT = new Set(['record', 'store', 'readings', 'keys', 'recovered', 'tmp', 'report', 'imported', 'lock']);

/**
 * The files under a path: the file itself, or all files of a folder, in the order of their names. Passed over are what is
 * hidden, `dossier.yaml`, and what a workspace in that folder keeps.
 * @throws AppError `unreadable` for a path that is not there, `refused-by-rule` for one in what a workspace keeps
 */
export function offeredFiles(target: string): readonly OfferedFile[] {
  const path = resolve(target);
  if (!existsSync(path))
    throw new AppError('unreadable', 'there is no such file or folder', { place: withoutCredentials(target) });
  // A link must lead no key in that its name hides.
  if (liesInWhatIsKept(path) || liesInWhatIsKept(realpathSync(path)))
    throw new AppError(
      'refused-by-rule',
      'what a workspace keeps is no document; "panel record export" hands a record over, without its key',
      { place: target },
    );
  if (!statSync(path).isDirectory()) return [{ file: basename(path), within: dirname(path), method: 'file' }];
  return filesOf(path)
    .map((file) => relative(path, file).split(sep).join('/'))
    .filter((file) => file !== DOSSIER_FILE)
    .sort()
    .map((file) => ({ file, within: path, method: 'folder' }));
}

function filesOf(folder: string): readonly string[] {
  const isHeld = holdsRecord(folder);
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && !(isHeld && KEPT.has(name)))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesOf(path) : [path];
    });
}

/** Whether a path, or a folder that it lies in, is one of those that a workspace keeps. */
function liesInWhatIsKept(path: string): boolean {
  for (let at = path; dirname(at) !== at; at = dirname(at)) {
    if (KEPT.has(basename(at)) && holdsRecord(dirname(at))) return true;
  }
  return false;
}

function holdsRecord(folder: string): boolean {
  const { acts, log } = layoutOf(folder);
  return existsSync(acts) && existsSync(log);
}
