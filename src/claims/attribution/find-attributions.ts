import { stanceOf } from '../events/stance.ts';
import { attributionList } from '../lexicon/attribution-list.ts';
import { cueTables, PLAIN_SAYING } from '../lexicon/cue.ts';
import { isSomebody } from '../lexicon/somebody.ts';
import type { Claimant } from '../model/claim.ts';
import type { Speaker } from '../names/speaker-phrase.ts';
import { singularOf } from '../quantities/counted-noun.ts';
import { type Clause, isSubject } from '../syntax/clause.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import { childrenBy } from '../syntax/phrase-span.ts';
import { type Attribution, holds, isInserted, sizeOf } from './attribution.ts';
import { accusation } from './constructions/accusation.ts';
import { claimNouns } from './constructions/claim-noun.ts';
import { colon } from './constructions/colon.ts';
import { demand, pledge } from './constructions/demand.ts';
import { heldView } from './constructions/held-view.ts';
import { deniedBy, passiveReport } from './constructions/passive-report.ts';
import { prepositionals } from './constructions/prepositional.ts';
import { quotedAsSaying } from './constructions/quoted-as-saying.ts';
import { reportingClause } from './constructions/reporting-clause.ts';
import { trailingTag } from './constructions/trailing-tag.ts';
import { isUndisputed, unsaidIn } from './constructions/withheld.ts';
import { contentUnder } from './content.ts';
import { isDocumentNoun } from './issued-document.ts';
import { makeAttribution } from './make-attribution.ts';
import type { SpeakerContext } from './speaker/speaker-context.ts';

/** "“Initial analysis indicates that …”": what whoever is quoted goes by, and no paper of somebody else. */
function isSpeakersEvidence({ words, quoted }: ParsedSentence, { cue, source, speaker }: Attribution): boolean {
  return (
    quoted[cue] === true &&
    speaker === 'document' &&
    source !== undefined &&
    words.slice(source.from, source.to).every(({ pos }) => pos === 'NOUN' || pos === 'ADJ')
  );
}

/** Constructions that a clause may be, the special ones first: the first that fits is taken. */
const BY_CLAUSE = [
  accusation,
  quotedAsSaying,
  deniedBy,
  passiveReport,
  demand,
  pledge,
  heldView,
  reportingClause,
  trailingTag,
] as const;

/** Within a quotation, what another is quoted as saying; what the speaker wants or accuses is the speaker's own. */
const IN_QUOTATION = [quotedAsSaying, reportingClause] as const;

/** Attributions of a sentence, the outermost first. Whoever speaks is noted for the sentences that follow. */
export function findAttributions(sentence: ParsedSentence, context: SpeakerContext): Attribution[] {
  const found: Attribution[] = [];
  const headed = colon(sentence, context);
  if (headed !== undefined) found.push(headed);
  let previous: Speaker | undefined;
  sentence.clauses.forEach((clause, place) => {
    // "“We said …”" is the speaker's own word; "“The agency has established …”" in a quotation is the agency's.
    if (sentence.quoted[clause.head] && isFirstPerson(sentence, clause)) return;
    // "does not say that": whoever does not say it is nobody's source.
    if (unsaidIn(sentence, clause).length > 0 || isUndisputed(sentence, clause)) return;
    // "Say first who counted the containers": a question names nobody.
    if (isQuestionWho(sentence, clause) || isAsked(sentence, clause)) return;
    // "is due to report", "would have asked", "may announce": nobody has said it yet.
    if (stanceOf(sentence, place, []).factuality !== 'fact' && !isWilling(clause) && !isCallToSay(sentence, clause))
      return;
    // "it would have asked the team": nobody asked.
    if (clause.modifiers.includes('would') && clause.modifiers.includes('have')) return;
    for (const construction of sentence.quoted[clause.head] ? IN_QUOTATION : BY_CLAUSE) {
      const one = construction(sentence, place, context, previous);
      if (one === undefined || isSpeakersEvidence(sentence, one)) continue;
      found.push(one);
      if (one.source !== undefined) {
        previous = {
          claimant: one.dissenter ?? one.claimant,
          plural: one.plural,
          resolution: one.resolution,
          carried: one.carried,
          rule: one.speaker,
          run: one.source,
        };
        if (clause.relation !== 'relcl' && !sentence.quoted[clause.head]) context.spoke(previous.claimant, one.plural);
        notePaper(sentence, clause, previous.claimant, context);
        noteIssued(sentence, clause, previous.claimant, context);
      }
      break;
    }
  });
  found.push(...prepositionals(sentence, context), ...claimNouns(sentence, context), ...adverbs(sentence));
  const kept = withCited(sentence, found)
    .filter(
      (one) =>
        one.content.includes(true) && !isEventOfAnother(sentence, one, found) && !isOnlySaidToSay(sentence, one, found),
    )
    .sort(
      (a, b) =>
        sizeOf(b) - sizeOf(a) ||
        Number(a.construction === 'citing') - Number(b.construction === 'citing') ||
        a.cue - b.cue,
    );
  const inRelative = new Set(sentence.clauses.filter(({ relation }) => relation === 'relcl').map(({ head }) => head));
  const outermost = kept.find(
    (one) =>
      one.source !== undefined &&
      !inRelative.has(one.cue) &&
      sentence.quoted[one.cue] !== true &&
      !kept.some((other) => holds(other, one)),
  );
  // "The embassy referred all questions to the ministry, which said that …. It added": nobody else speaks there.
  const speaking = outermost ?? kept.find(({ source, cue }) => source !== undefined && inRelative.has(cue));
  // "according to the ship tracker Portlens. It said": a name that no list holds.
  const isCalled =
    speaking !== undefined && !speaking.plural && /(?:^| )\p{Lu}[\p{L}-]+$/u.test(speaking.claimant.name);
  // "according to local officials. They added": people without a name.
  const arePeople = speaking?.plural === true && isSomebody(singularOf(speaking.claimant.name.split(' ').at(-1)!));
  if (speaking !== undefined && (speaking.claimant.kind !== 'unnamed' || isCalled || arePeople))
    context.spoke(speaking.claimant, speaking.plural);
  // "the agency said, quoting the commander Haidar Honaryan. He noted": whoever was cited last is meant.
  for (const { construction, claimant } of kept)
    if (construction === 'citing' && claimant.kind === 'person') context.mentioned(claimant);
  return kept;
}

