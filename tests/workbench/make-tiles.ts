import { crc32, deflateSync } from 'node:zlib';

/** Bytes of a tile's header, by the third version of PMTiles. */
const HEADER = 127;
const UNCOMPRESSED = 1;
const PNG_TILES = 2;
/** Zooms 0 to 3 have 1 + 4 + 16 + 64 tiles. */
const ZOOMS = { last: 3, tiles: 85 };

/** A map of one colour over the whole world, as a PMTiles file (version 3): one tile that stands for all of four zooms. */
export function makeTiles(colour: readonly [number, number, number], metadata: object): Buffer {
  const tile = picture(colour);
  // One entry: its first tile, how many follow that are the same, its length, its place.
  const directory = Buffer.from([1, 0, ...varint(ZOOMS.tiles), ...varint(tile.length), 1]);
  const described = Buffer.from(JSON.stringify(metadata));
  const header = Buffer.alloc(HEADER);
  header.write('PMTiles', 'latin1');
  header[7] = 3;
  const places = [directory, described, Buffer.alloc(0), tile];
  let offset = HEADER;
  for (const [at, part] of places.entries()) {
    header.writeBigUInt64LE(BigInt(offset), 8 + 16 * at);
    header.writeBigUInt64LE(BigInt(part.length), 16 + 16 * at);
    offset += part.length;
  }
  for (const [at, count] of [ZOOMS.tiles, 1, 1].entries()) header.writeBigUInt64LE(BigInt(count), 72 + 8 * at);
  header.set([1, UNCOMPRESSED, UNCOMPRESSED, PNG_TILES, 0, ZOOMS.last], 96);
  for (const [at, degrees] of [-180, -85, 180, 85].entries()) header.writeInt32LE(degrees * 1e7, 102 + 4 * at);
  return Buffer.concat([header, ...places]);
}

const PIXELS = 16;

/** A picture of one colour (PNG: red, green and blue of eight bits, no filter). */
function picture(colour: readonly number[]): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(PIXELS);
  head.writeUInt32BE(PIXELS, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const line = [0, ...Array.from({ length: PIXELS }, () => colour).flat()];
  const lines = Buffer.from(Array.from({ length: PIXELS }, () => line).flat());
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(value >> 7)];
}
