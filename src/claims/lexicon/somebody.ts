import { attributionList } from './attribution-list.ts';
import { nounList, predicateWords } from './vocabulary.ts';

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
