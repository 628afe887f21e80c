import { gunzipSync, inflateRawSync } from 'node:zlib';
import { DocumentError } from '../document-error.ts';
import type { ReadingLimits } from '../limits.ts';
import type { Unpacked } from './member.ts';
import { isTar } from './tar.ts';

/** Packed bytes that tell what is inside. */
const HEAD = 16_384;

/** The beginning of what a gzip file holds (RFC 1952). @throws DocumentError `corrupt` */
export function gzipHead(bytes: Uint8Array, name: string): Buffer {
  try {
    return gunzipSync(bytes.subarray(0, HEAD), { finishFlush: SYNC_FLUSH }).subarray(0, 1_048_576);
  } catch (error) {
    throw new DocumentError('corrupt', 'the file is damaged and cannot be unpacked', { place: name, cause: error });
  }
}

const SYNC_FLUSH = 2;

export function kindInGzip(head: Buffer): 'warc' | 'tar' | 'gzip' {
  if (head.toString('latin1', 0, 6) === 'WARC/1') return 'warc';
  return isTar(head) ? 'tar' : 'gzip';
}

/** All of it. @throws DocumentError `bomb` when it grows beyond the limit, else `corrupt` */
export function gunzip(bytes: Uint8Array, name: string, limits: ReadingLimits): Buffer {
  try {
    return gunzipSync(bytes, { maxOutputLength: limits.zipBytes });
  } catch (error) {
    throw gunzipError(error, name, limits);
  }
}

function gunzipError(error: unknown, name: string, limits: ReadingLimits): DocumentError {
  return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE'
    ? new DocumentError('bomb', `it would grow to more than ${Math.floor(limits.zipBytes / 1_048_576)} MiB`, {
        place: name,
      })
    : new DocumentError('corrupt', 'the file is damaged or cut short and cannot be unpacked', {
        place: name,
        cause: error,
      });
}

export type GzipMember = { readonly offset: number; readonly content: Buffer };

/**
 * The members of a gzip file one after the other, each with its place in the packed file: archives of the web pack each record
 * by itself, so that one can be fetched alone.
 * @throws DocumentError `bomb`, `corrupt`
 */
export function* gzipMembers(bytes: Uint8Array, name: string, limits: ReadingLimits): Generator<GzipMember> {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let total = 0;
  for (let offset = 0; offset < data.length; ) {
    const start = endOfHeader(data, offset);
    if (start < 0) throw new DocumentError('corrupt', `it is damaged at byte ${offset}`, { place: name });
    let content: Buffer;
    let used: number;
    try {
      const inflated = inflateRawSync(data.subarray(start), {
        info: true,
        maxOutputLength: Math.max(1, limits.zipBytes - total),
      }) as unknown as { readonly buffer: Buffer; readonly engine: { readonly bytesWritten: number } };
      content = inflated.buffer;
      used = inflated.engine.bytesWritten;
    } catch (error) {
      throw gunzipError(error, name, limits);
    }
    total += content.length;
    yield { offset, content };
    // Checksum and length, four bytes each.
    offset = start + used + 8;
  }
}

/** Where the packed bytes of a member begin; -1 where none does (RFC 1952, section 2.3). */
function endOfHeader(data: Buffer, offset: number): number {
  if (offset + 18 > data.length || data[offset] !== 0x1f || data[offset + 1] !== 0x8b || data[offset + 2] !== 8)
    return -1;
  const flags = data[offset + 3]!;
  let at = offset + 10;
  if ((flags & 4) !== 0) at += 2 + data.readUInt16LE(at);
  for (const flag of [8, 16])
    if ((flags & flag) !== 0) {
      at = data.indexOf(0, at) + 1;
      if (at === 0) return -1;
    }
  if ((flags & 2) !== 0) at += 2;
  return at < data.length ? at : -1;
}

/** One file that was packed by itself. */
export function unpackGzip(bytes: Uint8Array, name: string, limits: ReadingLimits): Unpacked {
  const content = gunzip(bytes, name, limits);
  const path = (name.split(/[/\\]/).at(-1) ?? '').replace(/\.gz$/i, '') || 'content';
  const listed = { path, written: null, url: null };
  return {
    listed: [{ ...listed, size: content.length }],
    members: [{ ...listed, bytes: content, how: 'gzip content' }],
    refused: [],
    notes: [],
    checks: [],
  };
}
