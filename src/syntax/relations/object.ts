import { type DependencyRelation, over, ownRelation } from './relation.ts';
import { antecedentOf, isPassive, isRelativePronoun } from './subject.ts';
import type { Tree } from './tree.ts';
import { childrenWith, childWith, headOf } from './walks.ts';

const SUBJECTS = ['nsubj', 'nsubjpass', 'csubj', 'csubjpass'];
/** Words that open a relative clause about a place, a time or a reason: what it hangs on is no object. */
const ADVERBIAL_RELATIVES = new Set(['WRB']);

/** The grammatical object of a verb, or the word that a relative clause makes its object. Of a passive none: see `subjectOf`. */
export function objectOf(tree: Tree, verb: number): DependencyRelation | undefined {
  const own = childWith(tree, verb, 'dobj');
  if (own === undefined) return relativeObjectOf(tree, verb);
  if (!isRelativePronoun(tree, own)) return ownRelation(tree, own);
  const antecedent = antecedentOf(tree, verb);
  return antecedent === undefined
    ? undefined
    : over(tree, { ...ownRelation(tree, own), word: antecedent }, verb, 'antecedent');
}

/** "sanctions (that) Canada announced": a clause about a noun that has a subject of its own and lacks an object. */
function relativeObjectOf(tree: Tree, verb: number): DependencyRelation | undefined {
  const antecedent = antecedentOf(tree, verb);
  const subject = childrenWith(tree, verb, ...SUBJECTS).find((child) => !isRelativePronoun(tree, child));
  if (antecedent === undefined || subject === undefined || isPassive(tree, verb)) return undefined;
  const filled = tree.lemmas[verb] === 'be' || childrenWith(tree, verb, 'ccomp', 'xcomp', 'attr', 'acomp').length > 0;
  const adverbial = tree.children[verb]!.some((child) => ADVERBIAL_RELATIVES.has(tree.tags[child]!) && child < verb);
  if (filled || adverbial || hasStrandedPreposition(tree, verb)) return undefined;
  // Further down than the clause itself only a pronoun tells that something is lacking.
  if (tree.labels[verb] !== 'relcl' && !hasFreePronoun(tree, verb)) return undefined;
  return { word: antecedent, by: 'antecedent', share: Math.min(tree.shares[verb]!, tree.shares[subject]!) };
}

/** Whether a "which" or "that" above the verb, in its relative clause, is not a subject there. */
function hasFreePronoun(tree: Tree, verb: number): boolean {
  for (let clause = headOf(tree, verb); clause !== undefined; clause = headOf(tree, clause)) {
    const pronoun = tree.children[clause]!.find((child) => child < verb && isRelativePronoun(tree, child));
    if (pronoun !== undefined) return !SUBJECTS.includes(tree.labels[pronoun]!);
    if (tree.labels[clause] === 'relcl') return false;
  }
  return false;
}

/** "of whom 300 were killed", "the firm he worked for": the noun before the clause belongs to the preposition. */
function hasStrandedPreposition(tree: Tree, verb: number): boolean {
  return childrenWith(tree, verb, 'prep').some((preposition) => {
    const objects = childrenWith(tree, preposition, 'pobj', 'pcomp');
    return objects.length === 0 || objects.some((object) => isRelativePronoun(tree, object));
  });
}

/**
 * Whom something is given, told or sent to: "handed him a letter", "sold it to a buyer", "told reporters that". Whether the
 * verb is one of giving is the caller's to judge: "sailed to Nampo" has the same tree.
 */
export function recipientOf(tree: Tree, verb: number): DependencyRelation | undefined {
  const dative = childWith(tree, verb, 'dative');
  if (dative !== undefined) return belowPreposition(tree, dative) ?? ownRelation(tree, dative);
  const object = childWith(tree, verb, 'dobj');
  if (object !== undefined && childWith(tree, verb, 'ccomp') !== undefined && !isRelativePronoun(tree, object))
    return ownRelation(tree, object);
  return toPhraseOf(tree, verb) ?? underObject(tree, verb);
}

function belowPreposition(tree: Tree, preposition: number): DependencyRelation | undefined {
  const word = childWith(tree, preposition, 'pobj');
  return word === undefined ? undefined : over(tree, ownRelation(tree, word), preposition, 'own');
}

function toPhraseOf(tree: Tree, word: number): DependencyRelation | undefined {
  for (const preposition of childrenWith(tree, word, 'prep')) {
    const found = tree.lemmas[preposition] === 'to' ? belowPreposition(tree, preposition) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * "supplied 165,000 barrels of oil to Pyongyang": the parser often hangs the phrase on a noun of the object: on the object
 * itself, on one joined to it, or on what it is "of".
 */
function underObject(tree: Tree, verb: number): DependencyRelation | undefined {
  const object = childWith(tree, verb, 'dobj', 'nsubjpass');
  if (object === undefined) return undefined;
  const nouns = [object];
  for (let place = 0; place < nouns.length; place++) {
    const noun = nouns[place]!;
    const found = toPhraseOf(tree, noun);
    if (found !== undefined)
      return { ...found, by: 'under-object', share: Math.min(found.share, tree.shares[object]!) };
    nouns.push(...childrenWith(tree, noun, 'conj'));
    for (const preposition of childrenWith(tree, noun, 'prep'))
      if (tree.lemmas[preposition] === 'of') nouns.push(...childrenWith(tree, preposition, 'pobj'));
  }
  return undefined;
}

/** Who did it, of a passive: the word under "by". A passive without one has no doer, and none is invented. */
export function agentOf(tree: Tree, verb: number): DependencyRelation | undefined {
  const by = childWith(tree, verb, 'agent');
  if (by !== undefined) return belowPreposition(tree, by);
  if (!isPassive(tree, verb)) return undefined;
  const preposition = childrenWith(tree, verb, 'prep').find((child) => tree.lemmas[child] === 'by');
  return preposition === undefined ? undefined : belowPreposition(tree, preposition);
}
