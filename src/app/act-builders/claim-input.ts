import { z } from 'zod';
import {
  CLAIM_STATUSES,
  CLAIMANT_KINDS,
  type Claim,
  FACTUALITIES,
  MODALITIES,
  POLARITIES,
  PREDICATES,
  SPEECHES,
} from '../../claims/model/claim.ts';
import { parseQuantity } from '../../claims/model/parse-quantity.ts';
import { describeError } from '../../core/errors.ts';
import { parseStrictJson } from '../../core/json/strict-json.ts';
import { jsonOf } from '../acts/acquire.ts';
import type { ReadDocument } from '../derivation/reading/read-documents.ts';
import { AppError } from '../errors.ts';

/** The JSON object of an option. @throws AppError `bad-option` */
export function parseObject(text: string, option: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = parseStrictJson(text);
  } catch (cause) {
    throw new AppError('bad-option', `no JSON that can be taken (${describeError(cause)})`, { place: option, cause });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new AppError('bad-option', 'a JSON object is expected, such as {"predicate":"said"}', { place: option });
  return value as Record<string, unknown>;
}

/** What a person may say of a claim. The quote follows from start and end, the status from accept and reject. */
export const EDITABLE: readonly string[] = [
  'start',
  'end',
  'claimant',
  'relay',
  'polarity',
  'modality',
  'factuality',
  'speech',
  'predicate',
  'roles',
  'quantities',
  'when',
  'where',
];
const FIXED: Readonly<Record<string, string>> = {
  id: 'reject the claim and add another',
  document: 'reject the claim and add another',
  quote: 'it is the text from "start" to "end"; change these',
  status: 'use "panel claims accept" or "reject"',
};

/** A misspelt field would be passed over in silence. @throws AppError `bad-option` */
export function checkFields(given: Record<string, unknown>, option: string, allowed: readonly string[]): void {
  for (const field of Object.keys(given)) {
    if (allowed.includes(field)) continue;
    const why = (Object.hasOwn(FIXED, field) ? FIXED[field] : undefined) ?? `there is ${allowed.join(', ')}`;
    throw new AppError('bad-option', `"${field}" of a claim cannot be changed here: ${why}`, { place: option });
  }
}

/** A quote is the sentence or quotation that carries the claim. */
const LONGEST_QUOTE = 600;

const claimant = z.object({ name: z.string().min(1), kind: z.enum(CLAIMANT_KINDS), country: z.string().optional() });
const names = z.array(z.string());
const claimInput = z.object({
  id: z.string().default(''),
  document: z.string(),
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
  claimant,
  relay: z.array(claimant).default([]),
  polarity: z.enum(POLARITIES).default('asserts'),
  modality: z.enum(MODALITIES).default('states'),
  factuality: z.enum(FACTUALITIES).nullish(),
  speech: z.enum(SPEECHES).default('reported'),
  predicate: z.enum(PREDICATES),
  roles: z
    .object({
      agent: names,
      recipient: names,
      object: names,
      origin: names,
      destination: names,
      instrument: names,
      vessel: names,
    })
    .partial()
    .default({}),
  quantities: z.array(z.unknown()).default([]),
  when: z
    .object({ from: z.string().nullable(), to: z.string().nullable(), raw: z.string().nullable() })
    .default({ from: null, to: null, raw: null }),
  where: names.default([]),
  status: z.enum(CLAIM_STATUSES).default('accepted'),
});

/** A claim without a passage cannot be published: `quote` is always the very slice of the document's text. */
export function checkClaim(value: unknown, documents: readonly ReadDocument[], rules: readonly string[]): Claim {
  const parsed = claimInput.safeParse(value);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new AppError('bad-input', `the claim does not fit: ${faults.join('; ')}`);
  }
  const { data } = parsed;
  const document = documents.find((one) => one.document === data.document);
  if (document === undefined)
    throw new AppError('no-such-document', 'the record holds no such document, or its text is withheld', {
      place: data.document.slice(0, 80),
    });
  const { text } = document.layer;
  if (data.end <= data.start || data.end > text.length) {
    throw new AppError(
      'bad-input',
      `characters ${data.start} to ${data.end} are no passage of a text of ${text.length}`,
    );
  }
  if (data.end - data.start > LONGEST_QUOTE)
    throw new AppError(
      'bad-input',
      `a passage of ${data.end - data.start} characters is too long to quote; name the sentence, at most ${LONGEST_QUOTE}`,
    );
  const quote = text.slice(data.start, data.end);
  const quantities = data.quantities.map((quantity, at) => {
    const parsedOne = parseQuantity(quantity, `quantities[${at}]`);
    if (!quote.includes(parsedOne.raw))
      throw new AppError(
        'bad-input',
        `"raw" must be the words of the passage that give the figure; "${parsedOne.raw}" does not stand there`,
        { place: `quantities[${at}]` },
      );
    return parsedOne;
  });
  const { factuality, ...fields } = data;
  const stated = factuality == null ? {} : { factuality };
  return jsonOf({ ...fields, ...stated, quote, quantities, rules }) as unknown as Claim;
}
