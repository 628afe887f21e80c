import { expect, test } from 'vitest';
import { readLists } from '../../../tests/entities/read-lists.ts';
import { openListBytes } from '../../entities/list-file.ts';
import { buildIndex } from '../index/build-index.ts';
import { screen } from '../screen.ts';

const indexOf = (names: readonly string[]) =>
  buildIndex(
    readLists([
      openListBytes(
        'made-up.json',
        Buffer.from(
          names
            .map((name, i) => JSON.stringify({ id: `p${i}`, schema: 'Person', properties: { name: [name] } }))
            .join('\n'),
        ),
      ),
    ]).entities,
  );
const LETTERS = 'bdfgklmnprst';
const word = (i: number): string =>
  `${LETTERS[i % 12]}o${LETTERS[Math.floor(i / 12) % 12]}u${LETTERS[(i * 7) % 12]}ane`;

test('names with as much in common as each other are all looked at, however many they are', () => {
  const index = indexOf(Array.from({ length: 40 }, (_, i) => `Wendelin Otokar ${word(i)}`));
  const hits = screen(index, { names: ['Wendelin Otokar'], schema: 'Person' }, { limit: 60, threshold: 0.3 });
  expect(hits.length).toBe(40);
});

test('the one meant is found among many that have one word in common with the question', () => {
  const names = Array.from({ length: 80 }, (_, i) => `Wendelin ${word(i)}`);
  const index = indexOf([...names, 'Wendelyn Hradistsky']);
  const [first] = screen(index, { names: ['Wendelin Hradistski'], schema: 'Person' });
  expect(first).toMatchObject({ entityId: 'p80', match: true });
});

test('one word in common with many names brings the likeliest few of them only', () => {
  const index = indexOf(Array.from({ length: 80 }, (_, i) => `Wendelin ${word(i)} ${word(i + 31)} ${word(i + 57)}`));
  const hits = screen(
    index,
    { names: ['Wendelin Xerxes Quirinus Zacharias'], schema: 'Person' },
    { limit: 99, threshold: 0 },
  );
  expect(hits.length).toBeGreaterThan(0);
  expect(hits.length).toBeLessThanOrEqual(12);
});
