import type { Chunk, DocumentRow } from '../../store/projection.ts';
import { jsonOf } from '../acts/acquire.ts';
import type { Snapshot } from '../derivation/derivation.ts';
import { titleOf } from '../derivation/document-title.ts';
import type { ReadDocument } from '../derivation/reading/read-documents.ts';
import { unreadIn } from '../derivation/reading/unread.ts';
import { openChunkMemory } from './chunk-memory.ts';
import { claimsIn } from './claim-rows.ts';
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

/** Makes the rows of documents whose text is there, a chunk each, in the order in which they came in. */
export function openDocumentChunks(): (snapshot: Snapshot) => readonly Chunk<DocumentRow>[] {
  const memory = openChunkMemory<DocumentRow>();
  return (snapshot) =>
    snapshot.derived.documents.map((document) => {
      const place = snapshot.derived.placeOf(document.document);
      const { act, custody, published, source, layer } = document;
      return memory(
        document.document,
        [place, act, custody, published, source, layer.reader, claimsIn(snapshot, document)],
        () => [documentRow(document, showDocument(snapshot, document), place)],
      );
    });
}

function documentRow({ act, custody, layer }: ReadDocument, shown: ShownDocument, place: number): DocumentRow {
  return {
    id: shown.id,
    place,
    name: shown.file,
    kind: shown.kind,
    title: custody.origin.title,
    source: custody.origin.source,
    published: shown.published,
    url: custody.origin.place,
    size: shown.size,
    reader: layer.reader,
    acquiredByAct: act,
    sought: soughtInDocument(shown),
    summary: jsonOf(shown),
  };
}

export function showDocument(snapshot: Snapshot, document: ReadDocument): ShownDocument {
  const { custody, layer, published, source } = document;
  const claims = claimsIn(snapshot, document);
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

function soughtInDocument({ title, file, source, published, id }: ShownDocument): string {
  return foldText([title, file, source, published ?? '', id].join('\n'));
}
