import { attributionList } from '../../lexicon/attribution-list.ts';
import { cueTables } from '../../lexicon/cue.ts';
import type { Clause } from '../../syntax/clause.ts';
import type { ParsedSentence } from '../../syntax/parsed-sentence.ts';
import { childrenBy, isUnder } from '../../syntax/phrase-span.ts';
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
  const below = childrenBy(sentence, clause.head, 'ccomp', 'xcomp', 'dobj').filter(
    // "as telling reporters": who hears it.
    (at) => sentence.arcs.labels[at] !== 'dobj' || !attributionList('heard').has(clause.lemma),
  );
  const tops = below.length > 0 ? below : before(sentence, above);
  const speaker = sourceAt(sentence, above.object, context);
  const quoter = above.subject === undefined ? undefined : sourceAt(sentence, above.subject, context);
  const quotedWords = sentence.words.map((_, at) => sentence.quoted[at] === true);
  return makeAttribution(sentence, {
    construction: 'quoted-as-saying',
    reporting: cueTables().verbs.get(clause.lemma) === 'denies' ? 'denies' : 'states',
    lemma: above.lemma,
    cue: clause.head,
    speaker,
    content:
      tops.length > 0
        ? contentUnder(sentence, tops, tops.some((top) => isUnder(sentence, above.head, top)) ? [above.head] : [])
        : quotedWords,
    relay: quoter === undefined || quoter.resolution === 'unresolved' ? [] : [quoter.claimant],
    ...(tops.length > 0 ? { tops } : {}),
  });
}

/** "Nine were held, lawmakers quoted the agency as saying": what stands before who quotes, though the parser may join the two. */
function before(sentence: ParsedSentence, { head, subject }: Clause): readonly number[] {
  const { arcs } = sentence;
  const said = childrenBy(sentence, head, 'ccomp').filter((at) => at < (subject?.head ?? head));
  const first = arcs.labels[head] === 'conj' ? arcs.heads[head]! : -1;
  const isJoined = first >= 0 && childrenBy(sentence, first, 'cc').some((at) => at < head);
  return said.length > 0 || first < 0 || isJoined ? said : [first];
}
