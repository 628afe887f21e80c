import { createHash } from 'node:crypto';
import { type DocumentId, documentIdOf } from '../../core/hash.ts';
import { type Check, MEDIA_KINDS, type MediaKind } from '../text/text-layer.ts';
import type { Protection } from './protection.ts';

/**
 * What is recorded of a document so that its way can be followed: plain data, logged in its `acquired` act and never edited.
 * The groups follow the Berkeley Protocol on Digital Open Source Investigations (HR/PUB/20/2), chapter VI.
 */
export type Custody = {
  readonly identity: {
    readonly document: DocumentId;
    readonly sha512: string;
    readonly size: number;
    readonly mediaType: string;
    readonly evidence: EvidenceKind;
  };
  readonly origin: {
    /** URL or place where it was found; null when the finder does not say. */
    readonly place: string | null;
    /** The name of the file it came as. Never used as a path. */
    readonly fileName: string;
    /** Id of the source in the dossier or workspace. */
    readonly source: string | null;
    readonly publisher: string | null;
    readonly author: string | null;
    readonly title: string | null;
    /** Day of publication and who states it: the dossier, or the document's own metadata. */
    readonly published: string | null;
    readonly publishedBy: 'dossier' | 'document' | null;
    readonly language: string | null;
    readonly obtainedFrom: string | null;
  };
  readonly collection: {
    /** A person, a pseudonym or a program with its version. */
    readonly collector: string;
    readonly method: CollectionMethod;
    readonly tool: string;
    /** UTC with milliseconds. */
    readonly started: string;
    readonly ended: string;
    /** When the file was last written, by the file system it came from. */
    readonly modified: string | null;
    /** For a capture over the network only. */
    readonly request: CaptureRequest | DocumentCapture | null;
  };
  readonly handling: {
    readonly marking: string | null;
    readonly sourceProtection: Protection;
    readonly legalBasis: string | null;
    readonly harmNote: string | null;
    readonly releaseAfter: string | null;
  };
  readonly events: readonly CustodyEvent[];
  /** Of a document that lay inside another one: an attachment, a file of an archive, a page of a capture. */
  readonly derivedFrom?: DerivedFrom;
  /** Hashes and signatures that came with the document, and what became of them when it was taken in. */
  readonly checks?: readonly Check[];
};

export type DerivedFrom = {
  readonly document: DocumentId;
  /** The path or name inside, as it stands there. */
  readonly path: string;
  /** In words: "zip entry", "attachment 2 of the mail". */
  readonly how: string;
  /** When it was written or captured, by the word of what it lay in. */
  readonly written: string | null;
};

export type EvidenceKind = 'document' | 'capture' | 'image' | 'ais-extract' | 'interview-note' | 'ledger-row';
export type CollectionMethod = 'file' | 'folder' | 'dossier' | 'download' | 'hand-over';

/** One step of a way that led on. Addresses are written down without a name and password that stood in them. */
export type CaptureHop = {
  readonly address: string;
  readonly status: number;
  readonly location: string;
  readonly at: string;
};

/** How a list came over the network from the address that its publisher gives. */
export type CaptureRequest = {
  readonly status: number;
  /** Where the bytes came from. */
  readonly finalUrl: string;
  readonly redirects: readonly string[];
  readonly serverDate: string | null;
  readonly requester: string;
  /** Whether a name and password were shown. */
  readonly login: boolean;
};

/** How a document came over the network, so that the capture can be judged and repeated. */
export type DocumentCapture = Omit<CaptureRequest, 'redirects'> & {
  /** As it was asked for. */
  readonly address: string;
  readonly redirects: readonly CaptureHop[];
  /** The IP address that was asked. */
  readonly remoteAddress: string;
  /** Of the last answer, in its order, but for cookies. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Of the last server; null without TLS. `sha256` is of the certificate's DER bytes. */
  readonly certificate: {
    readonly sha256: string;
    readonly subject: string;
    readonly issuer: string;
    readonly from: string;
    readonly to: string;
  } | null;
  /** Bytes of the body as they were sent, before they were unpacked, and their hash. */
  readonly received: number;
  readonly receivedSha256: string;
  /** By the clock of this machine, UTC with milliseconds. */
  readonly started: string;
  readonly ended: string;
};

export type CustodyEventKind =
  | 'collected'
  | 'received'
  | 'copied'
  | 'redacted'
  | 'transcribed'
  | 'translated'
  | 'accessed'
  | 'exported'
  | 'destroyed';

