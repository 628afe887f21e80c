import { attributionList } from '../../lexicon/attribution-list.ts';
import { isSomebody } from '../../lexicon/somebody.ts';

/** Endings of nouns for what is done or is so, and for no one: "the operation", "the best statement of it". */
const ABSTRACT = /(?:tion|sion|ment|ness|ity|ance|ence|ism|ing|ship|hood|sis|ure|ege|age)$/;

/** A noun of what is done or is so, which may be said to be said of and never says anything; bodies of such names stand in the lists. */
export function isAbstract(noun: string): boolean {
  return (ABSTRACT.test(noun) && !isSomebody(noun)) || attributionList('things').has(noun);
}
