import type { Entity } from '../../src/entities/entity.ts';
import { keepWhole } from '../../src/entities/join-versions.ts';
import { type KeptLists, keepLists } from '../../src/entities/keep-lists.ts';
import type { ListFile } from '../../src/entities/list-file.ts';
import { loadReaders } from '../../src/entities/list-readers.ts';
import { LIST_SAMPLES } from './sample-lists.ts';

/** Every reader, loaded once, so that properties can ask for thousands of readings without waiting. */
const readers = await loadReaders(Object.values(LIST_SAMPLES).map((head) => ({ head })));

export type ReadLists = KeptLists<Entity>;

/** Reads lists as the product does, with readers that are there already. */
export function readLists(files: readonly ListFile[]): ReadLists {
  const { entities, ...read } = keepLists(files, null, keepWhole, readers);
  return { ...read, entities: entities.map((kept) => kept.whole()) };
}
