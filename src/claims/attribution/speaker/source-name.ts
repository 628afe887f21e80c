import type { Claimant } from '../../model/claim.ts';
import { findMentions } from '../../names/mention.ts';
import { tokenize } from '../../tokens/token.ts';
import { readSpeaker } from './speaker.ts';
import { SpeakerContext } from './speaker-context.ts';

/** "Sahel Press Service": an agency that reports is none of a State's agencies, as far as its name tells. */
const NEWS_AGENCY = / (?:News|Press) (?:Agency|Service|Bureau|Association)$/;

/**
 * The source of a document as a claimant, where nothing but its name is known: an authority, a U.N. body, an institute or a
 * firm where the name says so, else a newsroom. What an authority's paper tells is its own statement; a newspaper passes on.
 */
export function sourceNamed(name: string): Claimant {
  const words = tokenize(name, 0, name.length);
  const sentence = { text: name, words, mentions: findMentions(name, words) };
  const context = new SpeakerContext({ name: '', kind: 'unnamed' });
  if (words.length === 0 || NEWS_AGENCY.test(name)) return { name, kind: 'newsroom' };
  const { claimant } = readSpeaker(sentence, { from: 0, to: words.length }, undefined, context);
  if (!/^(state-organ|un-body|intergovernmental|ngo|company)$/.test(claimant.kind)) return { name, kind: 'newsroom' };
  return claimant.country === undefined
    ? { name, kind: claimant.kind }
    : { name, kind: claimant.kind, country: claimant.country };
}
