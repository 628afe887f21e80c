import { memoized } from '../../core/memoized.ts';
import { isForm } from '../mentions/trim-name.ts';
import { textWords, WrittenNames } from '../mentions/written-name.ts';
import type { SubjectLeaf } from '../model/leaf.ts';
import { nameKey } from './document-leaves.ts';

/** The words of a leaf's name in small letters. */
export const wordsOf = memoized(({ name }: SubjectLeaf): readonly string[] =>
  name === null ? [] : textWords(nameKey(name)).map(({ text }) => text),
);

/** The same without legal forms: "Halcyon Gate" and "Halcyon Gate Ventures Ltd" have two and three. */
export const ownWordsOf = memoized((leaf: SubjectLeaf): readonly string[] =>
  wordsOf(leaf).filter((text) => !isForm(text)),
);

/** Whether a name is a short way to write another of its kind: a person by one word of it, a body by its beginning or its end. */
export function isPartOf(part: SubjectLeaf, whole: SubjectLeaf): boolean {
  if (part.kind !== whole.kind || part.name === null || whole.name === null) return false;
  // "Panel of Experts (1718 Committee)" is two names, neither of which is short for both.
  if (whole.name.includes('(')) return false;
  if (part.kind !== 'person' && part.kind !== 'organisation' && part.kind !== 'place') return false;
  const [words, all] = [wordsOf(part), wordsOf(whole)];
  // Languages without blanks write a legal form to the name.
  if (words.length === 0)
    return (
      part.kind === 'organisation' &&
      all.length === 0 &&
      part.name.length > 2 &&
      whole.name.length > part.name.length &&
      whole.name.startsWith(part.name)
    );
  if (words.length >= all.length) return false;
  if (part.kind === 'person') return words.length === 1 && (words[0] === all[0] || words[0] === all.at(-1));
  const begins = words.every((word, at) => word === all[at]);
  const ends = words.every((word, at) => word === all[all.length - words.length + at]);
  // "Bank" and "Corporation" are parts of many names.
  return begins || (ends && words.join('').length > 4);
}

/**
 * Whether a body's name leaves out words of another's in the middle and at the end: "Songbong Trading" for "Songbong General Trading
 * Corporation". It begins alike, and its words come in the same order.
 */
export function isAbridged(short: SubjectLeaf, whole: SubjectLeaf): boolean {
  if (short.kind !== 'organisation' || whole.kind !== 'organisation' || short.name === null || whole.name === null)
    return false;
  const [words, all] = [ownWordsOf(short), ownWordsOf(whole)];
  if (words.length < 2 || words.length >= all.length || words[0] !== all[0]) return false;
  let at = 0;
  for (const word of all) if (word === words[at]) at++;
  return at === words.length;
}

/** Whether a name is another in a case of Russian: "Пака Чхоль Хо" is "Пак Чхоль Хо". */
export function isInflectedForm(form: SubjectLeaf, base: SubjectLeaf): boolean {
  if (form.kind !== base.kind || form.name === null || base.name === null || !/\p{Script=Cyrillic}/u.test(base.name))
    return false;
  const wanted = new WrittenNames<SubjectLeaf>();
  wanted.add(base.name, base);
  const [found] = wanted.find(form.name);
  return found !== undefined && found.start === 0 && found.end === form.name.length;
}

/** A name with initials is itself short for another. */
export function hasInitials({ name }: SubjectLeaf): boolean {
  return name !== null && /(?<![\p{L}])\p{Lu}\./u.test(name);
}
