import { z } from 'zod';
import { plainName } from '../../../core/plain-name.ts';

/** Parameters that many requests share. */

const MOST_LIMIT = 1000;

/** `?cursor=&limit=` */
export const pageQuery = {
  cursor: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(MOST_LIMIT).optional(),
};

/** A filter; an empty one filters nothing. */
export const filter = z
  .string()
  .max(2000)
  .transform((text) => (text === '' ? undefined : text))
  .optional();

/** A field of a form; an empty one is none. */
export const emptyAsNone = z
  .string()
  .trim()
  .max(2000)
  .transform((text) => (text === '' ? undefined : text))
  .optional();

/** A field of a form that holds JSON of a shape; an empty one is none. */
export const jsonField = <Shape extends z.ZodType>(shape: Shape) =>
  z
    .string()
    .max(60_000)
    .transform((text, context): unknown => {
      if (text.trim() === '') return undefined;
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'it is no JSON' });
        return z.NEVER;
      }
    })
    .pipe(shape.optional())
    .optional();

/** A day as YYYY-MM-DD. */
export const day = z.iso.date('a day as YYYY-MM-DD is expected');

/** The one id in a path. */
export const idParameter = z.object({ id: z.string().max(200) });

/** Who makes an act, and why. */
export const signed = {
  by: z
    .string()
    .trim()
    .min(1, 'say who makes this act')
    .max(200)
    .refine((name) => plainName(name) !== undefined, 'a name may hold no control character and nothing that hides'),
  reason: z.string().max(10_000).nullish(),
};
