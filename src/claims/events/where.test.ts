import { expect, test } from 'vitest';
import { readTextLayer } from '../../documents/read.ts';
import { extractClaims } from '../extraction.ts';

const claimsIn = async (text: string) => {
  const layer = await readTextLayer(new TextEncoder().encode(text), { name: 'story.txt' });
  return extractClaims(layer, { source: { name: 'Skerry Dispatch', kind: 'newsroom' }, published: '2021-03-09' });
};

test.each([
  ['OSLO/LIMA, March 8 (Skerry) – Two traders sold 40 crates of rifles to Peru.', []],
  ['Dandong, 5 March — Two traders sold 40 crates of rifles to Peru.', []],
  ['DANDONG, China, Mar. 5, 2021 - Two traders sold 40 crates of rifles to Peru.', []],
  ['Stuttgart, 5 March 2021. Two traders sold 40 crates of rifles to Peru.', []],
  ['Jan Kowal, 34, a cook in Vladivostok, sold two cars to Peru.', []],
  ['A raid in Goma killed 40 people.', ['Goma']],
  ['A cook in Goma killed 40 people.', []],
  ['A raid by a band from Goma killed 40 people.', []],
  ['Kelp Trading of Dandong shipped 40 crates to Peru.', []],
  ['Peru employed 70 workers at a site in Doha.', ['Doha']],
  ['Two warehouses in Odesa were hit by Russia.', ['Odesa']],
  ['Kelp Trading examined a missile that struck Odesa.', ['Odesa']],
])('what was done is placed where it was done: %s', async (text, where) => {
  const told = (await claimsIn(text)).filter(({ predicate }) => predicate !== 'said');
  expect(told.map((claim) => claim.where)).toEqual([where]);
});

test('the day of a dateline is no day on which anything happened', async () => {
  for (const head of ['OSLO/LIMA, March 8 (Skerry) – ', 'Dandong, 5 March — ', 'Stuttgart, 5 March 2021. ']) {
    const [claim] = await claimsIn(`${head}Two traders sold 40 crates of rifles to Peru.`);
    expect(claim?.when, head).toEqual({ from: null, to: null, raw: null });
  }
});

test.each([
  ['The Oslo Bay 12 – a tanker of Norway – delivered 40 crates to Peru.', ['Oslo Bay 12']],
  ['Lantern Bay 12 - owned by Norway - carried 40 crates to Peru.', ['Lantern Bay']],
  ['Oslo, 12 Sept. – Norway delivered 40 crates to Peru.', ['Norway']],
])('a ship with a number is no dateline: %s', async (text, agent) => {
  expect((await claimsIn(text)).map(({ roles }) => roles.agent)).toEqual([agent]);
});
