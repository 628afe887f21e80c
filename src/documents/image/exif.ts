import exifr from 'exifr';
import type { StatedFact } from '../text/text-layer.ts';

/** Fields that a reader of evidence asks for, in the order in which they are shown. */
const FIELDS: readonly (readonly [field: string, name: string])[] = [
  ['Make', 'made with, maker'],
  ['Model', 'made with, model'],
  ['SerialNumber', 'serial number'],
  ['Software', 'software'],
  ['Artist', 'author'],
  ['Copyright', 'rights'],
  ['ImageDescription', 'description'],
  ['UserComment', 'comment'],
];

/** Times as they stand there, each with the field that may hold its offset from UTC. */
const TIMES: readonly (readonly [field: string, offset: string, name: string])[] = [
  ['DateTimeOriginal', 'OffsetTimeOriginal', 'taken'],
  ['CreateDate', 'OffsetTimeDigitized', 'digitised'],
  ['ModifyDate', 'OffsetTime', 'changed'],
];

export type StatedInPicture = {
  readonly facts: readonly StatedFact[];
  /** EXIF 2.32, tag 0x0112: how the picture must be turned to be upright. */
  readonly orientation: number;
};

/**
 * What a picture says of itself (EXIF). Values stay as they are written: a time without an offset is not given one, and a
 * place is the word of whoever wrote the file.
 */
export async function statedIn(bytes: Uint8Array): Promise<StatedInPicture> {
  const tags = await parse(bytes);
  if (tags === null) return { facts: [], orientation: 1 };
  const facts: StatedFact[] = [];
  const add = (name: string, value: unknown): void => {
    const text = wordsOf(value);
    if (text !== '') facts.push({ name, value: text });
  };
  for (const [field, offset, name] of TIMES) {
    const time = wordsOf(tags[field]);
    const zone = wordsOf(tags[offset]);
    if (time !== '') add(name, zone === '' ? `${time} (in no zone that it names)` : `${time} ${zone}`);
  }
  const { latitude, longitude } = tags;
  if (isDegrees(latitude) && isDegrees(longitude)) add('place', `${latitude.toFixed(6)}, ${longitude.toFixed(6)}`);
  add('altitude in metres', tags.GPSAltitude);
  add('direction in degrees', tags.GPSImgDirection);
  add('day by satellite, UTC', tags.GPSDateStamp);
  for (const [field, name] of FIELDS) add(name, tags[field]);
  if (tags.ThumbnailLength !== undefined || tags.JPEGInterchangeFormatLength !== undefined)
    add('smaller picture inside', 'there is one, which may show what was cut away since');
  const { Orientation: turned } = tags;
  return { facts, orientation: typeof turned === 'number' && turned >= 1 && turned <= 8 ? turned : 1 };
}

async function parse(bytes: Uint8Array): Promise<Readonly<Record<string, unknown>> | null> {
  try {
    const tags: unknown = await exifr.parse(Buffer.from(bytes), {
      tiff: true,
      exif: true,
      gps: true,
      ifd1: true,
      mergeOutput: true,
      translateKeys: true,
      translateValues: false,
      // Revived, a time loses its offset and takes the zone of the machine that reads it.
      reviveValues: false,
    });
    return typeof tags === 'object' && tags !== null ? (tags as Readonly<Record<string, unknown>>) : null;
  } catch {
    // What is said there cannot be read, which changes nothing of the picture.
    return null;
  }
}

function wordsOf(value: unknown): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(Math.round(value * 1000) / 1000) : '';
  if (typeof value !== 'string') return '';
  return value
    .replace(/[\s\0-\x1f\x7f]+/g, ' ')
    .trim()
    .slice(0, 500)
    .toWellFormed();
}

function isDegrees(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= 180;
}
