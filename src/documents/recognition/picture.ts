import { DocumentError } from '../document-error.ts';
import type { ReadingLimits } from '../limits.ts';

export const PICTURE_KINDS = ['png', 'jpeg', 'gif', 'webp', 'bmp'] as const;
export type PictureKind = (typeof PICTURE_KINDS)[number];

export type PictureHead = { readonly kind: PictureKind; readonly width: number; readonly height: number };

/** The kind of a picture by what its bytes begin with; null for all else. */
export function pictureKindOf(bytes: Uint8Array): PictureKind | null {
  const starts = (...start: readonly number[]): boolean => start.every((byte, at) => bytes[at] === byte);
  // PNG, section 5.2: the four bytes after these show whether a transfer has changed ends of lines; such a file is a damaged picture.
  if (starts(0x89, 0x50, 0x4e, 0x47)) return 'png';
  if (starts(0xff, 0xd8, 0xff)) return 'jpeg';
  if (starts(0x47, 0x49, 0x46, 0x38)) return 'gif';
  if (starts(0x52, 0x49, 0x46, 0x46) && ascii(bytes, 8, 12) === 'WEBP') return 'webp';
  // "BM" begins words too: the four bytes that the format reserves tell them apart.
  return starts(0x42, 0x4d) && bytes.length > 26 && view(bytes).getUint32(6, true) === 0 ? 'bmp' : null;
}

/**
 * Kind and size of a picture, from its head alone: nothing is unpacked, so that one that would fill the memory is refused by
 * its own word.
 * @throws DocumentError `corrupt` where the head tells no size, `too-large` above the limit of pixels
 */
export function pictureHeadOf(bytes: Uint8Array, name: string, { pixels }: ReadingLimits): PictureHead {
  const kind = pictureKindOf(bytes);
  const size = kind === null ? null : SIZES[kind](bytes);
  if (kind === null || size === null || size[0] < 1 || size[1] < 1)
    throw new DocumentError('corrupt', 'the picture is damaged: its head tells no size', { place: name });
  const [width, height] = size;
  if (width * height > pixels)
    throw new DocumentError(
      'too-large',
      `a picture of ${width.toLocaleString('en')} x ${height.toLocaleString('en')} pixels; the limit is ${Math.floor(pixels / 1_000_000)} million`,
      { place: name },
    );
  return { kind, width, height };
}

type Size = readonly [width: number, height: number];

const SIZES: Readonly<Record<PictureKind, (bytes: Uint8Array) => Size | null>> = {
  // PNG, section 11.2.2: IHDR is the first chunk.
  png: (bytes) =>
    bytes.length < 24 || ascii(bytes, 12, 16) !== 'IHDR'
      ? null
      : [view(bytes).getUint32(16), view(bytes).getUint32(20)],
  jpeg: jpegSize,
  gif: (bytes) => (bytes.length < 10 ? null : [view(bytes).getUint16(6, true), view(bytes).getUint16(8, true)]),
  webp: webpSize,
  bmp: (bytes) => [Math.abs(view(bytes).getInt32(18, true)), Math.abs(view(bytes).getInt32(22, true))],
};

/** ITU-T T.81, B.1.1: segments with their length up to the one that begins a frame. */
function jpegSize(bytes: Uint8Array): Size | null {
  const data = view(bytes);
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at++;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return [data.getUint16(at + 7), data.getUint16(at + 5)];
    at += 2 + (marker >= 0xd0 && marker <= 0xd9 ? 0 : data.getUint16(at + 2));
  }
  return null;
}

/** RFC 9649, section 2: the canvas of the extended form, else the head of the picture itself. */
function webpSize(bytes: Uint8Array): Size | null {
  if (bytes.length < 30) return null;
  const data = view(bytes);
  const three = (at: number): number => data.getUint16(at, true) + (bytes[at + 2]! << 16);
  switch (ascii(bytes, 12, 16)) {
    case 'VP8X':
      return [three(24) + 1, three(27) + 1];
    case 'VP8L': {
      const bits = data.getUint32(21, true);
      return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
    }
    case 'VP8 ':
      return [data.getUint16(26, true) & 0x3fff, data.getUint16(28, true) & 0x3fff];
    default:
      return null;
  }
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function ascii(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}
