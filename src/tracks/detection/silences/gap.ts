import type { TrackEvidence } from '../event/evidence.ts';

/** A silence of one ship: between two positions that follow each other. */
export type SignalGap = {
  readonly track: number;
  /** The last position before and the first after. */
  readonly before: number;
  readonly after: number;
  readonly seconds: number;
};

/** All silences of at least so long. */
export function gapsOf({ set }: TrackEvidence, least: number): SignalGap[] {
  const { time } = set.positions;
  const found: SignalGap[] = [];
  set.tracks.forEach(({ start, end }, track) => {
    for (let row = start + 1; row < end; row++) {
      const seconds = time[row]! - time[row - 1]!;
      if (seconds >= least) found.push({ track, before: row - 1, after: row, seconds });
    }
  });
  return found;
}
