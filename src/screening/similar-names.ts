import { IndexBuilder } from './index/index-builder.ts';
import { ScreeningIndex } from './index/screening-index.ts';
import { analyseName } from './names/name.ts';
import { koreanKey } from './names/name-keys.ts';
import { screen } from './screen.ts';
import { koreanKeys } from './script/korean.ts';
import { Token } from './words/token.ts';
import { addSpellingKeys } from './words/word-keys.ts';

/** A name is stored under so many readings as a Korean one. */
const KOREAN_KEYS = 16;
/** Two words of more letters are not written as one. */
const MAX_JOINED = 20;

/**
 * Keys that the spellings of one name share in whatever script: of its words by text, class and sound, of neighbouring
 * words as one, and of the whole of it as a Korean name. Who looks for a name among many looks under its keys first, and compares what is found there.
 */
export function spellingKeys(raw: string): readonly number[] {
  const name = analyseName(raw, 'person');
  const keys: number[] = [];
  for (const [at, token] of name.tokens.entries()) {
    addSpellingKeys(token, keys);
    const joined = token.text + (name.tokens[at + 1]?.text ?? '');
    if (joined !== token.text && joined.length <= MAX_JOINED) addSpellingKeys(new Token(joined, 'name', 1), keys);
  }
  for (const key of koreanKeys(name.korean, KOREAN_KEYS)) keys.push(koreanKey(key));
  return [...new Set(keys)];
}

/** Some names, to be asked which of them may be another spelling of a name. */
export function similarNames(names: readonly string[]): (asked: string, least: number) => readonly string[] {
  const builder = new IndexBuilder();
  for (const name of names) {
    // Not known to be a person's or a body's: compared as either.
    builder.begin('Person');
    builder.addName(name, 0);
  }
  const { arrays, texts } = builder.finish(names.keys());
  const index = new ScreeningIndex(arrays, { ...texts, ids: [...names], captions: [...names] }, []);
  return (asked, least) =>
    screen(index, { names: [asked], schema: 'Person' }, { threshold: least, limit: names.length }).map(
      ({ caption }) => caption,
    );
}
