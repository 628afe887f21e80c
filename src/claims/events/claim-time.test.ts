import { expect, test } from 'vitest';
import { readTextLayer } from '../../documents/read.ts';
import { extractClaims } from '../extraction.ts';

async function whenOf(text: string): Promise<readonly unknown[]> {
  const layer = await readTextLayer(new TextEncoder().encode(text), { name: 'story.txt' });
  const claims = extractClaims(layer, { source: { name: 'Nordic Wire', kind: 'newsroom' }, published: '2024-06-14' });
  return claims.map(({ when: { from, to } }) => [from, to]);
}

test.each<[string, [string | null, string | null]]>([
  // The day in the head of an agency's story is that of the story.
  ['June 13 (PPS) -- Latvia violated the ban, according to a Danish press report.', [null, null]],
  ['DOHA, June 12. /PPS/. The rebels attacked a tanker, the movement said.', [null, null]],
  ['(Oslo) – The rebels attacked a tanker on June 3, the group said.', ['2024-06-03', '2024-06-03']],
  ['The ministry estimated 2018 exports at 40 tons.', ['2018-01-01', '2018-12-31']],
  [
    'The accord that was signed over the weekend noted possible breaches of the ban on May 24th.',
    ['2024-05-24', '2024-05-24'],
  ],
  ['The envoy said that Chad had received four boats from Latvia and that a fifth would follow in June.', [null, null]],
  [
    'The envoy said that Chad received four boats in May and that a fifth would follow in June.',
    ['2024-05-01', '2024-05-31'],
  ],
  // What dates a paper, a term or another clause is not when it happened.
  ['Latvia sold Chad 40 rifles as required by a December 2017 resolution, diplomats said.', [null, null]],
  ['In a letter dated 5 March 2024, Latvia denied selling rifles to Chad.', [null, null]],
  ['On May 30, the Security Council extended the mandate until April 30, 2025.', ['2024-05-30', '2024-05-30']],
  ['After the deal collapsed in 2018, Latvia sold Chad 40 rifles, the envoy said.', [null, null]],
  ['The Treasury on Wednesday sanctioned two men for sending Chad rifles in 2022.', ['2024-06-12', '2024-06-12']],
  [
    'The firm shipped the rifles, which were bought in 2021, to Chad in April 2022, the envoy said.',
    ['2022-04-01', '2022-04-30'],
  ],
  ['The rebels attacked a tanker a day earlier, the army said on Thursday.', ['2024-06-12', '2024-06-12']],
])('the time of the deed: %s', async (text, when) => {
  expect((await whenOf(text))[0]).toEqual(when);
});

test('where only an adverb attributes, the time before the clause is its own', async () => {
  expect(
    await whenOf('It has made 40 launches since 2022; most recently, on 6 June, it reportedly launched a rocket.'),
  ).toEqual([
    ['2022-01-01', null],
    ['2024-06-06', '2024-06-06'],
  ]);
});

test('a relative clause and the verb that holds it do not lend each other their times', async () => {
  expect(await whenOf('Latvia, whose army attacked Chad in 2022, vetoed the draft.')).toEqual([
    ['2022-01-01', '2022-12-31'],
    [null, null],
  ]);
  expect(await whenOf('The missiles, sold to Chad by Latvia in 2021, were seized by the army.')).toEqual([
    [null, null],
  ]);
  expect(await whenOf('The man who sold rifles to the gang was arrested on Monday.')).toEqual([[null, null]]);
});