/**
 * "A did B, the minister said, citing the coastguard": what whoever cites says is what the cited have said, and no more and no less,
 * so that the one is told within the other.
 */
function withCited(sentence: ParsedSentence, found: readonly Attribution[]): Attribution[] {
  return found.flatMap((one) => {
    if (one.construction !== 'citing') return [one];
    const citer = found.find(
      (other) =>
        other.source !== undefined &&
        (isInserted(other.construction) ||
          /^(reporting-clause|reporting-object|quotation-tag)$/.test(other.construction)) &&
        (sentence.arcs.heads[one.cue] === other.cue ||
          (one.cue === other.source.to + 1 && sentence.words[other.source.to]?.text === ',') ||
          (isInserted(other.construction) && isAfter(sentence, one.cue, other.cue))),
    );
    if (citer === undefined) return [underTeller(sentence, one, found)];
    // "denied it, citing its own records", "said so, citing pictures": a reason, and nobody who says it.
    if (citer.reporting === 'denies' || one.claimant.kind === 'sensor') return [];
    const cited = contentUnder(sentence, [one.cue]);
    return [{ ...one, content: citer.content.map((held, at) => held && cited[at] !== true), tops: citer.tops }];
  });
}

/**
 * "These guns, the group said, were sold, citing figures of the registry": who is cited after what somebody said is not whom they
 * tell it to; of what is said twice the cited hold what is said there, and no more.
 */
function underTeller(sentence: ParsedSentence, one: Attribution, found: readonly Attribution[]): Attribution {
  const teller = found.find(
    (other) => other !== one && isInserted(other.construction) && other.source !== undefined && holds(one, other),
  );
  if (teller === undefined) return one;
  const cited = contentUnder(sentence, [one.cue]);
  return { ...one, content: teller.content.map((held, at) => held && cited[at] !== true), tops: teller.tops };
}

/** Nothing but a place or a paper stands between a verb of saying and who is cited after it. */
function isAfter({ clauses, words }: ParsedSentence, citing: number, saying: number): boolean {
  return (
    saying >= 0 &&
    citing > saying &&
    !clauses.some(({ head }) => head > saying && head < citing) &&
    words.slice(saying + 1, citing).filter(({ text }) => text === ',').length <= 1
  );
}

/** Verbs of showing, counting and handing over evidence: they tell only where nobody else tells of them. */
function isWeak({ construction, lemma, reporting }: Attribution): boolean {
  return (
    construction === 'demand' ||
    (construction === 'reporting-object' && attributionList('holds-as').has(lemma)) ||
    construction === 'pledge' ||
    (construction === 'reporting-object' &&
      reporting === 'states' &&
      (cueTables().evidential.has(lemma) || attributionList('weak-tellings').has(lemma)))
  );
}

/** "Odom said Washington had asked the Council to meet": what Washington did, as Odom tells it, and no word of Washington's here. */
function isEventOfAnother(sentence: ParsedSentence, one: Attribution, all: readonly Attribution[]): boolean {
  return (
    isWeak(one) &&
    one.cue >= 0 &&
    // "“Two States counted them”": what they did, as whoever is quoted tells it.
    (sentence.quoted[one.cue] === true ||
      all.some(
        (outer) =>
          outer !== one &&
          outer.source !== undefined &&
          outer.claimant.name !== one.claimant.name &&
          outer.content[one.cue] === true &&
          /^(reporting-clause|inserted-clause|according-to|quotation-tag|demand)$/.test(outer.construction),
      ))
  );
}

