import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { cutIntoWords, tokenize } from '../tokens/token.ts';
import { findMentions, needsPartsOfSpeech } from './mention.ts';
import { countriesIn } from './mentioned-country.ts';

const FOLDER = new URL('../../../tests/claims/dev/', import.meta.url);
const sentences = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.txt'))
  .flatMap((name) => readFileSync(new URL(name, FOLDER), 'utf8').split(/(?<=[.!?])\s+/))
  .filter((sentence) => sentence.trim() !== '');

it('cuts words without the parser as the parser has them', () => {
  expect(sentences.length).toBeGreaterThan(300);
  for (const sentence of sentences) {
    const places = (words: ReturnType<typeof tokenize>) => words.map(({ text, start, end }) => [text, start, end]);
    expect(places(cutIntoWords(sentence, 0, sentence.length))).toEqual(places(tokenize(sentence, 0, sentence.length)));
  }
});

it('finds the same names without parts of speech, wherever these decide nothing', () => {
  const plain = sentences.filter((sentence) => !needsPartsOfSpeech(sentence));
  expect(plain.length).toBeGreaterThan(sentences.length / 2);
  for (const sentence of plain)
    expect(findMentions(sentence, cutIntoWords(sentence, 0, sentence.length))).toEqual(
      findMentions(sentence, tokenize(sentence, 0, sentence.length)),
    );
});

it('asks for the parts of speech where a name may be a person’s', () => {
  const named = (text: string) => countriesIn(text).map(({ country }) => country);
  expect(named('Jordan said that it had seen no such cargo.')).toEqual(['JO']);
  expect(named('The minister met Michael Jordan in Seoul.')).toEqual(['KR']);
  expect(named('Russia and the North signed a treaty.')).toEqual(['RU', 'KP']);
});

it('reads "the South Korean port" as the adjective of a State, and not as its short name', () => {
  expect(countriesIn('They fired on the South Korean port.')).toEqual([{ country: 'KR', adjective: true }]);
  expect(countriesIn('They fired on the South again.')).toEqual([{ country: 'KR', adjective: false }]);
});
