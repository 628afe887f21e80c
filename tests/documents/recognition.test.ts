import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { extractClaims } from '../../src/claims/extraction.ts';
import { openReader } from '../../src/documents/reader.ts';
import { recognitionProgram } from '../../src/documents/recognition/installed.ts';
import { passageAt } from '../../src/documents/text/passage.ts';
import type { TextLayer } from '../../src/documents/text/text-layer.ts';
import { fullCountTest, sampled } from '../full-count.ts';
import { expectSound } from './layer-checks.ts';
import { setLines } from './pdf-maker.ts';
import { makeScanPdf, placedJpeg } from './scan-pdf-maker.ts';

const scan = (name: string): Buffer => readFileSync(join(fileURLToPath(import.meta.url), '..', 'scans', `${name}.jpg`));

const reader = openReader();
afterAll(() => reader.close());

const layers = new Map<string, Promise<TextLayer>>();
/** A scan as it is read, which takes seconds: once for all who look at it. */
function readScan(name: string): Promise<TextLayer> {
  const layer = layers.get(name) ?? reader.read(scan(name), `${name}.jpg`);
  layers.set(name, layer);
  return layer;
}

function wordsIn({ recognised = [], text }: TextLayer): string {
  for (const { words, start, end } of recognised) {
    let at = start;
    for (const word of words) {
      expect(word.start).toBeGreaterThanOrEqual(at);
      expect(word.end).toBeGreaterThan(word.start);
      const [left, top, width, height] = word.box;
      for (const value of [left, top, width, height, left + width, top + height]) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1000);
      }
      at = word.end;
    }
    expect(at).toBeLessThanOrEqual(end);
  }
  return recognised.flatMap(({ words }) => words.map(({ start, end }) => text.slice(start, end))).join(' ');
}

describe('a picture of text', () => {
  const scans: readonly [string, string, readonly string[]][] = [
    ['english', 'eng', ['12,400 tonnes of coal', '38.45 tonnes of diesel']],
    ['korean', 'kor+eng', ['컨테이너 300개', '12,400톤이', '2023년 9월 7일']],
    ['chinese', 'chi_sim+eng', ['向俄罗斯运送了', '12,400']],
    ['worn', 'eng', ['12,400 tonnes of coal']],
  ];
  it.each(sampled(scans, 2))(
    'is read in its own language, with words placed on it (%s)',
    async (name, languages, parts) => {
      const layer = await readScan(name);
      expectSound(layer);
      expect(layer).toMatchObject({ kind: 'jpeg', recognised: [{ page: 1, by: 'reader', languages }] });
      expect(layer.reader).toContain(recognitionProgram());
      for (const part of parts) expect(layer.text).toContain(part);
      // Every letter and figure of the text lies in a word that is placed.
      expect(wordsIn(layer).replace(/[^\p{L}\p{N}]/gu, '')).toBe(layer.text.replace(/[^\p{L}\p{N}]/gu, ''));
      expect(layer.recognised?.[0]?.confidence).toBeGreaterThan(80);
    },
    60_000,
  );

  fullCountTest(
    'is read in the languages that somebody asks for, and in none that is not there',
    async () => {
      const asking = openReader(undefined, 'kor');
      const wrong = openReader(undefined, 'kor+xyz');
      try {
        const layer = await asking.read(scan('korean'), 'korean.jpg');
        expect(layer.recognised).toMatchObject([{ languages: 'kor' }]);
        expect(layer.text).toContain('컨테이너 300개');
        await expect(wrong.read(scan('korean'), 'korean.jpg')).rejects.toMatchObject({ code: 'unsupported' });
      } finally {
        await asking.close();
        await wrong.close();
      }
    },
    60_000,
  );

  it('gives the place of a passage on the picture, further down for what stands further down', async () => {
    const layer = await readScan('english');
    const at = (words: string) => {
      const start = layer.text.indexOf(words);
      return passageAt(layer, start, start + words.length);
    };
    const [coal, diesel] = [at('12,400 tonnes'), at('38.45 tonnes')];
    expect(coal.locator).toMatchObject({ page: 1, confidence: expect.any(Number) });
    const boxes = [coal, diesel].map(({ locator }) => (locator as { box: readonly number[] }).box);
    expect(boxes[1]![1]).toBeGreaterThan(boxes[0]![1]!);
    expect(boxes[0]![2]).toBeGreaterThan(50);
    expect(boxes[0]![2]).toBeLessThan(300);
  }, 60_000);

  fullCountTest(
    'reads the same whatever was read before',
    async () => {
      const first = await reader.read(scan('worn'), 'worn.jpg');
      await reader.read(scan('korean'), 'korean.jpg');
      expect(await reader.read(scan('worn'), 'worn.jpg')).toEqual(first);
    },
    60_000,
  );
});