/** One step of the chain of custody. `before` and `after` are the hashes of the bytes; equal when they were only moved. */
export type CustodyEvent = {
  readonly kind: CustodyEventKind;
  readonly at: string;
  readonly by: string;
  readonly before: DocumentId | null;
  readonly after: DocumentId | null;
  readonly reason: string | null;
};

const MEDIA_TYPES: Readonly<Record<MediaKind, string>> = {
  html: 'text/html',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  doc: 'application/msword',
  text: 'text/plain',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xls: 'application/vnd.ms-excel',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  eml: 'message/rfc822',
  mbox: 'application/mbox',
  msg: 'application/vnd.ms-outlook',
  zip: 'application/zip',
  tar: 'application/x-tar',
  gzip: 'application/gzip',
  warc: 'application/warc',
  wacz: 'application/wacz',
  mhtml: 'multipart/related',
  rtf: 'application/rtf',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  png: 'image/png',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  bmp: 'image/bmp',
  telegram: 'application/json',
  ftm: 'application/json+ftm',
};

/** The kind that a media type stands for; text where it stands for none of them. */
export function kindOfMediaType(mediaType: string): MediaKind {
  return MEDIA_KINDS.find((kind) => MEDIA_TYPES[kind] === mediaType) ?? 'text';
}

export type Acquisition = {
  /** Its bytes, or of a file that is not held in memory what they are known by. */
  readonly bytes: Uint8Array | Pick<Custody['identity'], 'document' | 'sha512' | 'size'>;
  /** Null for a file that is kept but has no text, such as a list or a picture. */
  readonly kind: MediaKind | null;
  readonly origin: { readonly fileName: string } & Partial<Custody['origin']>;
  readonly collection: Pick<Custody['collection'], 'collector' | 'method' | 'tool' | 'started' | 'ended'> &
    Partial<Custody['collection']>;
  readonly handling?: Partial<Custody['handling']>;
  readonly evidence?: EvidenceKind;
  readonly derivedFrom?: DerivedFrom | undefined;
  readonly checks?: readonly Check[] | undefined;
};

/** The custody fields of a document as it is taken in, with its first event. What is not known is null, never left out. */
export function custodyOf(acquisition: Acquisition): Custody {
  const { bytes, kind, origin, collection, handling, evidence = 'document', derivedFrom, checks = [] } = acquisition;
  const known =
    bytes instanceof Uint8Array
      ? {
          document: documentIdOf(bytes),
          sha512: createHash('sha512').update(bytes).digest('hex'),
          size: bytes.length,
        }
      : { document: bytes.document, sha512: bytes.sha512, size: bytes.size };
  const { document } = known;
  return {
    identity: {
      ...known,
      mediaType: kind === null ? 'application/octet-stream' : MEDIA_TYPES[kind],
      evidence,
    },
    origin: {
      place: null,
      source: null,
      publisher: null,
      author: null,
      title: null,
      published: null,
      publishedBy: null,
      language: null,
      obtainedFrom: null,
      ...origin,
    },
    collection: { modified: null, request: null, ...collection },
    handling: {
      marking: null,
      sourceProtection: 'open',
      legalBasis: null,
      harmNote: null,
      releaseAfter: null,
      ...handling,
    },
    events: [
      {
        kind: collection.method === 'hand-over' ? 'received' : 'collected',
        at: collection.ended,
        by: collection.collector,
        before: null,
        after: document,
        reason: null,
      },
    ],
    ...(derivedFrom !== undefined && { derivedFrom }),
    ...(checks.length > 0 && { checks }),
  };
}

/**
 * Faults of a chain of custody, as sentences; none when it holds: events in order of time, each beginning with the bytes
 * that the one before left, and nothing after the destruction.
 */
export function checkCustody(events: readonly CustodyEvent[]): string[] {
  const faults: string[] = [];
  for (const [index, event] of events.entries()) {
    const last = events[index - 1];
    if (last === undefined) {
      if (event.kind !== 'collected' && event.kind !== 'received')
        faults.push(`the chain begins with "${event.kind}", not with its collection`);
      continue;
    }
    if (event.at < last.at) faults.push(`"${event.kind}" at ${event.at} stands after ${last.at}`);
    if (last.kind === 'destroyed') faults.push(`"${event.kind}" follows the destruction`);
    if (event.before !== last.after)
      faults.push(`"${event.kind}" at ${event.at} begins with other bytes than "${last.kind}" left`);
    if (CHANGES_NOTHING.has(event.kind) && event.before !== event.after)
      faults.push(`"${event.kind}" at ${event.at} changed the bytes`);
  }
  return faults;
}

const CHANGES_NOTHING: ReadonlySet<CustodyEventKind> = new Set(['received', 'copied', 'accessed', 'exported']);
