import type { Claim, Factuality } from '../model/claim.ts';
import type { Run } from '../names/phrase.ts';

/** A claim before it has its place, document and id. */
export type Draft = Pick<
  Claim,
  | 'claimant'
  | 'relay'
  | 'polarity'
  | 'modality'
  | 'speech'
  | 'predicate'
  | 'roles'
  | 'quantities'
  | 'when'
  | 'where'
  | 'basis'
  | 'candidates'
  | 'rules'
> & {
  readonly dissent?: Claim['dissent'];
  readonly factuality?: Factuality;
  /** The word on which the claim rests, for cutting very long sentences. */
  readonly anchor: number;
  /** Its clause alone is its passage, since the rest of the sentence is told otherwise. */
  readonly apart?: true;
  /** The words of its own clause with its attribution. */
  readonly clause: Run;
  /** From the first to the last word without which it does not say what it says: who says it, the verb, the figures. */
  readonly needs: Run;
  /** The word before which its passage ends, since what follows is told otherwise. */
  readonly until?: number;
};
