import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import { isUnder, spanUnder } from '../syntax/phrase-span.ts';

/** Marks all words under some words of the tree, without those under others. */
export function contentUnder(
  sentence: ParsedSentence,
  tops: readonly number[],
  except: readonly number[] = [],
): readonly boolean[] {
  return sentence.words.map(
    (_, at) => tops.some((top) => isUnder(sentence, at, top)) && !except.some((top) => isUnder(sentence, at, top)),
  );
}

/** "urged it to settle the matter, which the Front cites as its reason": what is told behind a comma of a thing that is wanted, and is not. */
export function asidesUnder(sentence: ParsedSentence, tops: readonly number[]): number[] {
  const { arcs, quoted, words } = sentence;
  return words.flatMap((_, at) =>
    arcs.labels[at] === 'relcl' &&
    quoted[at] !== true &&
    tops.some((top) => isUnder(sentence, at, top)) &&
    words[spanUnder(sentence, at).from - 1]?.text === ','
      ? [at]
      : [],
  );
}

/** All words in quotation marks, without those under some words of the tree. */
export function quotedContent(sentence: ParsedSentence, except: readonly number[]): readonly boolean[] {
  return sentence.words.map(
    (_, at) => sentence.quoted[at] === true && !except.some((top) => isUnder(sentence, at, top)),
  );
}

export function anyMarked(content: readonly boolean[]): boolean {
  return content.includes(true);
}

/** The marked words whose head is not marked. */
export function topsOf({ arcs, words }: ParsedSentence, content: readonly boolean[]): number[] {
  return words
    .map((_, at) => at)
    .filter(
      (at) =>
        content[at] === true &&
        words[at]!.pos !== 'PUNCT' &&
        (arcs.heads[at]! < 0 || content[arcs.heads[at]!] !== true),
    );
}
