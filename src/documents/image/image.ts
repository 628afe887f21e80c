import { DocumentError } from '../document-error.ts';
import type { ReadingLimits } from '../limits.ts';
import { openRecognizer, type SeenPage } from '../recognition/engine.ts';
import { howToAdd, recognitionProgram } from '../recognition/installed.ts';
import { type PictureHead, pictureHeadOf } from '../recognition/picture.ts';
import { addRecognised } from '../recognition/recognised-layer.ts';
import { pictureFingerprint } from '../similarity/picture-fingerprint.ts';
import { textSignature } from '../similarity/text-signature.ts';
import { wordsOf } from '../text/hyphenation.ts';
import { LayerBuilder } from '../text/layer-builder.ts';
import type { ReadContent } from '../text/read-content.ts';
import type { Unread } from '../text/text-layer.ts';
import { statedIn } from './exif.ts';
import { pixelsOf } from './pixels.ts';

/** A side below which a picture is a sign or a ruling, and no page. */
const LEAST_SIDE = 32;

/**
 * A picture as a document: the text that a program reads off it, if there is any, and what the file says of itself. It is
 * kept and shown without either.
 * @throws DocumentError `too-large`, `corrupt`
 */
export async function readImage(
  bytes: Uint8Array,
  name: string,
  limits: ReadingLimits,
  ocr?: string,
): Promise<ReadContent> {
  const head = pictureHeadOf(bytes, name, limits);
  const { facts, orientation } = await statedIn(bytes);
  const builder = new LayerBuilder(name, limits.textLength);
  const { seen, unread } = await textIn(bytes, head, orientation, name, ocr);
  // The engine turns the picture upright first: from 5 on its sides change places.
  const [width, height] = orientation >= 5 ? [head.height, head.width] : [head.width, head.height];
  const vocabulary = wordsOf(seen?.paragraphs.flat().map(({ text }) => text) ?? []);
  const added = seen === null ? null : addRecognised(builder, { seen, page: null, width, height }, vocabulary);
  const built = builder.build();
  // Pages look alike that say different things: they are compared by their text.
  const pixels = textSignature(built.text) === null ? pixelsOf(bytes, head) : null;
  const fingerprint = pixels === null ? null : pictureFingerprint(pixels, orientation);
  return {
    kind: head.kind,
    reader: readerName(),
    ...built,
    encoding: null,
    notes: [
      `${head.width.toLocaleString('en')} x ${head.height.toLocaleString('en')} pixels`,
      ...(added === null
        ? []
        : [`its text was read off the picture (${added.languages}) with a mean confidence of ${added.confidence}`]),
    ],
    ...(added !== null && { recognised: [added] }),
    stated: facts,
    ...(fingerprint !== null && { fingerprint }),
    unread: unread === null ? [] : [unread],
  };
}

function readerName(): string {
  const program = recognitionProgram();
  return program === null ? 'image/2' : `image/2 (${program})`;
}

async function textIn(
  bytes: Uint8Array,
  { width, height }: PictureHead,
  orientation: number,
  name: string,
  ocr?: string,
): Promise<{ readonly seen: SeenPage | null; readonly unread: Unread | null }> {
  const none = (words: string) => ({ seen: null, unread: { what: 'scan' as const, whole: true, words } });
  if (Math.min(width, height) < LEAST_SIDE) return none('a picture too small to hold text');
  const recognizer = await openRecognizer(ocr);
  if (recognizer === null) return none(`a picture, whose text was not read: ${howToAdd()}`);
  let seen: SeenPage | null;
  try {
    seen = recognizer.recognize(bytes, orientation);
  } catch (cause) {
    throw new DocumentError('corrupt', 'the picture is damaged and cannot be unpacked', { place: name, cause });
  }
  return seen === null
    ? none('a picture with no text that can be told from it with any certainty')
    : { seen, unread: null };
}
