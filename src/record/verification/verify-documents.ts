import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentId } from '../../core/hash.ts';
import { documentPlace, hashDocumentFile } from '../documents/document-store.ts';
import { placeInRecord, type WorkspaceLayout } from '../storage/layout.ts';
import { type FaultList, whyUnread } from './verification.ts';
import type { ActsFound } from './verify-acts.ts';

/** Hashes every document; says which are missing, which should be gone, and how many no act speaks of. */
export async function verifyDocuments(
  layout: WorkspaceLayout,
  { acquired, received, removed }: ActsFound,
  faults: FaultList,
  onBytes: (bytes: number) => void,
): Promise<{ documents: number; unclaimed: number }> {
  const missing = new Set(acquired.keys());
  for (const [id, at] of removed) if ((acquired.get(id) ?? -1) < at) missing.delete(id);
  let [documents, unclaimed] = [0, 0];
  for (const { path, place, id } of documentFiles(layout, faults)) {
    documents++;
    missing.delete(id);
    if (!acquired.has(id) && !received.has(id)) unclaimed++;
    try {
      const { id: held } = await hashDocumentFile(path, onBytes);
      if (held !== id) faults.add(place, 0, 'bad-document', 'its bytes are not those that its name is the hash of');
    } catch (error) {
      faults.add(place, 0, 'unreadable', `it cannot be read (${whyUnread(error)})`);
    }
    const at = removed.get(id);
    if (at !== undefined && (acquired.get(id) ?? -1) < at)
      faults.add(place, 0, 'redaction-unfinished', `a-${at} redacts this document, which is still there`);
  }
  for (const id of missing)
    faults.add(documentPlace(id), 0, 'missing', 'this document is missing, and no act says that it was redacted');
  return { documents, unclaimed };
}

function* documentFiles(
  layout: WorkspaceLayout,
  faults: FaultList,
): Generator<{ path: string; place: string; id: DocumentId }> {
  const unknown = (...parts: string[]) =>
    faults.add(
      placeInRecord('documents', ...parts),
      0,
      'unknown-file',
      'nothing of this name belongs among the documents',
    );
  for (const folder of readdirSync(layout.documents, { withFileTypes: true })) {
    if (!folder.isDirectory() || !/^[0-9a-f]{2}$/.test(folder.name)) {
      unknown(folder.name);
      continue;
    }
    for (const file of readdirSync(join(layout.documents, folder.name), { withFileTypes: true })) {
      if (!file.isFile() || !/^[0-9a-f]{62}$/.test(file.name)) unknown(folder.name, file.name);
      else
        yield {
          path: join(layout.documents, folder.name, file.name),
          place: placeInRecord('documents', folder.name, file.name),
          id: `sha256:${folder.name}${file.name}`,
        };
    }
  }
}
