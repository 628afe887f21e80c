import { z } from 'zod';
import type { CalendarDate } from '../../core/calendar.ts';
import type { DocumentId } from '../../core/hash.ts';
import type { DatedList } from '../../entities/keep-lists.ts';
import { openListBytes } from '../../entities/list-file.ts';
import type { ListFormat } from '../../entities/list-readers.ts';
import type { Act } from '../../record/log/act.ts';
import type { ReadRecord } from '../../record/read-record.ts';
import { acquiredBody } from '../acts/act-body.ts';

/** One version of an official list that a workspace holds, as its `acquired` act names it. */
export type HeldList = {
  readonly act: string;
  readonly document: DocumentId;
  /** Which list it is a version of: versions of one list share it. */
  readonly list: string;
  readonly format: ListFormat;
  readonly file: string;
  readonly size: number;
  /** The day the list states for itself. */
  readonly versionDate: CalendarDate | null;
  /** The day whoever added it stated, for lists that state none. */
  readonly published: CalendarDate | null;
  readonly acquired: string;
};

/** `acquired` of a list: besides document and custody, which list it is. */
const listBody = z.object({
  list: z.object({
    id: z.string(),
    format: z.custom<ListFormat>((value) => typeof value === 'string'),
    versionDate: z.string().nullable(),
  }),
});

/** The list versions of a record, each document once, in the order of their acts. */
export function heldLists(acts: readonly Act[]): readonly HeldList[] {
  const held = new Map<string, HeldList>();
  for (const act of acts) {
    if (act.kind !== 'acquired' || !('list' in act.body)) continue;
    const acquired = acquiredBody.safeParse(act.body);
    const listed = listBody.safeParse(act.body);
    if (!acquired.success || !listed.success || held.has(acquired.data.document)) continue;
    const { document, custody } = acquired.data;
    held.set(document, {
      act: act.id,
      document,
      list: listed.data.list.id,
      format: listed.data.list.format,
      file: custody.origin.fileName,
      size: custody.identity.size,
      versionDate: listed.data.list.versionDate,
      published: custody.origin.published,
      acquired: act.at,
    });
  }
  return [...held.values()];
}

/** The newest version of each list: by the day it states, else the day stated for it, else the order it came in. */
export function newestLists(lists: readonly HeldList[]): readonly HeldList[] {
  const newest = new Map<string, HeldList>();
  for (const list of lists) {
    const known = newest.get(list.list);
    if (known === undefined || dayOf(list) >= dayOf(known)) newest.set(list.list, list);
  }
  return [...newest.values()];
}

function dayOf({ versionDate, published, acquired }: HeldList): string {
  return versionDate ?? published ?? acquired.slice(0, 10);
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
