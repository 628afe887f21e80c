import { knownVerbs, nounList } from '../lexicon/vocabulary.ts';
import type { Word } from './word.ts';

/** The verb of which a past form in -ed is made, when we know it. */
export function verbOfPast(form: string): string | undefined {
  const stem = form.slice(0, -2);
  return knownVerbs().find(
    (verb) => verb === stem || verb === `${stem}e` || (verb.endsWith('y') && `${verb.slice(0, -1)}i` === stem),
  );
}

export function thirdPerson(verb: string): string {
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ies`;
  return /(s|sh|ch|x|z|o)$/.test(verb) ? `${verb}es` : `${verb}s`;
}

/** The verb of which a form in -s is made. */
export function baseOf(form: string): string {
  return knownVerbs().find((verb) => thirdPerson(verb) === form) ?? form;
}

/** Verbs of which the plain form ends like a plural. */
const PLAIN_IN_S = /(ss|ocus|bias|gas|canvas|bus)$/;

/** "to Shanghai", "to rebels": a name or a plural behind "to" is no infinitive, whatever the tagger says. */
export function nounBehindTo(text: string): 'PROPN' | 'NOUN' | undefined {
  if (/^\p{Lu}\p{Ll}/u.test(text)) return 'PROPN';
  return /^\p{Ll}+s$/u.test(text) && !PLAIN_IN_S.test(text) ? 'NOUN' : undefined;
}

/** "Peru sold 5 planes", "neither sold arms": what stands around the form when somebody sells, and nothing is said to be sold. */
export function isSale(before: Word | undefined, after: Word | undefined): boolean {
  const name = before?.pos === 'PROPN' && /^(NUM|DET)$/.test(after?.pos ?? '');
  return name || (/^(neither|nor|never)$/.test(before?.lower ?? '') && /^(NUM|DET|NOUN)$/.test(after?.pos ?? ''));
}

/** "…, rights groups claim.": behind the plural that closes a sentence the noun of saying is the verb. */
export function isClosingVerb(words: readonly Word[], at: number): boolean {
  const before = words[at - 1];
  if (!/^(claim|report|allege|estimate|argue|warn|believe|suspect|note|insist)$/.test(words[at]!.lower)) return false;
  if (before?.pos !== 'NOUN' || !/[^s]s$/.test(before.lower) || !/^[.,"]?$/.test(words[at + 1]?.text ?? ''))
    return false;
  const comma = words.findLastIndex(({ text }, i) => i < at && text === ',');
  return comma > 0 && at - comma <= 6 && words.slice(0, comma).some(({ pos }) => pos === 'VERB' || pos === 'AUX');
}

/** "the experts monitoring sanctions said", "analysts following the case": behind people and before its object it is a participle. */
export function isWatching(words: readonly Word[], at: number): boolean {
  const before = words[at - 1];
  if (!/^\p{Ll}+ing$/u.test(words[at]!.text) || before?.pos !== 'NOUN') return false;
  if (!['unnamed', 'official', 'un'].some((list) => nounList(list).has(before.lower))) return false;
  const next = words[at + 1];
  return next?.pos === 'DET' || (next?.pos === 'NOUN' && /[^s]s$/.test(next.lower));
}

/** "denied arming the rebels", "accused of arming": a form in -ing of a verb we know, before what it takes, is no noun. */
export function gerundVerb(words: readonly Word[], at: number): string | undefined {
  const { text, pos } = words[at]!;
  const [before, next] = [words[at - 1], words[at + 1]];
  if (pos !== 'NOUN' || !/^\p{Ll}+ing$/u.test(text) || !/^(DET|PROPN)$/.test(next?.pos ?? '')) return undefined;
  const led =
    /^(denied|denies|deny|denying|admitted|admits|of|for|by|is|are|was|were|been|be)$/.test(before?.lower ?? '') &&
    before?.text === before?.lower;
  const stem = text.slice(0, -3);
  return led ? knownVerbs().find((verb) => verb === stem || verb === `${stem}e`) : undefined;
}
