import { lstatSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { putDocument, removeDocument } from './documents/document-store.ts';
import { RecordError } from './errors.ts';
import { readFileIfThere } from './read-tile.ts';
import type { CopyTarget } from './replica.ts';
import { replaceFile } from './storage/durable-file.ts';
import { documentPath, layoutOf, type WorkspaceLayout } from './storage/layout.ts';
import { readPlainFile } from './storage/plain-file.ts';
import { isThere } from './storage/presence.ts';

/** A copy in a folder: another disk, a stick, a mounted share. */
export function folderCopy(folder: string): CopyTarget {
  const layout = layoutOf(folder);
  const at = (path: string): string => join(folder, ...path.split('/'));
  return {
    place: folder,
    async prepare() {
      refuseLinks(layout);
      for (const part of [layout.documents, layout.acts, layout.log]) mkdirSync(part, { recursive: true });
    },
    read: async (path) => readFileIfThere(at(path)),
    holds: async (path, bytes) =>
      statSync(at(path), { throwIfNoEntry: false })?.size === bytes.length &&
      readPlainFile(at(path), Number.POSITIVE_INFINITY).equals(bytes),
    async write(path, bytes) {
      mkdirSync(dirname(at(path)), { recursive: true });
      // Tiles follow from the acts, and whoever opens the copy for writing makes them again.
      replaceFile(layout, at(path), bytes, { synced: !path.startsWith('record/log/tile/') });
    },
    holdsDocument: async (id) => isThere(documentPath(layout, id)),
    async writeDocument(_id, file) {
      await putDocument(layout, file);
    },
    async removeDocument(id) {
      removeDocument(layout, id);
    },
  };
}

/** A copy may lie where others write: a link in the place of one of its folders would have another record written over. */
function refuseLinks(target: WorkspaceLayout): void {
  if (lstatSync(target.record, { throwIfNoEntry: false }) === undefined) return;
  const entries = readdirSync(target.record, { recursive: true, withFileTypes: true });
  const link = lstatSync(target.record).isSymbolicLink()
    ? target.record
    : entries.filter((entry) => entry.isSymbolicLink()).map(({ parentPath, name }) => join(parentPath, name))[0];
  if (link !== undefined)
    throw new RecordError('cannot-write', 'There is a link within the copy, and nothing was written: remove it.', {
      place: link,
    });
}