describe('a PDF of pages that are pictures', () => {
  const english = placedJpeg(scan('english'), [40, 400, 515, 294]);
  const korean = placedJpeg(scan('korean'), [40, 400, 515, 294]);
  const printed = setLines(
    [
      'The coast guard said on Monday that two barges left the port of Tartus with grain for the',
      'islands, and that one of them came back empty.',
    ],
    700,
  );

  fullCountTest(
    'is read page by page, between pages with text of their own',
    async () => {
      const pages = [{ pictures: [], texts: printed }, { pictures: [english] }, { pictures: [korean] }];
      const steps: number[] = [];
      const layer = await reader.read(makeScanPdf(pages), 'scan.pdf', (done) => steps.push(done));
      expectSound(layer);
      wordsIn(layer);
      expect(steps).toEqual([1, 2]);
      expect(layer.recognised).toMatchObject([
        { page: 2, languages: 'eng' },
        { page: 3, languages: 'kor+eng' },
      ]);
      const pageOf = (words: string) => {
        const start = layer.text.indexOf(words);
        expect(start).toBeGreaterThanOrEqual(0);
        return passageAt(layer, start, start + words.length).page;
      };
      expect([pageOf('two barges'), pageOf('12,400 tonnes'), pageOf('컨테이너 300개')]).toEqual([1, 2, 3]);
      expect(layer.pages).toHaveLength(3);
      const claims = extractClaims(layer, { source: { name: 'Desk', kind: 'newsroom' }, published: '2023-11-01' });
      expect(claims.some(({ quantities }) => quantities.some(({ low }) => low === '12400'))).toBe(true);
    },
    60_000,
  );

  it('keeps both texts where its maker laid one over the picture, and reads claims from neither twice', async () => {
    const laid = setLines(
      ['Japan said on 16 October 2023 that North Korea shipped 12,900 tonnes of coal to', 'Russia in September 2023.'],
      600,
    );
    const whole = placedJpeg(scan('english'));
    const layer = await reader.read(makeScanPdf([{ pictures: [whole], texts: laid, hidden: true }]), 'both.pdf');
    expectSound(layer);
    expect(layer.text).toMatch(/12,900 tonnes[\s\S]*12,400 tonnes/);
    expect(layer.recognised).toMatchObject([{ by: 'file' }, { by: 'reader', page: 1 }]);
    const claims = extractClaims(layer, { source: { name: 'Desk', kind: 'newsroom' }, published: '2023-11-01' });
    const figures = claims.flatMap(({ quantities }) => quantities.map(({ low }) => low));
    expect(figures).toContain('12900');
    expect(figures).not.toContain('12400');
    const second = layer.text.indexOf('12,400');
    expect(passageAt(layer, second, second + 6).locator).toMatchObject({ page: 1, box: expect.any(Array) });
    const first = layer.text.indexOf('12,900');
    expect(passageAt(layer, first, first + 6).locator).toEqual({ page: 1, box: null, confidence: null });
  }, 60_000);
});
