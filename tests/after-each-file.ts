import { afterAll } from 'vitest';
import { endAll } from './at-the-end.ts';
import { removeTemporaryFolders } from './temporary-folder.ts';

// Here and not beside the functions: files of tests share their modules, and this is what is evaluated for each.
afterAll(async () => {
  await endAll();
  removeTemporaryFolders();
});
