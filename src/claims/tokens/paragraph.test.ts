import { expect, test } from 'vitest';
import { readTextLayer } from '../../documents/read.ts';
import type { TextLayer } from '../../documents/text/text-layer.ts';
import { paragraphsOf } from './paragraph.ts';

/** A page of the web with its text in one block. */
async function paragraphsIn(text: string): Promise<string[]> {
  const layer: TextLayer = await readTextLayer(new TextEncoder().encode('One line.'), { name: 'story.txt' });
  const [block] = layer.blocks;
  const whole: TextLayer = { ...layer, text, blocks: [{ ...block!, start: 0, end: text.length }] };
  return paragraphsOf(whole).map(({ start, end }) => text.slice(start, end));
}

test('an address makes no line of a broken sentence end early', async () => {
  const address = `https://example.org/${'a'.repeat(90)}`;
  const text = `The ministry of trade denied at noon on the quay of Lome that any\nTogo dealer had sold rifles\n${address}`;
  expect(await paragraphsIn(text)).toEqual([text]);
});

test('a line in the middle of a sentence does not end it', async () => {
  const text =
    'The ministry of trade at noon denied on the quay of Lome, at last, that any\nmill in the land of\nTogo sold rifles.';
  expect(await paragraphsIn(text)).toEqual([text]);
});

test('a line that its writer ended is one of its own', async () => {
  const lines = ['A yard in Riga', 'Norway sold 12 boats to Latvia in the first days of spring, says the navy.'];
  expect(await paragraphsIn(lines.join('\n'))).toEqual(lines);
});

test('a block of very many lines is read', async () => {
  expect((await paragraphsIn('a b\n'.repeat(140_000))).length).toBeGreaterThan(0);
});
