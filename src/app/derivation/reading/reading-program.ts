import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EXTRACTOR_VERSION } from '../../../claims/extraction.ts';
import { packageRoot } from '../../../core/resource.ts';
import { recognitionProgram } from '../../../documents/recognition/installed.ts';
import { programName } from '../../version.ts';

let known: string | undefined;
let knownNaming: string | undefined;
let knownDeriving: string | undefined;

/**
 * What reads documents and extracts claims, as one hash: the versions of both, of what reads pictures, and each file of
 * theirs, since word lists are edited where they lie and a checkout changes without a new version.
 */
export function readingProgram(): string {
  known ??= hashProgram(READING);
  return known;
}

/** What reads documents and finds who and what they name, as one hash. */
export function namingProgram(): string {
  knownNaming ??= hashProgram([...READING, ...NAMING]);
  return knownNaming;
}

/**
 * What works out incidents and findings from that, as one hash, with the law that they are tested against: a verdict that
 * was kept is not given once a paragraph was corrected.
 */
export function derivingProgram(): string {
  knownDeriving ??= hashProgram([...READING, ...DERIVING], packageRoot(), ['regimes']);
  return knownDeriving;
}

/** In a checkout the rooms that read, those that find names, and those that derive; the build has the code of all rooms in common files. */
const READING = ['core', 'documents', 'claims'];
const NAMING = ['syntax', 'entities', 'screening', 'subjects'];
const DERIVING = ['entities', 'screening', 'regime', 'trade', 'findings', 'app'];

/** The files of some rooms, and of some other folders under the root, as one hash. */
export function hashProgram(rooms: readonly string[], root = packageRoot(), folders: readonly string[] = []): string {
  const hash = createHash('sha256').update(
    [programName(), EXTRACTOR_VERSION, process.version, recognitionProgram() ?? ''].join('\n'),
  );
  const built = join(root, 'dist');
  const files = fileURLToPath(import.meta.url).startsWith(built)
    ? [
        ...filesIn(built, ['.js'], false),
        ...filesIn(join(built, 'documents'), ['.js']),
        ...rooms.flatMap((room) => filesIn(join(built, 'resources', room), DATA)),
      ]
    : rooms.flatMap((room) => filesIn(join(root, 'src', room), ['.ts', ...DATA]));
  files.push(...folders.flatMap((folder) => filesIn(join(root, folder), DATA)));
  for (const file of files) hash.update(`\n${file.slice(root.length)}\n`).update(readFileSync(file));
  return hash.digest('hex');
}

const DATA = ['.yaml', '.tsv', '.txt', '.csv'];

/** The files of a folder that end so, tests aside, in the order of their names; none where there is no such folder. */
function filesIn(folder: string, endings: readonly string[], deep = true): readonly string[] {
  let entries: ReturnType<typeof list>;
  try {
    entries = list(folder);
  } catch {
    return [];
  }
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return deep ? filesIn(path, endings) : [];
    return endings.includes(extname(path)) && !path.endsWith('.test.ts') ? [path] : [];
  });
}

function list(folder: string) {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
}
