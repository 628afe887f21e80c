import type { ColumnArray } from './positions.ts';

/** Writes the first values of a column each to its place. There is a loop for each width, since an engine compiles well what sees one kind of array. */
export function scatter(from: ColumnArray, to: ColumnArray, places: Uint32Array, count: number): void {
  if (from.BYTES_PER_ELEMENT === 4) scatterWide(asWide(from), asWide(to), places, count);
  else if (from.BYTES_PER_ELEMENT === 2) scatterShort(from as Uint16Array, to as Uint16Array, places, count);
  else scatterBytes(from as Uint8Array, to as Uint8Array, places, count);
}

function asWide({ buffer, byteOffset, length }: ColumnArray): Uint32Array {
  return new Uint32Array(buffer, byteOffset, length);
}

function scatterWide(from: Uint32Array, to: Uint32Array, places: Uint32Array, count: number): void {
  for (let at = 0; at < count; at++) to[places[at]!] = from[at]!;
}

function scatterShort(from: Uint16Array, to: Uint16Array, places: Uint32Array, count: number): void {
  for (let at = 0; at < count; at++) to[places[at]!] = from[at]!;
}

function scatterBytes(from: Uint8Array, to: Uint8Array, places: Uint32Array, count: number): void {
  for (let at = 0; at < count; at++) to[places[at]!] = from[at]!;
}
