import { describe, expect, test } from 'vitest';
import { analyseName } from '../names/name.ts';
import { koreanWord, translateKorean } from './korean-organisation.ts';

describe('common tokens of Korean organisations in Latin letters', () => {
  test.each([
    ['muyok', 'trading'],
    ['mooyok', 'trading'],
    ['muyŏk', 'trading'],
    ['unhaeng', 'bank'],
    ['eunhaeng', 'bank'],
    ['haeun', 'shipping'],
    ['hangman', 'harbour'],
    ['chollyak', 'strategic'],
    ['tongbang', 'east'],
  ])('%s is %s', (word, english) => {
    expect(koreanWord(word)).toBe(english);
  });
  test.each([
    ['choson', 'the name of the country is as often a part of a name'],
    ['koryo', 'so is this one'],
    ['ok', 'too short'],
    ['sample', 'no Korean'],
    ['Muyok1', 'not folded'],
    ['', 'nothing'],
  ])('%s is none: %s', (word) => {
    expect(koreanWord(word)).toBe('');
  });
});

describe('whole names', () => {
  test('Hangul, Hanja and romanised Korean come to English words and a spelt rest', () => {
    expect(translateKorean('조선부강무역회사')).toBe('korea pukang trading company');
    expect(translateKorean('朝鮮富江貿易會社')).toBe('korea pukang trading company');
    expect(translateKorean('Choson Pugang Muyok Hoesa')).toBe('korea pugang trading company');
    expect(translateKorean('국방성')).toBe('national defense ministry');
    expect(translateKorean('무역국')).toBe('trading bureau');
    expect(translateKorean('김성국')).toBeNull();
  });
  test.each([
    ['Suhwa Chollyak Muyok Hoesa', 'suhwa strategic trading company'],
    ["Kangcho'l Kongo'psong", 'steel industry ministry'],
    ['Munhwa Chidobu', 'culture guidance department'],
    ['Kyongje-Hyomnyok Hoesa', 'economic cooperation company'],
    ['Suchul Muyok Kuk', 'export trading bureau'],
    ['Che 3 Kisul Kwahak-won', '3 technology academy sciences'],
    ['Hwahak Habyong Hoesa', 'chemical joint venture company'],
  ])('%s is %s: words written as one, ordinals and bodies of one syllable', (name, english) => {
    expect(translateKorean(name)).toBe(english);
  });
  test('Cheil is a number as first is', () => {
    const [word] = analyseName('Cheil Sample Works', 'organisation').tokens;
    expect(word).toMatchObject({ kind: 'number', cls: '1' });
  });
  test('a name without such words is left alone', () => {
    expect(translateKorean('Sample Works')).toBeNull();
    expect(translateKorean('김철수')).toBeNull();
  });
});
