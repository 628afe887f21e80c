import type { Claimant } from '../../claims/model/claim.ts';
import { sha256Hex } from '../../core/hash.ts';
import { canonicalJson } from '../../core/json/canonical-json.ts';
import type { MediaKind } from '../../documents/text/text-layer.ts';
import type { ExportedClaim, ExportedDocument, ExportedRecord } from '../model/exported.ts';
import { claimReviewWords } from '../model/review-words.ts';
import { claimantKey, documentKey, hasNamedClaimant, namedClaimants } from '../names.ts';

/** One value with what it stands on: a row of the statement model. */
export type FtmValue = {
  readonly prop: string;
  readonly value: string;
  /** The document's own phrase, where `value` is made of it. */
  readonly original?: string;
};

/** An entity of FollowTheMoney. `isReviewed` is false where it rests on nothing that a person has accepted. */
export type FtmItem = {
  readonly id: string;
  readonly schema: string;
  readonly dataset: string;
  readonly values: readonly FtmValue[];
  /** Day on which the record first had it. */
  readonly firstSeen: string;
  readonly isReviewed: boolean;
};

/**
 * The record as entities: documents, who is named as a claimant, each claim as a note on its document with the claim in full,
 * and the bond between claimant and document. Quantities, polarity and basis have no property of their own in this model: they
 * stand in the note's text, and whole in its JSON.
 */
export function ftmItems(record: ExportedRecord): readonly FtmItem[] {
  const dataset = datasetOf(record.origin);
  return [
    ...record.documents.map((document) => documentItem(document, dataset)),
    ...claimantItems(record, dataset),
    ...record.claims.flatMap((claim) => claimItems(claim, dataset)),
    ...remarkItem(record, dataset),
  ];
}

/** The name of the dataset: lower-case letters, digits and underscores, which is all that other programs take. */
export function datasetOf(origin: string): string {
  return origin
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
}

const SCHEMATA: Readonly<Record<MediaKind, string>> = {
  html: 'HyperText',
  pdf: 'Pages',
  docx: 'Document',
  doc: 'Document',
  text: 'PlainText',
  csv: 'Table',
  xlsx: 'Workbook',
  xls: 'Workbook',
  ods: 'Workbook',
  eml: 'Email',
  msg: 'Email',
  mbox: 'Package',
  zip: 'Package',
  tar: 'Package',
  gzip: 'Package',
  warc: 'Package',
  wacz: 'Package',
  mhtml: 'Package',
  rtf: 'Document',
  pptx: 'Document',
  png: 'Image',
  jpeg: 'Image',
  gif: 'Image',
  webp: 'Image',
  bmp: 'Image',
  telegram: 'Document',
  ftm: 'Document',
};

function documentItem(document: ExportedDocument, dataset: string): FtmItem {
  const { fileName, title, mediaType, published, url, source, retrieved, parent, text, language } = document;
  return {
    id: documentKey(document),
    schema: SCHEMATA[document.kind],
    dataset,
    firstSeen: retrieved.slice(0, 10),
    // That a document came in is no reading of it.
    isReviewed: true,
    values: present({
      fileName: fileName.split('/').at(-1) ?? fileName,
      title,
      // The model has one of the two names of this type.
      mimeType: document.kind === 'rtf' ? 'text/rtf' : mediaType,
      contentHash: document.sha1,
      fileSize: String(document.size),
      publishedAt: published,
      retrievedAt: retrieved.slice(0, 19),
      sourceUrl: url,
      publisher: source?.name ?? null,
      language: language === null ? null : (LANGUAGES.get(language.slice(0, 2).toLowerCase()) ?? null),
      parent: parent === null ? null : documentKey({ id: parent }),
      bodyText: text.trim() === '' ? null : text,
    }),
  };
}

