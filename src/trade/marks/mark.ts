export type MarkName =
  | 'country-confusion'
  | 'unit-value-outlier'
  | 'mirror-gap'
  | 'hs-edition'
  | 'aggregate-code'
  | 'estimated-quantity'
  | 'duplicate'
  | 'round-number';

/**
 * A question to whoever published a row, with the reasons to ask it. `likely`: something in the row or beside it contradicts it;
 * `suspect`: it is unlike others; `note`: what a reader of the figure should know. No mark says that anybody did anything.
 */
export type Mark = {
  readonly mark: MarkName;
  readonly level: 'likely' | 'suspect' | 'note';
  readonly reasons: readonly string[];
};
