import type { z } from 'zod';
import { type EventVessel, isoTime } from '../../tracks/detection/event/event.ts';
import { TracksError } from '../../tracks/errors.ts';
import { knownAreas } from '../../tracks/places/area.ts';
import { builtInPorts } from '../../tracks/places/port.ts';
import { mmsiText } from '../../tracks/reading/report-line.ts';
import { redFlagsOf } from '../../tracks/redflags/red-flag.ts';
import { thresholdTable } from '../../tracks/thresholds.ts';
import { KIND_WORDS } from '../../tracks/words/event-words.ts';
import type { ActBuilder } from '../act-builders/act-builder.ts';
import { EVENT_JUDGEMENTS } from '../acts/event-body.ts';
import type { Snapshot } from '../derivation/derivation.ts';
import { AppError } from '../errors.ts';
import { silentProgress } from '../progress.ts';
import { claimsBesideTracks } from '../tracks/claims-beside-tracks.ts';
import { buildJudgementOfEvents } from '../tracks/taken-events.ts';
import { kindsOf, settingsOf } from '../tracks/track-settings.ts';
import { tracksIn, vesselsOf, type WorkspaceEvent, type WorkspaceTracks } from '../tracks/workspace-tracks.ts';
import type { HeldWorkspace } from '../workspace/workspace.ts';
import type {
  Ship,
  ShipClaims,
  ShipDesk,
  ShipEvent,
  ShipEventPage,
  ShipPositions,
  shipEndpoints,
} from './contract/ship.ts';
import { pageOf } from './held/page.ts';

type Query<Name extends keyof typeof shipEndpoints> = z.output<(typeof shipEndpoints)[Name]['query']>;

/** So many ships are listed; there may be a hundred thousand, and the rest is found by its number. */
const MOST_SHIPS = 2000;
/** More positions at once than a page can draw smoothly are thinned. */
const MOST_POSITIONS = 150_000;
/** A unit of the positions that are sent: about a metre. */
const SENT_UNITS = 100;

/** @throws AppError `bad-option` for thresholds that are none */
function tracksOf(
  { record }: HeldWorkspace,
  { acts, evidence }: Snapshot,
  set: string | undefined,
): Promise<WorkspaceTracks> {
  return tracksIn({ record, acts: async () => acts }, evidence, { set: settingsIn(set) }, silentProgress);
}

/** `encounter.distance=400 gap.hours=8`, in one order, so that the same thresholds are the same question. */
function settingsIn(set: string | undefined): readonly string[] {
  const settings = (set ?? '')
    .split(/\s+/)
    .filter((one) => one !== '')
    .sort();
  try {
    settingsOf(settings);
  } catch (error) {
    if (error instanceof TracksError) throw new AppError('bad-option', error.message, { place: 'set', cause: error });
    throw error;
  }
  return settings;
}

/** The files of positions that a workspace holds, the ships in them, and what they are held against. */
export async function shipDesk(
  held: HeldWorkspace,
  snapshot: Snapshot,
  { set: own }: Query<'desk'>,
): Promise<ShipDesk> {
  const tracks = await tracksOf(held, snapshot, own);
  const { files, set, events, unfound } = tracks;
  const { time } = set.positions;
  const involved = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const { vessels, kind } of events) {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    for (const vessel of vessels) involved.set(shipId(vessel), (involved.get(shipId(vessel)) ?? 0) + 1);
  }
  const vessels = await vesselsOf(tracks);
  const { thresholds } = settingsOf(settingsIn(own));
  const ships = set.tracks
    .map(({ start, end }, track): Ship => {
      const vessel = vessels[track]!;
      const id = shipId(vessel);
      return {
        id,
        ...vessel,
        positions: end - start,
        from: isoTime(time[start]!),
        to: isoTime(time[end - 1]!),
        events: involved.get(id) ?? 0,
      };
    })
    .sort((a, b) => b.events - a.events || (a.id < b.id ? -1 : 1));
  const spans = set.tracks.map(({ start, end }) => [time[start]!, time[end - 1]!] as const);
  const [first, last] = spans.reduce(
    ([least, most], [from, to]) => [Math.min(least, from), Math.max(most, to)] as const,
    [Infinity, -Infinity] as readonly [number, number],
  );
  return {
    files: files.map(({ document, name, form, custody, read }) => ({
      document,
      name,
      form,
      source: snapshot.evidence.sources.get(custody.origin.source ?? '')?.name ?? null,
      positions: read.positions,
      skipped: read.skipped.reduce((sum, { count }) => sum + count, 0),
    })),
    ships: ships.slice(0, MOST_SHIPS),
    total: ships.length,
    positions: set.positions.count,
    span: spans.length === 0 ? null : { from: isoTime(first), to: isoTime(last) },
    kinds: kindsOf([])
      .map((kind) => ({ kind, words: KIND_WORDS[kind], count: counts.get(kind) ?? 0 }))
      .filter(({ count }) => count > 0),
    unfound: unfound.length,
    thresholds: thresholdTable().map(({ name, value, unit, meaning, source }) => ({
      name,
      value: thresholds[name],
      standard: value,
      unit,
      meaning,
      source,
    })),
    ports: builtInPorts().map(({ id, name, country, lat, lon }) => ({ id, name, country, lat, lon })),
    areas: knownAreas(),
  };
}

