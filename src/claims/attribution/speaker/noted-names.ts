import { attributionList } from '../../lexicon/attribution-list.ts';
import { cueTables } from '../../lexicon/cue.ts';
import { nounList, predicateWords } from '../../lexicon/vocabulary.ts';
import type { Claimant } from '../../model/claim.ts';
import { findAbbreviations } from '../../names/abbreviation.ts';
import { findPersonNames } from '../../names/person-name.ts';
import { nounPhraseAt } from '../../names/phrase.ts';
import { makeClaimant } from '../../names/speaker-phrase.ts';
import { singularOf } from '../../quantities/counted-noun.ts';
import type { Clause } from '../../syntax/clause.ts';
import type { ParsedSentence } from '../../syntax/parsed-sentence.ts';
import { isDocumentNoun } from '../issued-document.ts';
import { isBodyNoun } from './body-noun.ts';
import { isOrganisationName } from './organisation.ts';
import { sourceAt } from './source-phrase.ts';
import { readSpeaker } from './speaker.ts';
import type { SpeakerContext } from './speaker-context.ts';

/** Full names met in passing, so that a surname later finds its person. */
export function notePeople(sentence: ParsedSentence, context: SpeakerContext): void {
  const run = { from: 0, to: sentence.words.length };
  for (const person of findPersonNames(sentence.words, sentence.mentions, run)) {
    if (person.title.length === 0 || !person.name.includes(' ')) continue;
    const { first } = person;
    const state = sentence.mentions.find(
      (mention) =>
        mention.country !== '' &&
        (mention.to === first || (mention.to === first - 1 && sentence.words[first - 1]?.text === "'s")),
    );
    const known = context.people.add(person.name, state?.country, person.title);
    const verb = mainClause(sentence);
    if (verb !== undefined && person.to <= verb.head && !sentence.quoted[person.from])
      context.mentioned(
        known.country === undefined
          ? { name: known.name, kind: 'person' }
          : { name: known.name, kind: 'person', country: known.country },
      );
  }
}

/** Bodies of our lists, whether or not they speak: "the team" may mean one of them later. */
export function noteBodies(sentence: ParsedSentence, context: SpeakerContext): void {
  for (const { kind, country, text } of sentence.mentions)
    if (/^(un-body|intergovernmental|ngo|state-organ|company)$/.test(kind) && text.includes(' '))
      context.named(makeClaimant(text.replace(/^the /i, ''), kind as Claimant['kind'], country));
}

/** Studies, figures and pictures that a sentence tells of, and whose they are not known to be: "it" and "they" may be these next. */
export function notePapers(sentence: ParsedSentence, context: SpeakerContext): void {
  const papers = sentence.words.filter(({ pos, lower }) => {
    const noun = singularOf(lower);
    return (
      pos === 'NOUN' &&
      (isDocumentNoun(noun) || attributionList('papers').has(noun)) &&
      context.findDocument(noun) === undefined
    );
  });
  const many = (lower: string): boolean => singularOf(lower) !== lower || lower === 'data';
  context.tellsOfPapers(
    papers.some(({ lower }) => !many(lower)),
    papers.some(({ lower }) => many(lower)),
  );
}

export function noteShortForms(sentence: ParsedSentence, context: SpeakerContext): void {
  for (const { short, name } of findAbbreviations(sentence)) {
    const { claimant } = readSpeaker(sentence, name, undefined, context);
    if (claimant.kind !== 'unnamed' && claimant.kind !== 'person' && claimant.kind !== 'sensor')
      context.addShort(short, claimant);
  }
}

