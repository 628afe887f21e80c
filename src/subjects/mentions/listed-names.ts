import { memoized } from '../../core/memoized.ts';
import type { Span } from '../../documents/text/text-layer.ts';
import { NAME_PROPS } from '../../screening/index/indexed-props.ts';
import type { ScreeningIndex } from '../../screening/index/screening-index.ts';
import { screen } from '../../screening/screen.ts';
import type { SubjectKind } from '../model/mention.ts';
import { type NameCandidate, WEIGHT } from './candidate.ts';
import { nameWords } from './name-words.ts';
import { type TextWord, textWords, WrittenNames } from './written-name.ts';

/** Names of lists in texts: as a list writes them, and in scripts other than Latin also as the screening reads them. */

const KINDS: Readonly<Record<string, SubjectKind>> = {
  Person: 'person',
  Organization: 'organisation',
  Company: 'organisation',
  PublicBody: 'organisation',
  LegalEntity: 'organisation',
  Vessel: 'vessel',
  Airplane: 'aircraft',
};

/** A short listed name ("Amir", "SAM") is also many other things. */
const FEWEST_LETTERS = 5;

/** The names of a list as it writes them, each with the kind of its entry. */
const writtenNames = memoized((index: ScreeningIndex): WrittenNames<SubjectKind> => {
  const names = new WrittenNames<SubjectKind>();
  for (let at = 0; at < index.entityCount; at++) {
    const { schema, values } = index.entity(at);
    const kind = KINDS[schema];
    if (kind === undefined) continue;
    for (const { prop, value, quality } of values) {
      if (!(NAME_PROPS as readonly string[]).includes(prop) || quality === 'weak') continue;
      for (const written of new Set([withoutTitle(value, kind), withoutForm(value)]))
        if (isTelling(written)) names.add(written, kind);
    }
  }
  return names;
});

function isTelling(name: string): boolean {
  if (/[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}]/u.test(name)) return name.length >= 3;
  return textWords(name).length >= 2 && (name.match(/\p{L}/gu)?.length ?? 0) >= FEWEST_LETTERS;
}

/** The word for "ship" after a number is no part of the name. */
function withoutTitle(name: string, kind: SubjectKind): string {
  return kind === 'vessel' ? name.replace(/(?<=[0-9])\s*(?:호|號|号|轮|輪|丸)$/u, '') : name;
}

/** Legal forms that languages without blanks write to the name; the rest of it is what texts call the body. */
function withoutForm(name: string): string {
  return name.replace(/^株式会社|(?:株式会社|股份有限公司|有限责任公司|有限公司|有限責任公司)$/u, '');
}

/** Places where a text has a name of the list, letter by letter but for case and the endings of its language. */
export function namesAsListed(text: string, index: ScreeningIndex): readonly NameCandidate[] {
  return [...writtenNames(index).find(text)]
    .filter((span) => !isPartOfLonger(text, span))
    .map(({ start, end, value }) => ({ start, end, sign: 'list', kind: value, weight: WEIGHT.list, firm: true }));
}

/** "Kim Chol" in "Kim Chol Su" is another name. */
function isPartOfLonger(text: string, { start, end }: Span): boolean {
  return (
    /^ \p{Lu}\p{Ll}/u.test(text.slice(end, end + 3)) ||
    /(?<!^|[.!?:\n] ?)(?<=[\p{L},] )\p{Lu}\p{Ll}+ $/u.test(text.slice(Math.max(0, start - 20), start))
  );
}

/** A listed name as a run of words is read, with how alike the two are. */
type Found = { readonly kind: SubjectKind; readonly score: number } | null;
const answers = new WeakMap<ScreeningIndex, Map<string, Found>>();

const MOST_WORDS = 4;
const MOST_MEMOIZED = 200_000;
/** Below it nothing is looked at. */
const LEAST_ALIKE = 0.83;

/** What the list has under a name, if anything. Asked once for each name, since texts repeat theirs. */
function listedAs(index: ScreeningIndex, name: string): Found {
  const known = answers.get(index) ?? new Map<string, Found>();
  answers.set(index, known);
  const before = known.get(name);
  if (before !== undefined) return before;
  let found: Found = null;
  for (const [schema, kind] of [
    ['Person', 'person'],
    ['Organization', 'organisation'],
  ] as const) {
    const [hit] = screen(index, { names: [name], schema }, { limit: 1, threshold: LEAST_ALIKE });
    // Names of both kinds are asked as either: the entry says what it is.
    if (hit !== undefined && hit.score > (found?.score ?? 0))
      found = { kind: kindOf(index, hit.entityId) ?? kind, score: hit.score };
  }
  if (known.size > MOST_MEMOIZED) known.clear();
  known.set(name, found);
  return found;
}

const placesOf = memoized((index: ScreeningIndex): ReadonlyMap<string, number> => {
  const places = new Map<string, number>();
  for (let at = 0; at < index.entityCount; at++) places.set(index.texts.ids.at(at) ?? '', at);
  return places;
});

