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

const BLOCK = 512;

/** Whether bytes begin with the header of a tar archive, by its checksum (POSIX.1-2017, pax, "ustar Interchange Format"). */
export function isTar(bytes: Uint8Array): boolean {
  if (bytes.length < BLOCK) return false;
  const header = Buffer.from(bytes.buffer, bytes.byteOffset, BLOCK);
  return header[0] !== 0 && checksumHolds(header);
}

/**
 * The files of a tar archive. Links, devices and paths that lead out are refused one by one.
 * @throws DocumentError `corrupt`, `bomb`
 */
export function unpackTar(bytes: Uint8Array, name: string, limits: ReadingLimits): Unpacked {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const listed: ListedMember[] = [];
  const members: Member[] = [];
  const refused: RefusedMember[] = [];
  let passed = 0;
  let next: { readonly path?: string; readonly size?: number; readonly written?: string } = {};
  let at = 0;
  let isEnded = false;
  while (at + BLOCK <= data.length) {
    const header = data.subarray(at, at + BLOCK);
    isEnded = header.every((byte) => byte === 0);
    if (isEnded) break;
    if (!checksumHolds(header)) throw corrupt(name, `the header at byte ${at} does not add up`);
    const size = next.size ?? numberIn(header.subarray(124, 136));
    const start = at + BLOCK;
    if (!(size >= 0) || start + size > data.length) throw corrupt(name, 'it is cut short');
    const content = data.subarray(start, start + size);
    at = start + Math.ceil(size / BLOCK) * BLOCK;
    const type = String.fromCharCode(header[156] ?? 0);
    if (type === 'x') {
      next = extendedHeader(content);
      continue;
    }
    if (type === 'g' || type === 'K') continue;
    if (type === 'L') {
      next = { ...next, path: textIn(content) };
      continue;
    }
    const path = (next.path ?? pathIn(header)).replace(/^\.\//, '');
    const written = next.written ?? timeIn(numberIn(header.subarray(136, 148)));
    next = {};
    if (type === '5' || path.endsWith('/') || path === '') continue;
    if (listed.length >= limits.zipEntries)
      throw new DocumentError('bomb', `it has more than ${limits.zipEntries} files`, { place: name });
    listed.push({ path, size, written, url: null });
    if (isLeftBehind(path)) {
      passed++;
      continue;
    }
    const fault =
      faultOfPath(path) ??
      ('\0' === type || '07'.includes(type) ? null : new DocumentError('not-a-file', 'a link or device, and no file'));
    if (fault === null) members.push({ path, bytes: Buffer.from(content), how: 'tar entry', written, url: null });
    else refused.push(refusedAs(path, fault));
  }
  if (!isEnded && at < data.length) throw corrupt(name, 'it is cut short');
  const notes = isEnded ? [] : ['it has no mark at its end, and may be cut short'];
  const { members: all, checks } = archivedFiles(members);
  return { listed, refused, notes: [...notes, ...notesOn(passed)], members: all, checks };
}

function corrupt(name: string, reason: string): DocumentError {
  return new DocumentError('corrupt', `the file is damaged: ${reason}`, { place: name });
}

/** The sum of the header's bytes, its own field counted as blanks; old writers summed signed bytes. */
function checksumHolds(header: Buffer): boolean {
  const stated = numberIn(header.subarray(148, 156));
  let [sum, signed] = [0, 0];
  for (let i = 0; i < BLOCK; i++) {
    const byte = i >= 148 && i < 156 ? 0x20 : header[i]!;
    sum += byte;
    signed += byte > 127 ? byte - 256 : byte;
  }
  return stated === sum || stated === signed;
}

/** Octal digits, or a big number after a bit that says so (GNU). NaN where it is neither. */
function numberIn(field: Buffer): number {
  if ((field[0]! & 0x80) !== 0) return Number(field.subarray(1).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n));
  const digits = textIn(field).trim();
  return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : digits === '' ? 0 : Number.NaN;
}

function pathIn(header: Buffer): string {
  const prefix = header.toString('latin1', 257, 262) === 'ustar' ? textIn(header.subarray(345, 500)) : '';
  const path = textIn(header.subarray(0, 100));
  return prefix === '' ? path : `${prefix}/${path}`;
}

function textIn(field: Buffer): string {
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end < 0 ? field.length : end);
}

function timeIn(seconds: number): string | null {
  const milliseconds = seconds * 1000;
  return seconds > 0 && milliseconds < 8e15 ? new Date(milliseconds).toISOString().replace('.000', '') : null;
}

/** "27 path=…" lines that hold for the next file. */
function extendedHeader(content: Buffer): { path?: string; size?: number; written?: string } {
  const found: { path?: string; size?: number; written?: string } = {};
  for (let at = 0; at < content.length; ) {
    const blank = content.indexOf(0x20, at);
    const length = Number.parseInt(content.toString('latin1', at, blank), 10);
    if (blank < 0 || !(length > 0)) break;
    const [key, ...value] = content.toString('utf8', blank + 1, at + length - 1).split('=');
    const text = value.join('=');
    if (key === 'path') found.path = text;
    if (key === 'size' && /^\d{1,15}$/.test(text)) found.size = Number(text);
    const time = key === 'mtime' ? timeIn(Number(text)) : null;
    if (time !== null) found.written = time;
    at += length;
  }
  return found;
}
