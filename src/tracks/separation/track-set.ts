import type { LeftOut, Positions, StaticReport } from '../positions/positions.ts';

/** One ship's positions: `[start, end)`, in the order of time. */
export type Track = {
  readonly mmsi: number;
  /** Counts the ships that use the MMSI, from 1 by their first report. */
  readonly number: number;
  readonly start: number;
  readonly end: number;
};

export type DisplacedPattern = 'jump' | 'circle' | 'land';

/** Reports `[start, end)` of a number that no ship could have sailed to. */
export type DisplacedRun = {
  readonly mmsi: number;
  /** The ship's track that the run stands in. */
  readonly number: number;
  readonly start: number;
  readonly end: number;
  readonly pattern: DisplacedPattern;
  /** Metres from the last report before the run to its first. */
  readonly jump: number;
};

/** A time in which at least two ships report under one number. Seconds since 1970. */
export type SharedUse = {
  readonly mmsi: number;
  readonly from: number;
  readonly to: number;
  readonly numbers: readonly number[];
};

/** Positions with the ships distinguished: what detection works on. */
export type TrackSet = {
  readonly positions: Positions;
  /** By MMSI and number; positions in none of them are noise, displaced, or doubled by a wrong clock. */
  readonly tracks: readonly Track[];
  readonly displaced: readonly DisplacedRun[];
  readonly shared: readonly SharedUse[];
  readonly statics: readonly StaticReport[];
  readonly files: readonly string[];
  readonly leftOut: LeftOut;
};
