import type { Claimant } from './claim.ts';
import type { Frame } from './read-sentence.ts';

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
