import type { Claim } from '../../../claims/model/claim.ts';
import type { Unread } from '../../../documents/text/text-layer.ts';
import { isUnread } from '../../../documents/text/unread.ts';
import { titleOf } from '../document-title.ts';
import { isTradeTable } from '../trade/trade-tables.ts';
import type { ReadDocument } from './read-documents.ts';

/** Cells below which a table is a frame around text. */
const LEAST_CELLS = 6;

/**
 * What of a document no claim is read from: what its reader says, and tables of which no row gave a claim. Where claims
 * came out of it all the same (by hand), that is said too: nobody else has read the rest.
 */
export function unreadIn({ layer }: Pick<ReadDocument, 'layer'>, claims: readonly Claim[]): readonly Unread[] {
  const stated = layer.unread ?? [];
  if (isUnread(layer)) return stated;
  const cells = layer.blocks.filter(({ kind }) => kind === 'table-cell');
  const read = claims.some(({ start, end }) => cells.some((cell) => cell.start < end && start < cell.end));
  if (cells.length < LEAST_CELLS || read) return stated;
  const whole = cells.length === layer.blocks.length;
  const words = isTradeTable(layer)
    ? 'a table of trade figures, whose rows are claims once a person makes them claims'
    : whole
      ? 'a table, of which no row gives a claim'
      : 'no claim is read from its tables';
  return [...stated, { what: 'table', whole, words }];
}

/** A document that is not read, or not all of it. */
export type UnreadDocument = Unread & { readonly document: string; readonly file: string; readonly title: string };

/** What of all documents no claim is read from, in their order. */
export function unreadDocuments(
  documents: readonly ReadDocument[],
  claims: readonly Claim[],
): readonly UnreadDocument[] {
  const byDocument = new Map<string, Claim[]>();
  for (const claim of claims) byDocument.set(claim.document, [...(byDocument.get(claim.document) ?? []), claim]);
  return documents.flatMap((document) =>
    unreadIn(document, byDocument.get(document.document) ?? []).map(({ what, whole, words }) => ({
      what,
      whole,
      words,
      document: document.document,
      file: document.custody.origin.fileName,
      title: titleOf(document),
    })),
  );
}
