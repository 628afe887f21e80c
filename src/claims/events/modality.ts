import { attributionList } from '../lexicon/attribution-list.ts';
import { cueTables, type ReportingClass } from '../lexicon/cue.ts';
import { nounList, predicateWords } from '../lexicon/vocabulary.ts';
import type { Claimant, Modality } from '../model/claim.ts';
import { singularOf } from '../quantities/counted-noun.ts';
import type { Clause } from '../syntax/clause.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import { childBy, isUnder, nounRun } from '../syntax/phrase-span.ts';
import type { Stance } from './stance.ts';

export type ReadModality = { readonly modality: Modality; readonly rule: string };

/** Who may ask others to act: a paper of theirs that says "must" calls for it. */
const DEMANDING = new Set(['state', 'state-organ', 'un-body', 'intergovernmental', 'ngo', 'person']);

/** What these say of others is a charge, until a court has found so. */
const CHARGING = /(?:^|\s)(?:prosecutors?|prosecution|attorneys?|plaintiffs?)(?:$|\s|['’])/i;
/** Who has a side: what these condemn in others is an allegation, what an observer finds is its finding. */
const PARTIES = new Set(['state', 'state-organ', 'person']);

/** What is said, by whom and how, as far as its modality hangs on it. */
export type Telling = {
  /** What the word of reporting makes of it; undefined in the document's own voice. */
  readonly reporting: ReportingClass | undefined;
  readonly claimant: Claimant;
};

/** How firmly the claimant holds it; `rule` names what decided. */
export function modalityOf(
  sentence: ParsedSentence,
  { reporting, claimant }: Telling,
  clause: Clause | undefined,
  stance: Stance,
): ReadModality {
  if (reporting === 'calls-for') return { modality: 'calls-for', rule: 'verb' };
  if (reporting === 'intends') return { modality: 'intends', rule: 'verb' };
  if (reporting === 'alleges') return { modality: 'alleges', rule: 'verb' };
  if (reporting === 'assesses') return { modality: 'assesses', rule: 'verb' };
  if (reporting === 'denies') return { modality: 'states', rule: 'denial' };
  if (stance.factuality === 'demand' && DEMANDING.has(claimant.kind)) return { modality: 'calls-for', rule: 'demand' };
  if (clause !== undefined && isOwnDemand(sentence, clause)) return { modality: 'calls-for', rule: 'own-demand' };
  if (stance.factuality === 'plan' && clause !== undefined)
    return comesOfEvent(sentence, clause)
      ? { modality: 'assesses', rule: 'forecast' }
      : { modality: 'intends', rule: 'plan' };
  if (clause !== undefined && expects(sentence, clause, reporting !== undefined))
    return { modality: 'intends', rule: 'plan' };
  if (clause !== undefined && isOwnView(sentence, clause)) return { modality: 'assesses', rule: 'own-view' };
  if (stance.factuality === 'condition') return { modality: 'assesses', rule: 'condition' };
  // "strikes reportedly killed five, she said": somebody else has told her so.
  if (clause?.modifiers.some((word) => cueTables().adverbs.has(word)) === true)
    return { modality: 'alleges', rule: 'hearsay' };
  if (
    stance.hedged ||
    stance.factuality === 'possible' ||
    isEstimated(sentence, clause) ||
    PRELIMINARY.test(claimant.name)
  )
    return { modality: 'assesses', rule: 'hedged' };
  if (reporting !== undefined && clause !== undefined && isAccusation(sentence, claimant, clause))
    return { modality: 'alleges', rule: 'accusation' };
  return { modality: 'states', rule: 'plain' };
}

/** "Preliminary findings indicate": what may yet turn out otherwise. */
const PRELIMINARY = /^(?:(?:the|some|first|their|its) )*(?:preliminary|initial|provisional) /i;

/** "My Department expects to publish its report", "said it intended to do so": said of what is to come. */
function expects({ clauses, arcs }: ParsedSentence, clause: Clause, isReported: boolean): boolean {
  // "was expected there on Thursday".
  if (clause.lemma === 'expect' && clause.passive) return clause.form === 'finite';
  return (
    /^(expect|plan|intend|hope|aim)$/.test(clause.lemma) &&
    (isReported ? /^VB[PZD]$/ : /^VB[PZ]$/).test(arcs.tags[clause.head]!) &&
    clauses.some(
      ({ parent, relation, form }) => clauses[parent] === clause && relation === 'xcomp' && form === 'infinitive',
    )
  );
}

/** "I believe the trains will leave", in what somebody says. */
function isOwnView({ words }: ParsedSentence, { lemma, subject }: Clause): boolean {
  return (
    (cueTables().verbs.get(lemma) === 'assesses' || /^(assume|guess|presume|imagine)$/.test(lemma)) &&
    subject?.link === 'own' &&
    /^(we|i)$/.test(words[subject.head]!.lower)
  );
}

/** "The vote will embolden them": an event intends nothing. */
function comesOfEvent({ words }: ParsedSentence, { subject, passive }: Clause): boolean {
  return !passive && subject !== undefined && nounList('event').has(singularOf(words[subject.head]!.lower));
}

/** "We reiterate our call for restraint", "I urge all sides to stop": what is said is itself a demand of the speaker's. */
function isOwnDemand(
  sentence: ParsedSentence,
  { subject, object, lemma, obliques, negated, passive, head, modifiers }: Clause,
): boolean {
  const { words, arcs } = sentence;
  // What somebody asked or proposed once is told of; "we have called on" still holds.
  const going = arcs.tags[head] === 'VBG' && modifiers.some((word) => /^(am|are|'m|'re)$/.test(word));
  const isPresent =
    going || (/^VBP?$/.test(arcs.tags[head]!) && !modifiers.some((word) => /^(did|would|will)$/.test(word)));
  if (!isPresent && !passive && !modifiers.includes('have')) return false;
  const { verbs, callNouns } = cueTables();
  // "Members are urged to register": whoever writes to them urges them.
  if (passive && !negated && subject === undefined && modifiers.some((word) => /^(are|is)$/.test(word)))
    return verbs.get(lemma) === 'calls-for' && object?.link === 'own' && childBy(sentence, head, 'xcomp') !== undefined;
  if (negated || passive || subject?.link !== 'own' || !/^(we|i)$/.test(words[subject.head]!.lower)) return false;
  if (lemma === 'call') return obliques.some(({ preposition }) => /^(for|on|upon)$/.test(preposition));
  if (attributionList('makes-calls').has(lemma))
    return object !== undefined && callNouns.has(words[object.head]!.lower);
  return (
    (verbs.get(lemma) === 'calls-for' || (going && lemma === 'ask')) &&
    (object !== undefined || going) &&
    !obliques.some(({ preposition }) => preposition === 'about')
  );
}

/** "an estimated 4,000 workers", "is estimated at": an assessment. */
function isEstimated(sentence: ParsedSentence, clause: Clause | undefined): boolean {
  if (clause === undefined) return false;
  const place = sentence.clauses.indexOf(clause);
  return sentence.words.some(
    ({ lower, pos }, at) => lower === 'estimated' && pos !== 'NOUN' && sentence.clauseOf[at] === place,
  );
}

let accusing: ReadonlySet<string> | undefined;

/** What prosecutors say of somebody else, and what a party says another State does, in words that condemn it. */
function isAccusation(sentence: ParsedSentence, claimant: Claimant, clause: Clause): boolean {
  if (!PARTIES.has(claimant.kind)) return false;
  const others = sentence.mentions.filter(
    ({ country, kind, from }) =>
      country !== '' && country !== claimant.country && kind !== 'place' && isUnder(sentence, from, clause.head),
  );
  if (CHARGING.test(claimant.name)) return others.length > 0;
  const run = clause.subject?.link === 'own' ? nounRun(sentence, clause.subject.head) : undefined;
  if (run === undefined || !others.some(({ from, to }) => from >= run.from && to <= run.to)) return false;
  accusing ??= new Set(predicateWords().accusation);
  const place = sentence.clauses.indexOf(clause);
  return sentence.words.some(
    ({ lower, lemma }, at) => sentence.clauseOf[at] === place && (accusing!.has(lower) || accusing!.has(lemma)),
  );
}
