import { perWord } from './table.ts';

/**
 * A word as a row of sounds: one byte for each, from Latin letters with their usual digraphs (sh, kh, ou, ph ...) or from
 * the consonants of an Arabic word.
 */
const NAMES = [
  'a',
  'e',
  'i',
  'o',
  'u',
  'y',
  'w',
  'v',
  'h', // 0-8: vowels and weak consonants
  'b',
  'd',
  'f',
  'g',
  'j',
  'k',
  'l',
  'm',
  'n',
  'p',
  'r',
  's',
  't',
  'z', // 9-22
  'S',
  'C',
  'X',
  'G',
  'T',
  'D',
  'J', // 23-29: sh ch kh gh th dh zh
  'A',
  'I',
  'W',
  'Y',
  'E',
  'H', // 30-35: weak letters of Arabic script
  '0',
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  '8',
  '9', // 36-45
  '?', // 46: anything else
] as const;
/** How many sounds are distinguished. */
export const COUNT = NAMES.length;
const CODE: Readonly<Record<string, number>> = Object.fromEntries(NAMES.map((name, i) => [name, i]));
/** The number of a sound by its name. */
export const codeOf = (name: string): number => CODE[name] ?? COUNT - 1;

const DIGRAPHS: Readonly<Record<string, string>> = {
  sch: 'S',
  tch: 'C',
  tsh: 'C',
  dzh: 'j',
  dsch: 'j',
  shch: 'SC',
  sh: 'S',
  ch: 'C',
  kh: 'X',
  gh: 'G',
  th: 'T',
  dh: 'D',
  zh: 'J',
  dj: 'j',
  ph: 'f',
  ck: 'k',
  cz: 'C',
  ou: 'u',
  oo: 'u',
  ee: 'i',
  ie: 'i',
  ey: 'ei',
  ay: 'ai',
  qu: 'k',
  cc: 'k',
  ts: 's',
  tz: 's',
  ks: 'ks',
  gj: 'j',
  iy: 'i',
  ii: 'i',
  uu: 'u',
  yy: 'i',
};
const SINGLE: Readonly<Record<string, string>> = { c: 'k', q: 'k', x: 'ks' };

/** The same by first letter, the longest first: most letters begin few. */
const BY_FIRST: readonly (readonly { readonly letters: string; readonly sounds: readonly number[] }[])[] = Array.from(
  { length: 128 },
  (_, code) =>
    Object.entries(DIGRAPHS)
      .filter(([letters]) => letters.charCodeAt(0) === code)
      .sort(([x], [y]) => y.length - x.length)
      .map(([letters, sounds]) => ({ letters, sounds: [...sounds].map(codeOf) })),
);
const SOUNDS_OF_LETTER: readonly (readonly number[])[] = Array.from({ length: 128 }, (_, code) => {
  const letter = String.fromCharCode(code);
  return [...(SINGLE[letter] ?? letter)].map(codeOf);
});
const [UNKNOWN, SOFT_C, FIRST_X] = [[COUNT - 1], [codeOf('s')], [codeOf('z')]];
const FIRST_DIGIT = codeOf('0');
const [LETTER_C, LETTER_X] = ['c'.charCodeAt(0), 'x'.charCodeAt(0)];

/** The sounds of a folded Latin word. The array is shared and must not be written to. */
export const soundsOf = perWord(hear);

/** The longest row of sounds: the words of a name that is cut off at 300 letters, each letter two sounds. */
const heard = new Uint8Array(1024);

/** Folds the plain sounds of a word into one value, for what will not come again, such as two words written as one. */
export function foldPlainSounds(word: string, start: number, fold: (value: number, code: number) => number): number {
  const length = hearInto(word);
  let value = start;
  for (let i = 0; i < length; i++) value = fold(value, PLAIN_CODES[heard[i]!]!);
  return value;
}

/** Letters that stand side by side within a digraph, by their codes: where two words meet so, they sound otherwise as one. */
const MEETING = new Set(
  Object.keys(DIGRAPHS).flatMap((letters) =>
    Array.from({ length: letters.length - 1 }, (_, i) => meeting(letters.charCodeAt(i), letters.charCodeAt(i + 1))),
  ),
);

function meeting(last: number, first: number): number {
  return last * 128 + first;
}

