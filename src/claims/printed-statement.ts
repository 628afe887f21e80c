import type { Claimant } from './claim.ts';
import { floorOf } from './clause.ts';
import type { ReadSentence } from './read-sentence.ts';
import { readSpeaker } from './speaker.ts';
import type { SpeakerContext } from './speaker-context.ts';
import { subjectBefore } from './subject.ts';

const ISSUES = /^(issue|release|publish|make|give|send)$/;
const STATEMENT = /^(statement|communiqué|communique|announcement|declaration|message|commentary|remarks)$/;

/**
 * "X issued the following press statement on Friday." as the last sentence of a paragraph: the paragraphs that follow are
 * what X says, although no quotation mark shows it. Undefined where no such sentence stands.
 */
export function issuedHere(sentences: readonly ReadSentence[], context: SpeakerContext): Claimant | undefined {
  const sentence = sentences[sentences.length - 1];
  if (sentence === undefined) return undefined;
  const { words } = sentence;
  const group = sentence.groups.find((other) => other.form === 'finite' && ISSUES.test(other.lemma) && !other.passive);
  if (group === undefined || words[group.to + 1]?.lower !== 'following') return undefined;
  if (!words.slice(group.to + 2, group.to + 6).some((word) => STATEMENT.test(word.lower))) return undefined;
  const subject = subjectBefore(words, group.from, sentence.times, floorOf(sentence, group));
  if (subject === undefined) return undefined;
  const { claimant } = readSpeaker(sentence, subject, subject.apposition, context);
  return claimant.kind === 'unnamed' ? undefined : claimant;
}
