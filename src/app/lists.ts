import { openListFile } from '../entities/list-file.ts';
import { readLists } from '../entities/read-lists.ts';
import { compareLists, type ListDifference } from '../screening/list-difference.ts';
import { AppError } from './errors.ts';

export type DifferenceRow = {
  readonly change: 'added' | 'removed' | 'changed';
  readonly entityId: string;
  readonly caption: string;
  readonly fields: readonly string[];
};

export type ListsCompared = ListDifference & { readonly rows: readonly DifferenceRow[] };

/** What became of a list between two of its versions. @throws AppError `unreadable` for a file that is no list, EntitiesError */
export async function diffLists(before: string, after: string): Promise<ListsCompared> {
  const difference = compareLists(entitiesOf(before), entitiesOf(after));
  const plain =
    (change: 'added' | 'removed') =>
    (row: { id: string; caption: string }): DifferenceRow => ({
      change,
      entityId: row.id,
      caption: row.caption,
      fields: [],
    });
  return {
    ...difference,
    rows: [
      ...difference.added.map(plain('added')),
      ...difference.removed.map(plain('removed')),
      ...difference.changed.map(
        ({ id, caption, changes }): DifferenceRow => ({
          change: 'changed',
          entityId: id,
          caption,
          fields: changes.map(({ field }) => field),
        }),
      ),
    ],
  };
}

function entitiesOf(file: string) {
  const { entities, refused } = readLists([openListFile(file)]);
  const [first] = refused;
  if (first !== undefined) throw new AppError('unreadable', first.message, { place: file, cause: first });
  return entities;
}
