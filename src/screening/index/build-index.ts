import type { Entity } from '../../entities/entity.ts';
import type { EntityPiece } from '../../entities/entity-piece.ts';
import { IndexBuilder } from './index-builder.ts';
import { INDEXED_PROPS, NAME_PROPS } from './indexed-props.ts';
import { ScreeningIndex } from './screening-index.ts';

const PROP_NUMBERS = new Map(INDEXED_PROPS.map((prop, number) => [prop, number]));

/**
 * Builds the index of a list. The same entities give the same arrays, byte for byte.
 * @throws ScreeningError `cache-unusable` when there are more names or words than an index can hold
 */
export function buildIndex(entities: readonly Entity[]): ScreeningIndex {
  const builder = new IndexBuilder();
  for (const { schema, values } of entities) {
    builder.begin(schema);
    for (const { prop, value } of values) {
      const number = PROP_NUMBERS.get(prop);
      if (number !== undefined) addValue(builder, number, value);
    }
  }
  const { arrays, texts } = builder.finish(entities.keys());
  const ids = entities.map(({ id }) => id);
  const captions = entities.map(({ caption }) => caption);
  return new ScreeningIndex(arrays, { ...texts, ids, captions }, entities);
}

/** Adds entities of which another thread sent the values of `INDEXED_PROPS`. */
export function addPiece(builder: IndexBuilder, { schemas, counts, props, values }: EntityPiece): void {
  let at = 0;
  for (let entity = 0; entity < schemas.length; entity++) {
    builder.begin(schemas[entity]!);
    for (const end = at + counts[entity]!; at < end; at++) addValue(builder, props[at]!, values[at]!);
  }
}

function addValue(builder: IndexBuilder, prop: number, value: string): void {
  if (prop < NAME_PROPS.length) builder.addName(value, prop);
  else builder.addNumber(value);
}