/** Whether two words written as one sound as one after the other: no sound is made of both, and none falls together. */
export function soundApart(first: string, second: string): boolean {
  const [last, next] = [first.charCodeAt(first.length - 1), second.charCodeAt(0)];
  return last < 128 && next < 128 && last !== LETTER_C && next !== LETTER_X && !MEETING.has(meeting(last, next));
}

function hear(word: string): Uint8Array {
  return heard.slice(0, hearInto(word));
}

/** Writes the sounds of a word to `heard`. @returns how many */
function hearInto(word: string): number {
  let length = 0;
  let last = -1;
  for (let i = 0; i < word.length; ) {
    const code = word.charCodeAt(i);
    let sounds: readonly number[] = UNKNOWN;
    let step = 1;
    if (code < 128) {
      const pair = pairAt(word, i, code);
      if (pair !== undefined) {
        sounds = pair.sounds;
        step = pair.letters.length;
      } else if (code === LETTER_C && isSoftening(word.charCodeAt(i + 1))) sounds = SOFT_C;
      else if (code === LETTER_X && i === 0) sounds = FIRST_X;
      else sounds = SOUNDS_OF_LETTER[code]!;
    }
    for (let k = 0; k < sounds.length; k++) {
      const sound = sounds[k]!;
      // A letter written twice is one sound; digits and unknown signs are each their own.
      if (sound === last && sound < FIRST_DIGIT) continue;
      if (length < heard.length) heard[length++] = sound;
      last = sound;
    }
    i += step;
  }
  return length;
}

function pairAt(word: string, at: number, code: number): (typeof BY_FIRST)[number][number] | undefined {
  const pairs = BY_FIRST[code]!;
  for (let i = 0; i < pairs.length; i++) if (word.startsWith(pairs[i]!.letters, at)) return pairs[i];
  return undefined;
}

/** Whether a c before this letter is soft. */
function isSoftening(code: number): boolean {
  return code === 101 || code === 105 || code === 121;
}

/** The sounds of an Arabic word already written by `romaniseArabic`: capital letters are the weak ones. */
export function soundsOfAbjad(word: string): Uint8Array {
  const out: number[] = [];
  for (let i = 0; i < word.length; i++) {
    const pair = DIGRAPHS[word.slice(i, i + 2)];
    if (pair !== undefined && pair.length === 1 && /[a-z]/.test(word[i + 1] ?? '')) {
      out.push(codeOf(pair));
      i++;
    } else out.push(codeOf(SINGLE[word[i] ?? ''] ?? word[i] ?? ''));
  }
  return Uint8Array.from(out);
}

/** Classes of consonants that spellings and scripts confuse; weak sounds have none. */
const CLASS: readonly string[] = NAMES.map((name) => {
  if ('kgXG'.includes(name)) return 'k';
  if ('tdTD'.includes(name)) return 't';
  if ('szSCjJ'.includes(name)) return 's';
  if ('bp'.includes(name)) return 'p';
  if (/[flmnr0-9]/.test(name)) return name;
  return '';
});

/** The consonant classes of a word: equal for most spellings of one name. Short ones carry their first vowel class. */
export function skeletonOf(sounds: Uint8Array): string {
  let skeleton = '';
  let last = '';
  for (let i = 0; i < sounds.length; i++) {
    const name = CLASS[sounds[i]!] ?? '';
    if (name !== '' && name !== last) skeleton += name;
    last = name;
  }
  return skeleton;
}

/** The sounds as text, with the variants that most often alternate written as one: the form that look-ups of typing errors use. */
export function plainSounds(sounds: Uint8Array): string {
  let text = '';
  for (let i = 0; i < sounds.length; i++) text += PLAIN[sounds[i]!] ?? '?';
  return text;
}

const ALTERNATING: Readonly<Record<string, string>> = {
  y: 'i',
  I: 'i',
  Y: 'i',
  w: 'v',
  W: 'v',
  o: 'u',
  A: 'a',
  E: 'a',
};
const PLAIN: readonly string[] = NAMES.map((name) => ALTERNATING[name] ?? name);
/** The same as codes of characters. */
const PLAIN_CODES = Uint8Array.from(PLAIN, (name) => name.charCodeAt(0));
