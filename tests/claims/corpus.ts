import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { CLAIMANT_KINDS, MODALITIES, POLARITIES, PREDICATES, SPEECHES } from '../../src/claims/model/claim.ts';
import { QUALIFIERS } from '../../src/claims/model/quantity.ts';
import { isDecimal } from '../../src/core/decimal.ts';

/** Styles of text that the corpus holds in equal mix in both halves. */
export const STYLES = ['brief', 'wire', 'statement', 'panel', 'press', 'sheet'] as const;
export type Style = (typeof STYLES)[number];

export const HALVES = ['dev', 'held-out'] as const;
export type Half = (typeof HALVES)[number];
/** The halves, and texts written and annotated later, before any output on them was seen. */
export const SETS = [...HALVES, 'fresh'] as const;
export type CorpusSet = (typeof SETS)[number];

const country = z.string().regex(/^[A-Z]{2}$/);
const source = z.strictObject({
  name: z.string().min(1),
  kind: z.enum(CLAIMANT_KINDS),
  country: country.exactOptional(),
});
/** `aka`: other names the text gives the same claimant ("he", "the ministry" are not among them unless nothing better is). */
const claimant = source.extend({ aka: z.array(z.string().min(1)).exactOptional() });
const decimal = z.string().refine(isDecimal, 'a decimal in normal form');
const date = z.string().regex(/^\d{4}-\d\d-\d\d$/);

const quantity = z.strictObject({
  counts: z.string().min(1),
  unit: z.string().exactOptional(),
  qualifier: z.enum(QUALIFIERS),
  low: decimal.nullable(),
  high: decimal.nullable(),
  raw: z.string().min(1),
  scope: z.string().exactOptional(),
  alternative: z.string().exactOptional(),
  optional: z.literal(true).exactOptional(),
});

const claim = z.strictObject({
  quote: z.string().min(1).max(600),
  claimant,
  relay: z.array(claimant),
  polarity: z.enum(POLARITIES),
  modality: z.enum(MODALITIES),
  speech: z.enum(SPEECHES),
  predicate: z.enum(PREDICATES),
  roles: z.strictObject({
    agent: z.array(z.string()).exactOptional(),
    recipient: z.array(z.string()).exactOptional(),
    object: z.array(z.string()).exactOptional(),
    instrument: z.array(z.string()).exactOptional(),
    vessel: z.array(z.string()).exactOptional(),
  }),
  quantities: z.array(quantity),
  when: z.strictObject({ from: date.nullable(), to: date.nullable() }).exactOptional(),
  where: z.array(z.string()).exactOptional(),
  dissent: z.array(claimant).exactOptional(),
  accepts: z
    .strictObject({
      polarity: z.array(z.enum(POLARITIES)).exactOptional(),
      predicate: z.array(z.enum(PREDICATES)).exactOptional(),
      modality: z.array(z.enum(MODALITIES)).exactOptional(),
      speech: z.array(z.enum(SPEECHES)).exactOptional(),
    })
    .exactOptional(),
  optional: z.literal(true).exactOptional(),
});

export const annotationSchema = z.strictObject({
  style: z.enum(STYLES),
  published: date,
  source,
  claims: z.array(claim).min(1),
});

export type GoldQuantity = z.infer<typeof quantity>;
export type GoldClaimant = z.infer<typeof claimant>;
/** A gold claim with its place in the text. */
export type GoldClaim = z.infer<typeof claim> & { readonly start: number; readonly end: number };
export type AnnotatedText = {
  readonly name: string;
  readonly text: string;
  readonly style: Style;
  readonly published: string;
  readonly source: z.infer<typeof source>;
  readonly claims: readonly GoldClaim[];
};

/**
 * The annotated texts of one set, ordered by name. Every quote is resolved to its place.
 * @throws Error naming the file when an annotation breaks the schema or its quote is not in the text
 */
export function readCorpus(set: CorpusSet): readonly AnnotatedText[] {
  return readAnnotatedFolder(join(import.meta.dirname, set));
}

/** The annotated texts of any folder, for sets that are not part of the project. */
export function readAnnotatedFolder(folder: string): readonly AnnotatedText[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => file.slice(0, -'.txt'.length))
    .sort();
  return names.map((name) => readAnnotated(folder, name));
}

function readAnnotated(folder: string, name: string): AnnotatedText {
  const text = readFileSync(join(folder, `${name}.txt`), 'utf8');
  const parsed = annotationSchema.safeParse(parse(readFileSync(join(folder, `${name}.yaml`), 'utf8')));
  if (!parsed.success) throw new Error(`${name}.yaml: ${z.prettifyError(parsed.error)}`);
  const { claims, ...rest } = parsed.data;
  return {
    name,
    text,
    ...rest,
    claims: claims.map((gold) => {
      const start = text.indexOf(gold.quote);
      if (start < 0) throw new Error(`${name}.yaml: not in the text: ${gold.quote}`);
      return { ...gold, start, end: start + gold.quote.length };
    }),
  };
}
