import { nounList } from '../lexicon/vocabulary.ts';
import type { Word } from '../tokens/word.ts';
import { type Mention, mentionOf } from './mention.ts';
import type { Run } from './phrase.ts';

/**
 * A person's name in a phrase, without title; `title` are the words of the office before it, lower case, and `first` is
 * where they begin.
 */
export type PersonName = Run & { readonly name: string; readonly title: readonly string[]; readonly first: number };

const PARTICLES = new Set([
  'de',
  'van',
  'von',
  'der',
  'den',
  'al',
  'el',
  'bin',
  'ibn',
  'ben',
  'da',
  'dos',
  'del',
  'di',
  'la',
  'le',
  'du',
  'ul',
  'abu',
  'umm',
]);

/**
 * Names of people in a run of words: capitalised words that are no title, no name of our lists and no word of a body's
 * name; a single word counts only after a title ("Minister Shin") or when the caller knows it from before.
 */
export function findPersonNames(words: readonly Word[], mentions: readonly Mention[], run: Run): PersonName[] {
  const found: PersonName[] = [];
  for (let i = run.from; i < run.to; i++) {
    if (!isNameWord(words, i, mentions)) continue;
    let to = i + 1;
    while (to < run.to && (isNameWord(words, to, mentions) || isInitial(words, to) || isParticle(words, to, mentions)))
      to++;
    while (to > i + 1 && PARTICLES.has(words[to - 1]!.lower) && !/^[A-Z]/.test(words[to - 1]!.text)) to--;
    const title = titleBefore(words, i);
    // "a Wildlife Technician with the Department": what somebody is.
    if (/^an?$/.test(words[i - 1]?.lower ?? '')) {
      i = to;
      continue;
    }
    if (words[to]?.text !== "'s" || to >= run.to) {
      const name = nameOf(words, i, to);
      if (name.split(' ').length <= 6) found.push({ from: i, to, name, ...title });
    }
    i = to;
  }
  return found;
}

function nameOf(words: readonly Word[], from: number, to: number): string {
  let name = '';
  for (let i = from; i < to; i++) name += (i > from && words[i]!.start > words[i - 1]!.end ? ' ' : '') + words[i]!.text;
  return name;
}

function isNameWord(words: readonly Word[], at: number, mentions: readonly Mention[]): boolean {
  const word = words[at]!;
  if (!/^\p{Lu}[\p{L}'’-]+\.?$/u.test(word.text) || /^\p{Lu}{3,}$/u.test(word.text))
    return isInitial(words, at) && isNameNext(words, at + 1);
  if (
    word.pos !== 'PROPN' &&
    word.pos !== 'NOUN' &&
    word.pos !== 'ADJ' &&
    word.pos !== 'X' &&
    word.pos !== 'INTJ' &&
    word.pos !== 'VERB'
  )
    return false;
  if (word.pos !== 'PROPN' && at === 0) return false;
  if (nounList('titles').has(word.lower) || nounList('official').has(word.lower)) return false;
  // "the Treasury and Justice Departments".
  const single = word.lower.replace(/ies$/, 'y').replace(/(?<!s)s$/, '');

  if ([word.lower, single].some((noun) => nounList('organ').has(noun) || nounList('name-organ').has(noun)))
    return false;
  if (nounList('portfolio').has(word.lower)) return false;
  if (
    /^(The|Mr|Mrs|Ms|Dr|January|February|March|April|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Member|State|States|Affairs|Security|Foreign|Defence|Defense|Affairs|European|Western|General|Acting|Former|Senior|Nations|Parliament|Republic|Analyst|Experts?|According|Charge)$/.test(
      word.text,
    )
  )
    return false;
  const mention = mentionOf(mentions, at);
  if (mention === undefined) return true;
  // "Volker Turk": a people's name closes a person's where nothing that it could tell of follows.
  return (
    mention.kind === 'demonym' &&
    mention.to - mention.from === 1 &&
    at > 0 &&
    !/^(NOUN|ADJ|PROPN|NUM)$/.test(words[at + 1]?.pos ?? '') &&
    isNameWord(words, at - 1, mentions)
  );
}

function isNameNext(words: readonly Word[], at: number): boolean {
  return (
    /^\p{Lu}\p{Ll}+/u.test(words[at]?.text ?? '') ||
    (words[at]?.text === '.' && /^\p{Lu}\p{Ll}+/u.test(words[at + 1]?.text ?? ''))
  );
}

function isInitial(words: readonly Word[], at: number): boolean {
  const text = words[at]!.text;
  return /^\p{Lu}\.?$/u.test(text) || (text === '.' && /^\p{Lu}$/u.test(words[at - 1]?.text ?? ''));
}

function isParticle(words: readonly Word[], at: number, mentions: readonly Mention[]): boolean {
  return PARTICLES.has(words[at]!.lower) && at + 1 < words.length && isNameWord(words, at + 1, mentions);
}

/** Words of the title right before a name: "South Korean Defence Minister" gives "defence", "minister". */
function titleBefore(words: readonly Word[], at: number): Pick<PersonName, 'title' | 'first'> {
  const title: string[] = [];
  let first = at;
  for (let i = at - 1; i >= Math.max(0, at - 9); i--) {
    const lower = words[i]!.lower;
    if (words[i]!.text === '.') continue;
    // "Secretary of State", "Minister of Defence": the office goes on before "of".
    if (
      lower === 'of' &&
      title.length > 0 &&
      (nounList('titles').has(words[i - 1]?.lower ?? '') || nounList('official').has(words[i - 1]?.lower ?? ''))
    ) {
      title.unshift('of');
      continue;
    }
    if (!nounList('titles').has(lower) && !nounList('official').has(lower)) break;
    title.unshift(lower);
    first = i;
  }
  return { title, first };
}

/** The nouns of a phrase other than the name: by what the person may be called later ("the minister"). */
export function titleWordsOf(words: readonly Word[], run: Run, name: PersonName): string[] {
  const title: string[] = [];
  for (let i = run.from; i < run.to; i++) {
    if (i >= name.from && i < name.to) continue;
    const word = words[i]!;
    if (
      nounList('official').has(word.lower) ||
      nounList('titles').has(word.lower) ||
      nounList('unnamed').has(word.lower)
    )
      title.push(word.lower);
  }
  return title;
}
