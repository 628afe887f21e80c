import { expect, test } from 'vitest';
import { readTextLayer } from '../../documents/read.ts';
import { extractClaims } from '../extraction.ts';
import type { Claim } from '../model/claim.ts';

async function claimsOf(text: string): Promise<Claim[]> {
  const layer = await readTextLayer(new TextEncoder().encode(text), { name: 'story.txt' });
  return extractClaims(layer, { source: { name: 'Fjord Courier', kind: 'newsroom' }, published: '2024-06-12' });
}

test.each([
  ['From March 2023 to the present, the mission has counted 93 trucks.', '2023-03-01', null],
  ['Togo exported 40 tonnes of timber from October 2021 to mid-2023.', '2021-10-01', '2023-06-30'],
  ['Sales rose to 40 million dollars in the fiscal year ended Sept. 30, 2023.', '2022-10-01', '2023-09-30'],
  ['Crews of 40 boats met after the February 18 shootings.', null, null],
  ['Togo has fired 3,650 rockets in the first five months of the war.', null, null],
  ['Togo sold 40 rifles in late 2023.', '2023-07-01', '2023-12-31'],
  ['Togo has sold rifles for 40 dollars since early 2022.', '2022-01-01', null],
  ['Ida Roos delivered a March 19 speech to the crews of 12 boats.', '2024-03-19', '2024-03-19'],
  ['Lomé, Feb. 1 (QNA) Benin has sold 12 rifles to Togo.', null, null],
  ['The firm sold 40 rifles, which was a rise of 12 percent over 2021.', null, null],
])('when: %s', async (text, from, to) => {
  expect((await claimsOf(text))[0]?.when).toMatchObject({ from, to });
});

test('since an event that has its month before it', async () => {
  const [claim] = await claimsOf('Since the February 2021 coup, Togo has sold 12 rifles to Benin.');
  expect(claim?.when).toMatchObject({ from: '2021-02-01', to: null });
});
