import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import type { EventKind, EventVessel, FoundEvent } from '../detection/event/event.ts';
import { round } from '../detection/event/event.ts';
import { TracksError } from '../errors.ts';
import { flagOf } from '../identity/country-digits.ts';
import type { TimeSpan } from '../positions/positions-builder.ts';
import { SKIP_REASONS } from '../positions/report.ts';
import { readTimeText } from '../reading/field.ts';
import type { Skipped } from '../reading/read-tracks.ts';
import { mmsiText } from '../reading/report-line.ts';

const MAX_BYTES = 256 * 1024 * 1024;
const place = z.looseObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) });
const vessel = z.looseObject({
  ssvid: z.union([z.string(), z.number()]).nullish(),
  name: z.string().nullish(),
  flag: z.string().nullish(),
});
const anchorage = z.looseObject({
  id: z.string().nullish(),
  name: z.string().nullish(),
  flag: z.string().nullish(),
  lat: z.number().nullish(),
  lon: z.number().nullish(),
});
const eventSchema = z.looseObject({
  id: z.string(),
  type: z.string(),
  start: z.string(),
  end: z.string().nullish(),
  position: place,
  vessel,
  encounter: z
    .looseObject({
      vessel: vessel.nullish(),
      medianDistanceKilometers: z.number().nullish(),
      medianSpeedKnots: z.number().nullish(),
    })
    .nullish(),
  gap: z
    .looseObject({
      offPosition: place.nullish(),
      onPosition: place.nullish(),
      intentionalDisabling: z.boolean().nullish(),
    })
    .nullish(),
  port_visit: z
    .looseObject({ startAnchorage: anchorage.nullish(), intermediateAnchorage: anchorage.nullish() })
    .nullish(),
  loitering: z.looseObject({ averageSpeedKnots: z.number().nullish() }).nullish(),
});
type GfwEvent = z.infer<typeof eventSchema>;

/** Their types of events by ours. Fishing is none of the Panel's concern. */
const KINDS: Readonly<Record<string, EventKind>> = {
  encounter: 'encounter',
  gap: 'gap',
  loitering: 'loitering',
  port_visit: 'port-call',
};

/**
 * Events of the Global Fishing Watch API (version 3) as events here: a page (`entries`), a list, or a line each. Their rule and
 * id stay with them; what they do not say is null.
 * @param file the name that the events' rows are of
 * @throws TracksError `track-malformed`
 */
export function importGfwEvents(
  path: string,
  kinds: readonly EventKind[],
  period: TimeSpan,
  file = basename(path),
): { events: FoundEvent[]; skipped: readonly Skipped[] } {
  const events: FoundEvent[] = [];
  const skipped = new Map<Skipped['reason'], { count: number; firstRow: number }>();
  const skip = (reason: Skipped['reason'], row: number): void => {
    const known = skipped.get(reason);
    if (known === undefined) skipped.set(reason, { count: 1, firstRow: row });
    else known.count++;
  };
  for (const [at, entry] of entriesOf(path).entries()) {
    const read = eventSchema.safeParse(entry);
    const kind = read.success ? KINDS[read.data.type] : undefined;
    const event = read.success && kind !== undefined ? eventOf(read.data, kind, file, at + 1) : undefined;
    if (!read.success) skip('bad-number', at + 1);
    else if (kind === undefined) skip('other-message', at + 1);
    else if (event === undefined) skip('no-mmsi', at + 1);
    else if (!(Number.isFinite(event.from) && Number.isFinite(event.to))) skip('bad-time', at + 1);
    else if (kinds.includes(kind) && event.to >= period.from && event.from <= period.to) events.push(event);
  }
  return {
    events,
    skipped: [...skipped].map(([reason, counted]) => ({ reason, why: SKIP_REASONS[reason], ...counted })),
  };
}

function entriesOf(path: string): readonly unknown[] {
  if (statSync(path).size > MAX_BYTES)
    throw new TracksError(
      'track-malformed',
      'The file of events is larger than 256 MB; ask the API for less at a time',
      {
        place: path,
      },
    );
  const text = readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  try {
    const whole: unknown = JSON.parse(text);
    if (Array.isArray(whole)) return whole.flatMap((part) => entriesIn(part));
    return entriesIn(whole);
  } catch {
    try {
      return text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .flatMap((line) => entriesIn(JSON.parse(line)));
    } catch (cause) {
      throw new TracksError('track-malformed', 'The file of events is not valid JSON', { place: path, cause });
    }
  }
}

/** A page of answers has its events in `entries`. */
function entriesIn(value: unknown): readonly unknown[] {
  if (typeof value === 'object' && value !== null && 'entries' in value && Array.isArray(value.entries))
    return value.entries;
  return [value];
}

function eventOf(event: GfwEvent, kind: EventKind, file: string, row: number): FoundEvent | undefined {
  const vessels = [event.vessel, event.encounter?.vessel].flatMap((one) => (one ? [vesselOf(one)] : []));
  if (vessels.some((one) => one === undefined) || vessels.length === 0) return undefined;
  const from = readTimeText(event.start);
  const to = event.end ? readTimeText(event.end) : from;
  return {
    kind,
    vessels: vessels.filter((one) => one !== undefined),
    from,
    to,
    lat: event.position.lat,
    lon: event.position.lon,
    rule: `gfw/${event.type}`,
    parameters: { gfwId: event.id },
    rows: [{ file, first: row, last: row }],
    details: detailsOf(event, kind, from, to),
  };
}

function vesselOf({ ssvid, name, flag }: z.infer<typeof vessel>): EventVessel | undefined {
  const digits = String(ssvid ?? '');
  if (!/^\d{1,9}$/.test(digits) || Number(digits) === 0) return undefined;
  return {
    mmsi: mmsiText(Number(digits)),
    imo: null,
    name: name ?? null,
    flag: flagOf(Number(digits)) ?? flag ?? null,
    track: 1,
  };
}

function detailsOf(event: GfwEvent, kind: EventKind, from: number, to: number): FoundEvent['details'] {
  const hours = round((to - from) / 3600, 2);
  switch (kind) {
    case 'encounter': {
      const { medianDistanceKilometers: distance, medianSpeedKnots: speed } = event.encounter ?? {};
      return {
        minDistance: null,
        medianDistance: distance === null || distance === undefined ? null : Math.round(distance * 1000),
        medianSpeed: speed ?? null,
        slots: null,
      };
    }
    case 'gap': {
      const end = (time: number, at: { lat: number; lon: number } | null | undefined): object => ({
        time: new Date(time * 1000).toISOString().replace('.000', ''),
        lat: at?.lat ?? null,
        lon: at?.lon ?? null,
      });
      const isDisabling = event.gap?.intentionalDisabling === true;
      return {
        hours,
        start: end(from, event.gap?.offPosition ?? event.position),
        end: end(to, event.gap?.onPosition),
        distanceNm: null,
        impliedSpeed: null,
        cause: isDisabling ? 'silence' : 'undetermined',
        basis: { reason: isDisabling ? 'gfw-intentional-disabling' : 'gfw' },
        reach: [],
      };
    }
    case 'port-call': {
      const at = event.port_visit?.intermediateAnchorage ?? event.port_visit?.startAnchorage;
      const port = {
        id: at?.id ?? '',
        name: at?.name ?? '',
        country: at?.flag ?? '',
        lat: at?.lat ?? event.position.lat,
        lon: at?.lon ?? event.position.lon,
      };
      return { port, hours };
    }
    default:
      return { hours, medianSpeed: event.loitering?.averageSpeedKnots ?? null };
  }
}
