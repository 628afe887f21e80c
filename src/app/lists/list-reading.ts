import { keepWhole } from '../../entities/join-versions.ts';
import { type DatedList, keepDatedLists } from '../../entities/keep-lists.ts';
import { loadReaders } from '../../entities/list-readers.ts';
import { buildIndex } from '../../screening/index/build-index.ts';
import type { Progress } from '../progress.ts';
import { type IndexedLists, tellReading } from './list-faults.ts';

/** Reads lists, then indexes their names. @throws AppError `unreadable` when none of them is a list */
export async function readAndIndex(lists: readonly DatedList[], progress: Progress): Promise<IndexedLists> {
  progress.step('Reading lists');
  const readers = await loadReaders(lists.map(({ file }) => file));
  const { entities: kept, ...read } = keepDatedLists(lists, keepWhole, readers);
  const entities = kept.map((one) => one.whole());
  tellReading(read, entities.length, progress);
  progress.step('Indexing names');
  return { ...read, index: buildIndex(entities), refused: read.refused.length };
}
