import { translateArabic } from './arabic-organisation.ts';
import { foldLatin, romaniseArabic, romaniseCyrillic, romaniseOther } from './fold.ts';
import { pinyinOf } from './han.ts';
import { type KoreanReading, readKorean } from './korean.ts';
import { koreanWord, translateKorean } from './korean-organisation.ts';
import { scriptOf, scriptOfCode } from './script.ts';
import { plainSounds, skeletonOf, soundsOf, soundsOfAbjad } from './sound.ts';
import {
  arabicNames,
  commonNames,
  companyForms,
  companyWords,
  nameWords,
  nicknames,
  numberWords,
} from './vocabulary.ts';

/** What a name names: decides which words count as titles, legal forms or numbers. */
export type NameKind = 'person' | 'organisation' | 'craft' | 'any';

export type TokenKind = 'name' | 'initial' | 'particle' | 'honorific' | 'kunya' | 'suffix' | 'number' | 'form' | 'word';

/** One word of a name, ready to be compared. */
export type Token = {
  /** Folded Latin letters and digits. */
  readonly text: string;
  readonly kind: TokenKind;
  /** How much the word says about who is meant. */
  readonly weight: number;
  readonly sounds: Uint8Array;
  readonly skeleton: string;
  readonly plain: string;
  /** Written without short vowels. */
  readonly abjad: boolean;
  /** The consonants of such a word, weak ones as capitals; empty for the others. */
  readonly abjadText: string;
  /** The class of a form or word, the value of a number: equal classes are equal words. */
  readonly cls: string;
};

export type Name = {
  readonly raw: string;
  readonly kind: NameKind;
  readonly tokens: readonly Token[];
  /** The folded words in order, for exact equality. */
  readonly key: string;
  readonly korean: readonly KoreanReading[];
  /** Sum of the weights. */
  readonly weight: number;
};

export function kindOfSchema(schema: string): NameKind {
  if (schema === 'Person') return 'person';
  if (schema === 'Vessel' || schema === 'Airplane') return 'craft';
  if (schema === 'Organization' || schema === 'Company' || schema === 'PublicBody') return 'organisation';
  return 'any';
}

/** No listed name is longer; the rest of an absurd one is not looked at. */
const MAX_CHARACTERS = 300;
const MAX_TOKENS = 16;

type Word = { text: string; abjad: string; hyphenated: boolean; raw: string };

/** Takes a name in any script apart. Pure and deterministic; the same text gives the same tokens. */
export function analyseName(raw: string, kind: NameKind): Name {
  const words = wordsOf(raw.slice(0, MAX_CHARACTERS).normalize('NFKC'), kind);
  const korean = kind === 'organisation' || kind === 'craft' ? [] : koreanReadings(words);
  const spelt = words.filter((word) => word.text !== '' || word.abjad !== '');
  const parts =
    kind === 'person' ? joinCompounds(spelt) : kind === 'organisation' ? spelt.flatMap(splitKoreanCompound) : spelt;
  const tokens = tokensOf(parts, kind).slice(0, MAX_TOKENS);
  return {
    raw,
    kind,
    tokens,
    key: tokens.map((token) => token.text).join(' '),
    korean,
    weight: tokens.reduce((sum, token) => sum + token.weight, 0),
  };
}

