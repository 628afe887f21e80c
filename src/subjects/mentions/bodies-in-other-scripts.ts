import type { Span } from '../../documents/text/text-layer.ts';
import { type NameCandidate, WEIGHT } from './candidate.ts';
import { nameWords } from './name-words.ts';
import { textWords } from './written-name.ts';

/**
 * Bodies in scripts other than Latin, where the text calls them one: after "компания" in quotation marks, and in Korean by the legal
 * form that is written to the name.
 */
export function bodiesInOtherScripts(text: string): readonly NameCandidate[] {
  return [...quotedBodies(text), ...koreanBodies(text)].map((span) => ({
    ...span,
    sign: 'cue',
    kind: 'organisation',
    weight: WEIGHT.cue,
    firm: true,
  }));
}

function* quotedBodies(text: string): Generator<Span> {
  for (const match of text.matchAll(/(?<![\p{L}])([\p{Script=Cyrillic}]+)\s*[«“„"]([^»”“"\n]{2,60})[»”“"]/gu)) {
    const [whole, noun = '', inner = ''] = match;
    // "The company «not on any list»" quotes words and no name.
    if (!nameWords()['bodies-before'].has(noun.toLowerCase()) || !/^[\p{Lu}\p{N}]/u.test(inner)) continue;
    const start = match.index + whole.length - 1 - inner.length;
    yield { start, end: start + inner.length };
  }
}

/** Words before the one with the form that are a part of the name at most: "다롄 하이싱 화운유한공사". */
const MOST_BEFORE = 2;

function* koreanBodies(text: string): Generator<Span> {
  const words = textWords(text);
  for (const [at, word] of words.entries()) {
    const end = endWithForm(word.text);
    if (end === null) continue;
    let first = at;
    while (first > 0 && at - first < MOST_BEFORE) {
      const before = words[first - 1]!;
      if (text.slice(before.end, words[first]!.start) !== ' ' || !mayBelong(before.text)) break;
      first--;
    }
    yield { start: words[first]!.start, end: word.start + end };
  }
}

/** Where the name ends in a word that holds more than a legal form; null for other words. */
function endWithForm(word: string): number | null {
  if (!/^\p{Script=Hangul}+$/u.test(word)) return null;
  for (const form of nameWords()['forms-hangul']) {
    const at = word.indexOf(form);
    if (at < 2) continue;
    const rest = word.slice(at + form.length);
    if (rest === '' || nameWords().endings.has(rest)) return at + form.length;
  }
  return null;
}

/** A word without a particle that is no noun for whoever the body belongs to. */
function mayBelong(word: string): boolean {
  return (
    /^\p{Script=Hangul}{2,6}$/u.test(word) &&
    !nameWords()['before-hangul'].has(word) &&
    !/(?:은|는|을|를|의|에|와|과|로|한|된|며|고|서|도|다)$/u.test(word)
  );
}
