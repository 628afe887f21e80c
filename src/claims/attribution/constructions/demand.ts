import { isTime } from '../../events/party-name.ts';
import { attributionList } from '../../lexicon/attribution-list.ts';
import { cueTables } from '../../lexicon/cue.ts';
import type { Speaker } from '../../names/speaker-phrase.ts';
import { singularOf } from '../../quantities/counted-noun.ts';
import type { Clause } from '../../syntax/clause.ts';
import type { ParsedSentence } from '../../syntax/parsed-sentence.ts';
import { childBy, childrenBy } from '../../syntax/phrase-span.ts';
import type { Attribution } from '../attribution.ts';
import { asidesUnder, contentUnder } from '../content.ts';
import { makeAttribution } from '../make-attribution.ts';
import { sourceAt } from '../speaker/source-phrase.ts';
import type { SpeakerContext } from '../speaker/speaker-context.ts';
import { speakerOf } from './reporting-speaker.ts';

/** "X urged Y to stop", "called for an inquiry", "demanded that", "made an appeal to": what is wanted of others. */
export function demand(
  sentence: ParsedSentence,
  place: number,
  context: SpeakerContext,
  previous: Speaker | undefined,
): Attribution | undefined {
  const clause = sentence.clauses[place]!;
  if (clause.passive || clause.negated || clause.subject === undefined) return undefined;
  const tops = demanded(sentence, clause);
  const addressed = clause.object?.link === 'own' ? [clause.object.head] : [];
  if (tops.length === 0 || isAboutNaming(sentence, [...tops, ...addressed])) return undefined;
  const own = speakerOf(sentence, clause.subject, context, previous) ?? sourceAt(sentence, clause.subject, context);
  // "claimed that the measures failed and called for a review": measures call for nothing; whoever spoke goes on.
  const speaker =
    own.resolution === 'unresolved' && clause.subject.link !== 'own' && previous !== undefined ? previous : own;
  if (speaker.claimant.kind === 'sensor' || isPaperOf(sentence, clause.subject.head)) return undefined;
  return makeAttribution(sentence, {
    construction: 'demand',
    reporting: 'calls-for',
    lemma: clause.lemma,
    cue: clause.head,
    speaker,
    content: contentUnder(sentence, [...tops, ...addressed], asidesUnder(sentence, tops)),
    tops,
  });
}

/** "who asked not to be named", "requested anonymity": how somebody speaks, and nothing that they want done. */
function isAboutNaming(sentence: ParsedSentence, tops: readonly number[]): boolean {
  const content = contentUnder(sentence, tops);
  return sentence.words.some(({ lower }, at) => content[at] === true && attributionList('about-naming').has(lower));
}

function demanded(sentence: ParsedSentence, clause: Clause): readonly number[] {
  const { words } = sentence;
  const { verbs, callNouns } = cueTables();
  const infinitives = (of: readonly number[]) =>
    of.filter((at) => sentence.clauses.some(({ head, form }) => head === at && form === 'infinitive'));
  const open = childrenBy(sentence, clause.head, 'xcomp', 'ccomp', 'advcl').filter((at) => at > clause.head);
  const behind = (prepositions: RegExp) =>
    clause.obliques.filter(({ preposition }) => prepositions.test(preposition)).map(({ at }) => at);
  if (clause.lemma === 'call') {
    const wanted = behind(/^for$/);
    // "called on the embassy", "called at Nampo on 8 March": whoever is called on is asked for something.
    const isAsked = wanted.length > 0 || infinitives(open).length > 0;
    const asked = childrenBy(sentence, clause.head, 'prep').filter(
      (at) =>
        /^(on|upon)$/.test(words[at]!.lower) &&
        !childrenBy(sentence, at, 'pobj').some((head) => isTime(sentence, head)),
    );
    return isAsked && (wanted.length > 0 || asked.length > 0) ? [...asked, ...wanted, ...open] : [];
  }
  if (clause.lemma === 'press' || clause.lemma === 'appeal' || clause.lemma === 'lobby')
    return [...behind(/^(for|to)$/), ...open];
  // "wants the bank to keep it": read as a clause of its own; "wants to keep it" is a plan.
  if (clause.lemma === 'want') return infinitives(open).filter((at) => childBy(sentence, at, 'nsubj') !== undefined);
  // "asked allies for 4,000 drones".
  if (clause.lemma === 'ask' && infinitives(open).length === 0)
    // "asked 41 ships for proof" is what was done.
    return clause.object !== undefined && childBy(sentence, clause.object.head, 'nummod') !== undefined
      ? []
      : behind(/^for$/);
  if (/^(tell|warn|ask|caution|challenge)$/.test(clause.lemma))
    return clause.object === undefined ? [] : infinitives(open);
  if (
    attributionList('makes-calls').has(clause.lemma) &&
    clause.object !== undefined &&
    callNouns.has(words[clause.object.head]!.lower) &&
    // "made 96 calls at Kirkenes": what ships make.
    !childrenBy(sentence, clause.object.head, 'nummod', 'prep').some((at) => /^(\d.*|at)$/.test(words[at]!.lower))
  )
    return [clause.object.head];
  if (verbs.get(clause.lemma) !== 'calls-for') return [];
  const object = clause.object?.link === 'own' ? [clause.object.head] : [];
  return open.length > 0 ? open : /^(encourage|ask|press|advise)$/.test(clause.lemma) ? [] : object;
}

/** "X vowed to sell": what X says it means to do. */
export function pledge(sentence: ParsedSentence, place: number, context: SpeakerContext): Attribution | undefined {
  const clause = sentence.clauses[place]!;
  if (!attributionList('pledges').has(clause.lemma) || clause.passive || clause.negated || clause.subject === undefined)
    return undefined;
  const tops = childrenBy(sentence, clause.head, 'xcomp');
  // "a war that the Council wants to end": what is told of the war in passing.
  if (tops.length === 0 || (clause.relation === 'relcl' && clause.subject.link === 'own')) return undefined;
  // "are unlikely to want to be seen there", "may come to intend it": nobody has said so.
  if (clause.form === 'infinitive') return undefined;
  // "a warning by the President that Oslo intended to act": what is meant there is as the President tells it.
  const above = sentence.words[sentence.arcs.heads[clause.head] ?? -1]?.lower ?? '';
  if (/^(acl|ccomp|relcl)$/.test(clause.relation) && cueTables().claimNouns.has(singularOf(above))) return undefined;
  const speaker = sourceAt(sentence, clause.subject, context);
  if (speaker.resolution === 'unresolved') return undefined;
  return makeAttribution(sentence, {
    construction: 'pledge',
    reporting: 'intends',
    lemma: clause.lemma,
    cue: clause.head,
    speaker,
    content: contentUnder(sentence, tops, asidesUnder(sentence, tops)),
    tops,
  });
}

/** "a resolution that would call on Iran": what a text asks for is asked by whoever passes it. */
function isPaperOf({ words }: ParsedSentence, at: number): boolean {
  return attributionList('demanding-texts').has(words[at]!.lower);
}
