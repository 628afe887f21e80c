import type { CalendarDate } from '../../core/time/calendar.ts';
import { type Entity, isListedOn, valuesOf } from '../../entities/entity.ts';

/** How a ship answers to a listed one, the surest first. */
export const MATCHES = ['imo', 'forged-imo', 'mmsi', 'name-and-callsign'] as const;
export type MatchedBy = (typeof MATCHES)[number];

/** Listed vessels by what ships send of themselves. */
export class VesselList {
  readonly #byImo = new Map<string, Entity[]>();
  readonly #byForgedImo = new Map<string, { entity: Entity; imo: string }[]>();
  readonly #byMmsi = new Map<string, Entity[]>();
  readonly #byNameAndCallsign = new Map<string, Entity[]>();

  constructor(entities: readonly Entity[]) {
    for (const entity of entities) {
      if (entity.schema !== 'Vessel') continue;
      for (const text of valuesOf(entity, 'imoNumber')) {
        const imo = text.replace(/\D/g, '');
        if (imo.length !== 7) continue;
        add(this.#byImo, imo, entity);
        for (const forged of exchanged(imo)) add(this.#byForgedImo, forged, { entity, imo });
      }
      for (const mmsi of valuesOf(entity, 'mmsi')) add(this.#byMmsi, mmsi.replace(/\D/g, ''), entity);
      for (const name of valuesOf(entity, 'name', 'alias', 'previousName', 'weakAlias'))
        for (const callsign of valuesOf(entity, 'callSign'))
          add(this.#byNameAndCallsign, nameKey(name, callsign), entity);
    }
  }

  byImo(imo: string, day: CalendarDate): readonly Entity[] {
    return listedOn(this.#byImo.get(imo), day);
  }

  /**
   * Listed vessels whose number with one 3 painted to an 8, or an 8 to a 3, is this one; whether the check digit is right says
   * nothing, since a third of the exchanges keep it right. A number that is itself listed is that vessel's own.
   */
  byForgedImo(imo: string, day: CalendarDate): readonly { entity: Entity; imo: string }[] {
    if (this.#byImo.has(imo)) return [];
    return (this.#byForgedImo.get(imo) ?? []).filter(({ entity }) => isListedOn(entity, day));
  }

  byMmsi(mmsi: string, day: CalendarDate): readonly Entity[] {
    return listedOn(this.#byMmsi.get(mmsi), day);
  }

  byNameAndCallsign(name: string, callsign: string, day: CalendarDate): readonly Entity[] {
    return listedOn(this.#byNameAndCallsign.get(nameKey(name, callsign)), day);
  }
}

function listedOn(entities: readonly Entity[] | undefined, day: CalendarDate): readonly Entity[] {
  return (entities ?? []).filter((entity) => isListedOn(entity, day));
}

function add<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}

/** Numbers with one 3 and 8 exchanged. */
function exchanged(imo: string): string[] {
  return [...imo].flatMap((digit, at) =>
    digit === '3' || digit === '8' ? [imo.slice(0, at) + (digit === '3' ? '8' : '3') + imo.slice(at + 1)] : [],
  );
}

function nameKey(name: string, callsign: string): string {
  const plain = (text: string): string => text.toUpperCase().replace(/[^\p{Letter}\p{Number}]/gu, '');
  return `${plain(name)}\t${plain(callsign)}`;
}
