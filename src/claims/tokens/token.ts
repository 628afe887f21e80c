import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { joinHyphens } from './hyphen.ts';
import { retagVerbs } from './tag-correction.ts';
import type { Word } from './word.ts';

const nlp = winkNLP(model, ['pos']);
const its = nlp.its;

/**
 * Words of a slice of the text, with offsets into the whole of it.
 *
 * wink parts "short-range" and "152-mm" at the hyphen; a hyphen without blanks makes one word here, because what is
 * counted ("ship-to-ship transfer") and who speaks ("Shin Won-sik") must stay whole.
 */
export function tokenize(text: string, start: number, end: number): Word[] {
  const slice = text
    .slice(start, end)
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u00a0\u202f\u2009]/g, ' ')
    .replace(/[\u2010\u2011]/g, '-');
  const plain = slice.replace(/[\u0100-\u024f\u1e00-\u1eff]/g, plainLetter);
  const doc = nlp.readDoc(plain);
  const tokens = doc.tokens();
  const values = tokens.out() as string[];
  const tags = tokens.out(its.pos) as string[];
  const lemmas = tokens.out(its.lemma as typeof its.pos) as string[];
  const raw: Word[] = [];
  let cursor = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const at = plain.indexOf(value, cursor);
    if (at < 0 || value.trim() === '') continue;
    cursor = at + value.length;
    for (const part of numberParts(slice.slice(at, cursor)))
      raw.push(wordOf(part.text, tags[i]!, lemmas[i]!, start + at + part.at, start + at + part.at + part.text.length));
  }
  return retagVerbs(joinHyphens(raw));
}

const BARRED: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ħ: 'h',
  Ħ: 'H',
  ı: 'i',
  ŧ: 't',
  Ŧ: 'T',
};

/** The tagger cuts a word at a letter beyond Latin-1 ("Murmokaitė", "Yıldız"): it reads the bare letter instead. */
function plainLetter(letter: string): string {
  const bare = letter.normalize('NFD')[0]!;
  return BARRED[letter] ?? (/[a-zA-Z]/.test(bare) ? bare : 'e');
}

/** "10-15" and "13-1-1" are numbers with dashes between; a date "2024-03-28" and years "2019-2020" stay whole. */
function numberParts(value: string): { text: string; at: number }[] {
  if (
    !/^\d[\d.,]*([-–—]\d[\d.,]*(k|m|bn|mn)?)+$/.test(value) ||
    /^\d{4}-\d\d-\d\d$|^(19|20)\d\d[-–](19|20)?\d\d$/.test(value)
  )
    return [{ text: value, at: 0 }];
  const parts: { text: string; at: number }[] = [];
  for (const match of value.matchAll(/[-–—]|[^-–—]+/g))
    parts.push({ text: /^[–—]$/.test(match[0]) ? '-' : match[0], at: match.index });
  return parts;
}

function wordOf(text: string, pos: string, lemma: string, start: number, end: number): Word {
  const lower = text.toLowerCase();
  return { text, lower, lemma: lemma.toLowerCase(), pos: correctedTag(text, lower, pos), start, end };
}

/** Words whose tag the tagger gets wrong often enough to mislead attribution. */
const TAGS: Readonly<Record<string, string>> = {
  military: 'NOUN',
  armed: 'ADJ',
  that: 'SCONJ',
  according: 'ADP',
  including: 'ADP',
  following: 'ADP',
  near: 'ADP',
  via: 'ADP',
  per: 'ADP',
  amid: 'ADP',
  despite: 'ADP',
  vetoed: 'VERB',
  stole: 'VERB',
  says: 'VERB',
  said: 'VERB',
  dprk: 'PROPN',
  while: 'SCONJ',
};

function correctedTag(text: string, lower: string, pos: string): string {
  // "IT workers": never the pronoun.
  if (text === 'IT') return 'PROPN';
  if (/^[A-Z][a-z]+day$/.test(text) && WEEKDAYS.has(lower)) return 'PROPN';
  return TAGS[lower] ?? pos;
}

const WEEKDAYS = new Set(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']);