const APOSTROPHES = /['’‘`ʼʻʿʾ´′"“”«»„＇]/g;

function wordsOf(text: string, kind: NameKind): Word[] {
  const cleaned = text
    .replace(/\b(?:[\p{L}]\.){2,}(?:[\p{L}]\b)?/gu, (dotted) => ` ${dotted.replaceAll('.', '')} `)
    .replace(/&/g, kind === 'person' ? ' ' : ' and ')
    .replace(/(\d)\s*(?:st|nd|rd|th)\b/gi, '$1')
    .replace(APOSTROPHES, '');
  const trimmed = cleaned.trim().length;
  const words: Word[] = [];
  for (const match of cleaned.matchAll(/[\p{L}\p{M}\p{N}\u200c]+/gu)) {
    const raw = match[0];
    const before = cleaned[match.index - 1] ?? ' ';
    const hyphenated = /[-‐‑–־]/.test(before);
    for (const piece of splitScripts(raw)) words.push(...spell(piece, hyphenated, raw.length === trimmed));
  }
  return words;
}

/** `Brigade44` and `金Jin` change script in the middle; letters and digits part too. */
function splitScripts(word: string): string[] {
  const pieces: string[] = [];
  let last = '';
  for (const char of word) {
    const code = char.codePointAt(0) ?? 0;
    const script =
      /\p{M}/u.test(char) || code === 0x200c ? last : scriptOfCode(code) === 'digit' ? 'digit' : scriptOfCode(code);
    if (pieces.length === 0 || (script !== last && last !== '')) pieces.push(char);
    else pieces[pieces.length - 1] += char;
    last = script;
  }
  return pieces;
}

/** `whole`: the word is all there is of the name, so that a name in characters is written without blanks. */
function spell(raw: string, hyphenated: boolean, whole: boolean): Word[] {
  switch (scriptOf(raw)) {
    case 'latin':
    case 'digit':
      return [{ text: foldLatin(raw), abjad: '', hyphenated, raw }];
    case 'cyrillic':
      return [{ text: romaniseCyrillic(raw), abjad: '', hyphenated, raw }];
    case 'arabic':
      return arabicWords(raw, hyphenated);
    case 'han': {
      const syllables = pinyinOf(raw);
      // A person's name: family name, then the given name as one word. Longer names keep their syllables apart.
      const parts = !whole
        ? [syllables.join('')]
        : syllables.length > 4
          ? syllables
          : [syllables[0] ?? '', syllables.slice(1).join('')];
      return parts
        .filter((part) => part !== '')
        .map((text, i) => ({ text, abjad: '', hyphenated, raw: i === 0 ? raw : '' }));
    }
    case 'hangul':
      return [...(whole && raw.length > 1 && raw.length < 5 ? [raw[0] ?? '', raw.slice(1)] : [raw])].map(
        (piece, i) => ({
          text: romaniseOther(piece),
          abjad: '',
          hyphenated,
          raw: i === 0 ? raw : '',
        }),
      );
    default:
      return [{ text: romaniseOther(raw), abjad: '', hyphenated, raw }];
  }
}

/** Arabic words: the article and a leading "and" are no part of the name; known names get their usual Latin form. */
function arabicWords(raw: string, hyphenated: boolean): Word[] {
  const plain = raw.replace(/[\u064b-\u065f\u0670\u0640]/g, '');
  return plain.split('\u200c').flatMap((word): Word[] => {
    if (word === '') return [];
    const known = arabicNames().get(word) ?? arabicNames().get(word.replace(/^ال/, ''));
    if (known !== undefined) return [{ text: known.latin, abjad: '', hyphenated, raw: word }];
    const compound =
      /^(عبد|عبيد)(?:ال)?(.{2,})$/.exec(word) ??
      /^(.{2,}?)(?:ال)?(دين|دین|الله|اللہ|زاده|زاي|زی|پور|خان|جان)$/.exec(word);
    if (compound) return [...arabicWords(compound[1] ?? '', hyphenated), ...arabicWords(compound[2] ?? '', true)];
    const stem = /^(?:وال|ال)(?=.{3})/.test(word) ? word.replace(/^(?:وال|ال)/, '') : word;
    const abjad = romaniseArabic(stem);
    return abjad === '' ? [] : [{ text: abjad.toLowerCase(), abjad, hyphenated, raw: word }];
  });
}

function koreanReadings(words: readonly Word[]): readonly KoreanReading[] {
  const written = words.filter((word) => word.raw !== '');
  const titles = nameWords();
  const own = written.filter((word) => titles.get(word.text) !== 'honorific');
  return readKorean(
    own.map((word) => word.raw),
    own.map((word) => word.hyphenated),
  );
}

/** `Mooyokbank`: a Korean word and an English one written together. */
function splitKoreanCompound(word: Word): Word[] {
  const parts = /^(.{5,})(bank|trading|shipping|company)$/.exec(word.text);
  return parts === null || koreanWord(parts[1] ?? '') === ''
    ? [word]
    : parts.slice(1).map((text, i) => ({ ...word, text, raw: i === 0 ? word.raw : '' }));
}

const ARTICLE = /^(al|el|ul|ad|ed|ud|as|es|us|ash|esh|ush|an|en|at|et|az|ez|ar|er|ur|oul|ol)$/;
const SERVANT =
  /^(abd|abdi|abdu|abdo|abdou|abed|abdul|abdal|abdel|abdoul|abdol|abdil|abdur|abdar|abder|abdus|abdas|abdes|abdush|abdud|abdu?n|abdan|abdin)$/;

/**
 * Names of several words that are written joined, apart or with an article in between come to one form: `Abd al-Rahman`,
 * `Abdul Rahman`, `Abdurrahman`; `Nur al-Din`, `Nuruddin`; `Habib Allah`, `Habibullah`.
 */
function joinCompounds(words: readonly Word[]): Word[] {
  const out: Word[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (word === undefined) continue;
    const article = ARTICLE.test(words[i + 1]?.text ?? '') && words[i + 2] !== undefined ? 1 : 0;
    const next = words[i + 1 + article];
    if (SERVANT.test(word.text) && next !== undefined && next.text.length > 2) {
      out.push(merge(word, next, `abd${stripArticle(next.text)}`, `abd${next.abjad}`));
      i += 1 + article;
      continue;
    }
    const tail = next?.text ?? '';
    if (
      next !== undefined &&
      /^(din|deen|dine|dinn|eddin|uddin|eddine|uldin|addin)$/.test(tail) &&
      word.text.length > 2 &&
      !ARTICLE.test(word.text)
    ) {
      out.push(merge(word, next, `${word.text}din`, `${word.abjad === '' ? word.text : word.abjad}din`));
      i += 1 + article;
      continue;
    }
    if (
      next !== undefined &&
      /^(allah|ullah|ollah|ellah|alla|ulla)$/.test(tail) &&
      word.text.length > 2 &&
      !ARTICLE.test(word.text)
    ) {
      out.push(merge(word, next, `${word.text}lah`, `${word.abjad === '' ? word.text : word.abjad}lah`));
      i += 1 + article;
      continue;
    }
    out.push(word.abjad === '' ? { ...word, text: compoundOf(word.text) } : word);
  }
  return out;
}

function merge(first: Word, second: Word, text: string, abjad: string): Word {
  const bare = first.abjad !== '' || second.abjad !== '';
  return {
    text: compoundOf(text),
    abjad: bare ? abjad : '',
    hyphenated: first.hyphenated,
    raw: first.raw + second.raw,
  };
}

function stripArticle(text: string): string {
  return /^(al|el|ul)[a-z]{4,}$/.test(text) ? text.slice(2) : text;
}

/** The joined spellings of such names. */
function compoundOf(text: string): string {
  let form = text;
  const servant = /^(?:c?abd|ebd)(?:[aeiou]{1,2})?(?:l|r(?=r)|s(?=s)|z(?=z)|n(?=n)|d(?=d)|sh(?=sh))?([a-z]{3,})$/.exec(
    form,
  );
  if (servant && form.length >= 8) form = `abd${(servant[1] ?? '').replace(/^(.)\1/, '$1')}`;
  form = form.replace(/^(.{2,}?)(?:u|e|a|o|i|ou)?d{1,2}(?:i|ee|ie)n(?:e)?$/, (whole, stem: string) =>
    stem.length >= 3 ? `${stem}din` : whole,
  );
  form = form.replace(/^(.{3,}?)(?:u|o|a|e|i|ou)?l{1,2}ah?$/, (whole, stem: string) =>
    /[hl]a?h?$/.test(whole) && /lah$|lla$/.test(whole) ? `${stem}lah` : whole,
  );
  return form;
}

function tokensOf(words: readonly Word[], kind: NameKind): Token[] {
  const tokens: Token[] = [];
  const company = kind !== 'person';
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (word === undefined) continue;
    const form = company || (i === words.length - 1 && i >= 2) ? formAt(words, i, kind) : undefined;
    if (form !== undefined) {
      tokens.push(token(form.name.replaceAll(' ', ''), 'form', kind === 'person' ? 0.05 : 0.12, word, form.name));
      i += form.length - 1;
    } else tokens.push(classify(word, i, words, kind));
  }
  // Beside a single name a title is part of how the person is called: Mullah Omar, Hajji Karim.
  if (kind === 'person' && tokens.filter((t) => t.kind === 'name').length === 1)
    return tokens.map((t) => (t.kind === 'honorific' ? { ...t, weight: 0.4 } : t));
  // A name that is all titles or forms has nothing else to go by.
  if (tokens.every((t) => t.weight < 0.3))
    return tokens.map((t) => ({
      ...t,
      weight: t.kind === 'number' ? t.weight : 1,
      kind: t.kind === 'number' ? 'number' : 'name',
    }));
  return tokens;
}

