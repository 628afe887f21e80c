import { expect, test } from 'vitest';
import { readTextLayer } from '../../documents/read.ts';
import { extractClaims } from '../extraction.ts';

/** From when to when each figure is told, with the figure. */
async function figuresOf(text: string): Promise<string[]> {
  const layer = await readTextLayer(new TextEncoder().encode(text), { name: 'story.txt' });
  const claims = extractClaims(layer, { source: { name: 'Nordic Wire', kind: 'newsroom' }, published: '2024-06-12' });
  return claims.flatMap(({ when, quantities }) =>
    quantities.map(({ raw, window }) => `${raw} ${(window ?? when).from ?? ''}/${(window ?? when).to ?? ''}`),
  );
}

const REPORT = 'Raids rose by 4 percent in 2023, the mission said. Losses among crews spiked 37 percent.';

test('a report that opens with its period tells its figures of it', async () => {
  expect(await figuresOf(REPORT)).toEqual(['4 percent 2023-01-01/2023-12-31', '37 percent 2023-01-01/2023-12-31']);
});

test('what a figure is compared with is no other period', async () => {
  expect(await figuresOf(`${REPORT} Raids by guards jumped 28 percent compared to 2022.`)).toContain(
    '28 percent 2023-01-01/2023-12-31',
  );
});

test.each([
  // Told of another time, of now, and of what is no count.
  ['In May 2024 sales fell. Sales among crews rose 37 percent.', '37 percent /'],
  ['Losses among crews are 37 percent.', '37 percent /'],
  ['The owner bought 12 boats.', '12 boats /'],
])('%s', async (text, expected) => {
  expect(await figuresOf(`Raids rose by 4 percent in 2023, the mission said. ${text}`)).toContain(expected);
});

test('a story that opens with no period has none', async () => {
  expect(
    await figuresOf(
      'Guards left Oslo. The owner called. The harbour closed. Raids rose by 4 percent in 2023. Losses spiked 37 percent.',
    ),
  ).toContain('37 percent /');
});
