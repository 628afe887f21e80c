import { attributionList } from '../../lexicon/attribution-list.ts';
import { cueTables, type ReportingClass } from '../../lexicon/cue.ts';
import { singularOf } from '../../quantities/counted-noun.ts';
import type { ParsedSentence } from '../../syntax/parsed-sentence.ts';
import { childrenBy } from '../../syntax/phrase-span.ts';
import type { Attribution } from '../attribution.ts';
import { contentUnder } from '../content.ts';
import { hearers } from '../hearer.ts';
import { makeAttribution } from '../make-attribution.ts';
import { sourceAt } from '../speaker/source-phrase.ts';
import type { SpeakerContext } from '../speaker/speaker-context.ts';

/**
 * "is believed to have sold", "it was reported that", "the Panel was informed by X that": without "by" nobody is named, and who
 * tells of it passes the belief on.
 */
export function passiveReport(
  sentence: ParsedSentence,
  place: number,
  context: SpeakerContext,
): Attribution | undefined {
  const clause = sentence.clauses[place]!;
  if (!clause.passive || clause.negated) return undefined;
  // "is put at 100 kilograms by the mining division".
  if (
    /^(put|estimate|value|place|set)$/.test(clause.lemma) &&
    clause.subject !== undefined &&
    clause.obliques.some(({ preposition }) => preposition === 'at')
  ) {
    const by = childrenBy(sentence, clause.head, 'agent');
    const speaker = sourceAt(sentence, clause.subject, context);
    // Who puts a figure on a thing is somebody, known or not; an act or a market values things otherwise.
    if (speaker.resolution !== 'unresolved' || clause.lemma === 'put')
      return makeAttribution(sentence, {
        construction: 'passive-report',
        reporting: 'assesses',
        lemma: clause.lemma,
        cue: -1,
        speaker,
        content: contentUnder(sentence, [clause.head], by),
        tops: [clause.head],
      });
  }
  const informs = attributionList('lets-know').has(clause.lemma);
  if (!informs && !cueTables().passives.has(clause.lemma) && !attributionList('assessed-passives').has(clause.lemma))
    return undefined;
  const below = childrenBy(sentence, clause.head, 'xcomp', 'ccomp', 'csubjpass', 'csubj');
  // "it was reported by the Journal that": the parser hangs the clause on the name after "by".
  const tops =
    below.length > 0 || clause.subject === undefined
      ? below
      : childrenBy(sentence, clause.subject.head, 'relcl', 'acl').filter((at) =>
          sentence.words.slice(clause.subject!.head, at).some(({ lower }) => lower === 'that'),
        );
  if (tops.length === 0 || (informs && clause.subject === undefined)) return undefined;
  // "is known for", "the ship is said": the subject belongs to what is said where an infinitive tells of it.
  const subject =
    clause.object !== undefined &&
    clause.object.link === 'own' &&
    !informs &&
    sentence.words[clause.object.head]!.lower !== 'it'
      ? [clause.object.head]
      : [];
  const speaker = clause.subject === undefined ? undefined : sourceAt(sentence, clause.subject, context);
  const reporting: ReportingClass = attributionList('assessed-passives').has(clause.lemma)
    ? 'assesses'
    : informs || clause.lemma === 'know' || speaker !== undefined
      ? 'states'
      : 'alleges';
  // "The Panel was told by traders that": who was told passes it on.
  const relay = speaker === undefined ? [] : hearers(sentence, clause, context);
  return makeAttribution(sentence, {
    construction: 'passive-report',
    reporting,
    lemma: clause.lemma,
    cue: clause.head,
    speaker,
    relay,
    content: contentUnder(sentence, [...tops, ...subject]),
    tops,
  });
}

/** "the sale was confirmed by X", "the claim was denied by X", "denied by the ministry": the subject is what is denied. */
export function deniedBy(sentence: ParsedSentence, place: number, context: SpeakerContext): Attribution | undefined {
  const clause = sentence.clauses[place]!;
  if (!clause.passive || clause.subject === undefined || clause.object === undefined) return undefined;
  const denies = attributionList('denied-by').has(clause.lemma);
  // "The sale was confirmed by the navy", "was first reported by the Post": what they tell of.
  if (!denies && !attributionList('stated-by').has(clause.lemma)) return undefined;
  const { pos } = sentence.words[clause.object.head]!;
  if (!denies && (clause.negated || clause.form !== 'finite' || pos === 'PRON')) return undefined;
  const speaker = sourceAt(sentence, clause.subject, context);
  const isClaimed = denies && cueTables().deniable.has(singularOf(sentence.words[clause.object.head]!.lower));
  if (speaker.resolution === 'unresolved' && !isClaimed) return undefined;
  return makeAttribution(sentence, {
    construction: 'denied-by',
    reporting: clause.negated || !denies ? 'states' : 'denies',
    lemma: clause.lemma,
    cue: clause.head,
    speaker,
    content: contentUnder(
      sentence,
      [clause.object.head],
      [clause.head].filter((at) => at > clause.object!.head && /^(relcl|acl)$/.test(clause.relation)),
    ),
    tops: [clause.object.head],
  });
}
