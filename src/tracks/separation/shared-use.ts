import type { Positions } from '../positions/positions.ts';
import type { Thresholds } from '../thresholds.ts';
import type { SharedUse, Track } from './track-set.ts';

type Span = { readonly from: number; readonly to: number; readonly number: number };

/**
 * The times in which at least two ships report under one number. Each has to report in the midst of another's reports: ships
 * that use it in turn do not share it.
 */
export function sharedUses(positions: Positions, tracks: readonly Track[], thresholds: Thresholds): SharedUse[] {
  const mmsi = tracks[0]?.mmsi;
  if (mmsi === undefined || tracks.length < 2) return [];
  const spans = tracks.flatMap((track) => spansOf(positions, track, thresholds['shared-mmsi.hole-hours'] * 3600));
  const edges = spans
    .flatMap((span) => [
      { at: span.from, span, opens: true },
      { at: span.to, span, opens: false },
    ])
    .sort((a, b) => a.at - b.at || Number(b.opens) - Number(a.opens));
  const uses: SharedUse[] = [];
  const open = new Set<Span>();
  let since: number | undefined;
  let numbers = new Set<number>();
  for (const { at, span, opens } of edges) {
    if (opens) open.add(span);
    else open.delete(span);
    const reporting = new Set([...open].map(({ number }) => number));
    if (reporting.size >= 2) {
      since ??= at;
      for (const number of reporting) numbers.add(number);
    } else if (since !== undefined) {
      if (at > since) uses.push({ mmsi, from: since, to: at, numbers: [...numbers].sort((a, b) => a - b) });
      since = undefined;
      numbers = new Set();
    }
  }
  return uses.filter((use) => isInterleaved(positions, tracks, use, thresholds['shared-mmsi.reports']));
}

/** When a ship reports: from her first report to her last, without the holes that are too long. */
function spansOf(positions: Positions, track: Track, hole: number): Span[] {
  const { time } = positions;
  const spans: Span[] = [];
  let from = time[track.start]!;
  for (let at = track.start + 1; at < track.end; at++) {
    if (time[at]! - time[at - 1]! <= hole) continue;
    spans.push({ from, to: time[at - 1]!, number: track.number });
    from = time[at]!;
  }
  spans.push({ from, to: time[track.end - 1]!, number: track.number });
  return spans;
}

/** At least two of the ships report often enough within the time. */
function isInterleaved(positions: Positions, tracks: readonly Track[], use: SharedUse, least: number): boolean {
  const { time } = positions;
  const often = tracks.filter((track) => {
    let count = 0;
    for (let at = track.start; at < track.end; at++) if (time[at]! >= use.from && time[at]! <= use.to) count++;
    return count >= least;
  });
  return often.length >= 2;
}
