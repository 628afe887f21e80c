/** Something that can be done on a page: one object for its key, its button and the bar of a selection. */
export type Action = {
  /** On the button. */
  readonly label: string;
  /** As `KeyboardEvent.key` gives it; left out where no key does it. */
  readonly key?: string;
  /** In the list of keys, where the label alone would not say enough. */
  readonly words?: string;
  /** Whether it can be done now: else the button is grey and the key does nothing. */
  readonly when: boolean;
  readonly run: () => void;
};
