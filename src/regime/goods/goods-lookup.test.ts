import { describe, expect, test } from 'vitest';
import { findGoods, indexGoods } from './goods.ts';

const vocabulary = indexGoods(
  [
    { id: 'truck', name: 'truck', synonyms: [], hs: ['8704'], classes: ['vehicle'] },
    { id: 'pump', name: 'water pump', synonyms: [], hs: ['8413'], classes: ['machinery'] },
    { id: 'meat', name: 'meat', synonyms: [], hs: ['02'], classes: ['food'] },
    { id: 'crab', name: 'crab', synonyms: [], hs: ['0306'], classes: ['seafood'] },
    { id: 'boat', name: 'boat', synonyms: [], hs: ['8903'], classes: ['vehicle'] },
    { id: 'bank-branch', name: 'bank branch', synonyms: [], hs: [], classes: ['bank'] },
  ],
  ['used'],
  {
    partsOf: ['vehicle'],
    assistanceFor: [],
    formsOf: ['seafood'],
    heads: ['truck', 'meat', 'boat'],
    notKinds: ['toy'],
  },
);

describe('the kind of a thing', () => {
  test.each([
    ['refrigerated trucks', 'truck'],
    ['two used refrigerated trucks', 'truck'],
    ['toy truck', undefined],
    ['solar water pumps', 'water pump'],
    ['whale meat', 'meat'],
    ['crab meat', undefined],
    ['crab boats', 'boat'],
    ['cameras for trucks', undefined],
    ['cameras, refrigerated trucks', 'truck'],
    ['branch of a bank', 'bank branch'],
    ['branch towels', undefined],
  ])('%s is %s', (name, kind) => {
    expect(findGoods(vocabulary, name)?.name).toBe(kind);
  });
});
