import { cueTables } from '../../lexicon/cue.ts';
import type { Run } from '../../names/phrase.ts';
import type { ParsedSentence } from '../../syntax/parsed-sentence.ts';
import type { Attribution } from '../attribution.ts';
import { makeAttribution } from '../make-attribution.ts';
import { sourceAt } from '../speaker/source-phrase.ts';
import { readSpeaker } from '../speaker/speaker.ts';
import type { SpeakerContext } from '../speaker/speaker-context.ts';
import { ownerOf } from './held-view.ts';

/** Words that may name a source before a colon, or after one in a headline. */
const LONGEST_BEFORE = 7;
const LONGEST_AFTER = 5;

/** Headlines: "Seoul: North sent 5,000 containers", "North sent 5,000 containers: minister". */
export function colon(sentence: ParsedSentence, context: SpeakerContext): Attribution | undefined {
  const { words } = sentence;
  const mark = words.findIndex(({ text }) => text === ':');
  if (mark < 1 || sentence.quoted[mark]) return undefined;
  const head: Run = { from: 0, to: mark };
  const tail: Run = { from: mark + 1, to: words.length };
  const tells = (run: Run) => sentence.clauses.some((clause) => clause.head >= run.from && clause.head < run.to);
  if (mark <= LONGEST_BEFORE && !tells(head) && (tells(tail) || sentence.quoted[mark + 1] === true))
    return of(sentence, head, tail, mark, context);
  if (sentence.headline && tail.to - tail.from <= LONGEST_AFTER && !tells(tail) && tells(head))
    return of(sentence, tail, head, mark, context);
  return undefined;
}

function of(
  sentence: ParsedSentence,
  who: Run,
  said: Run,
  mark: number,
  context: SpeakerContext,
): Attribution | undefined {
  // "Lund's verdict: …": whose it is.
  const noun = who.to - 1;
  const owner = cueTables().statementNouns.has(sentence.words[noun]!.lower) ? ownerOf(sentence, noun) : undefined;
  const speaker =
    owner === undefined
      ? readSpeaker(sentence, who, undefined, context)
      : sourceAt(sentence, { head: owner, link: 'own' }, context);
  if (/^(unnamed|sensor)$/.test(speaker.claimant.kind)) return undefined;
  // "Mr. President: …": who is spoken to.
  if (speaker.rule === 'office-described' && /^(mr|madame?)\.?$/.test(sentence.words[who.from]!.lower))
    return undefined;
  // "Ukraine: relief goes on", over a story: what it is about as often as who says it; a seat ("Seoul: …") is only who.
  if (speaker.resolution === 'state') return undefined;
  // "Manila: An estimated …": the place before a story, where the text after it is a sentence of its own.
  if (speaker.resolution === 'seat' && !sentence.headline) return undefined;
  return makeAttribution(sentence, {
    construction: 'colon',
    reporting: 'states',
    lemma: ':',
    cue: mark,
    speaker,
    content: sentence.words.map((_, at) => at >= said.from && at < said.to),
  });
}
