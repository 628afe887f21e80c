import { describeError } from '../core/errors.ts';
import type { Entity } from '../entities/entity.ts';
import type { EntitiesError, ListFault } from '../entities/errors.ts';
import { joinVersions, type ListVersion, readLists } from '../entities/read-lists.ts';
import { buildIndex } from '../screening/build-index.ts';
import type { ScreeningIndex } from '../screening/screening-index.ts';
import { AppError } from './errors.ts';
import { tellFaults } from './list-faults.ts';
import type { ListInput } from './lists-in-workspace.ts';
import type { Progress } from './progress.ts';

/** Lists that were read and indexed, with the entries that were skipped and the number of files that were refused. */
export type IndexedLists = {
  readonly index: ScreeningIndex;
  readonly versions: readonly ListVersion[];
  readonly faults: readonly ListFault[];
  readonly refused: number;
};

/** Reads lists and indexes their names. @throws AppError `unreadable` when none of them is a list */
export function readAndIndex(inputs: readonly ListInput[], progress: Progress): IndexedLists {
  progress.step('Reading lists');
  const { entities, versions, faults, refused } = readInputs(inputs);
  for (const error of refused) progress.note(`refused: ${describeError(error)}`);
  tellFaults(faults, progress);
  if (versions.length === 0 || entities.length === 0) {
    throw new AppError(
      'unreadable',
      'none of these files is a list with entries; give official list files with --list',
    );
  }
  progress.step('Indexing names');
  return { index: buildIndex(entities), versions, faults, refused: refused.length };
}

/** Lists that state no date of their own take the day stated for them; each day's files are read together. */
function readInputs(inputs: readonly ListInput[]): {
  entities: readonly Entity[];
  versions: readonly ListVersion[];
  faults: readonly ListFault[];
  refused: readonly EntitiesError[];
} {
  const days = [...new Set(inputs.map(({ published }) => published))].sort((a, b) => ((a ?? '') < (b ?? '') ? -1 : 1));
  const read = days.map((day) =>
    readLists(
      inputs.filter(({ published }) => published === day).map(({ file }) => file),
      day,
    ),
  );
  return {
    entities: joinVersions(read.map(({ entities }) => entities)),
    versions: read.flatMap(({ versions }) => versions),
    faults: read.flatMap(({ faults }) => faults),
    refused: read.flatMap(({ refused }) => refused),
  };
}
