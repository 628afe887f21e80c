import { expect, it } from 'vitest';
import { writePlural } from './plural.ts';

it.each([
  ['missile', 'missiles'],
  ['country', 'countries'],
  ['vote in favour', 'votes in favour'],
  ['USD', 'USD'],
  ['diesel', 'diesel'],
  ['iron ore', 'iron ore'],
  ['gas oil', 'gas oil'],
  ['artillery shell', 'artillery shells'],
  ['percent', 'percent'],
  ['launch', 'launches'],
  ['person killed', 'persons killed'],
  ['man', 'men'],
  ['North Korean woman', 'North Korean women'],
  ['German', 'Germans'],
  ['human', 'humans'],
  ['machinery', 'machinery'],
])('has %s in the plural as %s', (noun, plural) => {
  expect(writePlural(noun)).toBe(plural);
});
