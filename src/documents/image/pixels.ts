import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';
import type { PictureHead } from '../recognition/picture.ts';
import type { PicturePixels } from '../similarity/picture-fingerprint.ts';

/** Larger pictures take many seconds and most of the memory of a reading to unpack. */
const MOST_PIXELS = 25_000_000;
const MOST_MEGABYTES = 300;

/** The points of a PNG or JPEG; null for other kinds, for one that is too large, and for one that is damaged. */
export function pixelsOf(bytes: Uint8Array, { kind, width, height }: PictureHead): PicturePixels | null {
  if (width * height > MOST_PIXELS) return null;
  try {
    if (kind === 'png') return PNG.sync.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    if (kind !== 'jpeg') return null;
    return jpeg.decode(bytes, { useTArray: true, maxMemoryUsageInMB: MOST_MEGABYTES });
  } catch {
    return null;
  }
}
