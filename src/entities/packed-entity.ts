import type { CalendarDate } from '../core/time/calendar.ts';
import type { Entity, EntityValue, NameQuality, ValueSource } from './entity.ts';

/** A document and file that values come from. */
type Origin = Pick<ValueSource, 'document' | 'file'>;

/** The origins of many entities, each written once and meant by its number. */
export type Origins = {
  readonly known: Origin[];
  numberOf(origin: Origin): number;
};

/** `null` where a value lacks the field, `0` where the field is as it was in the value before: most values of an entry share it. */
type Packed = readonly [
  prop: string,
  value: string,
  origin: number,
  place: string | 0,
  firstSeen: CalendarDate | null | 0,
  lastSeen: CalendarDate | null | 0,
  original?: string | null,
  quality?: NameQuality | null,
  note?: string | null,
];
type PackedEntity = readonly [
  ...(readonly [Entity['id'], Entity['schema'], Entity['caption'], Entity['dataset'], Entity['listing']]),
  readonly Packed[],
];

export function noOrigins(): Origins {
  const known: Origin[] = [];
  const numbers = new Map<string, number>();
  let last: Origin | undefined;
  let lastNumber = 0;
  return {
    known,
    numberOf: ({ document, file }) => {
      if (last?.document === document && last.file === file) return lastNumber;
      const key = `${document}\n${file}`;
      lastNumber = numbers.get(key) ?? known.length;
      last = { document, file };
      if (lastNumber === known.length) {
        numbers.set(key, lastNumber);
        known.push(last);
      }
      return lastNumber;
    },
  };
}

/** An entity as JSON text of a third of its length, readable with the same origins. */
export function packEntity({ id, schema, caption, dataset, listing, values }: Entity, origins: Origins): string {
  let before: EntityValue | undefined;
  const packed: Packed[] = [];
  for (const value of values) {
    packed.push(packValue(value, before, origins.numberOf(value.source)));
    before = value;
  }
  return JSON.stringify([id, schema, caption, dataset, listing, packed] satisfies PackedEntity);
}

function packValue(value: EntityValue, before: EntityValue | undefined, origin: number): Packed {
  const { prop, original, quality, note } = value;
  const place = value.source.place === before?.source.place ? 0 : value.source.place;
  const first = before !== undefined && value.firstSeen === before.firstSeen ? 0 : value.firstSeen;
  const last = before !== undefined && value.lastSeen === before.lastSeen ? 0 : value.lastSeen;
  if (note !== undefined)
    return [prop, value.value, origin, place, first, last, original ?? null, quality ?? null, note];
  if (quality !== undefined) return [prop, value.value, origin, place, first, last, original ?? null, quality];
  if (original !== undefined) return [prop, value.value, origin, place, first, last, original];
  return [prop, value.value, origin, place, first, last];
}

/** The entity that was packed. @throws SyntaxError, TypeError for a text that no entity was packed into */
export function unpackEntity(text: string, known: readonly Origin[]): Entity {
  const [id, schema, caption, dataset, listing, packed] = JSON.parse(text) as PackedEntity;
  let before: EntityValue | undefined;
  const values = packed.map(([prop, value, origin, place, first, last, original, quality, note]): EntityValue => {
    const { document, file } = known[origin]!;
    // In the order in which a reader of lists builds it: as JSON both are the same text.
    before = {
      prop,
      value,
      source: { document, file, place: place === 0 ? before!.source.place : place },
      firstSeen: first === 0 ? before!.firstSeen : first,
      lastSeen: last === 0 ? before!.lastSeen : last,
      ...(original == null ? {} : { original }),
      ...(quality == null ? {} : { quality }),
      ...(note == null ? {} : { note }),
    };
    return before;
  });
  return { id, schema, caption, dataset, values, listing };
}
