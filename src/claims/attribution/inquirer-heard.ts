import type { Claimant } from '../model/claim.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import { nounRun } from '../syntax/phrase-span.ts';
import { sourceAt } from './speaker/source-phrase.ts';
import type { SpeakerContext } from './speaker/speaker-context.ts';

/** Bodies that go and ask: what they are told is known through them. A council, court or parliament that is told a thing passes nothing on. */
const INQUIRES = /\b(?:panel|monitors?|monitoring|experts?|inspectors?|investigators?|inquiry|fact-finding)\b/i;
/** By which noun such a body is called once it was named. */
const CALLED = /^(?:Panel|Group|Team|Mission)$/;
const NAMED_IN_TEXT =
  /\b(?:Panel|Group|Team|Mission|Commission) of (?:[A-Z]\w+ )?(?:Experts|Inquiry|Inspectors|Monitors)\b/i;

/** "told the Group", "informed the Panel of Experts", "documents obtained by the Mission": the inquiring body that passes on what it was given. */
export function inquirerAt(sentence: ParsedSentence, at: number, context: SpeakerContext): Claimant | undefined {
  const { words, text, mentions, quoted } = sentence;
  if (quoted[at] === true) return undefined;
  const run = nounRun(sentence, at);
  const isCalled =
    CALLED.test(words[at]!.text) &&
    words.slice(run.from, at).every(({ lower }) => lower === 'the') &&
    run.to === at + 1;
  // In its own report what a body was told stands there as what others told it.
  const { claimant } = sourceAt(sentence, { head: at, link: 'own' }, context);
  if (claimant.name === context.voice.name) return undefined;
  // "told Amnesty International": who asks those concerned and publishes what they say.
  if (mentions.some(({ kind, from, to }) => kind === 'ngo' && at >= from && at < to)) return claimant;
  if (/^(?:un-body|intergovernmental)$/.test(claimant.kind) && INQUIRES.test(claimant.name)) return claimant;
  return isCalled && NAMED_IN_TEXT.test(text) ? { name: words[at]!.text, kind: 'un-body' } : undefined;
}
