import { addDays, type CalendarDate } from '../../core/time/calendar.ts';

/** A list version as far as its age goes. */
type DatedList = { readonly document: string; readonly file: string; readonly versionDate: string | null };

const YEAR = 365;

/** Whether some of the lists asked were more than a year old: only then a hit has to be looked up in them. */
export function hasOldList(versions: readonly DatedList[], day: CalendarDate): boolean {
  return versions.some(({ versionDate }) => versionDate !== null && versionDate < addDays(day, -YEAR));
}

/**
 * That a hit comes from a list which was more than a year old on the day asked about: who was listed or taken off since is
 * not in it. Null where one of the lists that name the subject is newer, or states no day.
 *
 * @param documents the list versions that name it, by hash
 */
export function listAgeNote(
  documents: readonly string[],
  versions: readonly DatedList[],
  day: CalendarDate,
): string | null {
  const lists = versions.filter(({ document }) => documents.includes(document));
  const dates = lists.map(({ versionDate }) => versionDate);
  const newest = lists.reduce<DatedList | undefined>(
    (known, list) => ((known?.versionDate ?? '') >= (list.versionDate ?? '') ? (known ?? list) : list),
    undefined,
  );
  if (newest === undefined || newest.versionDate === null || dates.includes(null)) return null;
  if (newest.versionDate >= addDays(day, -YEAR)) return null;
  return `the list is of ${newest.versionDate}, more than a year before ${day}: what was listed or taken off since is not in it (${newest.file})`;
}