const PERSON_FORMS = new Set(['llc', 'ltd', 'inc', 'plc', 'sa', 'ag']);

function formAt(words: readonly Word[], at: number, kind: NameKind): { name: string; length: number } | undefined {
  if (words.length < 2) return undefined;
  const first = words[at]?.text ?? '';
  for (const phrase of companyForms().get(first) ?? []) {
    if (phrase.words.length >= words.length) continue;
    if (phrase.words.every((word, k) => words[at + k]?.text === word)) {
      if (kind === 'person' && !(PERSON_FORMS.has(first) && phrase.words.length === 1)) continue;
      if (kind === 'craft' && phrase.words.length === 1 && first.length < 3) continue;
      if (kind === 'any' && first.length < 2) continue;
      return { name: phrase.name, length: phrase.words.length };
    }
  }
  return undefined;
}

const CRAFT_PREFIX = new Set([
  'mv',
  'mt',
  'ms',
  'm',
  'ss',
  'mts',
  'mtr',
  'fv',
  'vessel',
  'motor',
  'ship',
  'tanker',
  'lpg',
  'lng',
  'v',
  't',
]);

function classify(word: Word, at: number, words: readonly Word[], kind: NameKind): Token {
  const { text } = word;
  if (/^\d+$/.test(text)) return token(String(Number(text)).slice(0, 20), 'number', 1.2, word, String(Number(text)));
  if (kind === 'craft' && at < 2 && words.length > 1 && CRAFT_PREFIX.has(text))
    return token(text, 'particle', 0.03, word);
  const numeral = kind === 'person' ? undefined : numberWords().get(text);
  if (numeral !== undefined && (text.length > 1 || at > 0) && !(at === 0 && words.length === 1)) {
    if (!/^(uno|una|une|ein|cent|un|v|x|i|dos|dix|seis|six)$/.test(text) || at > 0)
      return token(numeral, 'number', 1.2, word, numeral);
  }
  if (text.length === 1) return token(text, 'initial', kind === 'person' ? 0.45 : 0.5, word);
  const listed = nameWords().get(text);
  if (kind !== 'person' && kind !== 'craft') {
    const usual = companyWords().get(text);
    if (usual !== undefined) return token(text, 'word', usual.weight, word, usual.name);
    if (listed === 'particle') return token(text, 'particle', 0.08, word);
    const korean = kind === 'organisation' ? koreanWord(text) : '';
    if (korean !== '') {
      const english = companyWords().get(korean);
      return token(text, 'word', english?.weight ?? 0.55, word, english?.name ?? korean);
    }
    return token(text, 'name', text.length < 3 ? 0.8 : 1, word);
  }
  if (kind === 'craft') return token(text, 'name', 1, word);
  if (listed === 'honorific' && words.length > 1) return token(text, 'honorific', 0.05, word);
  if (listed === 'particle' && words.length > 1)
    return token(
      text,
      'particle',
      0.08,
      word,
      /^(bin|ben|ibn|bint|binti|ibne|bn|ould|wuld|wld|oulad|walad)$/.test(text) ? 'child of' : 'particle',
    );
  if (listed === 'kunya' && words.length > 1)
    return token(
      text,
      'kunya',
      0.35,
      word,
      /^[ui]/.test(text) || text === 'om' || text === 'oum' ? 'mother of' : 'father of',
    );
  if (listed === 'suffix' && at > 0) return token(text, 'suffix', 0.2, word, text);
  const common = commonNames().get(text) ?? 0;
  return token(
    text,
    'name',
    common === 2 ? 0.75 : common === 1 ? 0.9 : 1,
    word,
    nicknames()
      .get(text)
      ?.map((group) => `n${group}`)
      .join(' ') ?? '',
  );
}

