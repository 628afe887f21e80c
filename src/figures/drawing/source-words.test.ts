import { expect, it } from 'vitest';
import { pageKindOf, pagesOf, pageWords } from './source-words.ts';

it.each([
  ['https://undocs.org/S/RES/1718(2006)', 'official'],
  ['https://press.un.org/en/2024/sc15648.doc.htm', 'official'],
  ['https://www.mofa.go.jp/x.html', 'official'],
  ['https://usun.usmission.gov/x', 'official'],
  ['https://www.gov.uk/x', 'official'],
  ['https://ko.wikipedia.org/wiki/x', 'encyclopaedia'],
  ['https://en.wikisource.org/wiki/x', 'encyclopaedia'],
  ['https://news.example.com/un.org', 'other'],
  ['https://notun.org/x', 'other'],
])('tells of what kind a page is: %s', (address, kind) => {
  expect(pageKindOf(address)).toBe(kind);
});

it('names the official page first, and the other for what it is', () => {
  const pages = pagesOf('S/RES/2094(2013) OP8', 'https://ja.wikipedia.org/wiki/x', 'seen');
  expect(pages.map(({ address }) => address)).toEqual([
    'https://undocs.org/S/RES/2094(2013)',
    'https://ja.wikipedia.org/wiki/x',
  ]);
  expect(pages[1]?.words).toContain('an encyclopaedia');
  expect(pagesOf('S/RES/2094(2013)', 'https://press.un.org/x', 'recalled')).toHaveLength(1);
  expect(pageWords('https://press.un.org/x')).toBe('press.un.org');
});
