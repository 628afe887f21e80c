import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../core/resource.ts';

/** The program's version, as `package.json` states it. */
export function readVersion(): string {
  return (JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string }).version;
}

/** Name and version by which the program signs its own acts. */
export function programName(): string {
  return `standing-panel ${readVersion()}`;
}
