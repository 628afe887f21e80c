import type { CueBasis } from '../lexicon/cue.ts';
import type { Run } from '../names/phrase.ts';
import type { Speaker } from '../names/speaker-phrase.ts';
import type { ReadSentence } from '../syntax/parsed-sentence.ts';
import type { VerbGroup } from '../syntax/verb-group.ts';
import { made, type VerbFrame } from './attribution-parts.ts';
import type { SpeakerContext } from './speaker-context.ts';
import { continuation, goesOnInParticiple, insertionEnd, isParenthetical, isPostposed } from './speaker-place.ts';

/**
 * "…, a study by the institute found", "…, he said, …": what is said stands before its speaker, or on both sides. `place` is the
 * whole phrase before the verb, of which the speaker may be a part.
 */
export function placedBehind(
  sentence: ReadSentence,
  group: VerbGroup,
  basis: CueBasis,
  speaker: Speaker,
  place: Run,
  context: SpeakerContext,
): VerbFrame | undefined {
  const before = { from: 0, to: place.from };
  if (isParenthetical(sentence, group, place)) {
    const behind = { from: insertionEnd(sentence, group) + 1, to: sentence.words.length };
    return made(sentence, group, basis, speaker, [before, behind], 'parenthetical', context);
  }
  if (!isPostposed(sentence, group, place)) return undefined;
  const behind = [...continuation(sentence, group.to), ...goesOnInParticiple(sentence, group.to)];
  return made(sentence, group, basis, speaker, [before, ...behind], 'postposed', context);
}
