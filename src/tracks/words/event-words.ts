import type { CalendarDate } from '../../core/time/calendar.ts';
import { writeDate } from '../../core/time/written-date.ts';
import type { EventKind, EventVessel, TrackEvent } from '../detection/event/event.ts';
import type { GapBasis } from '../detection/silences/gap-cause.ts';
import type { Port } from '../places/port.ts';

/**
 * What an event shows, in sentences that say no more than the positions do. An event is what was received, and never what was done:
 * a silence is "no position received", a meeting is nearness, a possible call is time and direction.
 */
export function eventWords(event: TrackEvent): readonly string[] {
  return [...WORDS[event.kind](event), ...foreignRule(event)];
}

/** A kind of event in a word or two, as lists and legends have it. */
export const KIND_WORDS: Readonly<Record<EventKind, string>> = {
  encounter: 'Nearness of two ships',
  gap: 'Silence',
  loitering: 'Drifting at sea',
  'port-call': 'Stay in port',
  'possible-port-call': 'Time for a call in silence',
  'possible-rendezvous': 'Alone, as in a meeting',
  'shared-mmsi': 'Shared MMSI',
  'displaced-position': 'Positions not sailed',
  'identity-change': 'Change of identity',
  'identity-conflict': 'Conflict of identity',
  'listed-vessel': 'Answers to a listed ship',
};

/** A ship as she named herself: "HAE SONG (IMO 9123456, MMSI 445123000)". */
export function shipWords({ mmsi, imo, name, track }: EventVessel): string {
  const numbers = [
    ...(imo === null ? [] : [`IMO ${imo}`]),
    `MMSI ${mmsi}${track > 1 ? `, ship ${track} of that number` : ''}`,
  ];
  return name === null ? `the ship with ${numbers.join(', ')}` : `${name} (${numbers.join(', ')})`;
}

/** A time to the minute: "2 March 2019, 04:10 UTC". */
export function timeWords(time: string): string {
  return `${writeDate(time.slice(0, 10) as CalendarDate)}, ${time.slice(11, 16)} UTC`;
}

/** A place in degrees and minutes to a tenth, as charts have it: "31°12.4′ N 123°05.0′ E". */
export function placeWords(lat: number, lon: number): string {
  return `${angleWords(lat, 'N', 'S', 2)} ${angleWords(lon, 'E', 'W', 3)}`;
}

/** Ports that are named of those in reach; the rest is counted. */
const MOST_PORTS = 5;

type Words = (event: TrackEvent) => readonly string[];

