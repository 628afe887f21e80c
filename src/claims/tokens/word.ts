/** One word or mark of the text, with its place in the text layer and the tagger's part of speech. */
export type Word = {
  readonly text: string;
  readonly lower: string;
  readonly lemma: string;
  /** Universal part of speech: NOUN PROPN VERB AUX ADJ ADV ADP DET NUM PRON CCONJ SCONJ PART SYM PUNCT INTJ X. */
  readonly pos: string;
  readonly start: number;
  readonly end: number;
};
