import { z } from 'zod';
import { BASES } from '../../../claims/model/basis.ts';
import {
  CLAIM_PARTS,
  CLAIM_STATUSES,
  CLAIMANT_KINDS,
  type Claim,
  FACTUALITIES,
  MODALITIES,
  POLARITIES,
  PREDICATES,
  ROLES,
  SPEECHES,
} from '../../../claims/model/claim.ts';
import { NATURES, QUALIFIERS, QUANTITY_PARTS, type Quantity } from '../../../claims/model/quantity.ts';
import { CREDIBILITIES } from '../../../core/admiralty.ts';
import { describedAs, documentId, list, maybeText, optional, text, texts } from './shape.ts';

export const claimant = z.object({ name: text, kind: z.enum(CLAIMANT_KINDS), country: optional(text) });

const basis = z.enum(BASES);
const interval = z.object({ from: maybeText, to: maybeText });

const quantityFields = z.object({
  counts: text,
  unit: optional(text),
  qualifier: z.enum(QUALIFIERS),
  /** Exact decimals as text. */
  low: maybeText,
  high: maybeText,
  lowOpen: optional(z.boolean()),
  highOpen: optional(z.boolean()),
  raw: text,
  window: optional(interval),
  of: optional(text),
  event: optional(text),
  nature: optional(z.enum(NATURES)),
  asOf: optional(text),
  basis: optional(partial(QUANTITY_PARTS, basis)),
  convention: optional(text),
  /** Of a figure out of a series of trade figures: which series, and as of which day. */
  series: optional(z.object({ kind: text, authority: text, asOf: maybeText })),
  alternative: optional(text),
}) satisfies z.ZodType<Quantity>;

export const quantity = quantityFields.meta({ id: 'Quantity' });

const claimFields = {
  start: z.int(),
  end: z.int(),
  claimant,
  relay: list(claimant),
  polarity: z.enum(POLARITIES),
  modality: z.enum(MODALITIES),
  speech: z.enum(SPEECHES),
  predicate: z.enum(PREDICATES),
  roles: partial(ROLES, texts),
  quantities: list(quantity),
  when: z.object({ from: maybeText, to: maybeText, raw: maybeText }),
  where: texts,
};

export const claim = z
  .object({
    id: text,
    document: documentId,
    quote: text,
    ...claimFields,
    status: z.enum(CLAIM_STATUSES),
    factuality: optional(z.enum(FACTUALITIES)),
    basis: optional(partial(CLAIM_PARTS, basis)),
    candidates: optional(partial(CLAIM_PARTS, texts)),
    dissent: optional(list(z.object({ claimant, quote: text }))),
    locator: optional(z.object({ page: optional(z.int()), paragraph: optional(text) })),
    rules: texts,
  })
  .meta({ id: 'Claim' }) satisfies z.ZodType<Claim>;

/** Fields of a claim as a person says them; the quote follows from start and end. `claim-input.ts` reads them. */
export const askedClaim = describedAs(
  z.looseObject({}),
  z.object({ document: text, ...claimFields, quantities: list(quantityFields) }).partial(),
);

export const credibility = z.enum(CREDIBILITIES);

/** An object that may have any of some fields, all of one shape. */
function partial<const Name extends string, Shape extends z.ZodType>(names: readonly Name[], shape: Shape) {
  const fields = Object.fromEntries(names.map((name) => [name, optional(shape)]));
  return z.object(fields as { readonly [name in Name]: z.ZodExactOptional<Shape> });
}
