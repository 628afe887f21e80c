import { z } from 'zod';
import type { Custody } from '../../../../documents/custody/custody.ts';
import { PROTECTIONS } from '../../../../documents/custody/protection.ts';
import { MEDIA_KINDS } from '../../../../documents/text/text-layer.ts';
import { claimRow } from '../claim.ts';
import { get, post } from '../endpoint.ts';
import { page } from '../page.ts';
import { box, confidence } from '../picture-shape.ts';
import { day, emptyAsNone, filter, idParameter, jsonField, pageQuery, signed } from '../request.ts';
import { documentId, list, maybeText, optional, text, texts } from '../shape.ts';
import { actsDone } from './act.ts';

const TAG = 'Documents';

export const documentSummary = z
  .object({
    id: text,
    title: text,
    file: text,
    kind: z.enum(MEDIA_KINDS),
    source: text,
    published: maybeText,
    acquired: text,
    size: z.int(),
    claims: z.int(),
    toReview: z.int(),
    /** What of it no claim is read from, in words that go on after its name; `whole` where that is all of it. */
    unread: list(z.object({ whole: z.boolean(), words: text })),
  })
  .meta({ id: 'DocumentSummary' });
export type DocumentSummary = z.infer<typeof documentSummary>;

const capture = {
  status: z.int(),
  finalUrl: text,
  serverDate: maybeText,
  requester: text,
  login: z.boolean(),
};

/** How a list came over the network. */
const listCapture = z.object({ ...capture, redirects: texts });

/** How a document came over the network, so that the capture can be judged and repeated. */
const documentCapture = z.object({
  ...capture,
  address: text,
  redirects: list(z.object({ address: text, status: z.int(), location: text, at: text })),
  remoteAddress: text,
  headers: list(z.tuple([text, text]).readonly()),
  certificate: z.object({ sha256: text, subject: text, issuer: text, from: text, to: text }).nullable(),
  received: z.int(),
  receivedSha256: text,
  started: text,
  ended: text,
});

const custody = z
  .object({
    identity: z.object({
      document: documentId,
      sha512: text,
      size: z.int(),
      mediaType: text,
      evidence: z.enum(['document', 'capture', 'image', 'ais-extract', 'interview-note', 'ledger-row']),
    }),
    origin: z.object({
      place: maybeText,
      fileName: text,
      source: maybeText,
      publisher: maybeText,
      author: maybeText,
      title: maybeText,
      published: maybeText,
      publishedBy: z.enum(['dossier', 'document']).nullable(),
      language: maybeText,
      obtainedFrom: maybeText,
    }),
    collection: z.object({
      collector: text,
      method: z.enum(['file', 'folder', 'dossier', 'download', 'hand-over']),
      tool: text,
      started: text,
      ended: text,
      modified: maybeText,
      request: z.union([documentCapture, listCapture]).nullable(),
    }),
    handling: z.object({
      marking: maybeText,
      sourceProtection: z.enum(['open', 'restricted', 'protected']),
      legalBasis: maybeText,
      harmNote: maybeText,
      releaseAfter: maybeText,
    }),
    events: list(
      z.object({
        kind: z.enum([
          'collected',
          'received',
          'copied',
          'redacted',
          'transcribed',
          'translated',
          'accessed',
          'exported',
          'destroyed',
        ]),
        at: text,
        by: text,
        before: documentId.nullable(),
        after: documentId.nullable(),
        reason: maybeText,
      }),
    ),
    /** Of a document that lay inside another one. */
    derivedFrom: optional(z.object({ document: documentId, path: text, how: text, written: maybeText })),
    /** Hashes and signatures that came with it, and what became of them when it was taken in. */
    checks: optional(
      list(z.object({ what: text, outcome: z.enum(['holds', 'fails', 'not-checked']), detail: maybeText })),
    ),
  })
  .meta({ id: 'Custody' }) satisfies z.ZodType<Custody>;

/** The text as blocks, never as markup of its own. Offsets are UTF-16 code units of the text layer. */
const block = z.object({
  kind: z.enum(['title', 'heading', 'paragraph', 'list-item', 'quotation', 'table-cell', 'footnote']),
  start: z.int(),
  end: z.int(),
  page: z.int().nullable(),
  paragraph: maybeText,
  /** True for a table cell that begins a row. */
  beginsRow: z.boolean(),
  text,
});

const documentDetail = z.object({
  summary: documentSummary,
  custody,
  act: text,
  reader: text,
  notes: texts,
  withheld: maybeText,
  blocks: list(block),
  /** Parts of the text that a program read off pictures of pages. */
  recognised: list(
    z.object({
      start: z.int(),
      end: z.int(),
      page: z.int(),
      by: z.enum(['reader', 'file']),
      confidence,
      languages: maybeText,
    }),
  ),
  /** Languages that the program tells from the text, with their shares of 100. */
  languages: list(z.object({ name: text, share: z.int() })),
  /** Documents whose text or picture is much alike, null while they are still compared; `judgement` is a person's word, null while it is the program's proposal. */
  similar: list(
    z.object({
      document: text,
      title: text,
      source: text,
      /** Pictures that are no pages of text are compared as pictures: `words` and `passage` say nothing of them. */
      by: z.enum(['text', 'picture']),
      share: z.int(),
      words: z.int(),
      passage: text,
      judgement: z.enum(['derives', 'independent']).nullable(),
    }),
  ).nullable(),
  /** What the file says of itself, which nobody checked. */
  stated: list(z.object({ name: text, value: text })),
  claims: list(claimRow),
});
export type DocumentDetail = z.infer<typeof documentDetail>;

