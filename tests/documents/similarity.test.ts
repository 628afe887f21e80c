import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import jpeg from 'jpeg-js';
import { describe, expect, it } from 'vitest';
import { pngOf } from '../../src/documents/pdf/raster-files.ts';
import { readTextLayer } from '../../src/documents/read.ts';
import {
  differenceOf,
  fingerprintKeys,
  MOST_DIFFERENT,
  type PicturePixels,
  pictureFingerprint,
} from '../../src/documents/similarity/picture-fingerprint.ts';
import { sharedPassage } from '../../src/documents/similarity/shared-passage.ts';
import { similarityOf, textSignature } from '../../src/documents/similarity/text-signature.ts';
import { detectedLanguages } from '../../src/documents/text/language.ts';

const NOTE =
  'The harbour office said on Monday that a ship under a foreign flag had unloaded twelve hundred tonnes of coal at the northern pier, and that the papers named a buyer in the east of Russia. It added that two more ships were waiting outside the port, that nobody had asked for their papers yet, and that the pier would stay closed until the end of the week because of ice on the rails and a broken crane.';
const OTHER =
  'Prices of wheat rose again in the markets of the south after a dry spring, and the growers asked the ministry for help with seed and with water. The ministry answered that it had no money left for this year, and that the banks should lend to whoever could show a harvest of the years before, which most of the growers cannot, since they keep no books.';

const similarity = (a: string, b: string): number =>
  similarityOf(textSignature(a) as Uint32Array, textSignature(b) as Uint32Array);

describe('the signature of a text', () => {
  it('tells a copy from another text, whatever case and punctuation are', () => {
    expect(similarity(NOTE, NOTE.toUpperCase().replaceAll(',', ' ;'))).toBe(1);
    expect(similarity(NOTE, `BREAKING: ${NOTE} More soon.`)).toBeGreaterThan(0.75);
    expect(similarity(NOTE, NOTE.replace('Monday', 'Tuesday').replace('coal', 'iron'))).toBeGreaterThan(0.5);
    expect(similarity(NOTE, OTHER)).toBeLessThan(0.05);
  });

  it('reads scripts without blanks, and says nothing of short texts', () => {
    const chinese =
      '港务局周一表示，一艘悬挂外国旗帜的船只在北码头卸下了一千二百吨煤炭，文件上的买家在俄罗斯东部。另有两艘船在港外等候。'.repeat(
        2,
      );
    expect(similarity(chinese, `快讯：${chinese}`)).toBeGreaterThan(0.8);
    expect(textSignature('A ship came.')).toBeNull();
  });
});

