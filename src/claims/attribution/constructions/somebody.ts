import { attributionList } from '../../lexicon/attribution-list.ts';
import { nounList, predicateWords } from '../../lexicon/vocabulary.ts';

/** Nouns of people and bodies that may speak. */
export function isSomebody(noun: string): boolean {
  if (
    predicateWords().classes.people?.includes(noun) ||
    attributionList('callings').has(noun) ||
    attributionList('bodies').has(noun)
  )
    return true;
  return [
    'official',
    'unnamed',
    'titles',
    'withheld',
    'organ',
    'ngo',
    'company',
    'newsroom',
    'state',
    'un',
    'watchers',
    'document',
  ].some((list) => nounList(list).has(noun));
}

/** Endings of nouns for what is done or is so, and for no one: "the operation", "the best statement of it". */
const ABSTRACT = /(?:tion|sion|ment|ness|ity|ance|ence|ism|ing|ship|hood|sis|ure|ege|age)$/;

/** A noun of what is done or is so, which may be said to be said of and never says anything; bodies of such names stand in the lists. */
export function isAbstract(noun: string): boolean {
  return (ABSTRACT.test(noun) && !isSomebody(noun)) || attributionList('things').has(noun);
}
