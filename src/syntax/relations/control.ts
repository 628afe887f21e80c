import { wordLines } from '../word-list.ts';

let verbs: ReadonlySet<string> | undefined;

/** Whether a verb (by its lemma) makes its object the doer of the infinitive or gerund that follows. */
export function objectControls(lemma: string): boolean {
  verbs ??= new Set(wordLines('object-control.tsv').flatMap((line) => line.split(' ')));
  return verbs.has(lemma);
}
