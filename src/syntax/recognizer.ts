import { Encoder, encoderSize } from './network/encoder.ts';
import { isBlank, readingForm } from './network/features.ts';
import { type Kernel, makeKernel } from './network/matrix.ts';
import { Memory } from './network/memory.ts';
import { Scorer, scorerSize } from './network/scorer.ts';
import { shareOf } from './network/share.ts';
import { readRecognizerWeights } from './network/weights.ts';
import { LONGEST_SENTENCE } from './parser.ts';
import { readSpellings } from './tokens/spellings.ts';
import { BiluoState, ENTITY_SLOTS, parseEntityMove } from './transitions/biluo.ts';

/** A run of words that names something. The kind is a weak vote: a ship comes out as a person or a body, as there is no kind for it. */
export type NamedEntity = {
  /** First word, and the word after the last. "The" and a possessive mark are often inside. */
  readonly start: number;
  readonly end: number;
  /** OntoNotes' kinds: PERSON, NORP, FAC, ORG, GPE, LOC, PRODUCT, EVENT, LAW, DATE, MONEY, ... */
  readonly label: string;
  /** How sure the recogniser was of the least sure of its moves, 0 to 1. */
  readonly share: number;
};

export type Recognizer = {
  /**
   * Names in one sentence, in order; they do not overlap. It looks at the words alone, not at a tree.
   * @returns undefined when there are more than LONGEST_SENTENCE words
   */
  recognize(words: readonly string[], spaces: readonly boolean[]): readonly NamedEntity[] | undefined;
};

/** @throws SyntaxRoomError `weights-altered` */
export function makeRecognizer(kernelOf: (size: number) => Kernel): Recognizer {
  const { description, tensors } = readRecognizerWeights();
  const { encoder: encoding, entities: moving } = description;
  const size = encoderSize(encoding, LONGEST_SENTENCE) + scorerSize(moving, encoding.width, LONGEST_SENTENCE);
  const memory = new Memory(kernelOf(size));
  const { kernel } = memory;
  const encoder = new Encoder(encoding, tensors, readSpellings(), memory, LONGEST_SENTENCE);
  const scorer = new Scorer(moving, 'entities', tensors, memory, encoding.width, LONGEST_SENTENCE);
  const moves = moving.moves.map(parseEntityMove);
  const state = new BiluoState();
  const slots = new Int32Array(ENTITY_SLOTS);

  function bestMove(scores: number): number {
    let best = -1;
    let greatest = Number.NEGATIVE_INFINITY;
    for (let move = 0; move < moves.length; move++) {
      const score = kernel.floats[scores + move]!;
      if (score > greatest && state.isValid(moves[move]!)) {
        best = move;
        greatest = score;
      }
    }
    return best;
  }

  return {
    recognize(words, spaces) {
      if (words.length > LONGEST_SENTENCE) return undefined;
      scorer.begin(encoder.encode(words.map(readingForm), spaces), words.length);
      state.begin(words.map(isBlank));
      const found: NamedEntity[] = [];
      let share = 1;
      while (!state.done) {
        state.slots(slots);
        const scores = scorer.score(slots);
        const best = bestMove(scores);
        const move = moves[best]!;
        if (move.kind !== 'O') {
          const sure = shareOf(kernel, scores, moves.length, best, (other) => state.isValid(moves[other]!));
          const alone = move.kind === 'B' || move.kind === 'U';
          share = alone ? sure : Math.min(share, sure);
        }
        if (move.kind === 'L' || move.kind === 'U') {
          const start = move.kind === 'U' ? state.front : state.start;
          found.push(Object.freeze({ start, end: state.front + 1, label: move.label, share }));
        }
        state.apply(move);
      }
      return Object.freeze(found);
    },
  };
}

let loaded: Recognizer | undefined;

/**
 * The recogniser, loaded at the first call, apart from the parser: its weights are as large again.
 * @throws SyntaxRoomError `weights-altered`
 */
export function loadRecognizer(): Recognizer {
  loaded ??= makeRecognizer(makeKernel);
  return loaded;
}
