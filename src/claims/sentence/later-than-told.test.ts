import { expect, test } from 'vitest';
import { readTextLayer } from '../../documents/read.ts';
import { extractClaims } from '../extraction.ts';

async function modalityOf(text: string): Promise<string | undefined> {
  const layer = await readTextLayer(Buffer.from(text), { name: 'story.txt' });
  const [claim] = extractClaims(layer, {
    source: { name: 'Harbour Gazette', kind: 'newsroom' },
    published: '2019-06-20',
  });
  return claim?.modality;
}

test.each([
  ['In December 2019 Togo exports 40 tonnes of mushrooms to Chad.', 'intends'],
  ['In May 2019 Togo exported 40 tonnes of mushrooms to Chad.', 'states'],
])('%s', async (text, modality) => {
  expect(await modalityOf(text)).toBe(modality);
});
