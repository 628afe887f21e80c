import { verbClasses } from './vocabulary.ts';

export type VerbClass =
  | 'gives'
  | 'befalls'
  | 'results'
  | 'minded'
  | 'supplies-with'
  | 'accuses'
  | 'moves'
  | 'refuses'
  | 'prevents'
  | 'plans'
  | 'enables'
  | 'implies'
  | 'seems'
  | 'sees'
  | 'amounts'
  | 'changes'
  | 'receives'
  | 'leaves'
  | 'goes'
  | 'arrives'
  | 'loads'
  | 'withholds'
  | 'states-object'
  | 'condemns'
  | 'names'
  | 'occurs';

/** The verbs of a class of `verb-classes.yaml`, by lemma. */
export function lexicalVerbs(name: VerbClass): ReadonlySet<string> {
  return verbClasses().get(name) ?? new Set();
}
