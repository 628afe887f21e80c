import { RecordError } from '../errors.ts';

/**
 * The part of the tar format (POSIX ustar) that an exported record needs: regular files with short names. Every field
 * that could differ between two exports of the same record is fixed.
 */

export const TAR_BLOCK = 512;
const OCTAL_SIZE_LIMIT = 8 ** 11;

/** Header of a regular file. Sizes of 8 GiB and more are written in base 256, which every tar of today reads. */
export function tarHeader(name: string, size: number): Buffer {
  if (Buffer.byteLength(name) > 100) throw new RangeError(`"${name}" is too long a name`);
  const header = Buffer.alloc(TAR_BLOCK);
  header.write(name, 0, 'utf8');
  header.write('0000644\0', 100, 'latin1');
  header.write('0000000\0', 108, 'latin1');
  header.write('0000000\0', 116, 'latin1');
  if (size < OCTAL_SIZE_LIMIT) header.write(`${size.toString(8).padStart(11, '0')}\0`, 124, 'latin1');
  else {
    header[124] = 0x80;
    header.writeBigUInt64BE(BigInt(size), 128);
  }
  header.write('00000000000\0', 136, 'latin1');
  header.write('0', 156, 'latin1');
  header.write('ustar\x0000', 257, 'latin1');
  header.write(`${checksum(header).toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return header;
}

/** Zeros that fill a file of this size up to whole blocks. */
export function tarPadding(size: number): number {
  return (TAR_BLOCK - (size % TAR_BLOCK)) % TAR_BLOCK;
}

export const TAR_END: Buffer = Buffer.alloc(2 * TAR_BLOCK);

/** Null for the block of zeros that ends an archive. @throws RecordError `archive-refused` for anything but a header that `tarHeader` writes */
export function parseTarHeader(block: Buffer, place: string): { name: string; size: number } | null {
  if (block.every((byte) => byte === 0)) return null;
  const end = block.indexOf(0);
  const name = block.toString('utf8', 0, Math.min(100, end < 0 ? 100 : end));
  const size =
    block[124] === 0x80 ? Number(block.readBigUInt64BE(128)) : Number.parseInt(block.toString('latin1', 124, 135), 8);
  // One spelling only: what is not written by us byte for byte is not taken (links, folders, devices, long names).
  if (!Number.isSafeInteger(size) || size < 0 || name === '' || !tarHeader(name, size).equals(block))
    throw new RecordError('archive-refused', 'This is not an exported record, or it is damaged here.', { place });
  return { name, size };
}

function checksum(header: Buffer): number {
  let sum = 0;
  for (let i = 0; i < TAR_BLOCK; i++) sum += i >= 148 && i < 156 ? 0x20 : header[i]!;
  return sum;
}
