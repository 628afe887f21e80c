import { statSync } from 'node:fs';
import { isDocumentId } from '../../core/hash.ts';
import { type DocumentContent, isLarge, isStoredFile } from '../../documents/custody/stored-file.ts';
import { RecordError } from '../../record/errors.ts';
import type { ReadRecord } from '../../record/read-record.ts';
import type { ActRecord } from '../../record/record.ts';
import { type AcquiredFile, shownName } from './acquire.ts';
import type { RefusedBody } from './act-body.ts';
import type { AcquiredDocument } from './gathering.ts';

/**
 * A document of the record to be read: its bytes, or where they lie when they are too many to be held. The file itself says how
 * large it is: custody that came from others says what its sender claims.
 */
export async function contentOf(
  read: Pick<ReadRecord, 'document' | 'documentPath'>,
  { document }: Pick<AcquiredDocument, 'document'>,
): Promise<DocumentContent> {
  if (!isDocumentId(document)) return await read.document(document);
  const path = read.documentPath(document);
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return isLarge(size) ? { path, document, size } : await read.document(document);
}

/**
 * Puts the bytes of a file into the record that was read before. Where they are others by now none are kept, and the file is
 * refused: the rest of a run goes on.
 */
export async function keepContent(
  record: Pick<ActRecord, 'putDocument'>,
  { name, document, content }: Pick<AcquiredFile, 'name' | 'document' | 'content'>,
): Promise<RefusedBody | null> {
  try {
    await record.putDocument(isStoredFile(content) ? content.path : content, document);
    return null;
  } catch (error) {
    if (!(error instanceof RecordError && error.code === 'document-changed')) throw error;
    const message = 'it was changed while it was read; add it again when it is finished';
    return { name: shownName(name), code: 'changed-while-read', message };
  }
}
