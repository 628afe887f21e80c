import type { DocumentId } from '../core/hash.ts';
import type { CalendarDate } from '../core/time/calendar.ts';

/** How far the list itself vouches for a name: the U.N. and OFAC tell strong aliases from weak ones, and former names apart. */
export type NameQuality = 'primary' | 'strong' | 'weak' | 'former';

/** Where a value was read: the document by hash, the file's name as given, and a place in it (line and element, or row and column). */
export type ValueSource = { readonly document: DocumentId; readonly file: string; readonly place: string };

/**
 * One value of one property, with its own source and time: a row of the FollowTheMoney statement model.
 * `firstSeen` and `lastSeen` are the dates of the earliest and the latest list version that carry it.
 */
export type EntityValue = {
  /** A property of the entity's FollowTheMoney schema, such as `name`, `alias`, `birthDate`. */
  readonly prop: string;
  readonly value: string;
  /** The text of the file where `value` is a cleaned form of it. */
  readonly original?: string;
  readonly quality?: NameQuality;
  /** What the list says besides the value: kind of a document, "approximately", an address note. */
  readonly note?: string;
  readonly source: ValueSource;
  readonly firstSeen: CalendarDate | null;
  readonly lastSeen: CalendarDate | null;
};

/** The act of listing. Days are calendar days; null where the file does not say. */
export type Listing = {
  readonly authority: string;
  readonly program: string;
  readonly reference: string;
  readonly listedOn: CalendarDate | null;
  readonly updatedOn: readonly CalendarDate[];
  /** First day on which the subject is no longer listed. */
  readonly delistedOn: CalendarDate | null;
};

/** A FollowTheMoney entity whose every value keeps its source. */
export type Entity = {
  readonly id: string;
  readonly schema: string;
  readonly caption: string;
  readonly dataset: string;
  readonly values: readonly EntityValue[];
  readonly listing: Listing | null;
};

/** A FollowTheMoney entity as other programs exchange it. */
export type FtmEntity = {
  readonly id: string;
  readonly caption: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
  readonly datasets: readonly string[];
  readonly referents: readonly string[];
  readonly target: boolean;
  readonly first_seen: string | null;
  readonly last_seen: string | null;
  readonly last_change: string | null;
};

/** Distinct values of the named properties, in the order of the list. */
export function valuesOf(entity: Entity, ...props: readonly string[]): string[] {
  const found = new Set<string>();
  for (const value of entity.values) if (props.includes(value.prop)) found.add(value.value);
  return [...found];
}

/** True when the subject was listed on that day, as far as the lists loaded tell. A subject without dates counts as listed. */
export function isListedOn(entity: Entity, day: CalendarDate): boolean {
  const listing = entity.listing;
  if (listing === null) return true;
  if (listing.listedOn !== null && day < listing.listedOn) return false;
  return listing.delistedOn === null || day < listing.delistedOn;
}

/** The entity in the form of FollowTheMoney exchange files; the listing becomes an entity of schema Sanction of its own. */
export function toFtm(entity: Entity): FtmEntity[] {
  const properties: Record<string, string[]> = {};
  for (const { prop, value } of entity.values) {
    const list = properties[prop] ?? [];
    properties[prop] = list;
    if (!list.includes(value)) list.push(value);
  }
  const first = smallest(entity.values.map((value) => value.firstSeen));
  const last = largest(entity.values.map((value) => value.lastSeen));
  const base = { datasets: [entity.dataset], referents: [], first_seen: first, last_seen: last };
  const lastChange = entity.listing?.updatedOn.at(-1) ?? null;
  const subject = {
    id: entity.id,
    caption: entity.caption,
    schema: entity.schema,
    properties,
    target: true,
    last_change: lastChange,
    ...base,
  };
  const { listing } = entity;
  if (listing === null) return [subject];
  const sanction: Record<string, string[]> = { entity: [entity.id], authority: [listing.authority] };
  if (listing.program !== '') sanction.program = [listing.program];
  if (listing.reference !== '') sanction.authorityId = [listing.reference];
  if (listing.listedOn !== null) sanction.listingDate = [listing.listedOn];
  if (listing.delistedOn !== null) sanction.endDate = [listing.delistedOn];
  const caption = `${listing.authority}: ${listing.program}`;
  return [
    subject,
    {
      id: `${entity.id}-sanction`,
      caption,
      schema: 'Sanction',
      properties: sanction,
      target: false,
      last_change: lastChange,
      ...base,
    },
  ];
}

function smallest(dates: readonly (string | null)[]): string | null {
  return dates.filter((date) => date !== null).sort()[0] ?? null;
}

function largest(dates: readonly (string | null)[]): string | null {
  return (
    dates
      .filter((date) => date !== null)
      .sort()
      .at(-1) ?? null
  );
}
