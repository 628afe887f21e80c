import { memoized } from '../../core/memoized.ts';
import type { Snapshot } from '../derivation/derivation.ts';
import type { ReadDocument } from '../derivation/derive.ts';
import { titleOf } from '../derivation/document-title.ts';
import { unreadIn } from '../derivation/unread.ts';
import { shownIn } from './claim-rows.ts';
import { foldText } from './fold-text.ts';

/** A document as a list shows it. */
export type ShownDocument = {
  readonly id: string;
  readonly title: string;
  readonly file: string;
  readonly kind: ReadDocument['layer']['kind'];
  readonly source: string;
  readonly published: string | null;
  readonly acquired: string;
  readonly size: number;
  readonly claims: number;
  readonly toReview: number;
  /** What of it no claim is read from. */
  readonly unread: readonly { readonly whole: boolean; readonly words: string }[];
};

/** All documents whose text is there, in the order in which they came in. */
export const shownDocuments = memoized((snapshot: Snapshot): readonly ShownDocument[] =>
  snapshot.derived.documents.map((document) => showDocument(snapshot, document)),
);

export function showDocument(snapshot: Snapshot, document: ReadDocument): ShownDocument {
  const { custody, layer, published, source } = document;
  const claims = shownIn(snapshot, document.document);
  return {
    id: document.document,
    title: titleOf(document),
    file: custody.origin.fileName,
    kind: layer.kind,
    source: source.name,
    published,
    acquired: custody.collection.ended,
    size: custody.identity.size,
    claims: claims.length,
    toReview: claims.filter(({ status }) => status === 'proposed').length,
    unread: unreadIn(document, claims).map(({ whole, words }) => ({ whole, words })),
  };
}

export function soughtInDocument({ title, file, source, published, id }: ShownDocument): string {
  return foldText([title, file, source, published ?? '', id].join('\n'));
}