const WORDS: Readonly<Record<EventKind, Words>> = {
  encounter: (event) => [
    `${capital(shipsWords(event))} were at most ${metres(parameter(event, 'distance') ?? number(event, 'maxDistance'))} apart ${during(event)}, at ${placeWords(event.lat, event.lon)}, by the lines between their reported positions${nearest(event)}.`,
    ...(event.anchorage === true ? ['Many ships lie still there.'] : []),
    ...(event.harbour === true ? ['The place is in a harbour or under the land, where ships lie at berths.'] : []),
    ...(event.speedsDisagree === true
      ? ['One of them reported the speed of a voyage meanwhile: her positions may be stuck or false.']
      : []),
    'The positions do not show what was done there.',
  ],
  gap: (event) => [
    `No position of ${shipWords(ship(event))} was received ${during(event)}${ends(event.start, event.end)}.`,
    ...causeWords(event),
    ...reachWords(event),
  ],
  loitering: (event) => [
    `${capital(shipWords(ship(event)))} ${slowly(parameter(event, 'speed'))} ${during(event)}, about ${placeWords(event.lat, event.lon)}, outside the ports and anchorages that are known here.`,
    'The positions do not show why.',
  ],
  'port-call': (event) => [
    `${capital(shipWords(ship(event)))} was at ${portWords(event.port)} ${during(event)}, by her reported positions, and lay still there for a time.`,
  ],
  'possible-port-call': (event) => [
    `No position of ${shipWords(ship(event))} was received ${during(event)}${gapEnds(event)}.`,
    `There was time to reach ${portWords(event.port)} by sea at her own speed and to come back, with ${hours(number(event, 'spareHours'))} to spare, and where she was before and after points there.`,
    'Whether she went there is not shown.',
  ],
  'possible-rendezvous': (event) => [
    `${capital(shipWords(ship(event)))} moved ${during(event)}, about ${placeWords(event.lat, event.lon)}, as a ship does beside another one; no other was seen with her.`,
    ...candidateWords(event.candidates),
  ],
  'shared-mmsi': (event) => [
    `${count(number(event, 'tracks') ?? 2, 'ship')} sent under MMSI ${ship(event).mmsi} at once, as far as speeds and places tell, ${during(event)}.`,
  ],
  'displaced-position': (event) => [
    `Positions sent by ${shipWords(ship(event))} ${during(event)} lie where no ship could have sailed in the time${PATTERNS[String(event.pattern)] ?? ''}.`,
    ...(event.interference === true
      ? [
          `Those of ${count(number(event, 'alike') ?? 0, 'other ship')} lie there too, as when satellite navigation is disturbed.`,
        ]
      : []),
  ],
  'identity-change': (event) => [
    `What ${shipWords(ship(event))} sent as her ${FIELDS[String(event.field)] ?? String(event.field)} changed from ${value(event.before)} to ${value(event.after)} between ${timeWords(event.from)} and ${timeWords(event.to)}.`,
  ],
  'identity-conflict': (event) => [
    event.vessels.length > 1
      ? `One IMO number was sent under ${event.vessels.map(({ mmsi }) => `MMSI ${mmsi}`).join(' and ')} at once, ${during(event)}.`
      : `MMSI ${ship(event).mmsi} sent more than one IMO number at once${list(event.imos)}, ${during(event)}.`,
  ],
  'listed-vessel': (event) => [
    `${capital(shipWords(ship(event)))} ${HOW[String(event.how)] ?? 'answers to'} ${String(event.caption ?? event.entityId)} (${String(event.entityId)}), ${during(event)}.`,
    'What a ship sends of herself shows what was sent, not which ship it was.',
  ],
};

const PATTERNS: Readonly<Record<string, string>> = {
  jump: ': they jump there and back',
  circle: ': they run in a circle as no ship sails',
  land: ': they lie on land',
};

const FIELDS: Readonly<Record<string, string>> = {
  imo: 'IMO number',
  name: 'name',
  callsign: 'call sign',
  type: 'type of ship',
  flag: 'flag (by the digits of her MMSI)',
  size: 'size',
};

const HOW: Readonly<Record<string, string>> = {
  imo: 'sent the IMO number of',
  'forged-imo': 'sent an IMO number that differs by one 3 and 8 from that of',
  mmsi: 'sent under the MMSI of',
  'name-and-callsign': 'sent the name and call sign of',
};

const LOST: Readonly<Partial<Record<GapBasis['reason'], string>>> = {
  'others-lost-too': 'Others there were not heard either: it looks like lost reception.',
  'weakly-received': 'She is seldom heard at other times too: it looks like lost reception.',
  'same-hour-every-day': 'She is not heard at that hour of other days either: it looks like lost reception.',
};

function causeWords({ cause, basis }: TrackEvent): readonly string[] {
  const { others = 0, reason } = (basis as Partial<GapBasis> | undefined) ?? {};
  if (cause === 'silence')
    return [
      `${capital(count(others, 'other ship'))} near the way between these places ${others === 1 ? 'was' : 'were'} heard as usual meanwhile.`,
    ];
  if (cause === 'reception') return [(reason && LOST[reason]) || 'It looks like lost reception.'];
  if (cause === undefined) return [];
  const out = reason === 'sailed-out' ? ['She was sailing to where no other ship was heard.'] : [];
  return [...out, 'Whether she sent none or was not heard cannot be told.'];
}

function reachWords(event: TrackEvent): readonly string[] {
  const reach = (event.reach as readonly { port: Port; spareHours: number }[] | undefined) ?? [];
  if (event.reach === undefined) return [];
  const speed = number(event, 'ownSpeed');
  const own = `by her own speed${speed === undefined ? '' : ` (${knots(speed)})`}`;
  if (reach.length === 0) return [`No port that is known here was within reach ${own}, there and back.`];
  const named = reach
    .slice(0, MOST_PORTS)
    .map(({ port, spareHours }) => `${port.name} (${hours(spareHours)} to spare)`);
  const more = reach.length > MOST_PORTS ? `, and ${reach.length - MOST_PORTS} more` : '';
  return [`Within reach ${own}: ${named.join(', ')}${more}. Whether she went to any of them is not shown.`];
}