/** "X is alleged to have told them that": that X told them is itself only said of X, and X says nothing here. */
function isOnlySaidToSay(sentence: ParsedSentence, one: Attribution, all: readonly Attribution[]): boolean {
  const clause = sentence.clauses.find(({ head }) => head === one.cue);
  return (
    clause?.form === 'infinitive' &&
    all.some(({ construction, tops }) => construction === 'passive-report' && tops.includes(clause.head))
  );
}

/** "reportedly providing": someone says so, and the text does not say who. */
function adverbs(sentence: ParsedSentence): Attribution[] {
  const { words } = sentence;
  return words.flatMap((word, at) => {
    if (!cueTables().adverbs.has(word.lower) || sentence.quoted[at]) return [];
    const place = sentence.clauseOf[at]!;
    if (place < 0) return [];
    const { head } = sentence.clauses[place]!;
    // "two tankers, one also allegedly for smuggling": said of the smuggling alone.
    const above = sentence.arcs.heads[at]!;
    if (above !== head && above >= 0 && /^(prep|npadvmod|appos|pobj|amod)$/.test(sentence.arcs.labels[above]!))
      return [];
    return [
      makeAttribution(sentence, {
        construction: 'adverb',
        reporting: 'alleges',
        lemma: word.lower,
        cue: -1,
        speaker: undefined,
        // "The sale allegedly violated the ban, and Oslo obtained a warrant": what is joined with a subject of its own is not alleged.
        content: contentUnder(
          sentence,
          [head],
          sentence.arcs.children[head]!.filter(
            (child) =>
              child > at &&
              sentence.arcs.labels[child] === 'conj' &&
              sentence.arcs.children[child]!.some((one) => isSubject(sentence.arcs.labels[one]!)),
          ),
        ),
        tops: [head],
      }),
    ];
  });
}

/** "called his brother to say that", "wrote to tell us": whoever gets in touch to say a thing has said it. */
function isCallToSay({ clauses }: ParsedSentence, { form, relation, lemma, parent }: Clause): boolean {
  const above = clauses[parent];
  return (
    form === 'infinitive' &&
    /^(advcl|xcomp)$/.test(relation) &&
    PLAIN_SAYING.has(lemma) &&
    above?.form === 'finite' &&
    !above.negated &&
    above.modifiers.length === 0 &&
    attributionList('gets-in-touch').has(above.lemma)
  );
}

/** "who counted them" as what is asked or told, and no relative clause of somebody. */
function isQuestionWho({ words }: ParsedSentence, { subject, relation }: Clause): boolean {
  return (
    subject?.link === 'own' && relation !== 'relcl' && /^(who|what|whoever|which)$/.test(words[subject.head]!.lower)
  );
}

/** "Will the Minister act and give the assurance that …?": what is asked, nobody has said. */
function isAsked(sentence: ParsedSentence, clause: Clause): boolean {
  const { words, clauses } = sentence;
  const first = clauses[clause.joinedTo]!;
  if (first.relation !== 'ROOT' || sentence.quoted[first.head] === true) return false;
  if (words.findLast(({ text }) => !/^["')\]]$/.test(text))?.text !== '?') return false;
  const subject = (first.passive ? first.object : first.subject)?.head ?? -1;
  return childrenBy(sentence, first.head, 'aux', 'auxpass').some((at) => at < subject);
}

function isFirstPerson({ words }: ParsedSentence, { subject }: Clause): boolean {
  return subject === undefined || /^(we|i|you)$/.test(words[subject.head]!.lower);
}

/** "A confidential report to the Council says": "the report" is that one afterwards, and not the work of whoever spoke last. */
function notePaper(sentence: ParsedSentence, { subject }: Clause, claimant: Claimant, context: SpeakerContext): void {
  const noun = subject?.link === 'own' ? singularOf(sentence.words[subject.head]!.lower) : '';
  if (isDocumentNoun(noun) && claimant.kind !== 'person' && context.findDocument(noun) === undefined)
    context.noteDocument(noun, claimant);
}

/** "issued a statement saying", "said in a statement": what whoever speaks gives out by it. */
function noteIssued(sentence: ParsedSentence, clause: Clause, claimant: Claimant, context: SpeakerContext): void {
  const above = sentence.clauses[clause.parent];
  const given = [
    ...(clause.form === 'participle' && above?.object !== undefined ? [above.object.head] : []),
    ...clause.obliques.filter(({ preposition }) => preposition === 'in').map(({ head }) => head),
  ];
  for (const at of given) {
    const noun = singularOf(sentence.words[at]!.lower);
    if (attributionList('utterances').has(noun)) context.noteIssued(noun, claimant);
  }
}

/** "cannot confirm", "will not accept", "would say only": the speaker speaks by these. */
function isWilling({ modifiers, negated, lemma }: Clause): boolean {
  return (
    negated ||
    (attributionList('willing').has(lemma) &&
      modifiers.some((word) => /^(can|could|would|will|must|should)$/.test(word)))
  );
}
