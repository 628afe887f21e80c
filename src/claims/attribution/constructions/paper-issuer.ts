import { attributionList } from '../../lexicon/attribution-list.ts';
import { cueTables } from '../../lexicon/cue.ts';
import { nounList } from '../../lexicon/vocabulary.ts';
import { singularOf } from '../../quantities/counted-noun.ts';
import type { Party } from '../../syntax/clause.ts';
import type { ParsedSentence } from '../../syntax/parsed-sentence.ts';
import { childBy, childrenBy } from '../../syntax/phrase-span.ts';
import { isDocumentNoun } from '../issued-document.ts';

/** "a letter from the President in which he said", "a note from the embassy complaining about": whoever the letter came from. */
export function senderMeant(sentence: ParsedSentence, party: Party): number | undefined {
  const { arcs, words, clauses } = sentence;
  const clause = clauses.find(({ subject }) => subject === party);
  if (clause === undefined || !/^(relcl|acl)$/.test(clause.relation)) return undefined;
  const held = party.link === 'antecedent' ? party.head : arcs.heads[clause.head]!;
  // "a letter from the President in which he said": the parser may hang the clause on the sender.
  const by = words[arcs.heads[held] ?? -1]?.lower === 'from' ? arcs.heads[arcs.heads[held]!]! : held;
  const letter = (words[by]?.pos === 'VERB' ? childBy(sentence, by, 'dobj') : undefined) ?? by;
  const isMeant = party.link === 'antecedent' || /^(he|she|it|they)$/.test(words[party.head]!.lower);
  if (!isMeant || letter < 0 || !attributionList('letters').has(singularOf(words[letter]!.lower))) return undefined;
  // "received a letter dated 9 April from the ministry": the parser hangs the sender on any of these.
  const holders = [letter, ...childrenBy(sentence, letter, 'acl'), arcs.heads[letter]!];
  const from = holders
    .flatMap((at) => (at < 0 ? [] : childrenBy(sentence, at, 'prep')))
    .find((at) => at > letter && at < clause.head && words[at]!.lower === 'from');
  return from === undefined ? undefined : childBy(sentence, from, 'pobj');
}

/** "The league released a list of 23 people who it said were killed": who brings out what the telling is part of. */
export function issuerAbove({ clauses, clauseOf, arcs }: ParsedSentence, pronoun: number): number | undefined {
  let clause = clauses[clauseOf[pronoun]!];
  if (clause?.relation !== 'relcl') return undefined;
  while (clause !== undefined && !ISSUES.test(clause.lemma)) clause = clauses[clause.parent];
  const subject = clause?.passive || clause?.subject?.link !== 'own' ? undefined : clause.subject.head;
  return subject !== undefined && /^NNP?$/.test(arcs.tags[subject]!) ? subject : undefined;
}

/** "The institute has published findings indicating that": the words are those of whoever brings a paper out. */
export function issuerOfPaper(sentence: ParsedSentence, { head, link }: Party): Party | undefined {
  const noun = singularOf(sentence.words[head]!.lower);
  const isPaper = isDocumentNoun(noun) || nounList('issued').has(noun) || nounList('document').has(noun);
  if (link !== 'antecedent' || !isPaper) return undefined;
  const owned = childrenBy(sentence, head, 'poss').length > 0;
  const issued = sentence.clauses.find(({ object }) => object?.link === 'own' && object.head === head);
  return issued !== undefined &&
    !owned &&
    !issued.passive &&
    ISSUES.test(issued.lemma) &&
    issued.subject?.link === 'own'
    ? issued.subject
    : undefined;
}

const ISSUES =
  /^(release|publish|issue|present|unveil|unseal|file|lodge|circulate|submit|post|put-out|bring-out|send|deliver|give|write|make)$/;

/** "It has had talks with many countries urging sanctions": whoever had the talks urges, and not those with whom. */
export function holderOfTalks(sentence: ParsedSentence, party: Party): Party | undefined {
  const { clauses, words } = sentence;
  const urging = clauses.find(({ subject, relation }) => subject === party && relation === 'acl');
  if (urging?.form !== 'participle' || cueTables().verbs.get(urging.lemma) !== 'calls-for') return undefined;
  for (let at: number | undefined = party.head; at !== undefined; at = holderOf(sentence, at)) {
    if (!TALKS.test(singularOf(words[at]!.lower))) continue;
    const held = clauses.find(({ object }) => object?.link === 'own' && object.head === at);
    return held?.passive === false && held.subject?.link === 'own' ? held.subject : undefined;
  }
  return undefined;
}

const TALKS =
  /^(talk|discussion|consultation|conversation|representation|approach|appeal|meeting|contact|demarche|call)$/;

/** The noun on which another hangs by a preposition. */
export function holderOf({ arcs, words }: ParsedSentence, noun: number): number | undefined {
  const preposition = arcs.labels[noun] === 'pobj' ? arcs.heads[noun]! : -1;
  const above = preposition < 0 ? -1 : arcs.heads[preposition]!;
  return above >= 0 && /^(NOUN|PROPN)$/.test(words[above]!.pos) ? above : undefined;
}
