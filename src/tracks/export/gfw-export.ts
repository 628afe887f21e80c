import type { EventVessel, TrackEvent } from '../detection/event/event.ts';

/** Our kinds by the types of the Global Fishing Watch API; what it has no type for is left out. */
const TYPES: Readonly<Record<string, string>> = {
  encounter: 'encounter',
  gap: 'gap',
  loitering: 'loitering',
  'port-call': 'port_visit',
};

/** Events in the shape of the Global Fishing Watch events API, version 3: one page of entries. */
export function eventsAsGfw(events: readonly TrackEvent[]): string {
  const entries = events.flatMap((event) => {
    const type = TYPES[event.kind];
    return type === undefined ? [] : [entryOf(event, type)];
  });
  return `${JSON.stringify({ limit: entries.length, offset: 0, nextOffset: null, total: entries.length, entries })}\n`;
}

function entryOf(event: TrackEvent, type: string): object {
  const [own, other] = event.vessels;
  return {
    id: event.id,
    type,
    start: milliseconds(event.from),
    end: milliseconds(event.to),
    position: { lat: event.lat, lon: event.lon },
    vessel: own === undefined ? null : vesselOf(own),
    ...partOf(event, other),
  };
}

function partOf(event: TrackEvent, other: EventVessel | undefined): object {
  switch (event.kind) {
    case 'encounter':
      return {
        encounter: {
          vessel: other === undefined ? null : vesselOf(other),
          medianDistanceKilometers: typeof event.medianDistance === 'number' ? event.medianDistance / 1000 : null,
          medianSpeedKnots: event.medianSpeed,
        },
      };
    case 'gap':
      return {
        gap: {
          // That a ship was silent does not say that it was meant.
          intentionalDisabling: event.cause === 'reception' ? false : null,
          distanceKm: typeof event.distanceNm === 'number' ? event.distanceNm * 1.852 : null,
          durationHours: event.hours,
          impliedSpeedKnots: event.impliedSpeed,
          offPosition: placeOf(event.start),
          onPosition: placeOf(event.end),
        },
      };
    case 'port-call': {
      const port = event.port as { id: string; name: string; country: string; lat: number; lon: number };
      const anchorage = { id: port.id, name: port.name, flag: port.country, lat: port.lat, lon: port.lon };
      return {
        port_visit: {
          visitId: event.id,
          durationHrs: event.hours,
          startAnchorage: anchorage,
          intermediateAnchorage: anchorage,
          endAnchorage: anchorage,
        },
      };
    }
    default:
      return { loitering: { totalTimeHours: event.hours, averageSpeedKnots: event.medianSpeed ?? null } };
  }
}

function placeOf(end: unknown): object | null {
  if (typeof end !== 'object' || end === null || !('lat' in end) || !('lon' in end)) return null;
  return { lat: end.lat, lon: end.lon };
}

function vesselOf({ mmsi, name, flag }: EventVessel): object {
  return { ssvid: mmsi, name, flag };
}

function milliseconds(time: string): string {
  return time.replace('Z', '.000Z');
}
