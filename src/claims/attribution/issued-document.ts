import { attributionList } from '../lexicon/attribution-list.ts';

/** "report", "study", "letter": a paper that somebody issues. */
export function isDocumentNoun(lower: string): boolean {
  return attributionList('issued-documents').has(lower);
}
