import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CoreError } from './errors.ts';

/**
 * The root of the installed package: the nearest folder above this module with a `package.json`.
 * The regimes, examples and tables that people edit are read from files at run time, in a checkout and when installed alike.
 */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder)
      throw new CoreError('resource-missing', "The program's own files are incomplete; install standing-panel again.");
    folder = parent;
  }
  return folder;
}

/**
 * Path of a data file that lies in a room, such as `screening/tables/korean-words.tsv`.
 * From the sources it is read where it lies (`src/`); the build copies such files to `dist/resources/`.
 */
export function resourcePath(name: string): string {
  const root = packageRoot();
  const built = fileURLToPath(import.meta.url).startsWith(join(root, 'dist'));
  const path = join(root, built ? 'dist/resources' : 'src', name);
  if (!existsSync(path))
    throw new CoreError('resource-missing', `The program's own file ${name} is missing; install standing-panel again.`);
  return path;
}
