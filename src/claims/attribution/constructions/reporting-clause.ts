import { isDismissive } from '../../events/dismissal.ts';
import { attributionList } from '../../lexicon/attribution-list.ts';
import { cueTables } from '../../lexicon/cue.ts';
import { lexicalVerbs } from '../../lexicon/verb-class.ts';
import { nounList } from '../../lexicon/vocabulary.ts';
import type { Speaker } from '../../names/speaker-phrase.ts';
import { singularOf } from '../../quantities/counted-noun.ts';
import type { Clause } from '../../syntax/clause.ts';
import type { ParsedSentence } from '../../syntax/parsed-sentence.ts';
import { childrenBy, isUnder } from '../../syntax/phrase-span.ts';
import type { Attribution } from '../attribution.ts';
import { hearers } from '../hearer.ts';
import { makeAttribution } from '../make-attribution.ts';
import type { SpeakerContext } from '../speaker/speaker-context.ts';
import { notedAt } from './claim-noun.ts';
import { reportedContent } from './reporting-content.ts';
import { canSpeak, speakerOf } from './reporting-speaker.ts';
import { reportingClassOf } from './reporting-verb.ts';
import { isUnconfirmed, isWithheld } from './withheld.ts';

/**
 * "X said that …", "…, X said", "“…,” X said", "X dismissed the report": a clause whose verb reports, with its subject as the
 * source and its clause, its quotation or its object as the content.
 */
