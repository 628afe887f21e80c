import { expect, test } from 'vitest';
import { readLists } from '../../../tests/entities/read-lists.ts';
import { openListBytes } from '../../entities/list-file.ts';
import { buildIndex } from '../index/build-index.ts';
import { analyseName } from '../names/name.ts';
import { listedSimilarity, wordSimilarity } from './word-similarity.ts';

const NAMES: readonly (readonly [schema: string, name: string])[] = [
  ['Person', 'Muhammad bin Ahmad al-Sample'],
  ['Person', 'Mohamed Hassan Husain abu Yusuf'],
  ['Person', 'محمد حسين العينة'],
  ['Person', 'Bill Robert Alexander Sampleton Jr.'],
  ['Person', 'William Bob Sasha Samplton III'],
  ['Person', 'Yevgeny Yu. Petrov'],
  ['Person', 'Евгений Юрьевич Петров'],
  ['Person', 'Kim Yong Chol'],
  ['Person', 'X'],
  ['Organization', 'Sample Export Trading Company Limited'],
  ['Organization', 'Sampel Import Center 44 LLC'],
  ['Organization', 'شركة العينة للتجارة'],
  ['Organization', `Kor${'eaburo'.repeat(14)} Bank`],
];
const lines = NAMES.map(([schema, name], i) => JSON.stringify({ id: `n${i}`, schema, properties: { name: [name] } }));
const index = buildIndex(readLists([openListBytes('made-up.json', Buffer.from(lines.join('\n')))]).entities);
const tokens = NAMES.flatMap(([schema, name]) => [
  ...analyseName(name, schema === 'Person' ? 'person' : 'organisation').tokens,
]);

test('a word of an index by its sounds is as like as the whole word', () => {
  let alike = 0;
  for (const token of tokens)
    for (let id = 0; id < index.texts.words.length; id++)
      for (const least of [0, 0.8, 0.85]) {
        const similarity = listedSimilarity(token, index, id, least);
        expect(similarity, `${token.text} / ${index.word(id).text}`).toBe(wordSimilarity(token, index.word(id), least));
        if (similarity > 0 && similarity < 1) alike++;
      }
  expect(tokens.length).toBeGreaterThan(40);
  expect(alike).toBeGreaterThan(20);
});
