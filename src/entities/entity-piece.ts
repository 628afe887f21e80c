import type { Entity } from './entity.ts';

/** Of several entities, in the order they were read, the values that another thread wants: flat, since that is quicker to send. */
export type EntityPiece = {
  readonly schemas: string[];
  /** How many values each entity has here. */
  readonly counts: number[];
  /** Of each value, which of the wanted properties it is of. */
  readonly props: number[];
  readonly values: string[];
};

const ENTITIES_OF_PIECE = 128;

/** Brings the wanted values of entities together, and hands them over a piece at a time. */
export class EntityPieces {
  readonly #wanted: ReadonlyMap<string, number>;
  readonly #send: (piece: EntityPiece) => void;
  #piece = emptyPiece();

  constructor(wanted: readonly string[], send: (piece: EntityPiece) => void) {
    this.#wanted = new Map(wanted.map((prop, number) => [prop, number]));
    this.#send = send;
  }

  add(entity: Entity): void {
    const { schemas, counts, props, values } = this.#piece;
    const before = values.length;
    for (const { prop, value } of entity.values) {
      const number = this.#wanted.get(prop);
      if (number === undefined) continue;
      props.push(number);
      values.push(value);
    }
    schemas.push(entity.schema);
    counts.push(values.length - before);
    if (schemas.length >= ENTITIES_OF_PIECE) this.finish();
  }

  /** Hands over what has not been yet. */
  finish(): void {
    if (this.#piece.schemas.length > 0) this.#send(this.#piece);
    this.#piece = emptyPiece();
  }
}

function emptyPiece(): EntityPiece {
  return { schemas: [], counts: [], props: [], values: [] };
}
