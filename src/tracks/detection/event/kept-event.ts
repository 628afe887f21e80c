import type { RowSpan, TrackEvent } from './event.ts';

/** Rows of a file, with the hash of the file's bytes. */
export type KeptRows = RowSpan & { readonly document: string };

/** An event as a record keeps it: its rows lead to documents, whatever those are called. */
export type KeptEvent = TrackEvent<KeptRows>;

/** A list of vessels that an event was measured against; `document` is null for what comes with the program. */
export type AskedList = { readonly name: string; readonly document: string | null; readonly sha256: string };
