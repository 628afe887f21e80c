import { expect, test } from 'vitest';
import { loadRegimes } from '../regimes.ts';
import { resolutionsNotHeld } from './resolutions-cited.ts';

test('names the resolutions that texts cite and no regime holds, each once and by number', () => {
  const texts = [
    'The arms embargo on Libya stems from S/RES/1970 (2011), paragraph 9; see also Resolution 1591 (2005).',
    'The Council recalled resolution 1970 (2011) and resolution 2397 (2017), and S/RES/1718.',
  ];
  expect(resolutionsNotHeld(texts, loadRegimes())).toEqual(['S/RES/1591', 'S/RES/1970']);
});

test('takes no number without symbol or year for a resolution of the Council', () => {
  expect(resolutionsNotHeld(['The board passed resolution 12 on the sale.'], loadRegimes())).toEqual([]);
});
