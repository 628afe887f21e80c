import { join } from 'node:path';
import { packageRoot } from '../../src/core/resource.ts';

/**
 * What Node is given to run `panel` as a process of its own: the build that `npm test` makes first, as people run it, which starts in a
 * quarter of the time that the sources take.
 */
export const PROGRAM: readonly string[] = [join(packageRoot(), 'dist', 'cli', 'main.js')];
