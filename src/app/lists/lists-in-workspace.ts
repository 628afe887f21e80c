import type { CalendarDate } from '../../core/time/calendar.ts';
import type { DatedList } from '../../entities/keep-lists.ts';
import { openListBytes } from '../../entities/list-file.ts';
import type { Act } from '../../record/log/act.ts';
import type { ReadRecord } from '../../record/read-record.ts';
import { acquiredBody } from '../acts/act-body.ts';
import { type HeldList, heldListOf, newestLists } from '../acts/held-list.ts';

/** The list versions of a record, each document once, in the order of their acts. */
export function heldLists(acts: readonly Act[]): readonly HeldList[] {
  const held = new Map<string, HeldList>();
  for (const act of acts) {
    if (act.kind !== 'acquired' || !('list' in act.body)) continue;
    const acquired = acquiredBody.safeParse(act.body);
    if (!acquired.success || held.has(acquired.data.document)) continue;
    const { list, ...came } = acquired.data;
    const found = heldListOf({ act: act.id, ...came }, list, act.at);
    if (found !== null) held.set(found.document, found);
  }
  return [...held.values()];
}

/** Opens versions held in a record. @throws RecordError `document-missing`, `damaged` */
export async function openHeldLists(read: ReadRecord, lists: readonly HeldList[]): Promise<readonly DatedList[]> {
  return await Promise.all(
    lists.map(async ({ document, file, versionDate, published }) => ({
      file: openListBytes(file, await read.document(document)),
      published: versionDate === null ? published : null,
    })),
  );
}

/**
 * The lists that a screening in a workspace asks: today the newest version of each; as of a day all versions, since only
 * the older ones tell who was listed then and has gone since.
 */
export function listsAsked(lists: readonly HeldList[], asOf: CalendarDate | null): readonly HeldList[] {
  return asOf === null ? newestLists(lists) : lists;
}
