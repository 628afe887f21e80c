import { attributionList } from '../../lexicon/attribution-list.ts';
import { cueTables } from '../../lexicon/cue.ts';
import type { ParsedSentence } from '../../syntax/parsed-sentence.ts';
import { childrenBy } from '../../syntax/phrase-span.ts';
import type { Attribution } from '../attribution.ts';
import { contentUnder } from '../content.ts';
import { makeAttribution } from '../make-attribution.ts';
import { sourceAt } from '../speaker/source-phrase.ts';
import type { SpeakerContext } from '../speaker/speaker-context.ts';

/** "She quoted the office as saying that", "X was cited by Y as telling": the one quoted speaks, and who quotes passes it on. */
export function quotedAsSaying(
  sentence: ParsedSentence,
  place: number,
  context: SpeakerContext,
): Attribution | undefined {
  const clause = sentence.clauses[place]!;
  const above = sentence.clauses[clause.parent];
  // "was quoted by state media denying that": without "as" only of whom the passive tells.
  const bare =
    clause.opener === '' && above?.passive === true && cueTables().verbs.has(clause.lemma) && clause.relation !== 'acl';
  if (
    clause.form !== 'participle' ||
    !(bare || (attributionList('quoted-as').has(clause.lemma) && clause.opener === 'as'))
  )
    return undefined;
  if (above === undefined || !/^(quote|cite|report)$/.test(above.lemma) || above.object === undefined) return undefined;
  const tops = childrenBy(sentence, clause.head, 'ccomp', 'xcomp', 'dobj');
  const speaker = sourceAt(sentence, above.object, context);
  const quoter = above.subject === undefined ? undefined : sourceAt(sentence, above.subject, context);
  const quotedWords = sentence.words.map((_, at) => sentence.quoted[at] === true);
  return makeAttribution(sentence, {
    construction: 'quoted-as-saying',
    reporting: cueTables().verbs.get(clause.lemma) === 'denies' ? 'denies' : 'states',
    lemma: above.lemma,
    cue: clause.head,
    speaker,
    content: tops.length > 0 ? contentUnder(sentence, tops) : quotedWords,
    relay: quoter === undefined || quoter.resolution === 'unresolved' ? [] : [quoter.claimant],
    ...(tops.length > 0 ? { tops } : {}),
  });
}
