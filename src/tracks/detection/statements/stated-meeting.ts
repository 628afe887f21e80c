import { metresBetween, NAUTICAL_MILE } from '../../positions/sphere.ts';
import { SLOT_SECONDS } from '../../separation/slots.ts';
import { type EventVessel, isoTime, round, type TrackEvent } from '../event/event.ts';
import type { TrackEvidence } from '../event/evidence.ts';
import { ownSpeed } from '../motion/ship-speed.ts';
import {
  outcomesOf,
  SPEED_MARGIN,
  type StatedOutcome,
  type StatedShip,
  tracksOf,
  ZONES_SECONDS,
} from './stated-call.ts';

/** A meeting of two ships that somebody states, by a number of each and by days. Where it was is not compared. */
export type StatedMeeting = {
  readonly ships: readonly [StatedShip, StatedShip];
  /** Seconds since 1970: the first and the last moment of the days that are stated, UTC. */
  readonly from: number;
  readonly to: number;
};

/**
 * How two tracks stand to a meeting that is stated. `fits`: they show both ships beside each other as an encounter does. `does-not-fit`: they
 * show them apart all the time. `silent`: one or both were not received so long that they could have met and parted. `unclear`: they came
 * near, and no encounter is shown. `not-held`: the files hold too little of one of them in those days.
 */
export type ShownMeeting = {
  readonly outcome: StatedOutcome;
  readonly vessels: readonly [EventVessel, EventVessel];
  /** The encounter, the silence, or the time from the first to the last moment at which both were received; null where there is none. */
  readonly from: string | null;
  readonly to: string | null;
  readonly nearest: { readonly time: string; readonly miles: number } | null;
};

/** Ships that are seen so near each other at whole slots may have been beside each other between two of them. */
const NEAR_MILES = 2;

/** Lays a stated meeting beside the tracks of its ships; null where the files hold no track of one of them that is hers for sure. */
export function layMeetingBeside(
  evidence: TrackEvidence,
  meeting: StatedMeeting,
  events: readonly TrackEvent[],
): ShownMeeting | null {
  const { from, to } = meeting;
  const [some, others] = meeting.ships.map((ship) => tracksOf(evidence, { ...ship, from, to }));
  const shown = (some ?? []).flatMap((a) =>
    (others ?? []).filter((b) => b !== a).map((b) => shownBy(evidence, a, b, meeting, events)),
  );
  return (
    outcomesOf(evidence, meeting.ships)
      .map((outcome) => shown.find((one) => one.outcome === outcome))
      .find((one) => one !== undefined) ?? null
  );
}

/** A moment at which both ships were received, and how far apart they were. */
type Moment = { readonly time: number; readonly miles: number };

function shownBy(
  evidence: TrackEvidence,
  a: number,
  b: number,
  { from, to }: StatedMeeting,
  events: readonly TrackEvent[],
): ShownMeeting {
  const [begin, end] = [from - ZONES_SECONDS, to + ZONES_SECONDS];
  const vessels: readonly [EventVessel, EventVessel] = [evidence.vessel(a, from), evidence.vessel(b, from)];
  const met = events.find(
    (event) =>
      event.kind === 'encounter' &&
      event.speedsDisagree !== true &&
      vessels.every(({ mmsi, track }) => event.vessels.some((one) => one.mmsi === mmsi && one.track === track)) &&
      event.from <= isoTime(end) &&
      event.to >= isoTime(begin),
  );
  if (met !== undefined) return { outcome: 'fits', vessels, from: met.from, to: met.to, nearest: null };
  const both = momentsOfBoth(evidence, a, b);
  const within = both.filter(({ time }) => time >= begin && time <= end);
  const nearest = within.reduce<Moment | null>(
    (best, one) => (best === null || one.miles < best.miles ? one : best),
    null,
  );
  const span = {
    vessels,
    from: within[0] === undefined ? null : isoTime(within[0].time),
    to: within.length === 0 ? null : isoTime(within[within.length - 1]!.time),
    nearest:
      nearest === null
        ? null
        : { time: isoTime(nearest.time), miles: round(nearest.miles, nearest.miles < 10 ? 1 : 0) },
  };
  if (nearest !== null && nearest.miles <= NEAR_MILES) return { outcome: 'unclear', ...span };
  const closing = [a, b].reduce((sum, track) => sum + speedOf(evidence, track), 0);
  const hole = longestHole(both, begin, end, closing);
  if (hole !== null)
    return { outcome: 'silent', vessels, from: isoTime(hole.from), to: isoTime(hole.to), nearest: span.nearest };
  // Of days in which no moment of both is held, nothing is said, however far apart they were before.
  if (!within.some(({ time }) => time >= from && time <= to)) return { outcome: 'not-held', ...span };
  const [first, last] = [both[0], both[both.length - 1]];
  const isOpen = (moment: Moment | undefined, seconds: number): boolean =>
    moment === undefined || (seconds > 0 && moment.miles <= (seconds / 3600) * closing);
  const isOpenBefore = isOpen(first, (first?.time ?? 0) - begin);
  const isOpenAfter = isOpen(last, end - (last?.time ?? 0));
  return { outcome: isOpenBefore || isOpenAfter ? 'not-held' : 'does-not-fit', ...span };
}

function speedOf({ set, slots }: TrackEvidence, track: number): number {
  return ownSpeed(set.positions, slots, set.tracks, track) * SPEED_MARGIN;
}

/** The slots in which both ships were placed, in the order of time. */
function momentsOfBoth({ slots: { slot, lat, lon, first } }: TrackEvidence, a: number, b: number): readonly Moment[] {
  const moments: Moment[] = [];
  let other = first[b]!;
  for (let own = first[a]!; own < first[a + 1]!; own++) {
    while (other < first[b + 1]! && slot[other]! < slot[own]!) other++;
    if (other === first[b + 1]!) break;
    if (slot[other] !== slot[own]) continue;
    const miles = metresBetween(lat[own]!, lon[own]!, lat[other]!, lon[other]!) / NAUTICAL_MILE;
    moments.push({ time: slot[own]! * SLOT_SECONDS, miles });
  }
  return moments;
}

/** The longest time that touches the days in which the ships, not both received, could have come together and parted again. */
function longestHole(
  both: readonly Moment[],
  begin: number,
  end: number,
  closing: number,
): { readonly from: number; readonly to: number } | null {
  let longest: { from: number; to: number } | null = null;
  for (let at = 1; at < both.length; at++) {
    const [before, after] = [both[at - 1]!, both[at]!];
    const seconds = after.time - before.time;
    if (seconds <= SLOT_SECONDS || after.time < begin || before.time > end) continue;
    if (before.miles + after.miles > (seconds / 3600) * closing) continue;
    if (longest === null || seconds > longest.to - longest.from) longest = { from: before.time, to: after.time };
  }
  return longest;
}
