import { describe, expect, test } from 'vitest';
import { readTextLayer } from '../../../documents/read.ts';
import { extractClaims } from '../../extraction.ts';

/** Who says what the last sentence tells. */
async function speaksLast(text: string): Promise<string | undefined> {
  const layer = await readTextLayer(Buffer.from(text), { name: 'story.txt' });
  const claims = extractClaims(layer, {
    source: { name: 'Harbour Gazette', kind: 'newsroom' },
    published: '2024-03-29',
  });
  const last = claims.toSorted((a, b) => a.start - b.start).at(-1);
  return last?.claimant.kind === 'unnamed' ? 'open' : last?.claimant.name;
}

describe('who is meant by what stood before', () => {
  test.each<[string, string | undefined]>([
    // A study stands between the body and the pronoun.
    ["Togo's foreign ministry said that it knew the study. It shows that Togo sold rifles to Chad in 2022.", 'open'],
    [
      "Togo's mission said that the figures of the Observatory were wrong. They show that Togo sold 40 drones to Chad.",
      'open',
    ],
    [
      "Togo's embassy did not answer questions on the study, it said. It says that Togo supplied 90 trucks to Chad.",
      'open',
    ],
    ['Togo kept silent. A study appeared in May. Togo sent 40 rifles to Chad in 2022, it says.', 'open'],
    // Whoever speaks said it.
    [
      "Togo's foreign ministry rejected the study. It said that Malta had sold 40 rifles to Chad.",
      "Togo's foreign ministry",
    ],
    [
      "Togo's foreign ministry spoke on Monday. It said that Malta had sold 40 rifles to Chad.",
      "Togo's foreign ministry",
    ],
  ])('%s', async (text, name) => {
    const said = await speaksLast(text);
    expect(name === 'open' ? said : said?.replace(/^the /i, '')).toBe(name);
  });

  test.each([
    [
      "Malta's defence ministry saw a tanker. Togo's foreign ministry said that there was none. The defence ministry said that Togo bought oil from Chad.",
      /Togo/,
    ],
    [
      "Togo's defence ministry denied that it had sold arms. The indictment said that Togo sold 40 rifles to Chad.",
      /Togo's/,
    ],
    [
      "Togo's defence ministry denied that it had sold arms. The report said that Togo sold 40 rifles to Chad.",
      /Togo's/,
    ],
    ["Togo's foreign ministry denied it. The letter said that Togo bought missiles from Chad.", /Togo's/],
  ])('%s is nothing that the other says', async (text, wrong) => {
    expect(await speaksLast(text)).not.toMatch(wrong);
  });

  test('a statement is of whoever spoke right before', async () => {
    const said = await speaksLast(
      "Togo's foreign ministry said on Monday that the port was shut. The statement said that Malta had sold 40 rifles to Chad.",
    );
    expect(said).toMatch(/Togo/);
  });
});