function token(text: string, kind: TokenKind, weight: number, word: Word, cls = ''): Token {
  const sounds = word.abjad !== '' && kind === 'name' ? soundsOfAbjad(word.abjad) : soundsOf(text);
  return {
    text,
    kind,
    weight,
    sounds,
    skeleton: skeletonOf(sounds),
    plain: plainSounds(sounds),
    abjad: word.abjad !== '',
    abjadText: word.abjad,
    cls,
  };
}

/** First letters of an organisation's weighty words, with and without its legal form: what it may be called for short. */
export function initialsOf(name: Name): string[] {
  if (name.kind === 'person' || name.kind === 'craft') return [];
  const words = name.tokens.filter((t) => t.kind !== 'particle' && t.kind !== 'initial' && t.kind !== 'number');
  const letters = (list: readonly Token[]): string => list.map((t) => t.text[0] ?? '').join('');
  const both = [
    letters(words.map((t) => (t.kind === 'form' ? { ...t, text: formWord(name.raw, t) } : t))),
    letters(words.filter((t) => t.kind !== 'form')),
  ];
  return [...new Set(both)].filter((text) => text.length >= 3 && text.length <= 7);
}

/**
 * Whether a word is made of the beginnings of a name's words, one to three letters of each in order: KOMID of
 * `Korea Mining Development ...`. At least three words must take part; the last ones need not.
 */
