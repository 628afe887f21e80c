import { describe, expect, test } from 'vitest';
import { findImoNumbers, isShipNumber, repaintNeighbours } from './imo.ts';

describe('IMO numbers', () => {
  test('check digit: weights 7 to 2', () => {
    expect(isShipNumber('9074729')).toBe(true);
    expect(isShipNumber('9074728')).toBe(false);
    expect(isShipNumber('907472')).toBe(false);
  });

  test.each([
    ['IMO 9074729', '9074729'],
    ['imo:9074729', '9074729'],
    ['IMO9074729', '9074729'],
    ['I.M.O. No. 9074729', '9074729'],
    ['MV OCEAN STAR (IMO number: 9074729)', '9074729'],
    ['IMO 907 4729', '9074729'],
    ['IMO № 9074729', '9074729'],
    ['ＩＭＯ ９０７４７２９', '9074729'],
    ['IMO ٩٠٧٤٧٢٩', '9074729'],
    ['IMO ۹۰۷۴۷۲۹', '9074729'],
    ['IMO ९०७४७२९', '9074729'],
    ['9074729', '9074729'],
    ['Vessel Registration Identification IMO 9074729;', '9074729'],
    ['International Maritime Organization (IMO) Number: 1790183.', '1790183'],
  ])('%s', (text, number) => {
    expect(findImoNumbers(text)).toContain(number);
  });

  test('a number of seven digits that does not check is none without the letters', () => {
    expect(findImoNumbers('room 1234568')).toEqual([]);
    expect(findImoNumbers('phone 90747291')).toEqual([]);
    expect(findImoNumbers('SIMON 9')).toEqual([]);
  });

  test('neighbours of a repainted hull have a right check digit and differ only in 3 and 8', () => {
    const neighbours = repaintNeighbours('8133138');
    for (const number of neighbours) {
      expect(isShipNumber(number)).toBe(true);
      expect(number.replaceAll('8', '3')).toBe('8133138'.replaceAll('8', '3'));
    }
    expect(neighbours).not.toContain('8133138');
  });
});