function kindOf(index: ScreeningIndex, id: string): SubjectKind | undefined {
  const at = placesOf(index).get(id);
  return at === undefined ? undefined : KINDS[index.entity(at).schema];
}

/** How alike words must be to a listed name: less where capitals tell that they are a name at all. */
function leastFor(text: string): number {
  if (/^\p{Script=Cyrillic}/u.test(text)) return LEAST_ALIKE;
  return /^\p{Script=Arabic}/u.test(text) ? 0.93 : 0.95;
}

/**
 * Runs of words in scripts other than Latin that the screening reads as a name of the list: Korean with its endings taken off,
 * Russian where words are capitalised, Arabic with and without what is written before a word, a Korean name of three Chinese signs.
 */
export function namesReadAsListed(text: string, index: ScreeningIndex): readonly NameCandidate[] {
  const found: (NameCandidate & { readonly score: number })[] = [];
  const ask = (span: Span): void => {
    const name = text.slice(span.start, span.end);
    const own = listedAs(index, name);
    if (own === null || own.score < leastFor(name)) return;
    found.push({ ...span, sign: 'list', kind: own.kind, weight: WEIGHT.list - 1, firm: true, score: own.score });
  };
  for (const run of runsIn(text))
    for (let from = 0; from < run.length; from++)
      for (let to = Math.min(run.length, from + MOST_WORDS); to > from; to--)
        for (const span of spansOf(run.slice(from, to))) ask(span);
  for (const match of text.matchAll(/\p{Script=Han}{3,}/gu))
    for (let at = 0; at + 3 <= match[0].length; at++)
      if (mayBeKorean(match[0][at]!)) ask({ start: match.index + at, end: match.index + at + 3 });
  // Of runs that overlap the one that is most like a listed name: a word more or less makes it less so.
  const kept: (typeof found)[number][] = [];
  for (const one of found.sort((a, b) => b.score - a.score || b.end - b.start - (a.end - a.start)))
    if (!kept.some((other) => other.start < one.end && one.start < other.end)) kept.push(one);
  return kept;
}

/** Signs with which Korean family names begin: only Korean names are sought in running Chinese, where a word of three signs is seldom a name. */
const KOREAN_FAMILIES =
  /^[金李朴崔鄭郑趙赵姜尹張张林韓韩吳吴申徐權权黃黄安宋柳洪全高文孫孙梁裴白許许南沈盧卢河丁成車车朱禹辛任羅罗田閔闵玄玉康邊边石明方池千廉延魏]/u;

function mayBeKorean(sign: string): boolean {
  return KOREAN_FAMILIES.test(sign);
}

/** Words that follow each other and may be a name together. */
function runsIn(text: string): readonly (readonly TextWord[])[] {
  const runs: TextWord[][] = [];
  let run: TextWord[] = [];
  const close = (): void => {
    if (run.length > 0) runs.push(run);
    run = [];
  };
  for (const word of textWords(text)) {
    const last = run.at(-1);
    if (last !== undefined && !/^(?:[ \u00a0]|\.? ?)$/.test(text.slice(last.end, word.start))) close();
    if (mayBePart(word.text)) run.push(word);
    else close();
  }
  close();
  return runs;
}

function mayBePart(word: string): boolean {
  if (/^\p{Script=Cyrillic}/u.test(word)) return /^\p{Lu}/u.test(word);
  return /^[\p{Script=Hangul}\p{Script=Arabic}]/u.test(word);
}

/** The ways to cut a run of words out of its text: whole, without an ending of Korean, without a prefix of Arabic. */
function spansOf(words: readonly TextWord[]): readonly Span[] {
  const [first, last] = [words[0]!, words.at(-1)!];
  const whole = { start: first.start, end: last.end };
  if (/\p{Script=Hangul}/u.test(last.text)) {
    const length = words.reduce((sum, { text }) => sum + text.length, 0);
    // A single sign or two in Hangul are any word of the language.
    return [whole, ...endingsOf(last.text).map((ending) => ({ start: first.start, end: last.end - ending }))].filter(
      ({ end }) => length - (last.end - end) >= 3,
    );
  }
  if (/\p{Script=Arabic}/u.test(first.text)) {
    if (words.length < 2) return [];
    return nameWords()['arabic-prefixes'].has(first.text[0]!) && first.text.length > 3
      ? [whole, { start: first.start + 1, end: last.end }]
      : [whole];
  }
  // One word in Russian is a word that begins a sentence as often as a name.
  return words.length < 2 ? [] : [whole];
}

function endingsOf(word: string): readonly number[] {
  const found: number[] = [];
  for (let length = 1; length <= Math.min(4, word.length - 2); length++)
    if (nameWords().endings.has(word.slice(-length))) found.push(length);
  return found;
}
