import { type DependencyRelation, ownRelation } from './relation.ts';
import type { Tree } from './tree.ts';
import { childrenWith, childWith, headOf } from './walks.ts';

/**
 * The head of the clause that a word reports: what "said", "claim" or "According" says. Of a copula it is
 * the "be" (`predicateOf` leads on to what is said). Whether the word is one of saying is the caller's to judge.
 */
export function scopeOf(tree: Tree, word: number): DependencyRelation | undefined {
  const clause = childWith(tree, word, 'ccomp') ?? childWith(tree, word, 'parataxis');
  if (clause !== undefined) return ownRelation(tree, clause);
  // "reports that it had sold", "the allegation that": the clause hangs on the noun with a "that" of its own.
  const content = childrenWith(tree, word, 'acl').find((child) => childWith(tree, child, 'mark') !== undefined);
  if (content !== undefined) return ownRelation(tree, content);
  const head = headOf(tree, word);
  if (head === undefined) return undefined;
  const above: DependencyRelation = { word: head, by: 'own', share: tree.shares[word]! };
  switch (tree.labels[word]) {
    case 'parataxis':
      return above;
    case 'prep':
      return tree.words[word]!.toLowerCase() === 'according' ? above : undefined;
    // "as the panel said": the clause that it hangs on.
    case 'advcl':
      return childrenWith(tree, word, 'mark', 'advmod').some((child) => tree.words[child]!.toLowerCase() === 'as')
        ? above
        : undefined;
    default:
      return undefined;
  }
}

/** What a copula says of its subject: "was" of "was unclear" gives "unclear". Undefined for any other verb. */
export function predicateOf(tree: Tree, verb: number): number | undefined {
  return tree.lemmas[verb] === 'be' ? childWith(tree, verb, 'attr', 'acomp', 'oprd') : undefined;
}
