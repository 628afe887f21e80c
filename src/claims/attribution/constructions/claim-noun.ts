import { attributionList } from '../../lexicon/attribution-list.ts';
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
    // "asked about reports that 40 had stayed": somebody, and not who tells of the question.
    if (owner === undefined && !isAskedAbout(sentence, at)) return;
    const speaker = owner === undefined ? undefined : sourceAt(sentence, { head: owner, link: 'own' }, context);
    const named = speaker !== undefined && words[speaker.run.from]?.pos === 'PROPN';
    if (speaker !== undefined && !named && (speaker.resolution === 'unresolved' || speaker.claimant.kind === 'unnamed'))
      return;
    found.push(
      makeAttribution(sentence, {
        construction: 'claim-noun',
        reporting: speaker === undefined ? 'alleges' : classOfStatement(noun),
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

/** What is claimed: opened by "that" below the noun, or below its owner or the verb of a question about it. */
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
  const verb = questionAbout(sentence, noun) ?? object;
  return verb === undefined ? [] : stated(verb);
}

/** The verb of asking that has the noun after "about", "on" or "to". */
function questionAbout({ arcs, words }: ParsedSentence, noun: number): number | undefined {
  const preposition = arcs.heads[noun]!;
  if (preposition < 0 || !/^(about|on|over|to)$/.test(words[preposition]!.lower)) return undefined;
  const verb = arcs.heads[preposition]!;
  return verb >= 0 && attributionList('questions').has(words[verb]!.lemma) ? verb : undefined;
}

function isAskedAbout(sentence: ParsedSentence, noun: number): boolean {
  return questionAbout(sentence, noun) !== undefined;
}