/** The words that were read off the picture of a page, each with its place on it. */
const pageWords = z.object({
  words: list(z.object({ start: z.int(), end: z.int(), text, box, confidence: z.number() })),
});
export type PageWords = z.infer<typeof pageWords>;

/** What taking files in came to: the result of its job. */
export const documentsAdded = z.object({
  /** `tracks`: a file of ships' positions, which is on the page Ships and not among the texts. */
  added: list(z.object({ file: text, document: text, known: z.boolean(), unread: texts, tracks: z.boolean() })),
  refused: list(z.object({ file: text, code: text, message: text })),
});
export type DocumentsAdded = z.infer<typeof documentsAdded>;

const refusalList = z.object({ refusals: list(z.object({ name: text, code: text, message: text })) });
export type RefusalList = z.infer<typeof refusalList>;

/** What `source` may name, with those that documents brought. */
const sourceList = z.object({
  sources: list(
    z.object({
      id: text,
      name: text,
      kind: text,
      reliability: maybeText,
      reliabilityReason: maybeText,
      country: maybeText,
      /** Who could have made it say so. */
      controls: texts,
      parent: maybeText,
      protection: z.enum(PROTECTIONS),
      /** How many documents it has given. */
      documents: z.int(),
    }),
  ),
});
export type SourceList = z.infer<typeof sourceList>;

/** A document and a page of it, from 1. */
export const pageParameters = idParameter.extend({ page: z.coerce.number().int().min(1).max(100_000) });

const sourceWords = z.object({
  ...signed,
  name: z.string().trim().min(1).max(200).optional(),
  kind: z.string().max(40).optional(),
  country: z.string().max(20).optional(),
  grade: z.string().max(1).optional(),
  gradeReason: z.string().max(2000).optional(),
  controls: z.array(z.string().max(200)).max(100).optional(),
  parent: z.string().max(200).optional(),
  protection: z.enum(PROTECTIONS).optional(),
});
export type SourceRequest = z.input<typeof sourceWords>;

export const documentEndpoints = {
  page: get('/documents', {
    tag: TAG,
    summary: 'Documents, the newest first',
    query: z.object({ q: filter, ...pageQuery }),
    answer: page(documentSummary),
  }),
  detail: get('/documents/{id}', {
    tag: TAG,
    summary: 'A document: custody, text as blocks, claims',
    parameters: idParameter,
    answer: documentDetail,
  }),
  words: get('/documents/{id}/pages/{page}/words', {
    tag: TAG,
    summary: 'The words that were read off the picture of a page',
    parameters: pageParameters,
    answer: pageWords,
  }),
  refusals: get('/refusals', { tag: TAG, summary: 'Files that were not taken in, and why', answer: refusalList }),
  sources: get('/sources', { tag: TAG, summary: 'Sources that documents have', answer: sourceList }),
  describeSource: post('/sources/{id}', {
    tag: TAG,
    summary: 'Says what a source is: its grade, who controls it, whether its name may leave',
    parameters: idParameter,
    body: sourceWords,
    answer: actsDone,
  }),
};

/** What lies in sent files, before any of it is taken in: the result of its job. */
export const contentsListed = z.object({
  files: list(
    z.object({
      file: text,
      /** The documents in it, by whose numbers from 0 they are chosen. */
      members: list(z.object({ path: text, size: z.int(), written: maybeText, url: maybeText })),
      /** What lies in it and is taken for no document: scripts of a page, a system's own files. */
      others: z.int(),
      /** What cannot be taken out of it, or why it cannot be opened at all. */
      refused: list(z.object({ path: text, message: text })),
    }),
  ),
});
export type ContentsListed = z.infer<typeof contentsListed>;

/** `POST /documents/contents`, a form with files that hold others. Nothing is kept of them. Answers a job. */
export const contentsForm = {
  path: '/documents/contents',
  tag: TAG,
  summary: 'Lists what lies in archives, mails and captures, and keeps nothing; answers a job',
  fields: z.object({}),
};

/** Numbers of documents in one of the files of a form, by its place among them. */
const chosenMembers = z
  .array(z.object({ file: z.int().min(0), members: z.array(z.int().min(0)).max(10_000) }))
  .max(500);

/** `POST /documents`, a multipart form with many files as `file`: what it says with them. Answers a job. */
export const documentsForm = {
  path: '/documents',
  tag: TAG,
  summary: 'Takes files in; answers a job',
  fields: z.object({
    by: signed.by,
    source: z.string().trim().min(1, 'say whose document it is').max(200),
    kind: emptyAsNone,
    country: emptyAsNone,
    /** Of the source: whether what it gives, and its name, may leave the workspace. */
    protection: emptyAsNone.pipe(z.enum(PROTECTIONS).optional()),
    /** Of the source: its reliability with the reason, and who controls it, parted by semicolons. */
    grade: emptyAsNone,
    gradeReason: emptyAsNone,
    controls: emptyAsNone.transform((names) => names?.split(';').map((name) => name.trim())),
    published: emptyAsNone.pipe(day.optional()),
    url: emptyAsNone,
    /** JSON: of files that hold others, what of it is taken in. Of those that are not named here, all is. */
    chosen: jsonField(chosenMembers),
  }),
};
