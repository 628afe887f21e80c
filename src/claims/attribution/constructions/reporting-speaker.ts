import { attributionList } from '../../lexicon/attribution-list.ts';
import { cueTables, PLAIN_SAYING } from '../../lexicon/cue.ts';
import { isSomebody } from '../../lexicon/somebody.ts';
import { nounList, predicateWords, quantityWords } from '../../lexicon/vocabulary.ts';
import type { Speaker } from '../../names/speaker-phrase.ts';
import { singularOf } from '../../quantities/counted-noun.ts';
import type { Clause, Party } from '../../syntax/clause.ts';
import type { ParsedSentence } from '../../syntax/parsed-sentence.ts';
import { childBy, childrenBy } from '../../syntax/phrase-span.ts';
import { isOrganisationName } from '../speaker/organisation.ts';
import { issuerOf, sourceAt } from '../speaker/source-phrase.ts';
import type { SpeakerContext } from '../speaker/speaker-context.ts';
import { holderOf, holderOfTalks, issuerAbove, issuerOfPaper, senderMeant } from './paper-issuer.ts';
import { showsFigureOrEvent } from './reporting-object.ts';
import { givesEvidence, tellsAmount } from './reporting-verb.ts';
import { isAbstract } from './somebody.ts';

/** Who speaks in a clause of saying: its subject, or whoever spoke where the clause goes on with no subject of its own. */
export function speakerOf(
  sentence: ParsedSentence,
  party: Party | undefined,
  context: SpeakerContext,
  previous: Speaker | undefined,
): Speaker | undefined {
  if (party === undefined) return undefined;
  // "“Our assessment is that”": whoever is quoted.
  const isOurs = childrenBy(sentence, party.head, 'poss').some((at) => /^(our|my)$/.test(sentence.words[at]!.lower));
  if (isOurs && sentence.quoted[party.head] === true && previous !== undefined) return previous;
  const issuer = issuerOfPaper(sentence, party) ?? holderOfTalks(sentence, party);
  if (issuer !== undefined) return speakerOf(sentence, issuer, context, previous);
  // "X said A, adding that B": the same one speaks, whom the first clause has read.
  if (party.link !== 'own' && previous !== undefined && party.head >= previous.run.from && party.head < previous.run.to)
    return previous;
  const meant =
    accusedBefore(sentence, party) ??
    senderMeant(sentence, party) ??
    whoMeant(sentence, party) ??
    tellerInRelative(sentence, party) ??
    namedBeside(sentence, party);
  if (meant !== undefined) return issuerOf(sentence, meant, context);
  const near = nearerBody(sentence, party);
  const read = issuerOf(sentence, near ?? party.head, context);
  // "A cutter fired at a trawler which it says had crossed": who acts there is meant, though no list knows it, and nobody met before.
  if (near !== undefined && read.resolution === 'unresolved' && sentence.words[near]!.pos !== 'PROPN')
    return {
      ...read,
      claimant: { name: 'unnamed', kind: 'unnamed' },
      resolution: 'open-pronoun',
      rule: 'pronoun-unresolved',
    };
  // "the ministry of trade, which said that": the ministry, though the parser hangs the clause on the last noun; so of "the Group for
  // Returnees, which", whatever the last word of its name means.
  const over = party.link === 'antecedent' ? holderOf(sentence, party.head) : undefined;
  const isNamed = over !== undefined && [over, party.head].every((at) => sentence.words[at]!.pos === 'PROPN');
  const holder = isNamed || read.resolution === 'unresolved' ? over : undefined;
  const above = holder === undefined ? undefined : issuerOf(sentence, holder, context);
  const speaker = above === undefined || (above.resolution === 'unresolved' && !isNamed) ? read : above;
  const firm = firmOf(sentence, party, speaker);
  if (firm !== undefined) return sourceAt(sentence, { head: firm, link: 'own' }, context);
  // "The paper showed that 11 ships came, adding that": the ships do not speak; whoever told of them goes on.
  if (party.link === 'controlled' && previous !== undefined && speaker.resolution === 'unresolved') return previous;
  return speaker;
}

/**
 * "Ida Roos of the Skerry Institute, who said", "listeners to its programme who told us", "Roos, now the chair, who says": only people are
 * "who", and where the parser hangs the clause on a body, a place or a thing, the person before it in the phrase is meant.
 */
