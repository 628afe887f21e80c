import { cueTables } from '../../lexicon/cue.ts';
import { singularOf } from '../../quantities/counted-noun.ts';
import type { ParsedSentence } from '../../syntax/parsed-sentence.ts';
import { childrenBy } from '../../syntax/phrase-span.ts';
import type { Attribution } from '../attribution.ts';
import { contentUnder } from '../content.ts';
import { makeAttribution } from '../make-attribution.ts';
import { sourceAt } from '../source-phrase.ts';
import type { SpeakerContext } from '../speaker-context.ts';
import { classOfStatement, ownerOf } from './held-view.ts';

/** "Sudan's claim that the bloc sent arms", "a report by the ministry that …": a statement named by a noun with its owner. */
export function claimNouns(sentence: ParsedSentence, context: SpeakerContext): Attribution[] {
  const { words } = sentence;
  const found: Attribution[] = [];
  words.forEach((word, at) => {
    const noun = singularOf(word.lower);
    if (word.pos !== 'NOUN' || sentence.quoted[at] || !cueTables().claimNouns.has(noun)) return;
    const owner = ownerOf(sentence, at);
    const tops = claimedAt(sentence, at, owner);
    if (tops.length === 0) return;
    if (owner === undefined) return;
    const speaker = sourceAt(sentence, { head: owner, link: 'own' }, context);
    const named = words[speaker.run.from]?.pos === 'PROPN';
    if (!named && (speaker.resolution === 'unresolved' || speaker.claimant.kind === 'unnamed')) return;
    found.push(
      makeAttribution(sentence, {
        construction: 'claim-noun',
        reporting: classOfStatement(noun),
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

/** What is claimed: opened by "that" below the noun, or below its owner. */
function claimedAt(sentence: ParsedSentence, noun: number, owner: number | undefined): number[] {
  const { words } = sentence;
  const stated = (at: number) =>
    childrenBy(sentence, at, 'acl', 'ccomp', 'relcl', 'advcl').filter(
      (top) =>
        top > noun && childrenBy(sentence, top, 'mark').some((mark) => words[mark]!.lower === 'that' && mark > noun),
    );
  const own = stated(noun);
  if (own.length > 0) return own;
  const below = owner !== undefined && owner > noun ? stated(owner) : [];
  if (below.length > 0) return below;
  // "rejected a claim by X that …": the clause hangs on the verb of which the claim is the object.
  const object = owner !== undefined && sentence.arcs.labels[noun] === 'dobj' ? sentence.arcs.heads[noun]! : undefined;
  return object === undefined ? [] : stated(object);
}
