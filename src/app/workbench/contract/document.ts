import type { Custody } from '../../../documents/custody/custody.ts';
import type { BlockKind, MediaKind } from '../../../documents/text/text-layer.ts';
import type { ClaimRow } from './claim.ts';

/** `GET /documents?q=&cursor=&limit=` gives a page of these. */
export type DocumentSummary = {
  readonly id: string;
  readonly title: string;
  readonly file: string;
  readonly kind: MediaKind;
  readonly source: string;
  readonly published: string | null;
  readonly acquired: string;
  readonly size: number;
  readonly claims: number;
  readonly toReview: number;
  /** What of it no claim is read from, in words that go on after its name; `whole` where that is all of it. */
  readonly unread: readonly { readonly whole: boolean; readonly words: string }[];
};

/** `GET /documents/{id}`: the text as blocks, never as markup of its own. Offsets are UTF-16 code units of the text layer. */
export type DocumentDetail = {
  readonly summary: DocumentSummary;
  readonly custody: Custody;
  readonly act: string;
  readonly reader: string;
  readonly notes: readonly string[];
  readonly withheld: string | null;
  readonly blocks: readonly {
    readonly kind: BlockKind;
    readonly start: number;
    readonly end: number;
    readonly page: number | null;
    readonly paragraph: string | null;
    /** True for a table cell that begins a row. */
    readonly beginsRow: boolean;
    readonly text: string;
  }[];
  readonly claims: readonly ClaimRow[];
};

/** `POST /documents`: multipart form, `file` (many) with `source`, `published`, `url`, `by`; answers a Job with this result. */
export type DocumentsAdded = {
  readonly added: readonly {
    readonly file: string;
    readonly document: string;
    readonly known: boolean;
    readonly unread: readonly string[];
  }[];
  readonly refused: readonly { readonly file: string; readonly code: string; readonly message: string }[];
};

/** `GET /refusals` */
export type RefusalList = {
  readonly refusals: readonly { readonly name: string; readonly code: string; readonly message: string }[];
};

/** `GET /sources`: what `source` may name, with those that documents brought. */
export type SourceList = {
  readonly sources: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind: string;
    readonly reliability: string | null;
  }[];
};