export function reportingClause(
  sentence: ParsedSentence,
  place: number,
  context: SpeakerContext,
  previous: Speaker | undefined,
): Attribution | undefined {
  const clause = sentence.clauses[place]!;
  const reporting = reportingClassOf(sentence, clause);
  if (reporting === undefined || clause.passive || isWithheld(sentence, clause)) return undefined;
  // "a Russian said to be its leader": others say so of him.
  if (saysOfSubject(sentence, clause)) return undefined;
  // "made to look like Regal brands": a noun that was read as a verb names nothing.
  if (/^(brand|dub|label|term)$/.test(clause.lemma) && clause.object === undefined) return undefined;
  // "led Iran to reveal its work": what somebody was made to say is told by nobody here in their words.
  if (clause.form === 'infinitive' && lexicalVerbs('moves').has(sentence.clauses[clause.parent]?.lemma ?? ''))
    return undefined;
  // "who requested anonymity": how somebody speaks, and nothing that they say.
  const object = clause.object?.link === 'own' ? sentence.words[clause.object.head]!.lower : '';
  if (attributionList('about-naming').has(object)) return undefined;
  // "without disclosing its cargo": nothing was said.
  if (clause.opener === 'without') return undefined;
  // "Police reportedly found 30 pistols": somebody else says so.
  if (clause.modifiers.some((word) => cueTables().adverbs.has(word))) return undefined;
  // "citing a customs officer" names a source, and says nothing of itself.
  if (/^(cite|quote)$/.test(clause.lemma) && clause.form === 'participle') return undefined;
  // "were hired by firms, believing they took on locals": a state of mind in passing, of whom the tree does not say.
  if (clause.form === 'participle' && clause.relation === 'advcl' && reporting === 'assesses') return undefined;
  // "noted the allegation that": a claim of whoever made it.
  if (clause.object?.link === 'own' && notedAt(sentence, clause.object.head).length > 0) return undefined;
  const party = clause.subject;
  const said = reportedContent(sentence, clause, party, reporting);
  if (said === undefined) return undefined;
  const speaker = speakerOf(sentence, party, context, previous);
  if (speaker === undefined || !canSpeak(sentence, party, speaker, clause)) return undefined;
  // "Customs officers discovered 24 rifles": what somebody without a name came upon is what was done, and no word of theirs.
  if (
    said.construction === 'reporting-object' &&
    cueTables().evidential.has(clause.lemma) &&
    // "Officers counted 112 tusks": in a service's own notice its own count.
    (clause.lemma !== 'count' || context.voice.kind === 'state-organ') &&
    (/^(officials-of-no-country|unresolved)$/.test(speaker.rule) ||
      // "Belgian customs found 187 kg": what an organ that searches came upon.
      (speaker.claimant.kind === 'state-organ' && /^(find|recover|discover)$/.test(clause.lemma))) &&
    !nounList('watchers').has(sentence.words[party!.head]!.lower) &&
    !/^(our|my)$/.test(sentence.words[speaker.run.from]!.lower)
  )
    return undefined;
  // "read with surprise that", "a court heard that": somebody told them.
  if (clause.lemma === 'hear' || (clause.lemma === 'read' && speaker.rule !== 'document'))
    return makeAttribution(sentence, {
      ...said,
      reporting: 'alleges',
      lemma: clause.lemma,
      cue: clause.head,
      speaker: undefined,
    });
  const relay = [...hearers(sentence, clause, context)];
  const unconfirmed = isUnconfirmed(sentence, clause);
  if (
    unconfirmed &&
    said.construction === 'reporting-object' &&
    !sentence.words.some(({ lower }, i) => said.content[i] && /^(claims?|reports?|allegations?|accounts?)$/.test(lower))
  )
    return makeAttribution(sentence, {
      ...said,
      reporting: 'states',
      lemma: clause.lemma,
      cue: clause.head,
      speaker,
      relay,
    });
  if (unconfirmed)
    return makeAttribution(sentence, {
      ...said,
      reporting: 'alleges',
      lemma: clause.lemma,
      cue: clause.head,
      speaker: {
        claimant: { name: 'unnamed', kind: 'unnamed' },
        plural: false,
        resolution: 'described',
        rule: 'unconfirmed',
        run: speaker.run,
      },
      dissenter: speaker.claimant,
    });
  // "called the story a fabrication": what is named so is denied.
  const dismisses =
    lexicalVerbs('names').has(clause.lemma) &&
    ([...(said.tops ?? []), ...childrenBy(sentence, clause.head, 'oprd', 'attr', 'dobj', 'ccomp', 'acomp')].some(
      (top) => isDismissive(sentence, top),
    ) ||
      isCalledSo(sentence, clause));
  // "denied this: “No foreigner has fired”": the words in marks are the denial.
  const hinted = clause.object?.link === 'own' ? sentence.words[clause.object.head]!.lower : '';
  const mark = sentence.words.findIndex(({ text }, at) => at > clause.head && text === ':');
  const inMarks =
    reporting === 'denies' &&
    sentence.quoted[clause.head] !== true &&
    said.tops?.every(
      (top) => (mark >= 0 && top > mark) || (/^(this|that|it|them)$/.test(hinted) && sentence.quoted[top] === true),
    );
  const doubled = (clause.negated && reporting === 'denies') || inMarks;
  // "does not believe that it has": the negation belongs to what is believed.
  const raised = clause.negated && attributionList('raises-negation').has(clause.lemma);
  return makeAttribution(sentence, {
    ...said,
    reporting: dismisses ? 'denies' : doubled ? 'states' : raised ? 'denies' : reporting,
    lemma: clause.lemma,
    cue: clause.head,
    speaker,
    relay,
  });
}

/** "called Sweden's claim that it sold rifles a lie": the parser hangs what the claim is called on the clause that is claimed. */
function isCalledSo(sentence: ParsedSentence, { object, head }: Clause): boolean {
  const { words } = sentence;
  const claim = object?.link === 'own' && object.head > head ? object.head : undefined;
  if (claim === undefined || !cueTables().claimNouns.has(singularOf(words[claim]!.lower))) return false;
  const end = words.findLastIndex((_, at) => isUnder(sentence, at, claim));
  return words.some(
    ({ pos }, at) =>
      at > claim &&
      at <= end + 3 &&
      pos === 'NOUN' &&
      isDismissive(sentence, at) &&
      /^(an?|["'])$/.test(words[at - 1]!.text) &&
      (words[at + 1] === undefined || words[at + 1]!.pos === 'PUNCT'),
  );
}

/** "said to be", "believed to have": a passive without its verb, which the parser may take for the verb of a speaker. */
function saysOfSubject({ words }: ParsedSentence, { head, lemma }: Clause): boolean {
  return (
    attributionList('said-to-be').has(lemma) &&
    words[head]!.lower !== lemma &&
    words[head + 1]?.lower === 'to' &&
    /^(be|have)$/.test(words[head + 2]?.lower ?? '')
  );
}
