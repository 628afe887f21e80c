import { hanCharacter } from './han.ts';
import type { KoreanReading } from './korean.ts';
import { withoutAssimilation } from './korean.ts';
import { cutSyllables, latinSpellings, markedLatinSpellings, type Reading, syllableOf } from './korean-spelling.ts';
import { scriptOf } from './script.ts';

/** A ship's name of fewer syllables says too little, and of more is no Korean one. */
const [FEWEST, MOST] = [2, 5];
const MAX_READINGS = 6;
const NO_SURNAME: KoreanReading['surname'] = [{ syllables: [], cost: 0 }];

/**
 * All ways to read the words of a ship's name as Korean, without its number: a row of syllables of which none is a family name.
 * So 릉라, Rungra, Rung Ra and Neungna are one, as 금강, Kŭmgang, Geumgang and 金剛 are.
 */
export function readKoreanShip(words: readonly string[]): KoreanReading[] {
  const text = words.join('');
  const script = scriptOf(text);
  if (script === 'hangul' || script === 'han') return inCharacters(text, script);
  if (script !== 'latin') return [];
  const spelt = words.map((word) =>
    word
      .normalize('NFC')
      .toLowerCase()
      .replace(/['’‘`ʼʻ´′-]/g, '')
      .replaceAll('ǒ', 'ŏ')
      .replaceAll('ǔ', 'ŭ'),
  );
  if (spelt.some((word) => !/^[a-zŏŭö]{1,20}$/.test(word))) return [];
  const marked = /[ŏŭ]|eo|eu/.test(spelt.join(' '));
  const spellings = marked ? markedLatinSpellings() : latinSpellings();
  const unassimilated = withoutAssimilation(spelt);
  return [spelt, ...(unassimilated === null ? [] : [unassimilated])]
    .flatMap((own) => {
      let rows: (readonly Reading[])[][] = [[]];
      for (const word of own) {
        const cuts = cutSyllables(word, spellings, MOST, MAX_READINGS);
        rows = rows.flatMap((head) => cuts.map((tail) => [...head, ...tail])).slice(0, MAX_READINGS * 2);
      }
      return rows.filter((row) => row.length >= FEWEST && row.length <= MOST);
    })
    .slice(0, MAX_READINGS)
    .map((given) => ({ surname: NO_SURNAME, given, script: 'latin' }));
}

function inCharacters(text: string, script: 'hangul' | 'han'): KoreanReading[] {
  const row: (readonly Reading[])[] = [];
  for (const char of text) {
    const syllable = syllableOf(char);
    const choices =
      script === 'hangul'
        ? syllable === undefined
          ? []
          : [{ syllable, cost: 0 }]
        : (hanCharacter(char)?.hangul ?? []).map((one, at) => ({ syllable: one, cost: at * 0.2 }));
    if (choices.length === 0) return [];
    row.push(choices);
  }
  if (row.length < FEWEST || row.length > MOST) return [];
  return [{ surname: NO_SURNAME, given: row, script: script === 'hangul' ? 'hangul' : 'hanja' }];
}
