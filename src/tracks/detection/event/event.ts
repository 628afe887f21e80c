import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../core/json/canonical-json.ts';

export const EVENT_KINDS = [
  'encounter',
  'gap',
  'loitering',
  'port-call',
  'possible-port-call',
  'possible-rendezvous',
  'shared-mmsi',
  'displaced-position',
  'identity-change',
  'identity-conflict',
  'listed-vessel',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Version of each kind's definition: it is raised when the same data give other events. */
const RULE_VERSION = 1;

/** A ship as it named itself at the time; `flag` by the country digits of its MMSI. */
export type EventVessel = {
  readonly mmsi: string;
  readonly imo: string | null;
  readonly name: string | null;
  readonly flag: string | null;
  /** Counts the ships that use the MMSI; 0 where the event is about none of them. */
  readonly track: number;
};

/** The rows of a file that an event rests on: first and last of those of one ship. */
export type RowSpan = { readonly file: string; readonly first: number; readonly last: number };

/** Values that belong to a kind. */
export type EventDetails = Readonly<Record<string, unknown>>;

/** What a detector found; times in seconds since 1970, position in degrees. */
export type FoundEvent = {
  readonly kind: EventKind;
  readonly vessels: readonly EventVessel[];
  readonly from: number;
  readonly to: number;
  readonly lat: number;
  readonly lon: number;
  readonly parameters: Readonly<Record<string, number | string>>;
  readonly rows: readonly RowSpan[];
  readonly details: EventDetails;
  /** Set for events that another program found. */
  readonly rule?: string;
};

/** An event as it is printed and kept: `id` follows from what it is and rests on. */
export type TrackEvent<Rows extends RowSpan = RowSpan> = {
  readonly id: string;
  readonly kind: EventKind;
  readonly vessels: readonly EventVessel[];
  readonly from: string;
  readonly to: string;
  readonly lat: number;
  readonly lon: number;
  readonly rule: string;
  readonly parameters: Readonly<Record<string, number | string>>;
  readonly rows: readonly Rows[];
} & EventDetails;

const ID_DIGITS = 20;

/** The id of an event: it follows from kind, ships, times, rule, parameters and rows, and so is the same at every run. */
export function eventId(event: FoundEvent): string {
  const { kind, parameters, rows, details } = event;
  const ships = orderedVessels(event).map(({ mmsi, track }) => ({ mmsi, track }));
  const about = aboutOf(details);
  const times = { from: isoTime(event.from), to: isoTime(event.to) };
  const basis = { kind, ships, ...times, rule: ruleOf(event), parameters, rows: rows.map(withoutFolder), about };
  return createHash('sha256').update(canonicalJson(basis)).digest('hex').slice(0, ID_DIGITS);
}

/**
 * What an event is, whatever the files that it rests on are called: kind, ships, times, rule, parameters, and rows of the documents that
 * hold them. What people said of an event is remembered under it, however often detection is run again.
 * @param documentOf the hash of a file's bytes
 */
export function eventKey(event: TrackEvent, documentOf: (file: string) => string): string {
  const { kind, vessels, from, to, rule, parameters } = event;
  const ships = vessels.map(({ mmsi, track }) => ({ mmsi, track }));
  const rows = event.rows.map(({ file, first, last }) => ({ document: documentOf(file), first, last }));
  const basis = { kind, ships, from, to, rule, parameters, rows, about: aboutOf(event) };
  return createHash('sha256').update(canonicalJson(basis)).digest('hex');
}

function aboutOf(details: EventDetails): readonly (readonly [string, unknown])[] {
  return ABOUT.flatMap((name) => (details[name] === undefined ? [] : [[name, details[name]] as const]));
}

/** Gives events their ids and the order of the contract: by from, kind, MMSI. Two that are the same event are one. */
export function sealEvents(found: readonly FoundEvent[]): TrackEvent[] {
  const sealed = new Map<string, TrackEvent>();
  for (const event of found) {
    const id = eventId(event);
    sealed.set(id, {
      id,
      kind: event.kind,
      vessels: orderedVessels(event),
      from: isoTime(event.from),
      to: isoTime(event.to),
      lat: round(event.lat, 6),
      lon: round(event.lon, 6),
      rule: ruleOf(event),
      parameters: event.parameters,
      rows: event.rows,
      ...event.details,
    });
  }
  return [...sealed.values()].sort(
    (a, b) =>
      compare(a.from, b.from) ||
      compare(a.kind, b.kind) ||
      compare(a.vessels[0]?.mmsi ?? '', b.vessels[0]?.mmsi ?? '') ||
      compare(a.id, b.id),
  );
}

function ruleOf({ kind, rule }: FoundEvent): string {
  return rule ?? `${kind}/${RULE_VERSION}`;
}

function orderedVessels({ vessels }: FoundEvent): EventVessel[] {
  return [...vessels].sort((a, b) => compare(a.mmsi, b.mmsi) || a.track - b.track);
}

/** Details that distinguish two events of one kind, ship and time. */
const ABOUT = ['field', 'before', 'after', 'entityId', 'how', 'imos', 'imo'] as const;

/** The same file in another folder is the same file. */
function withoutFolder({ file, first, last }: RowSpan): RowSpan {
  return { file: file.replace(/^.*[\\/]/, ''), first, last };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Seconds since 1970 as events print them. */
export function isoTime(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
}

/** A number to so many decimals, as it is printed. */
export function round(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.round(value * scale) / scale;
}
