import { join } from 'node:path';
import { packageRoot } from '../../core/resource.ts';

/** Where the build puts the workbench's pages. */
export function pagesFolder(): string {
  return join(packageRoot(), 'dist', 'web');
}
