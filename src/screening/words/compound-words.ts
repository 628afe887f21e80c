import { koreanWord } from '../script/korean-organisation.ts';
import { latinSpellings } from '../script/korean-spelling.ts';
import { perWord } from '../script/table.ts';
import { companyForms, companyWords, nameWords, numberWords } from './vocabulary.ts';
import type { WrittenWord } from './written-words.ts';

const KOREAN_COMPOUND = /^(.{5,})(bank|trading|shipping|company)$/;
const SHORTEST_COMPOUND = 9;

export function isKoreanCompound(text: string): boolean {
  return text.length >= SHORTEST_COMPOUND && KOREAN_COMPOUND.test(text);
}

/** `Mooyokbank`: a Korean word and an English one written together. */
export function splitKoreanCompound(word: WrittenWord): WrittenWord[] {
  const parts = isKoreanCompound(word.text) ? KOREAN_COMPOUND.exec(word.text) : null;
  return parts === null || koreanWord(parts[1] ?? '') === ''
    ? [word]
    : parts.slice(1).map((text, i) => ({ ...word, text, raw: i === 0 ? word.raw : '' }));
}

/** Longer rows of syllables are several names. */
const MOST_SYLLABLES = 4;

/** `Chong Chon Gang` and `Chongchongang`, `Hong Kong` and `Hongkong`: syllables of one name written apart come to one word. */
export function joinSyllables(words: readonly WrittenWord[]): WrittenWord[] {
  const out: WrittenWord[] = [];
  let row: WrittenWord[] = [];
  const finishRow = (): void => {
    if (row.length < 2 || row.length > MOST_SYLLABLES) out.push(...row);
    else out.push({ ...row[0]!, text: row.map(({ text }) => text).join(''), raw: row.map(({ raw }) => raw).join('') });
    row = [];
  };
  for (const word of words) {
    if (isNameSyllable(word)) row.push(word);
    else {
      if (row.length > 0) finishRow();
      out.push(word);
    }
  }
  finishRow();
  return out;
}

/** A syllable of Korean or of Chinese beside it, and no common token, number or particle. */
export function isNameSyllable({ text, abjad }: WrittenWord): boolean {
  return abjad === '' && isSyllable(text);
}

const isSyllable = perWord(
  (text) =>
    text.length >= 2 &&
    latinSpellings().syllables.has(text) &&
    !nameWords().has(text) &&
    !companyWords().has(text) &&
    !companyForms().has(text) &&
    !numberWords().has(text),
);

const ARTICLE = /^(al|el|ul|ad|ed|ud|as|es|us|ash|esh|ush|an|en|at|et|az|ez|ar|er|ur|oul|ol)$/;
const SERVANT =
  /^(abd|abdi|abdu|abdo|abdou|abed|abdul|abdal|abdel|abdoul|abdol|abdil|abdur|abdar|abder|abdus|abdas|abdes|abdush|abdud|abdu?n|abdan|abdin)$/;
const FAITH = /^(din|deen|dine|dinn|eddin|uddin|eddine|uldin|addin)$/;
const GOD = /^(allah|ullah|ollah|ellah|alla|ulla)$/;

/** What a word is in names of several words, and its usual form where it is such a name by itself. */
const partOf = perWord((text) => ({
  article: ARTICLE.test(text),
  servant: SERVANT.test(text),
  faith: FAITH.test(text),
  god: GOD.test(text),
  form: compoundOf(text),
}));

/** Whether a word can be part of a name of several words, or is one in another form than its usual. */
export function isInCompounds(text: string): boolean {
  const { servant, faith, god, form } = partOf(text);
  return servant || faith || god || form !== text;
}

/**
 * Names of several words that are written joined, apart or with an article in between come to one form: `Abd al-Rahman`,
 * `Abdul Rahman`, `Abdurrahman`; `Nur al-Din`, `Nuruddin`; `Habib Allah`, `Habibullah`.
 */
export function joinCompounds(words: readonly WrittenWord[]): WrittenWord[] {
  const parts = words.map(({ text }) => partOf(text));
  const out: WrittenWord[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const own = parts[i]!;
    const article = i + 2 < words.length && parts[i + 1]!.article ? 1 : 0;
    const next = words[i + 1 + article];
    if (own.servant && next !== undefined && next.text.length > 2) {
      out.push(merge(word, next, `abd${stripArticle(next.text)}`, `abd${next.abjad}`));
      i += 1 + article;
      continue;
    }
    const tail = parts[i + 1 + article];
    if (next !== undefined && tail?.faith && mayBegin(word)) {
      out.push(merge(word, next, `${word.text}din`, `${word.abjad === '' ? word.text : word.abjad}din`));
      i += 1 + article;
      continue;
    }
    if (next !== undefined && tail?.god && mayBegin(word)) {
      out.push(merge(word, next, `${word.text}lah`, `${word.abjad === '' ? word.text : word.abjad}lah`));
      i += 1 + article;
      continue;
    }
    const text = word.abjad === '' ? own.form : word.text;
    out.push(text === word.text ? word : { ...word, text });
  }
  return out;
}

/** `Qari Din Mohammad` is called Din: a title, a particle or an article begins no name of several words. */
function mayBegin(word: WrittenWord): boolean {
  return word.text.length > 2 && !partOf(word.text).article && !nameWords().has(word.text);
}

function merge(first: WrittenWord, second: WrittenWord, text: string, abjad: string): WrittenWord {
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