/** The model names languages by three letters (ISO 639-3); of others it is silent here. */
const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ['ar', 'ara'],
  ['de', 'deu'],
  ['en', 'eng'],
  ['es', 'spa'],
  ['fa', 'fas'],
  ['fr', 'fra'],
  ['ja', 'jpn'],
  ['ko', 'kor'],
  ['ru', 'rus'],
  ['uk', 'ukr'],
  ['zh', 'zho'],
]);

const CLAIMANTS: Readonly<Record<Claimant['kind'], string>> = {
  state: 'PublicBody',
  'state-organ': 'PublicBody',
  'un-body': 'Organization',
  intergovernmental: 'Organization',
  ngo: 'Organization',
  company: 'Company',
  newsroom: 'Organization',
  person: 'Person',
  sensor: 'LegalEntity',
  unnamed: 'LegalEntity',
};

function claimantItems({ claims }: ExportedRecord, dataset: string): readonly FtmItem[] {
  return namedClaimants(claims).map((claimant) => {
    const own = claims.filter(
      (one) => hasNamedClaimant(one) && claimantKey(one.claim.claimant) === claimantKey(claimant),
    );
    return {
      id: claimantKey(claimant),
      schema: CLAIMANTS[claimant.kind],
      dataset,
      firstSeen: firstDay(own),
      isReviewed: own.some(({ isReviewed }) => isReviewed),
      values: present({ name: claimant.name, country: claimant.country?.toLowerCase() ?? null }),
    };
  });
}

function firstDay(claims: readonly ExportedClaim[]): string {
  return claims.map(({ document }) => document.retrieved.slice(0, 10)).sort()[0] ?? '';
}

function claimItems(exported: ExportedClaim, dataset: string): readonly FtmItem[] {
  const { claim, document, statement, isReviewed, place } = exported;
  const common = { dataset, isReviewed, firstSeen: document.retrieved.slice(0, 10) };
  const words = claimReviewWords(exported);
  const who = claim.claimant.kind === 'unnamed' ? 'an unnamed source' : claim.claimant.name;
  const note: FtmItem = {
    ...common,
    id: claim.id,
    schema: 'Note',
    values: present({
      name: `Claim ${claim.id}`,
      description: [`${who}: ${statement}`, `“${claim.quote}” (${place})`, words],
      entity: documentKey(document),
      proof: documentKey(document),
      publisher: document.source?.name ?? null,
      // The claim whole, as `panel claims --json` prints it.
      notes: canonicalJson(JSON.parse(JSON.stringify({ ...claim, isReviewed }))),
    }).map((one) => (one.prop === 'description' ? { ...one, original: claim.quote } : one)),
  };
  if (!hasNamedClaimant(exported)) return [note];
  return [
    note,
    {
      ...common,
      id: `${claim.id}-claimant`,
      schema: 'Documentation',
      values: present({
        document: documentKey(document),
        entity: claimantKey(claim.claimant),
        role: 'claimant',
        status: isReviewed ? 'reviewed' : 'not reviewed',
        summary: words,
      }),
    },
  ];
}

/** What was held back, and what the form cannot say: a note of its own, since lines have no place for remarks. */
function remarkItem({ leftOut, documents, program, at }: ExportedRecord, dataset: string): readonly FtmItem[] {
  const sentences = [`Written by ${program} from a record as of ${at}.`, ...leftOut];
  return [
    {
      id: `about-${sha256Hex(JSON.stringify([dataset, at, documents.map(({ id }) => id)])).slice(0, 32)}`,
      schema: 'Note',
      dataset,
      firstSeen: at.slice(0, 10),
      isReviewed: true,
      values: present({ name: 'About this export', description: sentences }),
    },
  ];
}

/** Values that are there, in the order given. Broken characters of a document are no text for others. */
function present(values: Readonly<Record<string, string | readonly string[] | null>>): readonly FtmValue[] {
  return Object.entries(values).flatMap(([prop, value]) =>
    (value === null ? [] : [value].flat()).map((one) => ({ prop, value: one.replaceAll('\0', '').toWellFormed() })),
  );
}
