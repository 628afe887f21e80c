import type { Entity, EntityValue } from '../entities/entity.ts';

export type FieldChange = {
  readonly field: string;
  readonly removed: readonly string[];
  readonly added: readonly string[];
};
export type EntityChange = { readonly id: string; readonly caption: string; readonly changes: readonly FieldChange[] };

/** What became of a list between two of its versions. Ids in ascending order. */
export type ListDifference = {
  readonly added: readonly { readonly id: string; readonly caption: string }[];
  readonly removed: readonly { readonly id: string; readonly caption: string }[];
  readonly changed: readonly EntityChange[];
  readonly unchanged: number;
};

/** Compares two versions of a list by the ids of the subjects and the values of every property. Where and when a value was read does not count. */
export function compareLists(before: readonly Entity[], after: readonly Entity[]): ListDifference {
  const [old, now] = [byId(before), byId(after)];
  const added: { id: string; caption: string }[] = [];
  const removed: { id: string; caption: string }[] = [];
  const changed: EntityChange[] = [];
  let unchanged = 0;
  for (const [id, entity] of now) {
    const earlier = old.get(id);
    if (earlier === undefined) {
      added.push({ id, caption: entity.caption });
      continue;
    }
    const changes = changesOf(earlier, entity);
    if (changes.length > 0) changed.push({ id, caption: entity.caption, changes });
    else unchanged++;
  }
  for (const [id, entity] of old) if (!now.has(id)) removed.push({ id, caption: entity.caption });
  const order = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  return { added: added.sort(order), removed: removed.sort(order), changed: changed.sort(order), unchanged };
}

function byId(entities: readonly Entity[]): Map<string, Entity> {
  return new Map(entities.map((entity) => [entity.id, entity]));
}

function changesOf(before: Entity, after: Entity): FieldChange[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  const changes: FieldChange[] = [];
  for (const field of [...new Set([...old.keys(), ...now.keys()])].sort()) {
    const [a, b] = [old.get(field) ?? new Set<string>(), now.get(field) ?? new Set<string>()];
    const removed = [...a].filter((value) => !b.has(value));
    const added = [...b].filter((value) => !a.has(value));
    if (removed.length + added.length > 0) changes.push({ field, removed, added });
  }
  return changes;
}

/** Values by property; the quality of an alias and the note of a value are part of what the list says. */
function fieldsOf(entity: Entity): Map<string, Set<string>> {
  const fields = new Map<string, Set<string>>();
  const add = (field: string, value: string): void => {
    fields.set(field, (fields.get(field) ?? new Set()).add(value));
  };
  add('schema', entity.schema);
  for (const value of entity.values) add(value.prop, withNote(value));
  const { listing } = entity;
  if (listing !== null) {
    add('program', listing.program);
    if (listing.listedOn !== null) add('listedOn', listing.listedOn);
    if (listing.delistedOn !== null) add('delistedOn', listing.delistedOn);
    for (const day of listing.updatedOn) add('updatedOn', day);
  }
  return fields;
}

function withNote(value: EntityValue): string {
  return value.note === undefined || /Number$/.test(value.prop) === false
    ? value.value
    : `${value.value} (${value.note})`;
}
