import type { ReadDocument } from './reading/read-documents.ts';

/** What a document is called: by its dossier, by itself, or by its file. */
export function titleOf(document: ReadDocument | undefined): string {
  return document === undefined
    ? ''
    : (document.custody.origin.title ?? document.layer.title ?? document.custody.origin.fileName);
}