function candidateWords(candidates: unknown): readonly string[] {
  const silent = (candidates as readonly { mmsi: string }[] | undefined) ?? [];
  if (silent.length === 0) return ['No ship is known that was silent then and could have been there.'];
  return [
    `Silent then, and near enough to have been there: ${silent.map(({ mmsi }) => `MMSI ${mmsi}`).join(', ')}. That any of them was is not shown.`,
  ];
}

function nearest(event: TrackEvent): string {
  const [least, speed] = [number(event, 'minDistance'), number(event, 'medianSpeed')];
  return `${least === undefined ? '' : `, at the nearest ${metres(least)}`}${speed === undefined ? '' : `, at ${knots(speed)} (median of both)`}`;
}

function ends(start: unknown, end: unknown): string {
  const [a, b] = [start, end] as ({ lat: number; lon: number } | undefined)[];
  return a === undefined || b === undefined
    ? ''
    : `, between ${placeWords(a.lat, a.lon)} and ${placeWords(b.lat, b.lon)}`;
}

function gapEnds({ gap }: TrackEvent): string {
  const { start, end } = (gap as { start?: unknown; end?: unknown } | undefined) ?? {};
  return ends(start, end);
}

/** Another program's event is told as that program's. */
function foreignRule({ rule, kind }: TrackEvent): readonly string[] {
  return rule.startsWith(`${kind}/`)
    ? []
    : [`So another program has it (${rule}); it was not found in positions here.`];
}

function during({ from, to }: TrackEvent): string {
  const length = (Date.parse(to) - Date.parse(from)) / 3_600_000;
  return `from ${timeWords(from)} to ${timeWords(to)}${length > 0 ? ` (${hours(length)})` : ''}`;
}

function shipsWords({ vessels }: TrackEvent): string {
  return vessels.map(shipWords).join(' and ');
}

function ship({ vessels: [one] }: TrackEvent): EventVessel {
  return one ?? { mmsi: 'not known', imo: null, name: null, flag: null, track: 0 };
}

function portWords(port: unknown): string {
  const { name, country } = (port as Partial<Port> | null | undefined) ?? {};
  return name === undefined ? 'a port' : `${name}${country === undefined ? '' : ` (${country})`}`;
}

function number(event: TrackEvent, name: string): number | undefined {
  const found = event[name];
  return typeof found === 'number' ? found : undefined;
}

function parameter({ parameters }: TrackEvent, name: string): number | undefined {
  const found = parameters[name];
  return typeof found === 'number' ? found : undefined;
}

function value(given: unknown): string {
  return given === null || given === undefined || given === '' ? 'nothing' : `“${String(given)}”`;
}

function list(values: unknown): string {
  return Array.isArray(values) && values.length > 0 ? ` (${values.join(', ')})` : '';
}

function metres(distance: number | undefined): string {
  return distance === undefined ? 'a short way' : `${Math.round(distance)} m`;
}

function slowly(limit: number | undefined): string {
  return limit === undefined ? 'moved slowly' : `made less than ${knots(limit)}`;
}

function knots(speed: number): string {
  return `${tenth(speed)} ${tenth(speed) === '1' ? 'knot' : 'knots'}`;
}

function hours(length: number | undefined): string {
  return length === undefined ? 'some hours' : `${tenth(length)} ${tenth(length) === '1' ? 'hour' : 'hours'}`;
}

function tenth(of: number): string {
  return String(Math.round(of * 10) / 10);
}

function count(of: number, noun: string): string {
  return `${of === 0 ? 'no' : of} ${noun}${of === 1 ? '' : 's'}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function angleWords(degrees: number, positive: string, negative: string, digits: number): string {
  const tenths = Math.round(Math.abs(degrees) * 600);
  const whole = String(Math.floor(tenths / 600)).padStart(digits, '0');
  const minutes = ((tenths % 600) / 10).toFixed(1).padStart(4, '0');
  return `${whole}°${minutes}′ ${degrees < 0 ? negative : positive}`;
}
