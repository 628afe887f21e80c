import { expect, test } from 'vitest';
import { readTextLayer } from '../../documents/read.ts';
import { extractClaims } from '../extraction.ts';

test.each([
  ["South Korea's Defense Intelligence Agency said that 28,000 crates were shipped.", 'KR'],
  ['The Treasury of Japan said that 28,000 crates were shipped.', 'JP'],
  ["Fiji's State Department said that 28,000 crates were shipped.", 'FJ'],
  ['The State Department said that 28,000 crates were shipped.', 'US'],
  ['The State Department of the United States said that 28,000 crates were shipped.', 'US'],
])('a body belongs to the State that the sentence gives it to: %s', async (text, country) => {
  const layer = await readTextLayer(new TextEncoder().encode(text), { name: 'story.txt' });
  const [claim] = extractClaims(layer, { source: { name: 'Skerry Dispatch', kind: 'newsroom' }, published: null });
  expect(claim?.claimant).toMatchObject({ kind: 'state-organ', country });
});
