import type { Identity } from '../identity/identity.ts';

/** "Not known" in the columns of speed and course. */
export const UNKNOWN = 65_535;

/** Positions in columns: 31 to 35 bytes a position, so that a hundred million fit beside the rest in 4 GB. */
export type PositionColumns = {
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
};

/** Positions ordered by MMSI, ship (track) and time; equal ones are there once. */
export type Positions = PositionColumns & { readonly count: number; readonly identities: readonly Identity[] };

/** A column with its rows. */
export type ColumnArray = Uint32Array | Int32Array | Uint16Array | Uint8Array;

/** Other columns made of each of these in turn; one that is missing stays so. */
export function mapColumns(
  { time, lat, lon, sog, cog, receiver, file, row, identity }: PositionColumns,
  made: <One extends ColumnArray>(column: One) => One,
): PositionColumns {
  return {
    time: made(time),
    lat: made(lat),
    lon: made(lon),
    sog: made(sog),
    cog: made(cog),
    receiver: made(receiver),
    file: made(file),
    row: made(row),
    identity: identity === null ? null : made(identity),
  };
}

/** The columns that are there, in a list. */
export function columnsOf({
  time,
  lat,
  lon,
  sog,
  cog,
  receiver,
  file,
  row,
  identity,
}: PositionColumns): readonly ColumnArray[] {
  const always = [time, lat, lon, sog, cog, receiver, file, row];
  return identity === null ? always : [...always, identity];
}

/** The same columns in memory that threads share, where they are not in such already: handing them over then copies nothing. */
export function inSharedMemory(positions: Positions): Positions {
  const columns = mapColumns(positions, (column) => {
    if (column.buffer instanceof SharedArrayBuffer) return column;
    const kind = column.constructor as new (memory: SharedArrayBuffer) => typeof column;
    const copy = new kind(new SharedArrayBuffer(column.byteLength));
    copy.set(column);
    return copy;
  });
  return { ...positions, ...columns };
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
