import { isUtf8 } from 'node:buffer';
import { crc32, inflateRawSync } from 'node:zlib';
import { DocumentError } from '../document-error.ts';
import type { ReadingLimits } from '../limits.ts';
import { decodeText } from '../plain-text/encoding.ts';

export type ZipEntry = {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly compressed: number;
  readonly size: number;
  readonly dataStart: number;
  /** When the file was written by the clock of who packed it, as `YYYY-MM-DD HH:MM:SS` without a zone; null where it is no time. */
  readonly written: string | null;
  /** A symbolic link, by the packer's word. */
  readonly link: boolean;
};

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const MADE_ON_UNIX = 3;

/**
 * The parts of a zip container by its central directory, with nothing inflated yet (APPNOTE.TXT 6.3, sections 4.3 and 4.4).
 * Refuses what a document never is: encrypted or overlapping parts, two parts of one name, sizes or ratios of a bomb.
 * @throws DocumentError `corrupt`, `encrypted` or `bomb`
 */
export function listZip(bytes: Uint8Array, name: string, limits: ReadingLimits): readonly ZipEntry[] {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const corrupt = (reason: string) => new DocumentError('corrupt', `the file is damaged: ${reason}`, { place: name });
  const bomb = (reason: string) =>
    new DocumentError('bomb', `${reason}; a file made to fill the memory is not read`, { place: name });

  const end = endOf(data);
  if (end < 0) throw corrupt('its table of contents is missing, it may be cut short');
  const count = data.readUInt16LE(end + 10);
  const start = data.readUInt32LE(end + 16);
  if (count === 0xffff || start === 0xffffffff) throw corrupt('it uses the 64-bit zip form, which no DOCX needs');
  if (count > limits.zipEntries) throw bomb(`it has ${count} parts`);

  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let at = start;
  let total = 0;
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || data.readUInt32LE(at) !== CENTRAL) throw corrupt('its table of contents does not add up');
    const nameLength = data.readUInt16LE(at + 28);
    const entryName = nameIn(data.subarray(at + 46, at + 46 + nameLength));
    if ((data.readUInt16LE(at + 8) & 1) !== 0)
      throw new DocumentError('encrypted', 'locked with a password; save it without one and add it again', {
        place: name,
      });
    const [compressed, size] = [data.readUInt32LE(at + 20), data.readUInt32LE(at + 24)];
    const local = data.readUInt32LE(at + 42);
    if (local + 30 > data.length || data.readUInt32LE(local) !== LOCAL)
      throw corrupt(`its part ${quoted(entryName)} is missing`);
    const dataStart = local + 30 + data.readUInt16LE(local + 26) + data.readUInt16LE(local + 28);
    if (dataStart + compressed > start) throw corrupt(`its part ${quoted(entryName)} is cut short`);
    if (names.has(entryName)) throw corrupt(`it holds two parts named ${quoted(entryName)}`);
    names.add(entryName);
    total += size;
    if (total > limits.zipBytes)
      throw bomb(`it would grow to more than ${Math.floor(limits.zipBytes / 1_048_576)} MiB`);
    if (size > 1_048_576 && size > compressed * limits.zipRatio)
      throw bomb(`its part ${quoted(entryName)} would grow ${Math.round(size / Math.max(1, compressed))}-fold`);
    entries.push({
      name: entryName,
      method: data.readUInt16LE(at + 10),
      crc: data.readUInt32LE(at + 16),
      compressed,
      size,
      dataStart,
      written: dosTime(data.readUInt16LE(at + 14), data.readUInt16LE(at + 12)),
      link: data[at + 5] === MADE_ON_UNIX && (data.readUInt16LE(at + 40) & 0xf000) === 0xa000,
    });
    at += 46 + nameLength + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32);
  }
  // Parts that share bytes let a small file grow without any single high ratio (D. Fifield, "A better zip bomb", 2019).
  const sorted = [...entries].sort((a, b) => a.dataStart - b.dataStart);
  for (let index = 1; index < sorted.length; index++)
    if (sorted[index - 1]!.dataStart + sorted[index - 1]!.compressed > sorted[index]!.dataStart)
      throw bomb('its parts overlap');
  return entries;
}

/**
 * Inflates one part, never beyond the size its entry declares, and checks its CRC-32.
 * @throws DocumentError `bomb` when it holds more than it declares, else `corrupt`
 */
export function inflateEntry(bytes: Uint8Array, entry: ZipEntry, name: string): Buffer {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset + entry.dataStart, entry.compressed);
  const content = entry.method === 0 ? raw : inflate(raw, entry, name);
  if (content.length !== entry.size || crc32(content) !== entry.crc)
    throw new DocumentError('corrupt', `the file is damaged: its part ${quoted(entry.name)} fails its checksum`, {
      place: name,
    });
  return content;
}

function inflate(raw: Buffer, entry: ZipEntry, name: string): Buffer {
  if (entry.method !== 8)
    throw new DocumentError('corrupt', `its part ${quoted(entry.name)} is packed in an unknown way`, { place: name });
  try {
    return inflateRawSync(raw, { maxOutputLength: Math.max(1, entry.size) });
  } catch (error) {
    const bomb = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
    throw bomb
      ? new DocumentError('bomb', `its part ${quoted(entry.name)} holds more than it declares; it is not read`, {
          place: name,
        })
      : new DocumentError('corrupt', `the file is damaged: its part ${quoted(entry.name)} cannot be unpacked`, {
          place: name,
          cause: error,
        });
  }
}

/** The end record lies in the last 65,557 bytes, before a comment. */
function endOf(data: Buffer): number {
  for (let at = data.length - 22; at >= Math.max(0, data.length - 65_557); at--)
    if (data.readUInt32LE(at) === END && at + 22 + data.readUInt16LE(at + 20) <= data.length) return at;
  return -1;
}

/** Names are UTF-8 when they say so; else in the page of the packer's system, which they do not tell. */
function nameIn(bytes: Buffer): string {
  return isUtf8(bytes) ? bytes.toString('utf8') : decodeText(bytes, 'a name').text;
}

/** MS-DOS date and time: seven bits of years since 1980 (APPNOTE.TXT 6.3, section 4.4.6). */
function dosTime(date: number, time: number): string | null {
  const [year, month, day] = [1980 + (date >> 9), (date >> 5) & 15, date & 31];
  if (month < 1 || month > 12 || day < 1) return null;
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)} ${two(time >> 11)}:${two((time >> 5) & 63)}:${two((time & 31) * 2)}`;
}

function quoted(name: string): string {
  return `"${name.slice(0, 60).replace(/[\0-\x1f\x7f]/g, '?')}"`;
}
