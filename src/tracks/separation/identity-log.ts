import type { Identity } from '../identity/identity.ts';
import type { TrackSet } from './track-set.ts';

/** A run of reports of one ship that say the same of her identity. Seconds since 1970; rows of the files. */
export type IdentitySpan = {
  readonly identity: Identity;
  readonly from: number;
  to: number;
  reports: number;
  /** Rows of the first and the last report. */
  readonly first: { readonly file: number; readonly row: number };
  last: { readonly file: number; readonly row: number };
};

/** What a ship said of herself, in the order of time. */
export type IdentityLog = readonly IdentitySpan[];

type Saying = { readonly time: number; readonly identity: Identity; readonly file: number; readonly row: number };

/**
 * The identity log of every track. What was sent without a position goes to the ship of its MMSI that reported nearest in time;
 * a number that sent no position at all has no ship here.
 */
export function identityLogs(set: TrackSet): IdentityLog[] {
  const { positions, tracks, statics } = set;
  const sayings = new Map<number, Saying[]>();
  const byMmsi = new Map<number, number[]>();
  tracks.forEach(({ mmsi }, at) => {
    byMmsi.set(mmsi, [...(byMmsi.get(mmsi) ?? []), at]);
  });
  for (const report of statics) {
    const candidates = byMmsi.get(report.mmsi);
    if (candidates === undefined) continue;
    const nearest =
      candidates.length === 1
        ? candidates[0]!
        : candidates.reduce((best, at) =>
            distance(set, at, report.time) < distance(set, best, report.time) ? at : best,
          );
    const list = sayings.get(nearest);
    if (list === undefined) sayings.set(nearest, [report]);
    else list.push(report);
  }
  return tracks.map(({ start, end }, at) => {
    const spans: IdentitySpan[] = [];
    const sent = sayings.get(at) ?? [];
    let next = 0;
    for (let row = start; row < end; row++) {
      while (next < sent.length && sent[next]!.time < positions.time[row]!) say(spans, sent[next++]!);
      const index = positions.identity?.[row] ?? 0;
      if (index === 0) continue;
      const identity = positions.identities[index - 1]!;
      const last = spans[spans.length - 1];
      if (last?.identity === identity) {
        last.to = positions.time[row]!;
        last.reports++;
        last.last = { file: positions.file[row]!, row: positions.row[row]! };
      } else say(spans, { time: positions.time[row]!, identity, file: positions.file[row]!, row: positions.row[row]! });
    }
    while (next < sent.length) say(spans, sent[next++]!);
    return spans;
  });
}

function say(spans: IdentitySpan[], { time, identity, file, row }: Saying): void {
  const last = spans[spans.length - 1];
  if (last?.identity === identity) {
    last.to = time;
    last.reports++;
    last.last = { file, row };
  } else spans.push({ identity, from: time, to: time, reports: 1, first: { file, row }, last: { file, row } });
}

/** Seconds from a time to the nearest report of a track. */
function distance({ positions: { time }, tracks }: TrackSet, track: number, at: number): number {
  const { start, end } = tracks[track]!;
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (time[middle]! < at) low = middle + 1;
    else high = middle;
  }
  const after = low < end ? time[low]! - at : Infinity;
  const before = low > start ? at - time[low - 1]! : Infinity;
  return Math.min(after, before);
}

/** What a ship had last said of a field at a time, or says next where she had said nothing yet. */
export function valueAt<Field extends keyof Identity>(
  log: IdentityLog,
  field: Field,
  time: number,
): Identity[Field] | null {
  let value: Identity[Field] | null = null;
  for (const { identity, from } of log) {
    if (identity[field] === null) continue;
    if (from > time && value !== null) break;
    value = identity[field];
    if (from > time) break;
  }
  return value;
}
