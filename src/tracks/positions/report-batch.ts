import type { Identity } from '../identity/identity.ts';

/**
 * Positions of rows of one file in columns as wide as those they are kept in, `count` of them, in the order of the file; the reader fills the
 * same columns again, so a sink copies what it keeps. What no row says is null.
 */
export type ReportBatch = {
  readonly file: number;
  count: number;
  readonly mmsi: Uint32Array;
  readonly time: Uint32Array;
  readonly lat: Int32Array;
  readonly lon: Int32Array;
  /** Tenths, `UNKNOWN` where not given. */
  readonly sog: Uint16Array;
  readonly cog: Uint16Array;
  readonly row: Uint32Array;
  readonly receiver: Uint8Array | null;
  readonly identity: (Identity | null)[] | null;
};

/** @param most rows it has room for */
export function emptyBatch(
  file: number,
  most: number,
  says: { readonly receiver: boolean; readonly identity: boolean },
): ReportBatch {
  return {
    file,
    count: 0,
    mmsi: new Uint32Array(most),
    time: new Uint32Array(most),
    lat: new Int32Array(most),
    lon: new Int32Array(most),
    sog: new Uint16Array(most),
    cog: new Uint16Array(most),
    row: new Uint32Array(most),
    receiver: says.receiver ? new Uint8Array(most) : null,
    identity: says.identity ? new Array<Identity | null>(most).fill(null) : null,
  };
}
