import { afterAll } from 'vitest';
import { removeTemporaryFolders } from './temporary-folder.ts';

// Here and not beside the function: files of tests share their modules, and this is what is evaluated for each.
afterAll(removeTemporaryFolders);
