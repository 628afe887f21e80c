import { describe, expect, test } from 'vitest';
import {
  materialOfForm,
  thingOfAssistance,
  turnedName,
  wholeOfPart,
  withoutMeasure,
  withoutSetting,
} from './goods-name.ts';

describe('a name says more than the thing', () => {
  test.each([
    ['excavator parts', 'excavator'],
    ['spare parts for the excavator', 'excavator'],
    ['components of missiles', 'missiles'],
    ['apartments', undefined],
    ['parts', undefined],
  ])('%s is a part of %s', (name, whole) => {
    expect(wholeOfPart(name)).toBe(whole);
  });

  test.each([
    ['tank maintenance', 'tank'],
    ['maintenance of tanks', 'tanks'],
    ['training in the use of rifles', 'rifles'],
    ['missile guidance', 'missile'],
    ['coal', undefined],
  ])('%s is help with %s', (name, thing) => {
    expect(thingOfAssistance(name)).toBe(thing);
  });

  test.each([
    ['opening of a bank branch', 'bank branch'],
    ['renting out embassy premises', 'embassy premises'],
    ['doctoral studies in nuclear physics', 'nuclear physics'],
    ['mechanical engineering course', 'mechanical engineering'],
    ['operating-table', 'operating-table'],
  ])('%s is about %s', (name, bare) => {
    expect(withoutSetting(name)).toBe(bare);
  });

  test.each([
    ['two sheets of steel', 'steel'],
    ['dozens of workers', 'workers'],
    ['three', 'three'],
    ['sheets of steel', 'steel'],
    ['500 rolls of wire', 'wire'],
  ])('%s is %s', (name, bare) => {
    expect(withoutMeasure(withoutMeasure(name))).toBe(bare);
  });

  test.each([
    ['lead pipes', 'lead'],
    ['maraging steel rods', 'maraging steel'],
    ['wood products', 'wood'],
    ['piping', undefined],
  ])('%s is a form of %s', (name, material) => {
    expect(materialOfForm(name)).toBe(material);
  });

  test.each([
    ['branch of a bank', 'bank branch'],
    ['coal', undefined],
  ])('%s, the other way, is %s', (name, turned) => {
    expect(turnedName(name)).toBe(turned);
  });
});
