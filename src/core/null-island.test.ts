import { expect, test } from 'vitest';
import { isNullIsland } from './null-island.ts';

const square = (lon: number, lat: number): number[][] => [
  [lon - 0.01, lat - 0.01],
  [lon + 0.01, lat - 0.01],
  [lon, lat + 0.01],
];

test('knows the island that is not there from one of its size elsewhere', () => {
  expect(isNullIsland(square(0, 0))).toBe(true);
  expect(isNullIsland(square(6.6, 0.2))).toBe(false);
  expect(isNullIsland(square(0, 5.5))).toBe(false);
});
