import { DocumentError, type DocumentErrorCode } from '../document-error.ts';
import type { Check } from '../text/text-layer.ts';

/** A file inside an archive, a mail or a capture: a document of its own that says what it comes from. */
export type Member = {
  /** The path or name inside, with forward slashes. A label: nothing is ever written under it. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** How it was taken out, in words: "zip entry", "attachment 2 of the mail". */
  readonly how: string;
  /** When it was written or captured, by the word of what it lies in; null where it says nothing. */
  readonly written: string | null;
  /** The address that a capture says it is of. */
  readonly url: string | null;
};

export type RefusedMember = { readonly path: string; readonly code: DocumentErrorCode; readonly message: string };

/** A line of what a container holds that is taken for no document: a script, a picture of a page, a system's own file. */
export type ListedMember = Pick<Member, 'path' | 'written' | 'url'> & {
  readonly size: number;
  readonly offset?: number;
};

export type Unpacked = {
  /** All that lies inside, in its order. */
  readonly listed: readonly ListedMember[];
  readonly members: readonly Member[];
  readonly refused: readonly RefusedMember[];
  readonly notes: readonly string[];
  /** Hashes and signatures of the container itself that were checked. */
  readonly checks: readonly Check[];
};

/** Why a path inside a container is refused; null for one that only goes down. */
export function faultOfPath(path: string): DocumentError | null {
  const unsafe = (reason: string) => new DocumentError('unsafe-name', `its path ${reason}; it is not taken in`);
  if (path.trim() === '') return unsafe('is empty');
  if (/[\0-\x1f\x7f]/.test(path)) return unsafe('holds a control character');
  if (/^[/\\]|^[a-zA-Z]:/.test(path)) return unsafe('is absolute');
  if (path.split(/[/\\]/).includes('..')) return unsafe('climbs out with ".."');
  return path.length > 1_000 ? unsafe('is longer than 1,000 characters') : null;
}

/** What systems leave in folders and archives for themselves. */
export function isLeftBehind(path: string): boolean {
  return /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._[^/]*$)/i.test(path);
}

export function refusedAs(path: string, error: DocumentError): RefusedMember {
  return { path: path.replace(/[\0-\x1f\x7f]/g, '?').slice(0, 200), code: error.code, message: error.message };
}

/** Told, so that nobody wonders where they went. */
export function notesOn(passed: number): string[] {
  return passed === 0 ? [] : [`${passed} files that systems leave behind for themselves were passed over`];
}
