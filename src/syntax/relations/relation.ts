import type { Tree } from './tree.ts';

/** By which construction a relation was read: its own arc, or one that needs a step which a writer leaves to the reader. */
export type SyntacticConstruction =
  /** An arc of the tree says so itself. */
  | 'own'
  /** "vessels that carried coal": what the clause is about. */
  | 'antecedent'
  /** "ships carrying coal", "coal sold by": the noun before a participle. */
  | 'participle'
  /** "bought the tanker and sold it": from the first of the verbs. */
  | 'conjunct'
  /** "promised to ship", "before reaching port": from the verb above. */
  | 'subject-control'
  /** "urged Beijing to stop", "accused Iran of shipping": from the object of the verb above. */
  | 'object-control'
  /** "supplied barrels of oil to Pyongyang": the phrase was read as part of the object. */
  | 'under-object';

/** A word that stands in a relation to another. */
export type DependencyRelation = {
  readonly word: number;
  readonly by: SyntacticConstruction;
  /** How sure the parser was of the least sure arc on the way, 0 to 1. */
  readonly share: number;
};

/** A relation by the arc of this word. */
export function ownRelation({ shares }: Tree, word: number): DependencyRelation {
  return { word, by: 'own', share: shares[word]! };
}

/** The same word, reached over one more arc: the construction that needed the longest step names the whole. */
export function over(
  { shares }: Tree,
  { word, by, share }: DependencyRelation,
  arc: number,
  step: SyntacticConstruction,
): DependencyRelation {
  return { word, by: by === 'own' ? step : by, share: Math.min(share, shares[arc]!) };
}
