import type { Entity } from '../../src/entities/entity.ts';
import { keepWhole } from '../../src/entities/join-versions.ts';
import { type KeptLists, keepLists } from '../../src/entities/keep-lists.ts';
import type { ListFile } from '../../src/entities/list-file.ts';
import { loadReaders } from '../../src/entities/list-readers.ts';
import {
  EU_SAMPLE,
  FTM_SAMPLE,
  OFAC_ADD_SAMPLE,
  OFAC_ADVANCED_SAMPLE,
  OFAC_ALT_SAMPLE,
  OFAC_SDN_SAMPLE,
  UK_SAMPLE,
  UN_SAMPLE,
  VESSELS_SAMPLE,
} from './sample-lists.ts';

/** Every reader, loaded once, so that properties can ask for thousands of readings without waiting. */
const readers = await loadReaders(
  [
    UN_SAMPLE,
    OFAC_SDN_SAMPLE,
    OFAC_ALT_SAMPLE,
    OFAC_ADD_SAMPLE,
    OFAC_ADVANCED_SAMPLE,
    EU_SAMPLE,
    UK_SAMPLE,
    FTM_SAMPLE,
    VESSELS_SAMPLE,
  ].map((head) => ({ head })),
);

export type ReadLists = KeptLists<Entity>;

/** Reads lists as the product does, with readers that are there already. */
export function readLists(files: readonly ListFile[]): ReadLists {
  const { entities, ...read } = keepLists(files, null, keepWhole, readers);
  return { ...read, entities: entities.map((kept) => kept.whole()) };
}
