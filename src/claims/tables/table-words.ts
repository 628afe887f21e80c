import { tableHeadings } from '../lexicon/vocabulary.ts';

/** The lists of table-headings.yaml that hold single words, which count wherever they stand in a heading, title or remark. */
export type WordList =
  | 'not-done'
  | 'done'
  | 'affirmed'
  | 'assesses'
  | 'alleges'
  | 'judgement'
  | 'claiming'
  | 'doubts'
  | 'handed-on'
  | 'naming'
  | 'plain';

/** Whether a heading, title or remark holds a word of one list. */
export function speaksOf(list: WordList, text: string): boolean {
  const known = wordsOf(list);
  return text
    .toLowerCase()
    .split(/[^\p{L}-]+/u)
    .some((word) => known.has(word));
}

/** Whether a remark holds words of some lists and no others, beside numbers. */
export function speaksOnlyOf(lists: readonly WordList[], text: string): boolean {
  const said = text
    .toLowerCase()
    .split(/[^\p{L}-]+/u)
    .filter((word) => /\p{L}/u.test(word));
  return said.every((word) => lists.some((list) => wordsOf(list).has(word)));
}

const sets = new Map<WordList, ReadonlySet<string>>();

function wordsOf(list: WordList): ReadonlySet<string> {
  const known = sets.get(list) ?? new Set(tableHeadings()[list]);
  sets.set(list, known);
  return known;
}
