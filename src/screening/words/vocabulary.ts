import { countryCodeOf } from '../../core/countries/country-names.ts';
import { foldLatin } from '../script/fold.ts';
import { skeletonOf, soundsOf } from '../script/sound.ts';
import { once, perWord, readTable } from '../script/table.ts';
import { soundSimilarity } from './sound-similarity.ts';

export type WordKind = 'honorific' | 'leading' | 'particle' | 'kunya' | 'suffix';

/** Words in names of persons that are no names, by folded form. */
export const nameWords = once(() => {
  const map = new Map<string, WordKind>();
  for (const [kind = '', words = ''] of readTable('name-words.tsv', 'kind\t'))
    for (const word of words.split(' ')) if (word !== '') map.set(foldLatin(word), kind as WordKind);
  return map;
});

/** Whether the word at a place is a title: some words are one before a name only. */
export function isTitle(words: readonly { readonly text: string }[], at: number): boolean {
  const kindAt = (place: number): WordKind | undefined => nameWords().get(words[place]?.text ?? '');
  const kind = kindAt(at);
  if (kind === 'honorific') return true;
  if (kind !== 'leading' || words.length < 3) return false;
  for (let before = 0; before < at; before++)
    if (kindAt(before) !== 'honorific' && kindAt(before) !== 'leading') return false;
  return true;
}

export type ArabicName = { readonly latin: string; readonly common: number };

/** Usual Latin form of a word in Arabic script; and how common a name is, by its skeleton-free folded form. */
export const arabicNames = once(() => {
  const map = new Map<string, ArabicName>();
  for (const [latin = '', forms = '', common = '0'] of readTable('arabic-names.tsv'))
    for (const form of forms.split(' ')) if (!map.has(form)) map.set(form, { latin, common: Number(common) });
  return map;
});

export const commonNames = once(() => {
  const map = new Map<string, number>();
  for (const [latin = '', , common = '0'] of readTable('arabic-names.tsv')) map.set(latin, Number(common));
  return map;
});

/** Names of very many people all over the world. */
export const worldNames = once(() => new Set(readTable('common-names.tsv').flatMap(([row = '']) => row.split(' '))));

/** Groups of given names and their short forms: the numbers of the groups a name is in. */
export const nicknames = once(() => {
  const map = new Map<string, number[]>();
  readTable('nicknames.tsv').forEach((row, group) => {
    for (const name of row.join(' ').split(/[ \t]/)) if (name !== '') map.set(name, [...(map.get(name) ?? []), group]);
  });
  return map;
});

export const numberWords = once(() => {
  const map = new Map<string, string>();
  for (const [digits = '', words = ''] of readTable('numbers.tsv'))
    for (const word of words.split(' ')) if (word !== '') map.set(foldLatin(word), digits);
  return map;
});

export type Phrase = { readonly words: readonly string[]; readonly name: string };

/** Legal forms: by the first folded word, the longest first. */
export const companyForms = once(() => {
  const map = new Map<string, Phrase[]>();
  for (const row of readTable('company-forms.tsv')) {
    const name = row[0] ?? '';
    for (const form of row) {
      const words = form.split(' ').map(foldLatin).filter(Boolean);
      const first = words[0];
      if (first === undefined) continue;
      map.set(first, [...(map.get(first) ?? []), { words, name }]);
    }
  }
  for (const list of map.values()) list.sort((a, b) => b.words.length - a.words.length);
  return map;
});

/** What a common token of organisations tells: of what country they are, what kind of body, in what field, how far they reach. */
export type CompanyRole = 'country' | 'body' | 'field' | 'scope';

export type CompanyWord = { readonly name: string; readonly weight: number; readonly role: CompanyRole };

/** Common tokens of organisations, by folded form. */
export const companyWords = once(() => {
  const map = new Map<string, CompanyWord>();
  for (const [weight = '0.5', role = 'field', ...forms] of readTable('company-words.tsv')) {
    const name = forms[0] ?? '';
    for (const form of forms) {
      const key = foldLatin(form);
      if (!map.has(key)) map.set(key, { name, weight: Number(weight), role: role as CompanyRole });
    }
  }
  return map;
});

const knownBySkeleton = once(() => {
  const map = new Map<string, { name: string; sounds: Uint8Array }[]>();
  for (const name of commonNames().keys()) {
    const sounds = soundsOf(name);
    const skeleton = skeletonOf(sounds);
    map.set(skeleton, [...(map.get(skeleton) ?? []), { name, sounds }]);
  }
  return map;
});
const knownNames = new Map<string, string>();

/** The usual form of a name of the Arabic writing area in whatever Latin spelling, or '' when it is none of the table. */
export function knownName(text: string, sounds: Uint8Array, skeleton: string): string {
  const found = knownNames.get(text);
  if (found !== undefined) return found;
  let [best, name] = [0.86, ''];
  for (const known of knownBySkeleton().get(skeleton) ?? []) {
    const similarity = soundSimilarity(sounds, known.sounds, false, best);
    if (similarity > best) [best, name] = [similarity, known.name];
  }
  if (knownNames.size > 20_000) knownNames.clear();
  knownNames.set(text, name);
  return name;
}

/** Names of States as single words of a company's name: they tell one company of a group from another. */
export const countryWord = perWord((text) => text.length > 3 && countryCodeOf(text) !== undefined);
