/** Whole numbers in columns. */
export type Numbers = Uint32Array | Int32Array | Uint16Array | Uint8Array;

/**
 * Writes the first values of a column to where those of their groups stand next; without a column only the places are counted on. There is a
 * loop for each width, since an engine compiles well what sees one kind of array.
 * @param next where the next value of each group goes
 */
export function spread<Column extends Numbers>(
  from: Column | undefined,
  to: Column,
  groups: Uint32Array,
  count: number,
  next: Uint32Array,
): void {
  if (from === undefined) for (let at = 0; at < count; at++) next[groups[at]!]!++;
  else if (from.BYTES_PER_ELEMENT === 4) spreadWide(asWide(from), asWide(to), groups, count, next);
  else if (from.BYTES_PER_ELEMENT === 2) spreadShort(from as Uint16Array, to as Uint16Array, groups, count, next);
  else spreadBytes(from as Uint8Array, to as Uint8Array, groups, count, next);
}

function asWide({ buffer, byteOffset, length }: Numbers): Uint32Array {
  return new Uint32Array(buffer, byteOffset, length);
}

function spreadWide(from: Uint32Array, to: Uint32Array, groups: Uint32Array, count: number, next: Uint32Array): void {
  for (let at = 0; at < count; at++) to[next[groups[at]!]!++] = from[at]!;
}

function spreadShort(from: Uint16Array, to: Uint16Array, groups: Uint32Array, count: number, next: Uint32Array): void {
  for (let at = 0; at < count; at++) to[next[groups[at]!]!++] = from[at]!;
}

function spreadBytes(from: Uint8Array, to: Uint8Array, groups: Uint32Array, count: number, next: Uint32Array): void {
  for (let at = 0; at < count; at++) to[next[groups[at]!]!++] = from[at]!;
}
