import { wordLines } from '../word-list.ts';

/** No listed word is longer. */
export const LONGEST_KNOWN = 12;

const TIME = /^(\d{1,2})([ap]\.?m\.?)$/i;

type Split = { readonly lengths: readonly number[]; readonly beforeNumber: boolean };

let splits: ReadonlyMap<string, Split> | undefined;

/**
 * Lengths of the parts of a word that is listed: a contraction in its parts, an abbreviation with its stop; undefined for others.
 * @param beforeNumber whether a figure follows, before which alone some words are abbreviations
 */
export function knownSplit(word: string, beforeNumber: boolean): readonly number[] | undefined {
  splits ??= readSplits();
  const known = splits.get(word.replaceAll('’', "'"));
  if (known !== undefined && (beforeNumber || !known.beforeNumber)) return known.lengths;
  const time = TIME.exec(word);
  return time === null ? undefined : [time[1]!.length, time[2]!.length];
}

function readSplits(): ReadonlyMap<string, Split> {
  const found = new Map<string, Split>();
  for (const line of wordLines('contractions.tsv')) {
    const [stems = '', endings = ''] = line.split('\t');
    for (const stem of stems.split(' '))
      for (const ending of endings.split(' ')) {
        const split = Object.freeze({ lengths: Object.freeze([stem.length, ending.length]), beforeNumber: false });
        const word = stem + ending;
        for (const form of [word, word[0]!.toUpperCase() + word.slice(1), word.toUpperCase()]) found.set(form, split);
      }
  }
  for (const line of wordLines('abbreviations.tsv')) {
    const [words = '', where = ''] = line.split('\t');
    for (const word of words.split(' '))
      found.set(word, Object.freeze({ lengths: Object.freeze([word.length]), beforeNumber: where === 'number' }));
  }
  return found;
}
