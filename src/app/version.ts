import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../core/resource.ts';

/** The program's version, as `package.json` states it. */
export function readVersion(): string {
  return (JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string }).version;
}

/** The program as the actor of its own acts. */
export const PROGRAM = Object.freeze({ program: 'standing-panel', version: readVersion() });

/** Name and version of the program. */
export function programName(): string {
  return `${PROGRAM.program} ${PROGRAM.version}`;
}
