import { memoized } from '../../core/memoized.ts';
import {
  differenceOf,
  FINGERPRINT_POINTS,
  fingerprintKeys,
  MOST_DIFFERENT,
} from '../../documents/similarity/picture-fingerprint.ts';
import { type SharedPassage, sharedPassage } from '../../documents/similarity/shared-passage.ts';
import {
  bandKeys,
  similarityOf,
  type TextSignature,
  textSignature,
} from '../../documents/similarity/text-signature.ts';
import type { TextLayer } from '../../documents/text/text-layer.ts';
import type { Evidence } from '../acts/evidence.ts';
import type { AcquiredDocument } from '../acts/gathering.ts';

/** As much of a document as two are compared by. */
export type ComparedDocument = Pick<AcquiredDocument, 'document' | 'custody'> & {
  readonly layer: TextLayer;
  readonly source: { readonly name: string };
};

/** Share of common shingles from which two texts may be one text that was passed on. Two of ten words changed leave half. */
const LEAST_SHARE = 0.5;
/** Words of the longest passage that must stand in both: texts of one form share many short ones. */
const LEAST_WORDS = 30;

/** Two documents of which one may have its text or its picture from the other, or both from a third. */
export type SimilarDocuments = {
  readonly a: string;
  readonly b: string;
  /** Of texts the share of their shingles that they have in common, estimated; of pictures that of the points of comparison. */
  readonly share: number;
  /** The longest passage that stands in both; null of pictures, which are compared as pictures. */
  readonly passage: SharedPassage | null;
  /** What a person said of it; null while it is the program's proposal alone, which counts until somebody says otherwise. */
  readonly judgement: 'derives' | 'independent' | null;
};

const signatures = new WeakMap<TextLayer, TextSignature>();

/** Worked out once for each text, which takes a millisecond for some thousand words. */
export function signatureOf(layer: TextLayer): TextSignature {
  const known = signatures.get(layer);
  if (known !== undefined) return known;
  const signature = textSignature(layer.text);
  signatures.set(layer, signature);
  return signature;
}

/** Whether documents can be compared at once: a page need not wait for what many texts take. */
export function areCompared(documents: readonly ComparedDocument[]): boolean {
  return documents.every(({ layer }) => signatures.has(layer));
}

/**
 * Pairs of documents whose texts or pictures are much alike, in their order. A container and what lay in it are no pair, and neither are lists
 * and other data that no claim is read from.
 */
export function similarDocuments(
  documents: readonly ComparedDocument[],
  { judgedDocuments }: Pick<Evidence, 'judgedDocuments'>,
): readonly SimilarDocuments[] {
  const judged = new Map(judgedDocuments.map((one) => [pairKey(...one.documents), one.judgement]));
  const byBand = new Map<string, number[]>();
  const tried = new Set<string>();
  const pairs: SimilarDocuments[] = [];
  for (const [at, { layer }] of documents.entries()) {
    for (const key of keysOf(layer)) {
      const others = byBand.get(key) ?? [];
      for (const other of others) {
        const pair = `${other} ${at}`;
        if (tried.has(pair)) continue;
        tried.add(pair);
        const found = pairOf(documents[other], documents[at], judged);
        if (found !== null) pairs.push(found);
      }
      // A form that hundreds fill in is a form: what they share is not passed on from one to the other.
      if (others.length < MOST_ALIKE) byBand.set(key, [...others, at]);
    }
  }
  return pairs;
}

const MOST_ALIKE = 50;

/** A text is found by its words, a picture that is no page of text by what it shows. */
function keysOf(layer: TextLayer): readonly string[] {
  const signature = signatureOf(layer);
  if (signature !== null) return bandKeys(signature);
  return layer.fingerprint === undefined ? [] : fingerprintKeys(layer.fingerprint).map((key) => `picture ${key}`);
}

function pairOf(
  a: ComparedDocument | undefined,
  b: ComparedDocument | undefined,
  judged: ReadonlyMap<string, 'derives' | 'independent'>,
): SimilarDocuments | null {
  if (a === undefined || b === undefined || liesIn(a, b) || liesIn(b, a)) return null;
  const found = textSimilarity(a.layer, b.layer) ?? pictureSimilarity(a.layer, b.layer);
  if (found === null) return null;
  const judgement = judged.get(pairKey(a.document, b.document)) ?? null;
  return { a: a.document, b: b.document, ...found, judgement };
}

type Similarity = Pick<SimilarDocuments, 'share' | 'passage'>;

function textSimilarity(a: TextLayer, b: TextLayer): Similarity | null {
  const [one, two] = [signatureOf(a), signatureOf(b)];
  if (one === null || two === null) return null;
  const share = similarityOf(one, two);
  if (share < LEAST_SHARE) return null;
  const passage = passageOf(a)(b);
  return passage === null || passage.words < LEAST_WORDS ? null : { share, passage };
}

function pictureSimilarity({ fingerprint: one }: TextLayer, { fingerprint: two }: TextLayer): Similarity | null {
  if (one === undefined || two === undefined) return null;
  const different = differenceOf(one, two);
  return different > MOST_DIFFERENT ? null : { share: 1 - different / FINGERPRINT_POINTS, passage: null };
}

/** Found once for each pair of texts, however often a record that goes on being held asks. */
const passageOf = memoized((a: TextLayer) => memoized((b: TextLayer) => sharedPassage(a.text, b.text)));

function liesIn({ custody }: ComparedDocument, { document }: ComparedDocument): boolean {
  return custody.derivedFrom?.document === document;
}

function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
