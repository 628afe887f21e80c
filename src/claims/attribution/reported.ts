import { cueTables } from '../lexicon/cue.ts';
import type { Frame, ReadSentence } from '../syntax/parsed-sentence.ts';

/** An attribution that stands inside what another one hands over. */
export function isTold(frame: Frame, frames: readonly Frame[]): boolean {
  return frames.some(
    (outer) =>
      outer !== frame &&
      outer.dissenter === undefined &&
      outer.content.some((run) => frame.cue >= run.from && frame.cue < run.to),
  );
}

/**
 * "Agencies tracked the shipment, officials said", "the staff said the military detected ten": who saw it is part of what
 * is told; a newsroom that passes it on tells nothing of its own.
 */
export function isOnlySeen(sentence: ReadSentence, frame: Frame, frames: readonly Frame[]): boolean {
  if (!cueTables().evidential.has(frame.lemma)) return false;
  const group = sentence.groups.find((other) => other.head === frame.cue);
  if (group !== undefined && sentence.words[group.to]?.lower === 'that') return false;
  return isTold(
    frame,
    frames.filter(
      (outer) =>
        outer.claimant.kind !== 'newsroom' && !(outer.lemma === 'according to' && outer.claimant.kind === 'unnamed'),
    ),
  );
}
