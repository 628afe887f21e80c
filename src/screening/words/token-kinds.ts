import { classify, token } from './classify-word.ts';
import type { ScreenedKind } from './name-kind.ts';
import { plainWord } from './plain-word.ts';
import type { Token } from './token.ts';
import { companyForms } from './vocabulary.ts';
import type { WrittenWord } from './written-words.ts';

/** The words of a name as tokens: titles, legal forms, numbers and common tokens are distinguished from the words that name. */
export function tokensOf(words: readonly WrittenWord[], kind: ScreenedKind): Token[] {
  const tokens: Token[] = [];
  const company = kind !== 'person';
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (word === undefined) continue;
    const plain = words.length > 1 ? plainWord(word, kind) : null;
    if (plain !== null) {
      tokens.push(plain);
      continue;
    }
    const form = company || (i === words.length - 1 && i >= 2) ? formAt(words, i, kind) : undefined;
    if (form !== undefined) {
      tokens.push(token(form.name.replaceAll(' ', ''), 'form', kind === 'person' ? 0.05 : 0.12, word, form.name));
      i += form.length - 1;
    } else tokens.push(classify(word, i, words, kind));
  }
  return withoutEmptiness(tokens, kind);
}

/** A name needs something to go by. */
export function withoutEmptiness(tokens: Token[], kind: ScreenedKind): Token[] {
  // Beside a single name a title is part of how the person is called: Mullah Omar, Hajji Karim.
  if (kind === 'person' && tokens.filter((t) => t.kind === 'name').length === 1)
    return tokens.map((t) => (t.kind === 'honorific' ? t.as(t.kind, 0.4) : t));
  // A name that is all titles or forms has nothing else to go by.
  if (tokens.every((t) => t.weight < 0.3)) return tokens.map((t) => (t.kind === 'number' ? t : t.as('name', 1)));
  return tokens;
}

const PERSON_FORMS = new Set(['llc', 'ltd', 'inc', 'plc', 'sa', 'ag']);

function formAt(
  words: readonly WrittenWord[],
  at: number,
  kind: ScreenedKind,
): { name: string; length: number } | undefined {
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
