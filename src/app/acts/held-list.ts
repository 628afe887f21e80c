import { z } from 'zod';
import type { DocumentId } from '../../core/hash.ts';
import type { CalendarDate } from '../../core/time/calendar.ts';
import type { Custody } from '../../documents/custody/custody.ts';
import type { ListFormat } from '../../entities/list-readers.ts';

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
  readonly custody: Custody;
};

/** Of the `acquired` act of a list, besides document and custody: which list it is. */
const listed = z.object({
  id: z.string(),
  format: z.custom<ListFormat>((value) => typeof value === 'string'),
  versionDate: z.string().nullable(),
});

/** The list that an `acquired` act brought; null where what it says of the list cannot be read. */
export function heldListOf(
  { act, document, custody }: Pick<HeldList, 'act' | 'document'> & { readonly custody: Custody },
  list: unknown,
  acquired: string,
): HeldList | null {
  const read = listed.safeParse(list);
  if (!read.success) return null;
  const { id, format, versionDate } = read.data;
  const { origin, identity } = custody;
  return {
    act,
    document,
    list: id,
    format,
    file: origin.fileName,
    size: identity.size,
    versionDate,
    published: origin.published,
    acquired,
    custody,
  };
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
