import type { Port } from '../../places/port.ts';
import { DEGREE } from '../../positions/report.ts';
import { metresBetween, NAUTICAL_MILE } from '../../positions/sphere.ts';
import { type EventVessel, isoTime, round, type TrackEvent } from '../event/event.ts';
import type { TrackEvidence } from '../event/evidence.ts';
import { imoUses } from '../identities/imo-uses.ts';
import { ownSpeed } from '../motion/ship-speed.ts';

/** A ship as a claim names her: by a number or both. */
export type StatedShip = { readonly imo: string | null; readonly mmsi: string | null };

/** A call at a port that somebody states of a ship, by a number of hers and by days. */
export type StatedCall = StatedShip & {
  readonly port: Port;
  /** Seconds since 1970: the first and the last moment of the days that are stated, UTC. */
  readonly from: number;
  readonly to: number;
};

/**
 * How the track of a ship stands to a call that is stated of her. `fits`: it shows a stay there. `does-not-fit`: it shows her elsewhere all
 * the time. `silent`: there was a silence in which she could have gone there and back. `unclear`: she came near and no stay is shown.
 * `not-held`: the files hold too little of her in those days.
 */
export const STATED_OUTCOMES = ['fits', 'unclear', 'silent', 'not-held', 'does-not-fit'] as const;
export type StatedOutcome = (typeof STATED_OUTCOMES)[number];

export type ShownCall = {
  readonly outcome: StatedOutcome;
  readonly vessel: EventVessel;
  /** The stay, the silence, or the time from the first to the last position of those days; null where there is none. */
  readonly from: string | null;
  readonly to: string | null;
  /** The nearest position of those days. */
  readonly nearest: { readonly time: string; readonly miles: number } | null;
};

/** Days are meant in some zone between UTC-12 and UTC+14. */
export const ZONES_SECONDS = 14 * 3600;
/** Ports are points, and their roads lie some miles off. */
const NEAR_MILES = 6;
/** A ship can make more than she was seen to. */
export const SPEED_MARGIN = 1.2;

/**
 * Lays a stated call beside the tracks of the ship that it names; null where no file holds a ship of that number, or where several ships
 * used it so that it names none of them.
 */
export function layCallBeside(
  evidence: TrackEvidence,
  call: StatedCall,
  events: readonly TrackEvent[],
): ShownCall | null {
  const tracks = tracksOf(evidence, call);
  const shown = tracks.map((track) => shownBy(evidence, track, call, events));
  for (const outcome of outcomesOf(evidence, [call])) {
    const found = shown.find((one) => one.outcome === outcome);
    if (found !== undefined) return found;
  }
  return null;
}

/** Outcomes that a track shows by itself, whatever else was sent under the ship's number. */
const SHOWN_BY_ONE: readonly StatedOutcome[] = ['fits', 'silent'];

/**
 * What tracks of these ships can show. Where a hull's number was sent by several transponders, one of them may be another ship's: that a
 * track of one shows nothing of the kind then says nothing of the ship.
 */
export function outcomesOf(evidence: TrackEvidence, ships: readonly StatedShip[]): readonly StatedOutcome[] {
  const isDoubtful = ships.some(({ imo, mmsi }) => imo !== null && mmsi === null && transpondersOf(evidence, imo) > 1);
  return isDoubtful ? SHOWN_BY_ONE : STATED_OUTCOMES;
}

function transpondersOf(evidence: TrackEvidence, imo: string): number {
  const uses = imoUses(evidence).get(imo) ?? [];
  return new Set(uses.map(({ track }) => evidence.set.tracks[track]?.mmsi)).size;
}

