import { DocumentError } from '../document-error.ts';
import type { ReadingLimits } from '../limits.ts';
import { archivedFiles } from './archiver.ts';
import {
  faultOfPath,
  isLeftBehind,
  type ListedMember,
  type Member,
  notesOn,
  type RefusedMember,
  refusedAs,
  type Unpacked,
} from './member.ts';
import { inflateEntry, listZip } from './zip.ts';

/** The files of a zip archive. @throws DocumentError for an archive that is broken, locked or made to harm */
export function unpackZip(bytes: Uint8Array, name: string, limits: ReadingLimits): Unpacked {
  const listed: ListedMember[] = [];
  const members: Member[] = [];
  const refused: RefusedMember[] = [];
  let passed = 0;
  for (const entry of listZip(bytes, name, limits)) {
    const path = entry.name.replaceAll('\\', '/');
    if (path.endsWith('/')) continue;
    listed.push({ path, size: entry.size, written: entry.written, url: null });
    if (isLeftBehind(path)) {
      passed++;
      continue;
    }
    const fault =
      faultOfPath(entry.name) ?? (entry.link ? new DocumentError('not-a-file', 'a link, and no file') : null);
    if (fault !== null) {
      refused.push(refusedAs(entry.name, fault));
      continue;
    }
    try {
      members.push({
        path,
        bytes: inflateEntry(bytes, entry, name),
        how: 'zip entry',
        written: entry.written,
        url: null,
      });
    } catch (error) {
      if (!(error instanceof DocumentError) || error.code === 'bomb') throw error;
      refused.push(refusedAs(path, error));
    }
  }
  const { members: all, checks } = archivedFiles(members);
  return { listed, refused, notes: notesOn(passed), members: all, checks };
}
