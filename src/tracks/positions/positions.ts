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

/**
 * The same columns in memory that threads share, so that handing them over copies nothing. One is copied after the other: what is not
 * shared is collected meanwhile.
 */
export function inSharedMemory(positions: Positions): Positions {
  const { time, lat, lon, sog, cog, receiver, file, row, identity } = positions;
  const shared = <Column extends { readonly byteLength: number; set(from: Column): void }>(
    column: Column,
    on: (memory: SharedArrayBuffer) => Column,
  ): Column => {
    const copy = on(new SharedArrayBuffer(column.byteLength));
    copy.set(column);
    return copy;
  };
  const wide = (memory: SharedArrayBuffer) => new Uint32Array(memory);
  const signed = (memory: SharedArrayBuffer) => new Int32Array(memory);
  const short = (memory: SharedArrayBuffer) => new Uint16Array(memory);
  return {
    ...positions,
    time: shared(time, wide),
    lat: shared(lat, signed),
    lon: shared(lon, signed),
    sog: shared(sog, short),
    cog: shared(cog, short),
    receiver: shared(receiver, (memory) => new Uint8Array(memory)),
    file: shared(file, short),
    row: shared(row, wide),
    identity: identity === null ? null : shared(identity, wide),
  };
}

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
