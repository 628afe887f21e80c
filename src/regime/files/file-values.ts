import { z } from 'zod';
import { toDecimal } from '../../core/decimal.ts';
import { isCalendarDate } from '../../core/time/calendar.ts';

/** Values that all files of a regime share. Each message says what to write, for it is read by lawyers. */

export const day = z
  .string({ error: 'write a day as YYYY-MM-DD' })
  .refine(isCalendarDate, { error: 'write an existing day as YYYY-MM-DD, such as 2017-12-22' });

/** A public address, or a document symbol such as `S/2014/253` with its address elsewhere is not enough. */
export const address = z
  .string({ error: 'write the address where this can be read, beginning with https://' })
  .regex(/^https?:\/\/[^\s/]+\.[^\s/]+/, {
    error: 'write the address where this can be read, beginning with https://',
  });

/** `seen`: the passage was read at the address. `recalled`: known, but the passage itself was not read. */
export const evidence = z.enum(['seen', 'recalled'], { error: 'write "seen" or "recalled"' });

export const word = z.string({ error: 'write one lower-case word' }).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
  error: 'write lower-case letters, digits and hyphens, such as refined-petroleum',
});

export const words = z.array(word, { error: 'write a list of words, such as [supply, insurance]' });

export const sentence = z.string({ error: 'write a sentence' }).min(3, { error: 'write a sentence' });

export const places = z
  .string({ error: 'write two capital letters (ISO 3166-1), such as CN' })
  .regex(/^[A-Z]{2}$/, { error: 'write two capital letters (ISO 3166-1), such as CN' });

/** Two, four or six digits, or a range of equal length such as "86-89". Quoted: YAML reads an unquoted 07 as the number 7. */
export const hsRange = z
  .string({ error: 'write an HS code in quotation marks, such as "2710" or "86-89"' })
  .regex(/^(\d{2}|\d{4}|\d{6})$|^(\d{2}-\d{2}|\d{4}-\d{4}|\d{6}-\d{6})$/, {
    error: 'write an HS code of 2, 4 or 6 digits, or a range of two such codes, such as "2710" or "86-89"',
  })
  .refine((text) => !text.includes('-') || text.slice(0, text.indexOf('-')) <= text.slice(text.indexOf('-') + 1), {
    error: 'write the lower code first, such as "86-89"',
  });

export const hsEdition = z
  .string({ error: 'write the edition, such as HS2017' })
  .regex(/^HS(1992|1996|2002|2007|2012|2017|2022)$/, {
    error: 'write an edition of the Harmonized System, such as HS2017',
  });

export const number = z
  .union([z.number(), z.string().regex(/^\d+(\.\d+)?$/)], { error: 'write a number, such as 500000' })
  .transform((value) => toDecimal(value));

export const symbol = z
  .string({ error: 'write a document symbol' })
  .regex(/^S\/(RES\/\d+\(\d{4}\)|\d{4}\/\d+(\/[A-Za-z0-9.]+)?|[A-Z0-9/.()-]+)$/, {
    error: 'write a document symbol, such as S/RES/2397(2017) or S/2024/255',
  });

/** A paragraph with its decision: `S/RES/1718(2006) OP8(a)(iii)`. */
export const provisionId = z
  .string({ error: 'write a paragraph with its decision' })
  .regex(/^S\/\S+ OP\d+(\([a-z0-9]+\))*$/, {
    error: 'write a paragraph with its decision, such as S/RES/1718(2006) OP8(a)(iii)',
  });