/** Events that fit the filters, in the order of time. @throws AppError `bad-option` */
export async function shipEventPage(
  held: HeldWorkspace,
  snapshot: Snapshot,
  { kind, judged, ship, id, set, cursor, limit }: Query<'events'>,
): Promise<ShipEventPage> {
  const kinds = kind === undefined ? null : new Set<string>(kindsOf(kind.split(',')));
  const words: readonly string[] = [...EVENT_JUDGEMENTS, 'none'];
  if (judged !== undefined && !words.includes(judged))
    throw new AppError('bad-option', `there is ${words.join(', ')}`, { place: 'judged' });
  const { events } = await tracksOf(held, snapshot, set);
  const fitting = events.filter(
    (event) =>
      (kinds === null || kinds.has(event.kind)) &&
      (judged === undefined || (event.judgement?.judgement ?? 'none') === judged) &&
      (ship === undefined || event.vessels.some((vessel) => shipId(vessel) === ship)) &&
      (id === undefined || event.id === id),
  );
  const { items, next, total } = pageOf(
    fitting,
    (event) => event.id,
    { cursor, limit },
    { kind, judged, ship, id, set },
  );
  return { items: items.map(describe), next, total };
}

function describe(event: WorkspaceEvent): ShipEvent {
  const names = event.vessels.map(({ name, mmsi }) => name ?? `MMSI ${mmsi}`);
  return {
    ...event,
    ships: event.vessels.map(shipId),
    title: `${KIND_WORDS[event.kind]}: ${names.join(' and ')}`,
    flags: redFlagsOf(event).map(({ says, cites }) => ({ says, cites })),
  };
}

/** Positions of all ships, or of one. @throws AppError `bad-option` */
export async function shipPositions(
  held: HeldWorkspace,
  snapshot: Snapshot,
  { ship, set: own }: Query<'positions'>,
): Promise<ShipPositions> {
  const { set } = await tracksOf(held, snapshot, own);
  const { positions, tracks } = set;
  const chosen = tracks.filter(({ mmsi, number }) => ship === undefined || ship === `${mmsiText(mmsi)}/${number}`);
  const all = chosen.reduce((sum, { start, end }) => sum + end - start, 0);
  const every = Math.max(1, Math.ceil(all / MOST_POSITIONS));
  const sent = { time: [] as number[], lat: [] as number[], lon: [] as number[] };
  const ships = chosen.map(({ mmsi, number, start, end }) => {
    const from = sent.time.length;
    for (let row = start; row < end; row++) {
      // Where a ship came and went is kept whole.
      if ((row - start) % every !== 0 && row !== end - 1) continue;
      sent.time.push(positions.time[row]!);
      sent.lat.push(Math.round(positions.lat[row]! / SENT_UNITS));
      sent.lon.push(Math.round(positions.lon[row]! / SENT_UNITS));
    }
    return { id: `${mmsiText(mmsi)}/${number}`, start: from, count: sent.time.length - from };
  });
  return { ships, ...sent, every };
}

/** Judges events, as they are found by the thresholds that are named. @throws AppError as `buildJudgementOfEvents`, `bad-option` */
export function judgeShipEvents(
  { record }: HeldWorkspace,
  body: z.output<typeof shipEndpoints.judge.body & object>,
): ActBuilder {
  return buildJudgementOfEvents(record, { ...body, set: settingsIn(body.set) });
}

/** Claims about calls at ports and meetings beside the tracks of their ships. */
export async function shipClaims(
  held: Pick<HeldWorkspace, 'record'>,
  { derived }: Pick<Snapshot, 'derived'>,
): Promise<ShipClaims> {
  return { claims: await claimsBesideTracks(held, derived.evidence, derived.claims, silentProgress) };
}

function shipId({ mmsi, track }: Pick<EventVessel, 'mmsi' | 'track'>): string {
  return `${mmsi}/${track}`;
}
