import type { Identity } from '../identity/identity.ts';

/** "Not known" in the columns of speed and course. */
export const UNKNOWN = 65_535;

/**
 * Positions in columns, ordered by MMSI, ship (track) and time; equal ones are there once. 31 to 35 bytes a position, so that a hundred
 * million fit beside the rest in 4 GB.
 */
export type Positions = {
  readonly count: number;
  /** Seconds since 1970 UTC. */
  readonly time: Uint32Array;
  /** Units of 1e-7 degree. */
  readonly lat: Int32Array;
  readonly lon: Int32Array;
  /** Tenths of a knot and of a degree; `UNKNOWN` where not given. */
  readonly sog: Uint16Array;
  readonly cog: Uint16Array;
  /** Index into `RECEIVERS`. */
  readonly receiver: Uint8Array;
  readonly file: Uint16Array;
  readonly row: Uint32Array;
  /** 1 + index into `identities`, 0 for none; null when no row has any. */
  readonly identity: Uint32Array | null;
  readonly identities: readonly Identity[];
};

/** What one MMSI sent: its positions in `[start, end)`. */
export type VesselRange = { readonly mmsi: number; readonly start: number; readonly end: number };

/** An identity that was sent without a position (AIS messages 5, 19, 24). */
export type StaticReport = {
  readonly mmsi: number;
  readonly time: number;
  readonly identity: Identity;
  readonly file: number;
  readonly row: number;
};

/** All that was read, before ships that share an MMSI are distinguished. */
export type PositionSet = {
  readonly positions: Positions;
  /** By ascending MMSI. */
  readonly vessels: readonly VesselRange[];
  /** By MMSI and time. */
  readonly statics: readonly StaticReport[];
  readonly files: readonly string[];
  readonly leftOut: LeftOut;
};

/** Reports that were read and say nothing of a ship's movements: how many, and why. */
export type LeftOut = {
  readonly noTime: number;
  readonly noPosition: number;
  /** Base stations, aids to navigation, aircraft. */
  readonly noShip: number;
  readonly outsidePeriod: number;
  readonly duplicates: number;
};
