import type { DocumentId } from '../../core/hash.ts';

export const MEDIA_KINDS = [
  'html',
  'pdf',
  'docx',
  'doc',
  'text',
  'csv',
  'xlsx',
  'xls',
  'ods',
  'eml',
  'mbox',
  'msg',
  'zip',
  'tar',
  'gzip',
  'warc',
  'wacz',
  'mhtml',
  'rtf',
  'pptx',
  'png',
  'jpeg',
  'gif',
  'webp',
  'bmp',
  'telegram',
  'ftm',
] as const;
export type MediaKind = (typeof MEDIA_KINDS)[number];

/** A span of the text layer in UTF-16 code units, `end` exclusive. */
export type Span = { readonly start: number; readonly end: number };

/**
 * What a block of the text was in the document: the claim extractor treats a headline or a list item otherwise than a
 * paragraph, and a footnote belongs to the paragraph that refers to it.
 */
export type BlockKind = 'title' | 'heading' | 'paragraph' | 'list-item' | 'quotation' | 'table-cell' | 'footnote';

/**
 * Where a cell stands in its table: the number of the table in the document, and the first row and column with how many of
 * them it reaches over, all from 0. `heading` is what the document itself marks as one.
 */
export type Cell = {
  readonly table: number;
  readonly row: number;
  readonly rows: number;
  readonly column: number;
  readonly columns: number;
  readonly heading: boolean;
};

/**
 * One block of the text with its place. `paragraph` is the number printed in the document ("45."), where it has one; the
 * block itself begins after that number, or after the sign of a list item. Blocks are in order and never overlap.
 */
export type Block = Span & {
  readonly kind: BlockKind;
  readonly page: number | null;
  readonly paragraph: string | null;
  /** Of a block in a table, when the document has the table's structure. */
  readonly cell?: Cell;
};

export const UNREAD_KINDS = ['language', 'mail', 'table', 'data', 'scan', 'reserve'] as const;
export type UnreadKind = (typeof UNREAD_KINDS)[number];

/**
 * What of a document no claim is read from, and why: a person must look at it. A document of which all is so is kept, shown
 * and quoted like any other, but "0 claims" is then no result.
 */
export type Unread = {
  readonly what: UnreadKind;
  /** Whether that is the whole of it. */
  readonly whole: boolean;
  /** Of the whole, words after "it is": "in Korean, which the program does not read"; of a part, a sentence of its own. */
  readonly words: string;
  /** The parts of the text that are meant, where not the whole. */
  readonly spans?: readonly Span[];
};

/**
 * The text of a document with stable places. `text` never changes for the same bytes and the same reader version: claims and
 * passages point into it by offsets. For plain text it is the decoded file unchanged, less a byte-order mark.
 */
export type TextLayer = {
  readonly document: DocumentId;
  readonly kind: MediaKind;
  readonly reader: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  /** One span a page, for PDF only; else empty. */
  readonly pages: readonly Span[];
  readonly title: string | null;
  /** Publication date as the document's own metadata states it, else null. */
  readonly published: string | null;
  /** Outlet or publisher as the document's own metadata states it, else null. */
  readonly outlet: string | null;
  readonly language: string | null;
  readonly encoding: string | null;
  /** The day the file says it was made, which is not the day it was published. */
  readonly created?: string | null;
  /** What the reader left out or put right, in sentences for the user: scripts not run, pages without text. */
  readonly notes?: readonly string[];
  /** What of it no claim is read from; nothing where it is read whole. */
  readonly unread?: readonly Unread[];
  /** Names of the sheets, by the number of the table that a cell stands in. Two tables may lie on one sheet. */
  readonly sheets?: readonly string[];
  /** Parts of a mail: its header fields by name, and its body. In order and apart, like pages. */
  readonly parts?: readonly NamedSpan[];
  /** Who a mail says that its sender is, and which words are theirs; claims are read from those alone. */
  readonly sender?: StatedSender;
  /** Records of a capture, with the place of each in the file in bytes. */
  readonly records?: readonly RecordSpan[];
  /** What the file says of itself and its content, held against the bytes. */
  readonly checks?: readonly Check[];
  /** Parts of the text that a program read off a picture (OCR). In order and apart. */
  readonly recognised?: readonly RecognisedText[];
  /** What a picture says of where, when and with what it was made. Anybody can write it there, and nobody checked it. */
  readonly stated?: readonly StatedFact[];
  /** Of a picture that is no page of text: what others like it are found by. */
  readonly fingerprint?: string;
};

/**
 * The sender of a mail as its header has it, which anybody can write there: it proves nobody. `name` is null where the header has an
 * address alone, which is not repeated: it is of use to nobody but those who would do harm by it.
 */
export type StatedSender = { readonly name: string | null; readonly spans: readonly Span[] };

/**
 * Text that a program read off the picture of a page. It misreads figures with the same confidence with which it reads them
 * right, so that nothing rests on it before a person has looked at the picture.
 */
export type RecognisedText = Span & {
  /** From 1. */
  readonly page: number;
  /** `file`: whoever made the file laid the text over the picture, by a program that nobody named. */
  readonly by: 'reader' | 'file';
  /** The data that it was read with ("kor+eng"), and the mean confidence of the words, of 100. Null where the file brings the text. */
  readonly languages: string | null;
  readonly confidence: number | null;
  /** In order; none where the file brings the text. */
  readonly words: readonly RecognisedWord[];
};

/** `box`: left, top, width and height in thousandths of the picture. */
export type RecognisedWord = Span & { readonly box: Box; readonly confidence: number };

export type Box = readonly [left: number, top: number, width: number, height: number];

export type StatedFact = { readonly name: string; readonly value: string };

/** A hash, signature or length that a file states of itself or of what is in it, held against the bytes. */
export type Check = {
  /** What was checked, in words: "SHA-256 of archive/data.warc.gz". */
  readonly what: string;
  readonly outcome: 'holds' | 'fails' | 'not-checked';
  /** What the outcome rests on, or why it was not checked; null where there is no more to say. */
  readonly detail: string | null;
};

export type NamedSpan = Span & { readonly name: string };

export type RecordSpan = Span & { readonly record: string; readonly offset: number };
