import { objectControls } from './control.ts';
import { type DependencyRelation, over, ownRelation, type SyntacticConstruction } from './relation.ts';
import type { Tree } from './tree.ts';
import { childrenWith, childWith, headOf } from './walks.ts';

/** Steps from a verb up to the one that it takes its subject from. */
const MOST_STEPS = 8;
const SUBJECTS = ['nsubj', 'nsubjpass', 'csubj', 'csubjpass'];
const RELATIVE_TAGS = new Set(['WDT', 'WP']);
/** "What" has its antecedent in itself. */
const FREE_RELATIVES = new Set(['what', 'whatever', 'whoever', 'whichever']);

/** Whether a word is a "who", "which" or "that" which stands for a word before it. */
export function isRelativePronoun({ tags, words }: Tree, word: number): boolean {
  return RELATIVE_TAGS.has(tags[word]!) && !FREE_RELATIVES.has(words[word]!.toLowerCase());
}

/**
 * The word that a relative clause is about, for a verb in it: in "goods that the panel said carried" the goods, for "said" and
 * for "carried" alike. Undefined outside of such a clause.
 */
export function antecedentOf(tree: Tree, verb: number): number | undefined {
  let clause = verb;
  for (let step = 0; step < MOST_STEPS; step++) {
    const head = headOf(tree, clause);
    if (head === undefined) return undefined;
    switch (tree.labels[clause]) {
      case 'relcl':
        return head;
      case 'ccomp':
      case 'xcomp':
      case 'conj':
        clause = head;
        break;
      default:
        return undefined;
    }
  }
  return undefined;
}

/** Whether the verb is in the passive: "was sold", or a past participle that follows its noun ("coal sold"). */
export function isPassive(tree: Tree, verb: number): boolean {
  if (childWith(tree, verb, 'auxpass', 'nsubjpass', 'csubjpass', 'agent') !== undefined) return true;
  if (tree.labels[verb] === 'acl') return tree.tags[verb] === 'VBN' || tree.tags[verb] === 'VBD';
  // "was seized and sold": what is said once of a passive holds for the verbs joined to it, unless they have a subject of their own.
  const first = headOf(tree, verb);
  return (
    tree.labels[verb] === 'conj' &&
    first !== undefined &&
    tree.tags[verb] === 'VBN' &&
    childWith(tree, verb, 'aux', ...SUBJECTS) === undefined &&
    isPassive(tree, first)
  );
}

/**
 * The grammatical subject of a verb, or of a predicate noun or adjective: of a passive the one who suffers it. Relative
 * pronouns are replaced by what they stand for. Undefined where the sentence leaves it open.
 */
export function subjectOf(tree: Tree, verb: number): DependencyRelation | undefined {
  return subjectAfter(tree, verb, MOST_STEPS);
}

function subjectAfter(tree: Tree, verb: number, steps: number): DependencyRelation | undefined {
  if (steps === 0) return undefined;
  return ownSubjectOf(tree, verb) ?? inheritedSubjectOf(tree, verb, steps);
}

function ownSubjectOf(tree: Tree, verb: number): DependencyRelation | undefined {
  const own = childrenWith(tree, verb, ...SUBJECTS);
  const word = own.find((child) => !isRelativePronoun(tree, child)) ?? own[0];
  if (word === undefined) return undefined;
  if (!isRelativePronoun(tree, word)) return ownRelation(tree, word);
  const antecedent = antecedentOf(tree, verb);
  return antecedent === undefined
    ? undefined
    : over(tree, { ...ownRelation(tree, word), word: antecedent }, verb, 'antecedent');
}

function inheritedSubjectOf(tree: Tree, verb: number, steps: number): DependencyRelation | undefined {
  const head = headOf(tree, verb);
  if (head === undefined) return undefined;
  const above = (from: number, step: SyntacticConstruction): DependencyRelation | undefined => {
    const found = subjectAfter(tree, from, steps - 1);
    return found === undefined ? undefined : over(tree, found, verb, step);
  };
  switch (tree.labels[verb]) {
    case 'relcl':
      return { word: head, by: 'antecedent', share: tree.shares[verb]! };
    case 'acl':
      return isInfinitive(tree, verb) ? undefined : { word: head, by: 'participle', share: tree.shares[verb]! };
    case 'conj':
      return above(head, 'conjunct');
    case 'attr':
    case 'acomp':
    case 'oprd':
      return above(head, 'own');
    case 'xcomp':
      return controllerOf(tree, head, verb) ?? above(head, 'subject-control');
    // "urged them to stop" against "kept the pay, bringing in millions": a free participle goes with the subject.
    case 'advcl':
      return (isInfinitive(tree, verb) ? controllerOf(tree, head, verb) : undefined) ?? above(head, 'subject-control');
    case 'ccomp':
      return isInfinitive(tree, verb) || isParticiple(tree, verb)
        ? (controllerOf(tree, head, verb) ?? above(head, 'subject-control'))
        : undefined;
    case 'pcomp':
    case 'pobj':
      return isParticiple(tree, verb) ? underPreposition(tree, verb, head, above) : undefined;
    default:
      return undefined;
  }
}

/** "accused Iran of shipping", "after leaving port". */
function underPreposition(
  tree: Tree,
  verb: number,
  preposition: number,
  above: (from: number, step: SyntacticConstruction) => DependencyRelation | undefined,
): DependencyRelation | undefined {
  const governor = headOf(tree, preposition);
  if (governor === undefined) return undefined;
  return controllerOf(tree, governor, verb) ?? above(governor, 'subject-control');
}

/** The object of the verb above, where that verb makes its object the doer of what follows. */
function controllerOf(tree: Tree, governor: number, verb: number): DependencyRelation | undefined {
  const object = childWith(tree, governor, 'dobj');
  if (object === undefined || object > verb || !objectControls(tree.lemmas[governor]!)) return undefined;
  const word = isRelativePronoun(tree, object) ? antecedentOf(tree, governor) : object;
  if (word === undefined) return undefined;
  return { word, by: 'object-control', share: Math.min(tree.shares[object]!, tree.shares[verb]!) };
}

function isInfinitive(tree: Tree, verb: number): boolean {
  return tree.tags[verb] === 'VB' && childrenWith(tree, verb, 'aux').some((child) => tree.tags[child] === 'TO');
}

function isParticiple({ tags }: Tree, verb: number): boolean {
  return tags[verb] === 'VBG' || tags[verb] === 'VBN';
}