function whoMeant(sentence: ParsedSentence, party: Party): number | undefined {
  const { arcs, words } = sentence;
  const { head } = party;
  const clause = party.link === 'antecedent' ? sentence.clauses.find(({ subject }) => subject === party) : undefined;
  const who = clause && childrenBy(sentence, clause.head, 'nsubj').find((at) => words[at]!.lower === 'who');
  if (who === undefined) return undefined;
  if (arcs.labels[head] === 'appos' && words[arcs.heads[head]!]!.pos === 'PROPN') return arcs.heads[head]!;
  if (mayBePerson(sentence, head)) return head;
  for (let at = head; arcs.labels[at] === 'pobj' && arcs.heads[arcs.heads[at]!]! >= 0; ) {
    at = arcs.heads[arcs.heads[at]!]!;
    // "an officer involved in the operations, who": through the participle to whom it is said of.
    if (arcs.labels[at] === 'acl') at = arcs.heads[at]!;
    if (/^(NOUN|PROPN)$/.test(words[at]!.pos) && mayBePerson(sentence, at)) return at;
  }
  const inner = words.findLastIndex(
    (_, at) => at > head && at < who && /^(NOUN|PROPN)$/.test(words[at]!.pos) && mayBePerson(sentence, at),
  );
  if (inner >= 0) return inner;
  // "a customer in Italy, who reported": no State is "who".
  const above = holderOf(sentence, head);
  const isPlace = sentence.mentions.some(({ from, to, kind }) => head >= from && head < to && kind === 'country');
  return isPlace && /^(in|at|from|near)$/.test(words[arcs.heads[head]!]?.lower ?? '') ? above : undefined;
}

/** "guards were wounded in the raid, which Togo condemned, saying that": whoever is told of last as doing something, and not whom it befell. */
function tellerInRelative({ clauses }: ParsedSentence, party: Party): number | undefined {
  const saying = clauses.find(
    ({ subject, relation, form }) => subject === party && relation === 'advcl' && form === 'participle',
  );
  const above = saying === undefined ? undefined : clauses[saying.parent];
  if (saying === undefined || above?.passive !== true || above.head > saying.head) return undefined;
  return clauses.findLast(
    ({ head, relation, form, passive, subject }) =>
      head > above.head &&
      head < saying.head &&
      relation === 'relcl' &&
      form === 'finite' &&
      !passive &&
      subject?.link === 'own',
  )?.subject?.head;
}

/** "herders – the base of his rule – demanding support": those who are named, and not what they are called beside. */
function namedBeside({ arcs, words, clauses }: ParsedSentence, party: Party): number | undefined {
  const { head } = party;
  const demanding = clauses.find(({ subject, relation }) => subject === party && relation === 'acl');
  const closes = demanding !== undefined && /^[,–—-]$/.test(words[demanding.head - 1]!.text);
  return closes && arcs.labels[head] === 'appos' && words[head]!.pos === 'NOUN' ? arcs.heads[head]! : undefined;
}

/** "A accused B of theft, which it denies", "B was accused by A of theft, which they deny": who denies is the accused. */
function accusedBefore({ clauses, words }: ParsedSentence, party: Party): number | undefined {
  if (!/^(it|they|he|she)$/.test(words[party.head]!.lower)) return undefined;
  const denial = clauses.find(({ subject, relation }) => subject === party && relation === 'relcl');
  if (denial === undefined || cueTables().verbs.get(denial.lemma) !== 'denies') return undefined;
  const above = clauses[denial.parent];
  const charge = above !== undefined && /^(pcomp|xcomp)$/.test(above.relation) ? clauses[above.parent] : above;
  if (charge?.object?.link !== 'own' || !attributionList('accuses').has(charge.lemma)) return undefined;
  return words[charge.object.head]!.pos === 'PRON' ? undefined : charge.object.head;
}

/** "Ravshan's output fell, the company said": the firm of whose the sentence tells first, and not one that was named before. */
function firmOf(
  { words, arcs, mentions, clauses }: ParsedSentence,
  { head, link }: Party,
  { rule }: Speaker,
): number | undefined {
  if (!/^(body-known|company-described)$/.test(rule) || !nounList('company').has(words[head]!.lower)) return undefined;
  if (link !== 'own' || !arcs.children[head]!.some((child) => words[child]!.lower === 'the')) return undefined;
  const first = clauses.find(({ subject, object, passive }) => (passive ? object : subject)?.link === 'own');
  const told = first === undefined ? undefined : (first.passive ? first.object : first.subject)!.head;
  if (told === undefined || told >= head) return undefined;
  const owner = arcs.children[told]!.find((child) => arcs.labels[child] === 'poss') ?? told;
  const isKnown = mentions.some(({ from, to, kind }) => owner >= from && owner < to && kind !== 'company');
  return words[owner]!.pos === 'PROPN' && !isKnown ? owner : undefined;
}

