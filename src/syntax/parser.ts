import { Encoder, encoderSize } from './network/encoder.ts';
import { readingForm } from './network/features.ts';
import { type Kernel, makeKernel } from './network/matrix.ts';
import { Memory, padded } from './network/memory.ts';
import { Scorer, scorerSize } from './network/scorer.ts';
import { shareOf } from './network/share.ts';
import { readLemmaTables, readParserWeights } from './network/weights.ts';
import { childrenOf, startsOf, type Tree } from './relations/tree.ts';
import { AttributeRules } from './tokens/attributes.ts';
import { readSpellings } from './tokens/spellings.ts';
import { ArcEagerState, type Move, type MoveKind, PARSER_SLOTS, parseMove } from './transitions/arc-eager.ts';
import { deprojectivise } from './transitions/projectivity.ts';

/** Words of the longest sentence that is read. What is longer is a table or a list, on which a parser has nothing to say. */
export const LONGEST_SENTENCE = 400;

export type Parser = {
  /**
   * Reads one sentence. A word on its own, without a full stop, is a sentence too.
   * @param spaces whether a space follows each word
   * @param starts where each word begins in the text; without it the words are taken to follow each other
   * @returns undefined when there are more than LONGEST_SENTENCE words
   */
  parse(words: readonly string[], spaces: readonly boolean[], starts?: readonly number[]): Tree | undefined;
};

/** @throws SyntaxRoomError `weights-altered` */
export function makeParser(kernelOf: (size: number) => Kernel): Parser {
  const { description, tensors } = readParserWeights();
  const attributes = new AttributeRules(readLemmaTables());
  const { encoder: encoding, parser: moving, tagger } = description;
  const tagCount = tagger.labels.length;
  const size =
    encoderSize(encoding, LONGEST_SENTENCE) +
    scorerSize(moving, encoding.width, LONGEST_SENTENCE) +
    padded(tagCount) * (encoding.width + 1 + LONGEST_SENTENCE);
  const memory = new Memory(kernelOf(size));
  const { kernel } = memory;
  const encoder = new Encoder(encoding, tensors, readSpellings(), memory, LONGEST_SENTENCE);
  const scorer = new Scorer(moving, 'parser', tensors, memory, encoding.width, LONGEST_SENTENCE);
  const tagMatrix = memory.keepMatrix(tensors.matrix('tagger.W'));
  const tagBias = memory.keep(tensors.vector('tagger.b'));
  const tagScores = memory.take(LONGEST_SENTENCE * padded(tagCount));
  const moves = moving.moves.map(parseMove);
  const state = new ArcEagerState(LONGEST_SENTENCE);
  const slots = new Int32Array(PARSER_SLOTS);

  function tagsOf(rows: number, count: number): string[] {
    const { width } = encoder;
    kernel.affine(rows, width, count, width, tagMatrix, tagBias, tagScores, padded(tagCount));
    return Array.from({ length: count }, (_, word) => {
      const from = tagScores + word * padded(tagCount);
      let best = 0;
      for (let tag = 1; tag < tagCount; tag++) if (kernel.floats[from + tag]! > kernel.floats[from + best]!) best = tag;
      return tagger.labels[best]!;
    });
  }

  function arcsOf(rows: number, count: number): { heads: number[]; labels: string[]; shares: number[] } {
    const labels = new Array<string>(count).fill('ROOT');
    const shares = new Array<number>(count).fill(1);
    scorer.begin(rows, count);
    state.begin(count);
    const valid: Record<MoveKind, boolean> = { shift: false, reduce: false, left: false, right: false, break: false };
    const kinds = Object.keys(valid) as MoveKind[];
    while (!state.done) {
      state.slots(slots);
      const scores = scorer.score(slots);
      for (const kind of kinds) valid[kind] = state.isValid(kind);
      const best = bestMove(scores, valid);
      const { kind, label } = moves[best]!;
      if (kind === 'left' || kind === 'right') {
        const child = kind === 'left' ? state.top : state.front;
        labels[child] = label;
        shares[child] = shareOf(kernel, scores, moves.length, best, (move) => valid[moves[move]!.kind]);
      }
      state.apply(kind);
    }
    return { heads: Array.from({ length: count }, (_, word) => state.headOf(word)), labels, shares };
  }

  /** The first of the valid moves with the greatest score. */
  function bestMove(scores: number, valid: Readonly<Record<MoveKind, boolean>>): number {
    let best = -1;
    let greatest = Number.NEGATIVE_INFINITY;
    moves.forEach((move: Move, place) => {
      const score = kernel.floats[scores + place]!;
      if (score > greatest && valid[move.kind]) {
        best = place;
        greatest = score;
      }
    });
    return best;
  }

  return {
    parse(words, spaces, starts = startsOf(words, spaces)) {
      const count = words.length;
      if (count > LONGEST_SENTENCE) return undefined;
      const forms = words.map(readingForm);
      const rows = encoder.encode(forms, spaces);
      const tags = tagsOf(rows, count);
      const { heads, labels, shares } = arcsOf(rows, count);
      deprojectivise(heads, labels);
      const found = attributes.attributesOf(forms, tags, labels);
      return Object.freeze({
        words: Object.freeze([...words]),
        spaces: Object.freeze([...spaces]),
        starts: Object.freeze([...starts]),
        ends: Object.freeze(words.map((word, place) => (starts[place] ?? 0) + word.length)),
        tags: Object.freeze(found.map(({ tag }) => tag)),
        pos: Object.freeze(found.map(({ pos }) => pos)),
        lemmas: Object.freeze(found.map(({ lemma }) => lemma)),
        heads: Object.freeze(heads),
        labels: Object.freeze(labels),
        shares: Object.freeze(shares),
        children: childrenOf(heads),
      });
    },
  };
}

let loaded: Parser | undefined;

/**
 * The parser, loaded at the first call: callers that read no text pay nothing.
 * @throws SyntaxRoomError `weights-altered`
 */
export function loadParser(): Parser {
  loaded ??= makeParser(makeKernel);
  return loaded;
}
