import { RECEIVERS } from '../../positions/report.ts';
import { bearingBetween, KNOT, longitudeBetween, metresBetween } from '../../positions/sphere.ts';
import { round } from '../event/event.ts';
import type { TrackEvidence } from '../event/evidence.ts';
import type { SignalGap } from './gap.ts';
import { type Presence, STEP_SECONDS } from './presence.ts';

export type GapCause = 'silence' | 'reception' | 'undetermined';

/** Why a cause is given: what else was heard there and then, and how the ship is heard otherwise. */
export type GapBasis = {
  readonly reason:
    | 'others-heard'
    | 'others-lost-too'
    | 'weakly-received'
    | 'same-hour-every-day'
    | 'few-others'
    | 'others-heard-in-part'
    | 'sailed-out';
  /** Other ships that were there, as far as their own positions before and after tell. */
  readonly others: number;
  /** Hours of the gap in which others were heard as usual, in which they were not, and of which nothing is known. */
  readonly hoursHeard: number;
  readonly hoursLost: number;
  readonly hoursUnknown: number;
  /** The share of its half hours in which this ship is heard when it is not silent for long. */
  readonly usualShare: number;
  readonly ownReportsBefore: number;
  readonly receivers: readonly string[];
};

/** Others' weight below which nothing can be said of a time: about one ship nearby. */
const LEAST_WEIGHT = 0.75;
/** A gap that is lost reception begins and ends with it, give or take a report. */
const EDGE_SECONDS = 5400;
const DAY = 86_400;

/**
 * Tells a silence from lost reception. A ship was silent when others near her were heard as usual while she was not; when they
 * were lost too, or she is hardly ever heard, or not at that hour of any day, it was the reception. Else it stays open, as it does when she
 * sailed on to where nobody is heard.
 */
export function causeOf(
  evidence: TrackEvidence,
  presence: Presence,
  gap: SignalGap,
): { cause: GapCause; basis: GapBasis } {
  const { set, thresholds } = evidence;
  const { time, lat, lon } = set.positions;
  const { track, before, after, seconds } = gap;
  const hours = { heard: 0, lost: 0, unknown: 0 };
  const others = new Set<number>();
  const begun = time[before]!;
  for (let step = Math.ceil(begun / STEP_SECONDS); step * STEP_SECONDS < time[after]!; step++) {
    const share = (step * STEP_SECONDS - begun) / seconds;
    const here = presence.heard(
      step,
      lat[before]! + share * (lat[after]! - lat[before]!),
      lon[before]! + share * longitudeBetween(lon[before]!, lon[after]!),
      track,
    );
    for (const ship of here.ships) others.add(ship);
    const ratio = here.heard / here.usual;
    if (here.usual < LEAST_WEIGHT) hours.unknown += 0.5;
    else if (ratio >= thresholds['gap.heard-share']) hours.heard += 0.5;
    else if (ratio <= thresholds['gap.lost-share']) hours.lost += 0.5;
    else hours.unknown += 0.5;
  }
  const usual = presence.usual[track]!;
  const reports = reportsBefore(evidence, gap);
  const basis = {
    others: others.size,
    hoursHeard: hours.heard,
    hoursLost: hours.lost,
    hoursUnknown: hours.unknown,
    usualShare: round(usual, 2),
    ...reports,
  };
  const say = (cause: GapCause, reason: GapBasis['reason']): { cause: GapCause; basis: GapBasis } => ({
    cause,
    basis: { reason, ...basis },
  });
  if (usual < thresholds['gap.weak-share']) return say('reception', 'weakly-received');
  const all = hours.heard + hours.lost + hours.unknown;
  const edge = Math.min(EDGE_SECONDS / 3600, all / 4);
  if (hours.lost > 0 && hours.heard <= Math.max(edge, all / 10) && hours.lost >= hours.unknown)
    return say('reception', 'others-lost-too');
  if (isDailyHole(evidence, gap)) return say('reception', 'same-hour-every-day');
  if (sailedOut(evidence, presence, gap)) return say('undetermined', 'sailed-out');
  if (hours.heard >= Math.min(all / 2, thresholds['gap.hours'])) return say('silence', 'others-heard');
  return hours.heard + hours.lost < hours.unknown
    ? say('undetermined', 'few-others')
    : say('undetermined', 'others-heard-in-part');
}

/**
 * Whether a ship was under way, when she was last heard, to where no other is heard: past the edge of what receivers reach, as far as anybody's
 * reports tell. Those who are heard behind her say nothing of the reception ahead.
 */
function sailedOut({ set }: TrackEvidence, presence: Presence, { track, before, after }: SignalGap): boolean {
  const { time, lat, lon } = set.positions;
  const { start } = set.tracks[track]!;
  let earlier = before;
  while (earlier > start && time[before]! - time[earlier]! < COURSE_SECONDS) earlier--;
  const sailed = metresBetween(lat[earlier]!, lon[earlier]!, lat[before]!, lon[before]!);
  if (sailed < LEAST_KNOTS * KNOT * (time[before]! - time[earlier]!) || sailed === 0) return false;
  const direction = bearingBetween(lat[earlier]!, lon[earlier]!, lat[before]!, lon[before]!);
  const until = Math.min(time[after]!, time[before]! + AHEAD_SECONDS);
  for (let step = Math.ceil(time[before]! / STEP_SECONDS); step * STEP_SECONDS <= until; step++)
    if (presence.isHeardAhead(step, lat[before]!, lon[before]!, direction, track)) return false;
  return true;
}

/** Over which a course is taken; a slower ship does not sail out. */
const COURSE_SECONDS = 1200;
const LEAST_KNOTS = 3;
/** So long after the last report others ahead of her are looked for. */
const AHEAD_SECONDS = 3 * 3600;

function reportsBefore(
  { set, thresholds }: TrackEvidence,
  { track, before }: SignalGap,
): { ownReportsBefore: number; receivers: readonly string[] } {
  const { time, receiver } = set.positions;
  const since = time[before]! - thresholds['gap.before-hours'] * 3600;
  const receivers = new Set<string>();
  let count = 0;
  for (let row = before; row >= set.tracks[track]!.start && time[row]! >= since; row--) {
    count++;
    receivers.add(RECEIVERS[receiver[row]!]!);
  }
  return { ownReportsBefore: count, receivers: [...receivers].sort() };
}

/** A hole at the same hours on other days: the satellites do not pass then. A longer silence is more than that. */
function isDailyHole({ set, thresholds }: TrackEvidence, { track, before, after, seconds }: SignalGap): boolean {
  if (seconds > DAY / 2) return false;
  const { time } = set.positions;
  const { start, end } = set.tracks[track]!;
  let days = 0;
  for (let row = start + 1; row < end; row++) {
    if (row === after) continue;
    const from = time[row - 1]!;
    const to = time[row]!;
    if (to - from < DAILY_HOLE || to - from > DAY / 2) continue;
    const shift = Math.round((from - time[before]!) / DAY) * DAY;
    if (shift === 0) continue;
    const common = Math.min(to - shift, time[after]!) - Math.max(from - shift, time[before]!);
    if (common >= seconds * DAILY_SHARE) days++;
  }
  const covered = (time[end - 1]! - time[start]! - seconds) / DAY;
  return days >= DAILY_LEAST && days >= covered * DAILY_SHARE_OF_DAYS && seconds < thresholds['gap.hours'] * 3600 * 2;
}

const DAILY_HOLE = 2 * 3600;
const DAILY_SHARE = 0.6;
const DAILY_LEAST = 2;
const DAILY_SHARE_OF_DAYS = 0.4;