/** A noun that names somebody or may be many, or a name that is no body's and no place's. */
function mayBePerson({ words, mentions }: ParsedSentence, at: number): boolean {
  const { pos, lower } = words[at]!;
  if (pos === 'PROPN')
    return !mentions.some(({ from, to }) => at >= from && at < to) && isOrganisationName(words[at]!.text) === undefined;
  const noun = singularOf(lower);
  const lists = ['official', 'titles', 'withheld', 'unnamed', 'watchers'].some((list) => nounList(list).has(noun));
  const isCalled = (['people', 'callings', 'experts'] as const).some((list) => attributionList(list).has(noun));
  return (
    (noun !== lower && !isAbstract(noun)) ||
    lists ||
    isCalled ||
    predicateWords().classes.people?.includes(noun) === true
  );
}

/** "At the two sites that the Panel was allowed to inspect, it counted": the one body that acts before "it" in its own sentence. */
function nearerBody(sentence: ParsedSentence, { head, link }: Party): number | undefined {
  const { words, clauses, mentions } = sentence;
  if (words[head]!.lower !== 'it' || link !== 'own') return undefined;
  const issuer = issuerAbove(sentence, head) ?? actorAbove(sentence, head);
  if (issuer !== undefined) return issuer;
  const acting = clauses.flatMap(({ subject, object, passive }) => (passive ? object : subject) ?? []);
  const bodies = acting.filter(
    (party) =>
      party.link === 'own' &&
      party.head < head &&
      (nounList('organ').has(words[party.head]!.lower) ||
        /^(Panel|Mission|Commission|Committee|Group)$/.test(words[party.head]!.text) ||
        mentions.some(
          ({ from, to, kind }) =>
            party.head >= from && party.head < to && /^(un-body|state-organ|ngo|company|intergovernmental)$/.test(kind),
        )),
  );
  const [only] = bodies;
  return only !== undefined && bodies.length === 1 ? only.head : undefined;
}

/**
 * "Gavya did not reply, but in a statement it denied that", "the hospital said it had received", "a cutter fired at a trawler which it says
 * had crossed": who does what the sentence tells first. People are not "it", and what is told before a closing tag does not tell.
 */
function actorAbove(
  { clauses, clauseOf, words, mentions, quoted }: ParsedSentence,
  pronoun: number,
): number | undefined {
  const place = clauseOf[pronoun]!;
  const own = clauses[place];
  if (own === undefined || quoted[pronoun] === true) return undefined;
  const isJoined = own.joinedTo !== place;
  const isBehindStop = /^[:;]$/.test(words[pronoun - 1]?.text ?? '');
  if (!isJoined && !isBehindStop && !/^(relcl|ccomp)$/.test(own.relation)) return undefined;
  let above = isBehindStop
    ? clauses.find(({ relation, form, head }) => relation === 'ROOT' && form === 'finite' && head < pronoun)
    : isJoined
      ? clauses[own.joinedTo]
      : clauses[own.parent];
  while (
    own.relation === 'relcl' &&
    above !== undefined &&
    above.parent >= 0 &&
    /^(relcl|acl|xcomp|advcl)$/.test(above.relation)
  )
    above = clauses[above.parent];
  const party = above?.passive ? above.object : above?.subject;
  if (above === undefined || above.form !== 'finite' || party?.link !== 'own' || party.head > pronoun) return undefined;
  const { lower, pos } = words[party.head]!;
  const noun = singularOf(lower);
  if (!/^(NOUN|PROPN)$/.test(pos) || noun !== lower || quoted[party.head] === true) return undefined;
  // A name of two words may be a person's; a person of any name is not "it".
  const isBody = mentions.some(({ from, to, kind }) => party.head >= from && party.head < to && kind !== 'place');
  if (pos === 'PROPN') return isBody || !/^\p{Lu}/u.test(words[party.head - 1]?.text ?? '') ? party.head : undefined;
  const isOffice = nounList('official').has(noun) || nounList('titles').has(noun) || nounList('withheld').has(noun);
  return (isSomebody(noun) || PLAIN_SAYING.has(above.lemma)) && !isOffice ? party.head : undefined;
}

