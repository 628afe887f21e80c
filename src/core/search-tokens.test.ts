import { describe, expect, it } from 'vitest';
import { findTerms, searchTerms } from './search-query.ts';
import { searchTokens } from './search-tokens.ts';

const words = (text: string): string[] => searchTokens(text).map(({ word }) => word);
const marked = (text: string, question: string): string[] =>
  findTerms(text, searchTerms(question)).map(([start, end]) => text.slice(start, end));

describe('words as they are searched', () => {
  it('stand in one form, without punctuation, case and accents', () => {
    expect(words('Контейнеров. «Ёлка» CAFÉ, ＡＢＣ-12')).toEqual(['контейнеров', 'елка', 'cafe', 'abc', '12']);
    expect(words('İSTANBUL straße')).toEqual(['istanbul', 'straße']);
  });

  it('are pairs where signs stand without blanks, also beside letters and digits', () => {
    expect(words('국방부')).toEqual(['국방', '방부']);
    expect(words('运送了3个集装箱')).toEqual(['运送', '送了', '3', '个集', '集装', '装箱']);
    expect(words('龍')).toEqual(['龍']);
    expect(words('𠮷野家')).toEqual(['𠮷野', '野家']);
  });

  it('point to where they stand in the text as it is', () => {
    const text = 'Ёлка 국방부 ﬁre';
    for (const { start, end } of searchTokens(text)) expect(text.slice(start, end)).toMatch(/^[\p{L}\p{M}]+$/u);
    expect(marked('Das Büro in Rasŏn', 'rason buro')).toEqual(['Büro', 'Rasŏn']);
  });
});

describe('what is sought', () => {
  it('is words that may go on, phrases that may not, and pairs one after the other', () => {
    expect(marked('Containers of arms; the arms trade in containers', 'contain')).toEqual(['Containers', 'containers']);
    expect(marked('Containers of arms; the arms trade', '"arms trade"')).toEqual(['arms trade']);
    expect(marked('북한이 러시아에 컨테이너를 보냈다', '러시아')).toEqual(['러시아']);
    expect(marked('러시의 시아파', '러시아')).toEqual([]);
  });

  it('is nothing where no word is said', () => {
    expect(searchTerms(' "" ?! ')).toEqual([]);
    expect(searchTerms('a '.repeat(100))).toHaveLength(20);
  });
});
