import { expect, test } from 'vitest';
import { readTextLayer } from '../../documents/read.ts';
import { extractClaims } from '../extraction.ts';

async function counted(text: string): Promise<string[]> {
  const layer = await readTextLayer(new TextEncoder().encode(text), { name: 'story.txt' });
  const claims = extractClaims(layer, { source: { name: 'Nordic Wire', kind: 'newsroom' }, published: '2024-06-12' });
  return claims.flatMap(({ quantities }) => quantities.map(({ counts, unit }) => `${counts}/${unit ?? ''}`));
}

test.each([
  ['The level of logging was 309,000 cubic metres.', ['logging/cubic metre']],
  ['The volume of drugs doubled from 25 tonnes in 1990 to 55 tonnes in 1995.', ['drug/tonne', 'drug/tonne']],
  ['The total was 40 tonnes.', ['tonne/']],
  // The same measure as before, of what the sentence itself names.
  [
    'Felling came to 40 cubic metres of timber. The export of pine should not exceed 20 cubic metres.',
    ['timber/cubic metre', 'pine/cubic metre'],
  ],
  ['It bought 300 tons of coal. Riga sold 40 tons.', ['coal/tonne', 'coal/tonne']],
])('%s', async (text, expected) => {
  expect(await counted(text)).toEqual(expected);
});