/** A thing shows or brings, it does not speak: data, pictures and events leave what they show to whoever tells of them. */
export function canSpeak(
  sentence: ParsedSentence,
  party: Party | undefined,
  speaker: Speaker,
  clause: Clause,
): boolean {
  if (party === undefined) return false;
  const { words } = sentence;
  const word = words[party.head]!;
  const noun = singularOf(words[partOf(sentence, party.head)]!.lower);
  // "No official has come": nobody says it.
  if (childrenBy(sentence, party.head, 'det').some((at) => /^(no|neither)$/.test(words[at]!.lower))) return false;
  if (isThing(sentence, party.head)) return false;
  // "122 mm and 152 mm rounds", read as a verb: a measure says nothing.
  if (/^(mm|cm|km|m|kg|g|t)$/.test(noun) || Object.hasOwn(quantityWords().units, noun)) return false;
  // "“The draught tells you she loaded”": in what somebody says a thing tells "you".
  const hearer = clause.dative ?? clause.object;
  if (hearer !== undefined && words[hearer.head]!.lower === 'you' && word.pos === 'NOUN' && !isSomebody(noun))
    return false;
  const figures =
    clause.object?.link === 'own' &&
    clause.lemma === 'show' &&
    (tellsAmount(sentence, clause.object.head) || showsFigureOrEvent(sentence, clause, clause.object.head));
  // "sappers posted to the front are thought to": a clause without a subject is no content.
  const governs = childrenBy(sentence, clause.head, 'ccomp', 'xcomp').some(
    (at) =>
      sentence.arcs.labels[at] === 'xcomp' ||
      childBy(sentence, at, 'nsubj', 'nsubjpass', 'expl', 'csubj') !== undefined,
  );
  const shows =
    attributionList('data-show').has(clause.lemma) &&
    (figures || childBy(sentence, clause.head, 'ccomp') !== undefined);
  if (speaker.claimant.kind === 'sensor') return shows;
  // "Those close to him say": people, where it is said which.
  const isTold = word.lower === 'those' && childBy(sentence, party.head, 'amod', 'acl', 'relcl', 'prep') !== undefined;
  if (isTold) return PLAIN_SAYING.has(clause.lemma);
  if (word.pos === 'PRON' && /^(this|that|these|those|which|what|there)$/.test(word.lower)) return false;
  if (
    word.pos !== 'PROPN' &&
    !(shows && /^(data|figure|record|register|imagery)$/.test(noun)) &&
    attributionList('no-speakers').has(noun)
  )
    return false;
  // "After the accusation, a diplomat …": what was said says nothing.
  if (speaker.resolution === 'unresolved' && cueTables().claimNouns.has(noun)) return false;
  if (speaker.resolution !== 'unresolved' || isSomebody(noun)) return true;
  // "they face felony charges": an object, which the parser took for somebody who charges.
  if (word.pos === 'NOUN' && clause.head === party.head + 1 && words[party.head - 1]?.pos === 'VERB') return false;
  const denies = cueTables().verbs.get(clause.lemma) === 'denies';
  if (word.pos === 'PROPN')
    return (
      denies ||
      governs ||
      clause.object === undefined ||
      PLAIN_SAYING.has(clause.lemma) ||
      statesByFigure(sentence, clause)
    );
  if (word.pos === 'NUM' || /^(one|other|others|both|some|another|many|most|several)$/.test(word.lower))
    return party.link === 'own';
  // "Both the supplier and the buyer rejected the accusations": who denies has been spoken of.
  if (
    denies &&
    clause.object !== undefined &&
    (cueTables().deniable.has(singularOf(words[clause.object.head]!.lower)) || clause.object.link === 'antecedent')
  )
    return true;
  // "The latest count shows 39 carriers": what counts may show it.
  if (figures && noun === 'count') return true;
  // "The best way to put it is to say": of whom no list tells speaks in a clause of its own, and no abstract thing does.
  if (party.link === 'controlled' || isAbstract(noun)) return false;
  return governs
    ? (['shows', 'data-show', 'hands-over-nothing'] as const).every((list) => !attributionList(list).has(clause.lemma))
    : attributionList('says').has(clause.lemma) || (party.link === 'own' && givesFigure(sentence, clause));
}

/** "The rebels put their losses at three", "counted nine", "gave figures": by a figure or by evidence. */
function statesByFigure(sentence: ParsedSentence, clause: Clause): boolean {
  return givesFigure(sentence, clause) || givesEvidence(sentence, clause);
}

function givesFigure(sentence: ParsedSentence, clause: Clause): boolean {
  return (
    /^(put|peg)$/.test(clause.lemma) ||
    (/^(count|estimate|reckon)$/.test(clause.lemma) &&
      clause.object?.link === 'own' &&
      tellsAmount(sentence, clause.object.head))
  );
}

/** "five million shells or 200,000 rockets, X said": goods do not speak, whatever stands before the verb. */
function isThing({ words }: ParsedSentence, head: number): boolean {
  const noun = singularOf(words[head]!.lower);
  return (
    words[head]!.pos === 'NOUN' &&
    (predicateWords().classes.rocket?.includes(noun) === true || attributionList('things-counted').has(noun))
  );
}

/** "a couple of experts", "most of the residents": of whom there are so many. */
function partOf(sentence: ParsedSentence, head: number): number {
  if (!attributionList('parts-of-many').has(sentence.words[head]!.lower)) return head;
  const of = childrenBy(sentence, head, 'prep').find((at) => sentence.words[at]!.lower === 'of');
  return (of === undefined ? undefined : childBy(sentence, of, 'pobj')) ?? head;
}
