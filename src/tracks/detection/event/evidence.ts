import { flagOf } from '../../identity/country-digits.ts';
import { DEGREE } from '../../positions/report.ts';
import { mmsiText } from '../../reading/report-line.ts';
import { type IdentityLog, identityLogs, valueAt } from '../../separation/identity-log.ts';
import { placeInSlots, type Slots } from '../../separation/slots.ts';
import type { Track, TrackSet } from '../../separation/track-set.ts';
import { parametersOf, type Thresholds } from '../../thresholds.ts';
import type { EventVessel, RowSpan } from './event.ts';

/** What detectors work on, and how they say what their events rest on. What several of them need is made once, when asked for. */
export class TrackEvidence {
  readonly set: TrackSet;
  readonly thresholds: Thresholds;
  #slots: Slots | undefined;
  #logs: readonly IdentityLog[] | undefined;

  constructor(set: TrackSet, thresholds: Thresholds) {
    this.set = set;
    this.thresholds = thresholds;
  }

  get slots(): Slots {
    this.#slots ??= placeInSlots(this.set.positions, this.set.tracks, this.thresholds['encounter.hole-minutes'] * 60);
    return this.#slots;
  }

  get logs(): readonly IdentityLog[] {
    this.#logs ??= identityLogs(this.set);
    return this.#logs;
  }

  /** The ship of a track as it named itself at a time. */
  vessel(track: number, time: number): EventVessel {
    const { mmsi, number } = this.set.tracks[track]!;
    const log = this.logs[track]!;
    return {
      mmsi: mmsiText(mmsi),
      imo: valueAt(log, 'imo', time),
      name: valueAt(log, 'name', time),
      flag: flagOf(mmsi),
      track: number,
    };
  }

  /** The AIS ship type of a track as it was sent at a time; null where none was. */
  shipType(track: number, time: number): number | null {
    return valueAt(this.logs[track]!, 'type', time);
  }

  parameters(kind: string): Readonly<Record<string, number>> {
    return parametersOf(this.thresholds, kind);
  }

  /** The rows of the files from one position to another of a ship, both within: a span for each file. */
  rows(from: number, to: number): RowSpan[] {
    const { file, row } = this.set.positions;
    const spans = new Map<number, { first: number; last: number }>();
    for (let at = from; at <= to; at++) {
      const known = spans.get(file[at]!);
      if (known === undefined) spans.set(file[at]!, { first: row[at]!, last: row[at]! });
      else {
        if (row[at]! < known.first) known.first = row[at]!;
        if (row[at]! > known.last) known.last = row[at]!;
      }
    }
    return [...spans].map(([index, span]) => ({ file: this.fileName(index), ...span }));
  }

  fileName(index: number): string {
    return this.set.files[index] ?? '';
  }

  /** First position of a track at or after a time; the track's end for none. */
  firstFrom(track: Track, time: number): number {
    const { time: times } = this.set.positions;
    let low = track.start;
    let high = track.end;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (times[middle]! < time) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The rows of a track that enclose two times. */
  rowsBetween(track: number, from: number, to: number): RowSpan[] {
    const one = this.set.tracks[track]!;
    const { time } = this.set.positions;
    let first = this.firstFrom(one, from);
    if (first > one.start && (first === one.end || time[first]! > from)) first--;
    const last = Math.min(one.end - 1, this.firstFrom(one, to));
    return this.rows(first, Math.max(first, last));
  }

  place(row: number): { lat: number; lon: number } {
    const { lat, lon } = this.set.positions;
    return { lat: lat[row]! / DEGREE, lon: lon[row]! / DEGREE };
  }
}