/** The tracks of the ship that is named, in days or by her number alone; none where several ships used the number. */
export function tracksOf(
  evidence: TrackEvidence,
  { imo, mmsi, from, to }: StatedShip & Pick<StatedCall, 'from' | 'to'>,
): readonly number[] {
  const { tracks } = evidence.set;
  const byNumber = tracks.flatMap((track, at) => (track.mmsi === Number(mmsi ?? -1) ? [at] : []));
  // A number that several ships used tells of none of them for sure.
  if (mmsi !== null && byNumber.length > 1) return [];
  const byImo = (imo === null ? undefined : imoUses(evidence).get(imo)) ?? [];
  const used = byImo.filter((use) => use.from <= to + ZONES_SECONDS && use.to >= from - ZONES_SECONDS);
  // Two transponders that sent one hull's number in the same days: which of them was on board nobody knows.
  if (mmsi === null && new Set(used.map(({ track }) => tracks[track]?.mmsi)).size > 1) return [];
  const own = used.length > 0 ? used : byImo;
  return [...new Set([...byNumber, ...own.map(({ track }) => track)])];
}

function shownBy(
  evidence: TrackEvidence,
  track: number,
  { port, from, to }: StatedCall,
  events: readonly TrackEvent[],
): ShownCall {
  const [begin, end] = [from - ZONES_SECONDS, to + ZONES_SECONDS];
  const { set, slots } = evidence;
  const { time, lat, lon } = set.positions;
  const own = set.tracks[track]!;
  const vessel = evidence.vessel(track, from);
  const stay = events.find(
    (event) =>
      event.kind === 'port-call' &&
      (event.port as Port | undefined)?.id === port.id &&
      event.vessels.some((one) => one.mmsi === vessel.mmsi && one.track === vessel.track) &&
      event.from <= isoTime(end) &&
      event.to >= isoTime(begin),
  );
  if (stay !== undefined) return { outcome: 'fits', vessel, from: stay.from, to: stay.to, nearest: null };
  const milesTo = (row: number): number =>
    metresBetween(lat[row]!, lon[row]!, port.lat * DEGREE, port.lon * DEGREE) / NAUTICAL_MILE;
  const speed = ownSpeed(set.positions, slots, set.tracks, track) * SPEED_MARGIN;
  const first = evidence.firstFrom(own, begin);
  let last = first;
  let nearest: { row: number; miles: number } | null = null;
  while (last < own.end && time[last]! <= end) {
    const miles = milesTo(last);
    if (nearest === null || miles < nearest.miles) nearest = { row: last, miles };
    last++;
  }
  const near =
    nearest === null
      ? null
      : { time: isoTime(time[nearest.row]!), miles: round(nearest.miles, nearest.miles < 10 ? 1 : 0) };
  const span = {
    vessel,
    from: last > first ? isoTime(time[first]!) : null,
    to: last > first ? isoTime(time[last - 1]!) : null,
    nearest: near,
  };
  if (nearest !== null && nearest.miles <= NEAR_MILES) return { outcome: 'unclear', ...span };
  // Silences that touch the days, from the report before them to the one after.
  let silence: { from: number; to: number } | null = null;
  for (let row = Math.max(first, own.start + 1); row < own.end && (row <= last || time[row - 1]! <= end); row++) {
    const hours = (time[row]! - time[row - 1]!) / 3600;
    if (milesTo(row - 1) + milesTo(row) > hours * speed) continue;
    if (silence === null || time[row]! - time[row - 1]! > silence.to - silence.from)
      silence = { from: time[row - 1]!, to: time[row]! };
  }
  if (silence !== null)
    return { outcome: 'silent', vessel, from: isoTime(silence.from), to: isoTime(silence.to), nearest: near };
  // Of days in which no position is held, nothing is said, however far off she was before.
  const held = evidence.firstFrom(own, from);
  if (held === own.end || time[held]! > to) return { outcome: 'not-held', ...span };
  const isOpenBefore = first === own.start && milesTo(own.start) <= ((time[own.start]! - begin) / 3600) * speed;
  const isOpenAfter = last === own.end && milesTo(own.end - 1) <= ((end - time[own.end - 1]!) / 3600) * speed;
  return { outcome: isOpenBefore || isOpenAfter ? 'not-held' : 'does-not-fit', ...span };
}
