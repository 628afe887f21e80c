import type { CalendarDate } from '../../core/time/calendar.ts';
import { type Entity, isListedOn } from '../../entities/entity.ts';
import type { NamedDesignation } from '../../regime/model/regime.ts';
import type { Evidence } from '../acts/evidence.ts';
import { loadRegimes } from '../regimes.ts';

/** What a list says of the listing of an entry, and how it stood on some days. It speaks of the entry: who that is, is for people to decide. */
export type ListingAsOf = {
  readonly authority: string;
  readonly program: string;
  readonly reference: string;
  readonly listedOn: CalendarDate | null;
  readonly delistedOn: CalendarDate | null;
  /** Paragraphs under which the regime's own data has the entry; empty where it does not have it. */
  readonly paragraphs: readonly string[];
  readonly days: readonly {
    readonly day: CalendarDate;
    readonly state: 'listed' | 'not-yet' | 'no-longer' | 'no-day';
  }[];
};

/** The listing of an entry as of some days; null where its list tells of none. */
export function listingAsOf(entity: Entity, days: readonly CalendarDate[]): ListingAsOf | null {
  const { id, listing } = entity;
  if (listing === null) return null;
  const { authority, program, reference, listedOn, delistedOn } = listing;
  return {
    authority,
    program,
    reference,
    listedOn,
    delistedOn,
    paragraphs: designationOf(id)?.basis ?? [],
    days: days.map((day) => ({ day, state: stateOn(entity, day) })),
  };
}

function stateOn(entity: Entity, day: CalendarDate): ListingAsOf['days'][number]['state'] {
  const { listedOn = null, delistedOn = null } = entity.listing ?? {};
  if (listedOn === null && (delistedOn === null || day < delistedOn)) return 'no-day';
  if (isListedOn(entity, day)) return 'listed';
  return listedOn !== null && day < listedOn ? 'not-yet' : 'no-longer';
}

/** What a regime's own data say of an entry. Lists and regimes name entries of the United Nations alike: `un-KPi.001`, `imo-8606173`. */
export function designationOf(entry: string): NamedDesignation | null {
  for (const { designations } of loadRegimes()) {
    const found = designations.find(({ id }) => id === entry);
    if (found !== undefined) return found;
  }
  return null;
}

/** The days of a matter: where its dossier begins and ends, and today. */
export function daysOfMatter({ dossier }: Pick<Evidence, 'dossier'>, today: CalendarDate): readonly CalendarDate[] {
  const { from = null, to = null } = dossier?.period ?? {};
  return [...new Set([from, to, today])].filter((day) => day !== null).sort();
}
