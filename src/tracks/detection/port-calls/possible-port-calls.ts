import { UNKNOWN } from '../../positions/positions.ts';
import { DEGREE } from '../../positions/report.ts';
import { angleBetween, bearingBetween, metresBetween } from '../../positions/sphere.ts';
import { eventId, type FoundEvent, round } from '../event/event.ts';
import type { TrackEvidence } from '../event/evidence.ts';
import { gapsOf, type SignalGap } from '../silences/gap.ts';
import { gapEnds } from '../silences/gaps.ts';
import type { PortReach, ReachedPort } from '../silences/port-reach.ts';

/** Speed in knots below which the course over ground says nothing of where a ship is bound. */
const UNDER_WAY = 2;
/** A course is taken from the way since an earlier report at least so far off, where none is reported. */
const COURSE_METRES = 500;
const COURSE_SECONDS = 7200;

/**
 * Possible port calls: a silence in which a ship could reach a port of a watched country, stay, and get to where she was heard
 * again, and on both sides of which she was under way with the port ahead or behind. One event for each gap.
 */
export function findPossiblePortCalls(
  evidence: TrackEvidence,
  reach: PortReach,
  watched: ReadonlySet<string>,
): FoundEvent[] {
  const { thresholds } = evidence;
  const angle = thresholds['possible-port-call.angle'];
  const stay = thresholds['possible-port-call.stay-hours'];
  const found: FoundEvent[] = [];
  for (const gap of gapsOf(evidence, thresholds['gap.hours'] * 3600)) {
    const start = courseBefore(evidence, gap.before);
    const end = courseAfter(evidence, gap.after);
    if (start === undefined || end === undefined) continue;
    const pointed = reach
      .of(gap)
      .filter(({ port, spareHours }) => watched.has(port.country) && spareHours >= stay)
      .map((reached) => ({ ...reached, ...anglesAt(evidence, gap, reached, start, end) }))
      .filter(({ startAngle, endAngle }) => startAngle <= angle && endAngle <= angle)
      .sort((a, b) => a.startAngle + a.endAngle - b.startAngle - b.endAngle || (a.port.id < b.port.id ? -1 : 1));
    const [best] = pointed;
    if (best !== undefined) found.push(callOf(evidence, gap, best, pointed, [...watched].sort().join(',')));
  }
  return found;
}

type Pointed = ReachedPort & { readonly startAngle: number; readonly endAngle: number };

function anglesAt(
  { set }: TrackEvidence,
  { before, after }: SignalGap,
  { port }: ReachedPort,
  start: number,
  end: number,
): { startAngle: number; endAngle: number } {
  const { lat, lon } = set.positions;
  const portLat = port.lat * DEGREE;
  const portLon = port.lon * DEGREE;
  return {
    startAngle: angleBetween(start, bearingBetween(lat[before]!, lon[before]!, portLat, portLon)),
    endAngle: angleBetween(end, bearingBetween(portLat, portLon, lat[after]!, lon[after]!)),
  };
}

/** The course on which a ship fell silent; undefined when she was not under way. */
function courseBefore({ set }: TrackEvidence, row: number): number | undefined {
  const track = set.tracks.find(({ start, end }) => row >= start && row < end);
  return courseAt(set.positions, row, -1, track?.start ?? row);
}

function courseAfter({ set }: TrackEvidence, row: number): number | undefined {
  const track = set.tracks.find(({ start, end }) => row >= start && row < end);
  return courseAt(set.positions, row, 1, (track?.end ?? row + 1) - 1);
}

function courseAt(
  { time, lat, lon, sog, cog }: TrackEvidence['set']['positions'],
  row: number,
  step: -1 | 1,
  limit: number,
): number | undefined {
  if (sog[row] !== UNKNOWN && cog[row] !== UNKNOWN) return sog[row]! >= UNDER_WAY * 10 ? cog[row]! / 10 : undefined;
  for (let other = row + step; step < 0 ? other >= limit : other <= limit; other += step) {
    if (Math.abs(time[row]! - time[other]!) > COURSE_SECONDS) return undefined;
    if (metresBetween(lat[other]!, lon[other]!, lat[row]!, lon[row]!) < COURSE_METRES) continue;
    const bearing = bearingBetween(lat[other]!, lon[other]!, lat[row]!, lon[row]!);
    return step < 0 ? bearing : (bearing + 180) % 360;
  }
  return undefined;
}

function callOf(
  evidence: TrackEvidence,
  gap: SignalGap,
  best: Pointed,
  pointed: readonly Pointed[],
  watched: string,
): FoundEvent {
  const { time } = evidence.set.positions;
  const vessels = [evidence.vessel(gap.track, time[gap.before]!)];
  const from = time[gap.before]!;
  const to = time[gap.after]!;
  const rows = evidence.rows(gap.before, gap.after);
  const place = { lat: best.port.lat, lon: best.port.lon };
  const gapId = eventId({
    kind: 'gap',
    vessels,
    from,
    to,
    ...place,
    parameters: evidence.parameters('gap'),
    rows,
    details: {},
  });
  return {
    kind: 'possible-port-call',
    vessels,
    from,
    to,
    ...place,
    parameters: { ...evidence.parameters('possible-port-call'), watched },
    rows,
    details: {
      port: best.port,
      ports: pointed.map(({ port, spareHours, startAngle, endAngle }) => ({
        port,
        spareHours,
        startAngle: Math.round(startAngle),
        endAngle: Math.round(endAngle),
      })),
      gap: { id: gapId, hours: round(gap.seconds / 3600, 2), ...gapEnds(evidence, gap) },
      spareHours: best.spareHours,
    },
  };
}
