import { type DocumentId, documentIdOf } from '../../core/hash.ts';
import { canonicalJson } from '../../core/json/canonical-json.ts';
import {
  type Acquisition,
  type CollectionMethod,
  custodyOf,
  type DerivedFrom,
  type DocumentCapture,
} from '../../documents/custody/custody.ts';
import type { Protection } from '../../documents/custody/protection.ts';
import { type DocumentContent, isStoredFile } from '../../documents/custody/stored-file.ts';
import { DocumentError } from '../../documents/document-error.ts';
import { type TakenFile, takeFile } from '../../documents/dossier/intake.ts';
import { takeLargeFile } from '../../documents/large-file.ts';
import type { ReadingProgress } from '../../documents/limits.ts';
import type { DocumentReader } from '../../documents/reader.ts';
import type { Check, TextLayer } from '../../documents/text/text-layer.ts';
import { isCapture } from '../../documents/unpack.ts';
import type { ActDraft } from '../../record/log/act.ts';
import { type TrackForm, tracksAmongDocuments } from '../../tracks/reading/track-form.ts';
import { PROGRAM, programName } from '../version.ts';
import type { CorrectedOrigin, RefusedBody, SourceFacts } from './act-body.ts';
import type { Evidence } from './evidence.ts';
import type { AcquiredDocument } from './gathering.ts';

/** What the caller knows of a document besides its bytes. */
export type Offered = {
  /** The name inside the folder, as the dossier or the user gives it. */
  readonly file: string;
  readonly within: string;
  /** What the file is called where it came from, when it lies under another name here. A label, never a path. */
  readonly called?: string;
  /** Who brought it, when a person did and not the program. */
  readonly by?: string;
  readonly source: string;
  readonly published: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly title: string | null;
  readonly method: CollectionMethod;
  /** How far its source is to be kept from outsiders; open where nothing is said. */
  readonly protection?: Protection | undefined;
  /** Of a document that lies inside another one: its bytes, and what it comes from. */
  readonly inside?: { readonly bytes: Uint8Array; readonly from: DerivedFrom; readonly isCapture: boolean };
  /** Hashes that a file beside it states of it, held against its bytes. */
  readonly checks?: readonly Check[] | undefined;
  /** Which of what lies in it is taken in, by its number there from 0; all of it where nothing is said. */
  readonly chosen?: readonly number[] | undefined;
  /** The same by the paths that the documents have in it. */
  readonly members?: readonly string[] | undefined;
  /** How it came over the network. */
  readonly request?: DocumentCapture;
};

/** A file as it was read: its bytes, or where they lie when they are too many to be held. */
export type AcquiredFile = Omit<TakenFile, 'bytes'> & { readonly content: DocumentContent };

/** Told how far the reading of one file is, where that takes long, and what ends it. */
export type ReadingWatch = {
  readonly working?: (name: string, done: number, total: number) => void;
  readonly signal?: AbortSignal | undefined;
};

export type Acquired =
  /** `layer` is null of a file of ships' positions, which has no text that claims are read from. */
  | { readonly taken: AcquiredFile; readonly layer: TextLayer | null; readonly draft: ActDraft }
  | { readonly refused: RefusedBody };

/**
 * Takes one file in and reads its text, so that nothing is recorded that cannot be read. What is hostile or broken comes back
 * as a refusal with one line, and the run goes on.
 */
export async function acquire(
  offered: Offered,
  reader: DocumentReader,
  now: () => Date,
  { working, signal }: ReadingWatch = {},
): Promise<Acquired> {
  const started = now().toISOString();
  const name = nameOf(offered);
  const progress = (done: number, total: number): void => working?.(name, done, total);
  try {
    const { identity, head, ...file } = await fileOf(offered, progress, signal);
    const taken = { ...file, name };
    const tracks = tracksAmongDocuments(head);
    if (tracks !== null) {
      if (isStoredFile(taken.content)) throw new DocumentError('too-large', LARGE_TRACKS, { place: name });
      return { taken, layer: null, draft: tracksDraft(offered, name, identity, tracks, started, now().toISOString()) };
    }
    const layer = await reader.read(taken.content, name, progress, signal);
    return { taken, layer, draft: acquiredDraft(offered, name, identity, layer, started, now().toISOString()) };
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    return { refused: { name: shownName(name), code: error.code, message: error.message } };
  }
}

const LARGE_TRACKS = 'positions of ships; "panel tracks add" takes files of them of any size';

type OpenedFile = AcquiredFile & {
  /** What its custody is made from. */
  readonly identity: Acquisition['bytes'];
  readonly head: Uint8Array;
};

/** A file of a folder, or what was taken out of one and lies in no folder of its own. */
async function fileOf(
  { file, within, inside }: Offered,
  progress: ReadingProgress,
  signal: AbortSignal | undefined,
): Promise<OpenedFile> {
  if (inside !== undefined) {
    const { bytes } = inside;
    const document = documentIdOf(bytes);
    return { name: file, content: bytes, identity: bytes, head: bytes, document, size: bytes.length, modified: 0 };
  }
  const large = await takeLargeFile(file, { within }, progress, signal);
  if (large === null) {
    const { bytes, ...taken } = await takeFile(file, { within });
    return { ...taken, content: bytes, identity: bytes, head: bytes };
  }
  const { path, sha512, head, ...taken } = large;
  const { document, size } = taken;
  return { ...taken, content: { path, document, size }, identity: { document, sha512, size }, head };
}

