import type { Entity } from './entity.ts';
import { noOrigins, type Origins, packEntity, unpackEntity } from './packed-entity.ts';

/** Many entities as one row of bytes: a third of their size, and nothing in it to be followed when memory is cleared. */
export type PackedBytes = {
  readonly bytes: Uint8Array;
  /** Where each entity begins; one more at the end. */
  readonly starts: Uint32Array;
  readonly origins: Origins['known'];
};

/** Entities are brought together into pieces of about this size. */
const PIECE_CHARACTERS = 1 << 20;

export function packEntities(entities: readonly Entity[]): PackedBytes {
  const origins = noOrigins();
  return packTexts(
    entities.map((entity) => packEntity(entity, origins)),
    origins.known,
  );
}

/** The same of entities that are packed each. */
export function packTexts(texts: readonly string[], origins: Origins['known']): PackedBytes {
  const pieces: Buffer[] = [];
  const starts = new Uint32Array(texts.length + 1);
  let piece = '';
  let at = 0;
  for (const [number, text] of texts.entries()) {
    piece += text;
    at += Buffer.byteLength(text);
    starts[number + 1] = at;
    if (piece.length < PIECE_CHARACTERS && number + 1 < texts.length) continue;
    pieces.push(Buffer.from(piece));
    piece = '';
  }
  return { bytes: joined(pieces), starts, origins };
}

/** In memory of its own, so that it can be handed to another thread. */
function joined(pieces: readonly Buffer[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((size, { length }) => size + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** Entities kept after they were read. */
const MEMORY_LIMIT = 2000;

/** Packed entities by number, each read when it is asked for. */
export class PackedEntities {
  readonly packed: PackedBytes;
  readonly #buffer: Buffer;
  readonly #read = new Map<number, Entity>();

  constructor(packed: PackedBytes) {
    this.packed = packed;
    const { buffer, byteOffset, length } = packed.bytes;
    this.#buffer = Buffer.from(buffer, byteOffset, length);
  }

  /** @throws SyntaxError, TypeError when the bytes are none that entities were packed into */
  at(number: number): Entity {
    const known = this.#read.get(number);
    if (known !== undefined) return known;
    const { starts, origins } = this.packed;
    const entity = unpackEntity(this.#buffer.toString('utf8', starts[number], starts[number + 1]), origins);
    if (this.#read.size >= MEMORY_LIMIT) this.#read.clear();
    this.#read.set(number, entity);
    return entity;
  }
}
