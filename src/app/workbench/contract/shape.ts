import { z } from 'zod';
import type { DocumentId } from '../../../core/hash.ts';

/** A list in an answer; nobody changes an answer. */
export function list<Item extends z.ZodType>(item: Item) {
  return z.array(item).readonly();
}

/** A field that may be left out. JSON has no `undefined`: the field is there or it is not, and its type says so. */
export function optional<Shape extends z.ZodType>(shape: Shape): z.ZodExactOptional<Shape> {
  return shape.optional() as unknown as z.ZodExactOptional<Shape>;
}

export const texts = list(z.string());
export const text = z.string();
export const maybeText = z.string().nullable();

/**
 * An object of a request that is described as `whole` and taken as `loose` takes it: the room that reads it checks it field by
 * field and says what to write instead, which no shape can.
 */
export function describedAs<Loose extends z.ZodObject>(loose: Loose, whole: z.ZodObject): Loose {
  const { properties = {} } = z.toJSONSchema(whole, { io: 'input' });
  return loose.meta({ properties });
}

/** `sha256:` and the hash of the bytes. */
export const documentId = z.string() as unknown as z.ZodType<DocumentId>;

/** RFC 9457, with the code of the room that refused and the file, field or id that it speaks of. */
export const problem = z
  .object({
    type: text,
    title: text,
    status: z.int(),
    detail: text,
    code: text,
    place: optional(text),
  })
  .meta({ id: 'Problem' });
