import type { CalendarDate } from '../core/time/calendar.ts';
import type { Entity } from './entity.ts';

/** An entity as the reading of lists keeps it: at hand what versions are joined by, the rest as it is or packed. */
export type KeptEntity = {
  readonly id: string;
  readonly dataset: string;
  /** As of its first value. */
  readonly lastSeen: CalendarDate | null;
  whole(): Entity;
};

/** An entity kept as it is. */
export function keepWhole(entity: Entity): KeptEntity {
  const { id, dataset } = entity;
  return { id, dataset, lastSeen: lastSeenOf(entity), whole: () => entity };
}

export function lastSeenOf({ values }: Entity): CalendarDate | null {
  return values[0]?.lastSeen ?? null;
}

/**
 * Joins the versions of one or several lists, oldest first. A value seen in several versions spans them; a subject that
 * the newest version of its dataset no longer has ends with the first version that lacks it.
 */
export function joinVersions<Kept extends KeptEntity>(
  batches: readonly (readonly Kept[])[],
  keep: (entity: Entity) => Kept,
): Kept[] {
  if (batches.length === 1) return [...(batches[0] ?? [])];
  const known = new Map<string, Kept>();
  for (const batch of batches) {
    const datasets = new Map<string, CalendarDate | null>();
    const present = new Set<string>();
    for (const kept of batch) {
      datasets.set(kept.dataset, kept.lastSeen ?? datasets.get(kept.dataset) ?? null);
      present.add(kept.id);
      const earlier = known.get(kept.id);
      known.set(kept.id, earlier === undefined ? kept : keep(joinEntity(earlier.whole(), kept.whole())));
    }
    for (const [id, kept] of known) {
      const date = datasets.get(kept.dataset);
      if (present.has(id) || date === undefined || date === null) continue;
      const ended = endedOn(kept.whole(), date);
      if (ended !== null) known.set(id, keep(ended));
    }
  }
  return [...known.values()];
}

/** The entity as no longer listed from a day on; null when it was listed later, or had ended. */
function endedOn(entity: Entity, date: CalendarDate): Entity | null {
  const { listing } = entity;
  const seenLast = lastSeenOf(entity);
  return listing !== null && listing.delistedOn === null && seenLast !== null && seenLast < date
    ? { ...entity, listing: { ...listing, delistedOn: date } }
    : null;
}

function joinEntity(earlier: Entity, later: Entity): Entity {
  const values = new Map(later.values.map((value) => [`${value.prop}\n${value.value}`, value]));
  for (const old of earlier.values) {
    const key = `${old.prop}\n${old.value}`;
    const now = values.get(key);
    values.set(key, now === undefined ? old : { ...now, firstSeen: old.firstSeen ?? now.firstSeen });
  }
  const listing = later.listing ?? earlier.listing;
  const listedOn = [earlier.listing?.listedOn, later.listing?.listedOn]
    .filter((day) => typeof day === 'string')
    .sort()[0];
  return {
    ...later,
    values: [...values.values()],
    listing: listing === null ? null : { ...listing, listedOn: listedOn ?? listing.listedOn },
  };
}