/** The name that is recorded. One given as a label may hold anything, and no folder of it is anybody's business. */
function nameOf({ file, called }: Offered): string {
  return called === undefined ? file : shownName(called.split(/[/\\]/).at(-1) ?? '');
}

/** A name as refusals show it. */
export function shownName(name: string): string {
  return name.trim() === '' ? '(no name)' : inOneLine(name, 200);
}

/** A text from outside in one line of a length that people read, whatever it holds. */
export function inOneLine(text: string, longest: number): string {
  return text
    .replace(/[\0-\x1f\x7f]/g, '?')
    .slice(0, longest)
    .toWellFormed();
}

/** What the act of acquisition says of a document's origin, besides the name of its file. */
export function originOf(offered: Offered, layer: TextLayer | null): CorrectedOrigin {
  const published = offered.published ?? layer?.published ?? null;
  return {
    place: offered.url,
    source: offered.source,
    publisher: layer?.outlet ?? null,
    title: offered.title ?? layer?.title ?? null,
    published,
    publishedBy: published === null ? null : offered.published === null ? 'document' : 'dossier',
    language: offered.language ?? layer?.language ?? null,
  };
}

/** An act on a document of the record of which its dossier says something else now; null when it does not. */
export function correctedDraft(offered: Offered, layer: TextLayer | null, known: AcquiredDocument): ActDraft | null {
  const origin = originOf(offered, layer);
  const before = known.custody.origin;
  const same = Object.entries(origin).every(([key, value]) => before[key as keyof CorrectedOrigin] === value);
  return same ? null : { kind: 'corrected', by: PROGRAM, body: jsonOf({ document: known.document, origin }) };
}

function acquiredDraft(
  offered: Offered,
  name: string,
  bytes: Acquisition['bytes'],
  layer: TextLayer,
  started: string,
  ended: string,
): ActDraft {
  const custody = custodyOf({
    bytes,
    kind: layer.kind,
    origin: {
      fileName: name,
      ...originOf(offered, layer),
    },
    collection: {
      collector: offered.by ?? programName(),
      method: offered.method,
      tool: layer.reader,
      started,
      ended,
      request: offered.request ?? null,
    },
    ...((offered.inside?.isCapture ?? isCapture(layer.kind)) && { evidence: 'capture' }),
    ...(offered.protection !== undefined && { handling: { sourceProtection: offered.protection } }),
    derivedFrom: offered.inside?.from,
    checks: [...(layer.checks ?? []), ...(offered.checks ?? [])],
  });
  const by = offered.by === undefined ? PROGRAM : { person: offered.by };
  return { kind: 'acquired', by, body: jsonOf({ document: custody.identity.document, custody }) };
}

function tracksDraft(
  offered: Offered,
  name: string,
  bytes: Acquisition['bytes'],
  form: TrackForm['kind'],
  started: string,
  ended: string,
): ActDraft {
  const custody = custodyOf({
    bytes,
    kind: form === 'table' ? 'csv' : 'text',
    origin: { fileName: name, ...originOf(offered, null) },
    collection: {
      collector: offered.by ?? programName(),
      method: offered.method,
      tool: `track reader ${form}`,
      started,
      ended,
      request: offered.request ?? null,
    },
    ...(offered.inside?.isCapture === true && { evidence: 'capture' }),
    ...(offered.protection !== undefined && { handling: { sourceProtection: offered.protection } }),
    derivedFrom: offered.inside?.from,
    checks: offered.checks ?? [],
  });
  const by = offered.by === undefined ? PROGRAM : { person: offered.by };
  return { kind: 'acquired', by, body: jsonOf({ document: custody.identity.document, custody, tracks: { form } }) };
}

/** An act on a source of a dossier, unless the dossier said the same before: what a person said since then stands. */
export function dossierSourceDraft(source: SourceFacts, evidence: Evidence): ActDraft | null {
  const stated = evidence.statedSources.get(source.id);
  if (stated !== undefined && sameFacts(stated, source)) return null;
  return sourceDraft(source, evidence);
}

function sameFacts(a: SourceFacts, b: SourceFacts): boolean {
  return canonicalJson(jsonOf(a)) === canonicalJson(jsonOf(b));
}

/** An act on a source, unless the record already says the same of it. */
export function sourceDraft(source: SourceFacts, evidence: Evidence, by: ActDraft['by'] = PROGRAM): ActDraft | null {
  const known = evidence.sources.get(source.id);
  if (known !== undefined && sameFacts(known, source)) return null;
  return { kind: 'described', by, body: jsonOf({ source }) };
}

/** An act on a refused file, unless the record already says the same of it. */
export function refusedDraft(
  refused: RefusedBody,
  offered: NonNullable<RefusedBody['offered']>,
  evidence: Evidence,
): ActDraft | null {
  const same = evidence.refusals.some(
    ({ name, code, message }) => name === refused.name && code === refused.code && message === refused.message,
  );
  return same ? null : { kind: 'refused', by: PROGRAM, body: jsonOf({ ...refused, offered }) };
}

export function isAcquired(document: DocumentId, evidence: Evidence): boolean {
  return heldAs(document, evidence) !== undefined;
}

/** What the record has under the hash of a document, as a text or as a file of ships' positions. */
export function heldAs(document: string, { documents, trackFiles }: Evidence): AcquiredDocument | undefined {
  return documents.find((one) => one.document === document) ?? trackFiles.find((one) => one.document === document);
}

/** Plain data as JSON: what is undefined is left out, as canonical JSON demands. */
export function jsonOf(value: object): ActDraft['body'] {
  return JSON.parse(JSON.stringify(value));
}
