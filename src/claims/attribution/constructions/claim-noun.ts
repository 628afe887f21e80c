import { type CueBasis, cueTables } from '../../lexicon/cue.ts';
import { singularOf } from '../../quantities/counted-noun.ts';
import type { ParsedSentence } from '../../syntax/parsed-sentence.ts';
import { childBy, childrenBy } from '../../syntax/phrase-span.ts';
import type { Attribution } from '../attribution.ts';
import { contentUnder } from '../content.ts';
import { makeAttribution } from '../make-attribution.ts';
import { sourceAt } from '../source-phrase.ts';
import type { SpeakerContext } from '../speaker-context.ts';

/** "Sudan's claim that the bloc sent arms", "a report by the ministry that …": a statement named by a noun with its owner. */
export function claimNouns(sentence: ParsedSentence, context: SpeakerContext): Attribution[] {
  const { words } = sentence;
  const found: Attribution[] = [];
  words.forEach((word, at) => {
    const noun = singularOf(word.lower);
    if (word.pos !== 'NOUN' || sentence.quoted[at] || !cueTables().claimNouns.has(noun)) return;
    const tops = childrenBy(sentence, at, 'acl', 'ccomp', 'relcl').filter((top) =>
      childrenBy(sentence, top, 'mark').some((mark) => words[mark]!.lower === 'that'),
    );
    if (tops.length === 0) return;
    const owner = ownerOf(sentence, at);
    if (owner === undefined) return;
    const speaker = sourceAt(sentence, { head: owner, link: 'own' }, context);
    if (speaker.rule === 'unresolved' || speaker.claimant.kind === 'unnamed') return;
    found.push(
      makeAttribution(sentence, {
        construction: 'claim-noun',
        reporting: classOfNoun(noun),
        lemma: noun,
        cue: at,
        speaker,
        content: contentUnder(sentence, tops),
        tops,
      }),
    );
  });
  return found;
}

function ownerOf(sentence: ParsedSentence, noun: number): number | undefined {
  const owner = childBy(sentence, noun, 'poss');
  if (owner !== undefined) return owner;
  const by = childrenBy(sentence, noun, 'prep').find((at) => /^(by|from|of)$/.test(sentence.words[at]!.lower));
  return by === undefined ? undefined : childBy(sentence, by, 'pobj');
}

function classOfNoun(noun: string): CueBasis {
  if (/^(claim|allegation|accusation|charge)$/.test(noun)) return 'alleges';
  return /^(assessment|estimate|belief|conclusion)$/.test(noun) ? 'assesses' : 'states';
}