describe('the passage that two texts share', () => {
  it('is the longest run of words, placed in both', () => {
    const copy = `A lead of its own. ${NOTE.slice(0, 150)} and then it goes on in another way.`;
    const found = sharedPassage(NOTE, copy);
    expect(found?.words).toBeGreaterThan(20);
    expect(NOTE.slice(found?.a.start, found?.a.end)).toBe(copy.slice(found?.b.start, found?.b.end));
    expect(sharedPassage(NOTE, OTHER)).toBeNull();
  });

  it('takes no time on a text that repeats itself', () => {
    const started = performance.now();
    sharedPassage('one two three four five '.repeat(4_000), 'one two three four five six '.repeat(4_000));
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

it('names the languages of a text with their shares', () => {
  const korean = '항만청은 안가라호가 2023년 10월 17일 석탄 12,400톤과 컨테이너 300개를 하역했다고 밝혔다.';
  const text = `${NOTE}\n\n${korean}`;
  const blocks = [
    { kind: 'paragraph' as const, start: 0, end: NOTE.length, page: null, paragraph: null },
    { kind: 'paragraph' as const, start: NOTE.length + 2, end: text.length, page: null, paragraph: null },
  ];
  const found = detectedLanguages(text, blocks);
  expect(found.map(({ name }) => name)).toEqual(['English', 'Korean']);
  expect(found.reduce((sum, { share }) => sum + share, 0)).toBe(100);
  expect(detectedLanguages('Ok.', [{ ...blocks[0]!, end: 3 }])).toEqual([]);
});

/** A picture of soft spots, as a photograph out of focus: other numbers make another one. */
function spots(seed: number, width = 240, height = 160): PicturePixels {
  const data = new Uint8Array(width * height * 4).fill(255);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [u, v] = [x / width, y / height];
      const light =
        128 + 60 * Math.sin(seed * 3 + u * (5 + seed) + v * 4) + 60 * Math.cos(seed * 7 + v * (6 + seed * 2) - u * 9);
      data.fill(Math.max(0, Math.min(255, light)), (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  return { width, height, data };
}

/** The same with each point moved to another place of a picture that may have its sides changed. */
function moved(
  { width, height, data }: PicturePixels,
  to: (x: number, y: number) => readonly [number, number],
  sides: readonly [number, number],
): PicturePixels {
  const result = new Uint8Array(sides[0] * sides[1] * 4);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [u, v] = to(x, y);
      result.set(data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4), (v * sides[0] + u) * 4);
    }
  return { width: sides[0], height: sides[1], data: result };
}

describe('the fingerprint of a picture', () => {
  const fingerprint = (pixels: PicturePixels, orientation?: number): string =>
    pictureFingerprint(pixels, orientation) as string;

  it('is nearly the same for copies, and another for other pictures', () => {
    const own = fingerprint(spots(1));
    const small = fingerprint(spots(1, 90, 60));
    const worn = jpeg.decode(jpeg.encode({ ...spots(1), data: Buffer.from(spots(1).data) }, 20).data);
    expect(differenceOf(own, small)).toBeLessThanOrEqual(4);
    expect(differenceOf(own, fingerprint(worn))).toBeLessThanOrEqual(4);
    for (const seed of [2, 3, 4, 5])
      expect(differenceOf(own, fingerprint(spots(seed)))).toBeGreaterThan(MOST_DIFFERENT);
    // Whatever two pictures differ in up to the bound, one key is the same.
    for (let at = 0; at < 200; at++) {
      const other = [...own];
      for (let i = 0; i < MOST_DIFFERENT; i++) {
        const place = (at * 31 + i * 17) % own.length;
        other[place] = (Number.parseInt(other[place] as string, 16) ^ (1 << ((at + i) % 4))).toString(16);
      }
      const keys = new Set(fingerprintKeys(own));
      expect(fingerprintKeys(other.join('')).some((key) => keys.has(key))).toBe(true);
    }
  });

  it('is that of the picture as it is seen, however the file turns it', () => {
    const own = spots(1);
    const { width, height } = own;
    const turned = moved(own, (x, y) => [height - 1 - y, x], [height, width]);
    const mirrored = moved(own, (x, y) => [width - 1 - x, y], [width, height]);
    // A picture that was turned a quarter to the right is turned back by "8", and one that lies so is stood up by "6".
    expect(differenceOf(fingerprint(turned, 8), fingerprint(own))).toBeLessThanOrEqual(2);
    expect(differenceOf(fingerprint(own, 6), fingerprint(turned))).toBeLessThanOrEqual(2);
    expect(differenceOf(fingerprint(mirrored, 2), fingerprint(own))).toBeLessThanOrEqual(2);
    expect(differenceOf(fingerprint(mirrored), fingerprint(own))).toBeGreaterThan(MOST_DIFFERENT);
  });

  it('is none of a blank picture, nor of a page of text', async () => {
    expect(pictureFingerprint({ width: 50, height: 50, data: new Uint8Array(10_000).fill(200) })).toBeNull();
    const scan = readFileSync(join(fileURLToPath(import.meta.url), '..', 'scans', 'english.jpg'));
    expect((await readTextLayer(scan, { name: 'a.jpg' })).fingerprint).toBeUndefined();
    const { width, height, data } = spots(1);
    const rgb = Uint8Array.from(data.filter((_, at) => at % 4 < 3));
    expect((await readTextLayer(pngOf({ width, height, data: rgb }), { name: 'a.png' })).fingerprint).toMatch(
      /^[0-9a-f]{32}$/,
    );
  }, 60_000);
});
