import { cueTables } from '../lexicon/cue.ts';
import type { Claimant } from '../model/claim.ts';
import type { Frame } from '../syntax/parsed-sentence.ts';
import type { Word } from '../tokens/word.ts';
import type { Quotation } from './quotation.ts';

/** The speaker of a sentence for the words in marks that follow it. */
export function speakerIn(frames: readonly Frame[]): Claimant | undefined {
  return frames.findLast(({ claimant, dissenter }) => claimant.kind !== 'unnamed' && dissenter === undefined)?.claimant;
}

/** The attribution of a quotation of which the text does not say whose it is. */
export const UNKNOWN_SPEAKER: Omit<Frame, 'content'> = {
  claimant: { name: 'unnamed', kind: 'unnamed' },
  plural: false,
  basis: 'states',
  lemma: 'quotation',
  cue: -1,
  relay: [],
  rules: ['attribution:quotation-without-speaker'],
};

/** The attribution by which a paragraph's quotations are spoken: the last one that is no relay or adverb. */
export function quoteFrame(frames: readonly Frame[]): Frame | undefined {
  const speaking = frames.filter((frame) => frame.claimant.name !== 'unnamed' && frame.dissenter === undefined);
  return speaking.find((frame) => frame.lemma !== 'according to' && frame.lemma !== 'citing') ?? speaking[0];
}

/** "“shadow” tankers", "the so-called “ghost” fleet": marks around what kind a thing is quote nothing. */
export function isKindInMarks(words: readonly Word[], quotation: Quotation): boolean {
  if (!quotation.closed) return false;
  const first = words.findIndex((word) => word.start >= quotation.start);
  const last = words.findLastIndex((word) => word.end <= quotation.end);
  if (first < 0 || last < first || last - first > 1) return false;
  const inside = words.slice(first, last + 1);
  const behind = words[last + 2];
  const gap = behind === undefined ? 0 : behind.start - words[last + 1]!.end;
  return (
    inside.every(({ pos, text }) => /^(NOUN|ADJ|PROPN)$/.test(pos) && /^\p{Ll}/u.test(text)) &&
    behind?.pos === 'NOUN' &&
    gap === 1
  );
}

/** "The ministry “strongly condemned” the launch": marks around a verb and an adverb leave it to its sentence. */
export function isVerbInMarks(words: readonly Word[], quotation: Quotation): boolean {
  const inside = words.filter((word) => word.start >= quotation.start && word.end <= quotation.end);
  return (
    quotation.closed &&
    inside.length > 0 &&
    inside.length <= 3 &&
    inside.every((word) => word.pos === 'VERB' || word.pos === 'ADV') &&
    inside.some((word) => word.pos === 'VERB' && cueTables().verbs.has(word.lemma))
  );
}
