import { z } from 'zod';
import { resourceYaml } from '../../core/prepared-yaml.ts';

/** Points of a picture, four bytes each (red, green, blue, opacity), row by row from the upper left. */
export type PicturePixels = { readonly width: number; readonly height: number; readonly data: Uint8Array };

/** 128 bits in hexadecimal; null for a picture that shows too little to be told from others by them. */
export type PictureFingerprint = string | null;

const SIMILARITY = z
  .strictObject({
    source: z.string(),
    points: z.literal(128),
    mostDifferent: z.int().min(0).max(64),
    leastContrast: z.number().min(0).max(255),
  })
  .parse(resourceYaml('documents/similarity/picture-similarity.yaml'));

/** Points of comparison in which two pictures may differ and still be proposed as one that was passed on. */
export const MOST_DIFFERENT = SIMILARITY.mostDifferent;
export const FINGERPRINT_POINTS = SIMILARITY.points;

/** More points than these tell nothing more of a mean. */
const MOST_SAMPLES = 1_000_000;
/** Fields to a side whose neighbours are compared. */
const SIDE = 8;

/**
 * What is kept of a picture to find others like it: whether each of 8 x 8 fields is darker than its neighbour to the right, and
 * than the one below (a difference hash in both directions). Size, quality of the file, brightness and small marks hardly change it.
 * @param orientation of EXIF, 1 to 8: a copy may have been turned upright
 */
export function pictureFingerprint(pixels: PicturePixels, orientation = 1): PictureFingerprint {
  const turned = orientation >= 5;
  const [width, height] = turned ? [pixels.height, pixels.width] : [pixels.width, pixels.height];
  if (width < SIDE + 1 || height < SIDE + 1) return null;
  const across = fieldsOf(pixels, orientation, SIDE + 1, SIDE);
  const down = fieldsOf(pixels, orientation, SIDE, SIDE + 1);
  if (contrastOf(across) < SIMILARITY.leastContrast) return null;
  const bits: boolean[] = [];
  for (let y = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++) bits.push(across[y * (SIDE + 1) + x]! < across[y * (SIDE + 1) + x + 1]!);
  for (let y = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++) bits.push(down[y * SIDE + x]! < down[(y + 1) * SIDE + x]!);
  let hex = '';
  for (let at = 0; at < bits.length; at += 4)
    hex += bits
      .slice(at, at + 4)
      .reduce((sum, bit) => sum * 2 + (bit ? 1 : 0), 0)
      .toString(16);
  return hex;
}

/** Points of comparison in which two pictures differ. */
export function differenceOf(a: string, b: string): number {
  let count = 0;
  for (let at = 0; at < a.length; at++) {
    let bits = Number.parseInt(a[at]!, 16) ^ Number.parseInt(b[at] ?? '0', 16);
    for (; bits > 0; bits &= bits - 1) count++;
  }
  return count;
}

/** Keys of which two pictures that are much alike share one at least: of more parts than may differ, one is the same in both. */
export function fingerprintKeys(fingerprint: string): readonly string[] {
  const bits = [...fingerprint].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('');
  const parts = MOST_DIFFERENT + 1;
  return Array.from({ length: parts }, (_, at) => {
    const [from, to] = [Math.floor((at * bits.length) / parts), Math.floor(((at + 1) * bits.length) / parts)];
    return `${at} ${bits.slice(from, to)}`;
  });
}

/** Mean brightness of fields, row by row, of the picture as it is seen. */
function fieldsOf(pixels: PicturePixels, orientation: number, columns: number, rows: number): readonly number[] {
  const sums = new Float64Array(columns * rows);
  const counts = new Uint32Array(columns * rows);
  const { width, height, data } = pixels;
  const step = Math.max(1, Math.floor(Math.sqrt((width * height) / MOST_SAMPLES)));
  for (let y = 0; y < height; y += step)
    for (let x = 0; x < width; x += step) {
      const [u, v] = upright((x + 0.5) / width, (y + 0.5) / height, orientation);
      const field = Math.floor(v * rows) * columns + Math.floor(u * columns);
      const at = (y * width + x) * 4;
      // ITU-R BT.601, over white where a point is not opaque.
      const light = 0.299 * data[at]! + 0.587 * data[at + 1]! + 0.114 * data[at + 2]!;
      const opaque = data[at + 3]! / 255;
      sums[field]! += light * opaque + 255 * (1 - opaque);
      counts[field]!++;
    }
  return Array.from(sums, (sum, at) => sum / Math.max(1, counts[at]!));
}

/** Where a point of the file lies in the picture as it is seen (EXIF 2.32, 4.6.4, tag 0x0112), in shares of its sides. */
function upright(x: number, y: number, orientation: number): readonly [number, number] {
  switch (orientation) {
    case 2:
      return [1 - x, y];
    case 3:
      return [1 - x, 1 - y];
    case 4:
      return [x, 1 - y];
    case 5:
      return [y, x];
    case 6:
      return [1 - y, x];
    case 7:
      return [1 - y, 1 - x];
    case 8:
      return [y, 1 - x];
    default:
      return [x, y];
  }
}

/** Standard deviation: of a blank page or a clear sky neighbours differ by chance. */
function contrastOf(fields: readonly number[]): number {
  const mean = fields.reduce((sum, field) => sum + field, 0) / fields.length;
  return Math.sqrt(fields.reduce((sum, field) => sum + (field - mean) ** 2, 0) / fields.length);
}
