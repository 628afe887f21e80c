import type { TrackEvent } from '../detection/event/event.ts';

/** One event as a row of a table: what every kind has, the rest as JSON. */
export type EventRow = {
  readonly id: string;
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly lat: number;
  readonly lon: number;
  readonly mmsi1: string;
  readonly name1: string | null;
  readonly imo1: string | null;
  readonly flag1: string | null;
  readonly mmsi2: string | null;
  readonly name2: string | null;
  readonly imo2: string | null;
  readonly flag2: string | null;
  readonly rule: string;
  readonly parameters: string;
  readonly rows: string;
  readonly details: string;
};

const COMMON = new Set(['id', 'kind', 'vessels', 'from', 'to', 'lat', 'lon', 'rule', 'parameters', 'rows']);

/** What belongs to the event's kind alone. */
export function detailsOf(event: TrackEvent): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(event).filter(([name]) => !COMMON.has(name)));
}

export function eventRow(event: TrackEvent): EventRow {
  const [one, two] = event.vessels;
  return {
    id: event.id,
    kind: event.kind,
    from: event.from,
    to: event.to,
    lat: event.lat,
    lon: event.lon,
    mmsi1: one?.mmsi ?? '',
    name1: one?.name ?? null,
    imo1: one?.imo ?? null,
    flag1: one?.flag ?? null,
    mmsi2: two?.mmsi ?? null,
    name2: two?.name ?? null,
    imo2: two?.imo ?? null,
    flag2: two?.flag ?? null,
    rule: event.rule,
    parameters: JSON.stringify(event.parameters),
    rows: JSON.stringify(event.rows),
    details: JSON.stringify(detailsOf(event)),
  };
}