/** "The Treasury has sanctioned 35 tankers that it said carry oil": "it" is whom its own sentence begins with. */
export function noteActor(sentence: ParsedSentence, context: SpeakerContext): void {
  const verb = mainClause(sentence);
  if (verb !== undefined && !cueTables().verbs.has(verb.lemma)) noteSubject(sentence, context);
  // "The director, Sara Holm, stood by the number: “We have proof,” she said": who acts before the quotation.
  const first = sentence.clauses.find(({ form, head }) => form === 'finite' && !sentence.quoted[head]);
  if (first !== undefined && first !== verb && first.relation === 'ccomp' && !cueTables().verbs.has(first.lemma))
    noteSubject(sentence, context, first);
}

/** Who a sentence is about is "he" in the next one: a person named, or somebody of whom only the office is reported. */
export function noteSubject(
  sentence: ParsedSentence,
  context: SpeakerContext,
  verb: Clause | undefined = mainClause(sentence),
): void {
  if (verb === undefined) noteHeaded(sentence, context);
  const subject = verb === undefined ? undefined : verb.passive ? verb.object : verb.subject;
  if (
    verb === undefined ||
    subject === undefined ||
    sentence.quoted[verb.head] ||
    sentence.words[subject.head]!.pos === 'PRON'
  )
    return;
  const { claimant, resolution, plural } = sourceAt(sentence, subject, context);
  const noun = singularOf(sentence.words[subject.head]!.lower);
  // "The report, dated 4 June, was sent to members. It says": the report says it.
  const paper = isDocumentNoun(noun) ? context.findDocument(noun) : undefined;
  if (paper !== undefined) context.about(paper);
  else if ((resolution === 'body' || resolution === 'state') && !plural) context.about(claimant);
  // "Greek manager Thalassa Dry declined to discuss it. It said": a name that no list holds may be a body.
  else if (resolution === 'unresolved' && verb.relation === 'ROOT' && sentence.words[subject.head]!.pos === 'PROPN')
    context.about(claimant);
  // "The coast guard identified the ship. It tracked her": a body that is only described.
  else if (resolution === 'described' && !plural && isBodyNoun(noun)) context.about(claimant);
  // "The crew are alleged to have hidden it. They deny the charge": people of whom nobody knows who they are.
  else if (resolution === 'unresolved' && predicateWords().classes.people?.includes(noun) === true)
    context.aboutPeople();
  // "The judge was not persuaded. He noted": whoever holds an office is "he", before whoever was named earlier.
  const isOne = sentence.arcs.children[subject.head]!.some(
    (at) =>
      /^(det|poss)$/.test(sentence.arcs.labels[at]!) &&
      !/^(no|any|every|each|neither)$/.test(sentence.words[at]!.lower),
  );
  const isHolder = isOne && !plural && attributionList('offices-of-persons').has(noun);
  if (resolution === 'person' || resolution === 'known-office' || (isHolder && resolution !== 'office'))
    context.mentioned(claimant);
  else if (resolution === 'office') context.mentioned(isHolder ? claimant : undefined);
}

function mainClause(sentence: ParsedSentence): Clause | undefined {
  return (
    sentence.clauses.find(({ form, relation }) => form === 'finite' && relation === 'ROOT') ??
    sentence.clauses.find(({ form }) => form === 'finite')
  );
}

/** "First report (29 May): arms. It said": a document that heads what follows, without a verb, is "it" there. */
function noteHeaded(sentence: ParsedSentence, context: SpeakerContext): void {
  const { words } = sentence;
  const run = nounPhraseAt(words, 0);
  if (
    run === undefined ||
    !nounList('document').has(words[run.to - 1]!.lower) ||
    !/^([(:,.]|on|about)$/.test(words[run.to]?.text ?? '')
  )
    return;
  context.about(readSpeaker(sentence, run, undefined, context).claimant);
}

/** The last person whom a sentence names in full, for whom a later "he" may mean. */
export function lastPersonIn({ words, mentions }: ParsedSentence): string | undefined {
  return findPersonNames(words, mentions, { from: 0, to: words.length }).findLast(
    ({ name }) => name.includes(' ') && isOrganisationName(name) === undefined,
  )?.name;
}
