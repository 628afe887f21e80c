import { z } from 'zod';
import { EVENT_KINDS } from '../../../tracks/detection/event/event.ts';
import { STATED_OUTCOMES } from '../../../tracks/detection/statements/stated-call.ts';
import { get, post } from './endpoint.ts';
import { eventVessel, keptEvent } from './event-shape.ts';
import { page } from './page.ts';
import { actsDone } from './record/act.ts';
import { filter, pageQuery, signed } from './request.ts';
import { list, maybeText, text, texts } from './shape.ts';

const TAG = 'Ships';

const port = z.object({ id: text, name: text, country: text, lat: z.number(), lon: z.number() });

/** One of the ships that a number stands for: `445000002/1`. */
const ship = z.object({
  id: text,
  ...eventVessel.shape,
  positions: z.int(),
  from: text,
  to: text,
  /** Events that it takes part in. */
  events: z.int(),
});
export type Ship = z.infer<typeof ship>;

/** Thresholds of one's own, in place of the program's: `NAME=VALUE` with blanks between. */
const set = filter;

const threshold = z.object({
  name: text,
  /** As it is used here. */
  value: z.number(),
  /** As the program has it. */
  standard: z.number(),
  unit: text,
  meaning: text,
  source: text,
});
export type ShipThreshold = z.infer<typeof threshold>;

const shipDesk = z.object({
  files: list(
    z.object({ document: text, name: text, form: text, source: maybeText, positions: z.int(), skipped: z.int() }),
  ),
  /** Those with most events first; `total` counts all. */
  ships: list(ship),
  total: z.int(),
  positions: z.int(),
  /** First and last position; null where there is none. */
  span: z.object({ from: text, to: text }).nullable(),
  kinds: list(z.object({ kind: z.enum(EVENT_KINDS), words: text, count: z.int() })),
  /** Events that people judged and that are not found now. */
  unfound: z.int(),
  thresholds: list(threshold),
  ports: list(port),
  areas: list(
    z.object({
      id: text,
      name: text,
      box: z.object({ south: z.number(), north: z.number(), west: z.number(), east: z.number() }),
      source: text,
    }),
  ),
});
export type ShipDesk = z.infer<typeof shipDesk>;

export const eventJudgement = z.enum(['relevant', 'innocent', 'unsure']);

const shipEvent = keptEvent.unwrap().extend({
  /** Id of the ships in it, in the order of `vessels`. */
  ships: texts,
  title: text,
  document: text,
  judgement: z.object({ judgement: eventJudgement, reason: text, by: text, at: text, act: text }).nullable(),
  /** What it shows, in sentences. */
  words: texts,
  flags: list(z.object({ says: text, cites: texts })),
});
export type ShipEvent = z.infer<typeof shipEvent>;

const eventPage = page(shipEvent);
export type ShipEventPage = z.infer<typeof eventPage>;

/** Positions in columns: seconds since 1970, and latitudes and longitudes in units of 1e-5 degree; ships follow each other. */
const shipPositions = z.object({
  ships: list(z.object({ id: text, start: z.int(), count: z.int() })),
  time: list(z.int()),
  lat: list(z.int()),
  lon: list(z.int()),
  /** Of how many positions one is given, since there are too many; 1 where all are. */
  every: z.int(),
});
export type ShipPositions = z.infer<typeof shipPositions>;

/** A claim that a ship called at a port or met another one, beside what the tracks show. */
const claimBesideTrack = z.object({
  kind: z.enum(['call', 'meeting']),
  claim: text,
  document: text,
  start: z.int(),
  end: z.int(),
  claimant: text,
  quote: text,
  vessels: list(z.object(eventVessel.shape)),
  /** Of a call; null for a meeting. */
  port: port.nullable(),
  days: z.object({ from: text, to: text }),
  outcome: z.enum(STATED_OUTCOMES),
  /** The stay, the meeting or the silence, else the time that was looked at; null where there is none. */
  from: maybeText,
  to: maybeText,
  nearest: z.object({ time: text, miles: z.number() }).nullable(),
  words: text,
});
const claimList = z.object({ claims: list(claimBesideTrack) });
export type ShipClaims = z.infer<typeof claimList>;

/** The map of whoever serves the workspace, under the tracks; null for none. */
const shipMap = z.object({ tiles: z.object({ name: text, size: z.int() }).nullable() });
export type ShipMap = z.infer<typeof shipMap>;

const judgementRequest = z.object({
  ...signed,
  events: z.array(z.string().max(40)).min(1).max(1000).readonly(),
  judgement: eventJudgement,
  /** The thresholds that the events were found by, where they are not the program's. */
  set: z.string().max(2000).optional(),
});
export type EventJudgementRequest = z.input<typeof judgementRequest>;

export const shipEndpoints = {
  desk: get('/ships', {
    tag: TAG,
    summary:
      'The files of positions, the ships in them, ports and areas; `set` has thresholds of one’s own, as `encounter.distance=400 gap.hours=8`',
    query: z.object({ set }),
    answer: shipDesk,
  }),
  events: get('/ships/events', {
    tag: TAG,
    summary: 'Events in the tracks by time, with what people said of them; `judged` may be `none`',
    query: z.object({ kind: filter, judged: filter, ship: filter, id: filter, set, ...pageQuery }),
    answer: eventPage,
  }),
  positions: get('/ships/positions', {
    tag: TAG,
    summary: 'Positions in columns, of one ship or of all',
    query: z.object({ ship: filter, set }),
    answer: shipPositions,
  }),
  claims: get('/ships/claims', {
    tag: TAG,
    summary: 'Claims that a ship called at a port or met another, beside the tracks',
    answer: claimList,
  }),
  map: get('/ships/map', {
    tag: TAG,
    summary: 'The map that `panel serve --tiles` names, which `/ships/map/tiles` gives by ranges of bytes',
    answer: shipMap,
  }),
  judge: post('/ships/events/judge', {
    tag: TAG,
    summary: 'Judges events; the reason is required',
    body: judgementRequest,
    answer: actsDone,
  }),
};