export function isMadeOfBeginnings(short: string, long: Name): boolean {
  const words = long.tokens.filter((t) => t.kind === 'name' || t.kind === 'word').map((t) => t.text);
  const walk = (at: number, word: number): boolean => {
    if (at === short.length) return word >= 3;
    const text = words[word];
    if (text === undefined) return false;
    for (let length = word === 0 ? 2 : 1; length <= 3; length++)
      if (text.startsWith(short.slice(at, at + length)) && at + length <= short.length && walk(at + length, word + 1))
        return true;
    return false;
  };
  return short.length >= 5 && short.length <= 9 && words.length >= 3 && walk(0, 0);
}

/** The first letter of a legal form as it was written: its class is named otherwise. */
function formWord(raw: string, form: Token): string {
  const last =
    raw
      .trim()
      .split(/[^\p{L}]+/u)
      .filter(Boolean)
      .at(-1) ?? '';
  return last === '' ? form.text : foldLatin(last);
}

/** Names of organisations in Hangul, Hanja, romanised Korean or Arabic script, with the usual words in English: a second form to compare. */
export function translatedName(name: string, kind: NameKind): Name | null {
  if (kind === 'person' || kind === 'craft') return null;
  const english = translateKorean(name) ?? translateArabic(name);
  return english === null ? null : analyseName(english, kind);
}
