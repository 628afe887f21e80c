import { readFileSync } from 'node:fs';
import { resourcePath } from '../core/resource.ts';

/** Lines of a table of words in `words/`, without comments and empty lines. */
export function wordLines(file: string): readonly string[] {
  return readFileSync(resourcePath(`syntax/words/${file}`), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
}
