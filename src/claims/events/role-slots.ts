import { lexicalVerbs } from '../lexicon/verb-class.ts';
import { nounList } from '../lexicon/vocabulary.ts';
import type { Predicate, Role } from '../model/claim.ts';
import { singularOf } from '../quantities/counted-noun.ts';
import type { Clause, Party } from '../syntax/clause.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import { childBy, childrenBy, conjunctsOf } from '../syntax/phrase-span.ts';
import { comesUnder, isMovement } from './event.ts';
import { namesClass } from './event-words.ts';
import { isTime } from './party-name.ts';
import { isCapital, isName, isPlace, isSomebody, isWhere } from './place-of-party.ts';

/** A party with the part that it plays in an event. */
export type Slot = { readonly role: Role; readonly party: Party };

/** Slots of the verb's frame: what its subject, object and prepositions are for this kind of event. */
export function slotsOf(sentence: ParsedSentence, clause: Clause, predicate: Predicate): Slot[] {
  const slots: Slot[] = [];
  const own = (role: Role, party: Party | undefined) => {
    if (party !== undefined) slots.push({ role, party });
  };
  if (predicate === 'transferred' && isMovement(sentence, clause)) return movedSlots(sentence, clause);
  const receives = predicate === 'transferred' && lexicalVerbs('receives').has(clause.lemma);
  const with_ = clause.obliques.find(({ preposition, head }) => preposition === 'with' && !isTime(sentence, head));
  const suppliesWith =
    lexicalVerbs('supplies-with').has(clause.lemma) && with_ !== undefined && clause.object !== undefined;
  own(
    receives ? 'recipient' : 'agent',
    isExpletive(sentence, clause) || isWhen(sentence, clause) ? undefined : clause.subject,
  );
  if (comesUnder(sentence, clause))
    return clause.subject === undefined ? [] : [{ role: 'object', party: clause.subject }];
  if (predicate === 'procured') own('recipient', clause.subject);
  // "is resolved to halt", "is determined to go on": whose mind is made up is who means to act.
  const isMinded = sentence.clauses.some(
    ({ parent, form }) => form === 'infinitive' && sentence.clauses[parent] === clause,
  );
  if (clause.passive && clause.subject === undefined && isMinded && lexicalVerbs('minded').has(clause.lemma))
    return [...(clause.object === undefined ? [] : [{ role: 'agent' as const, party: clause.object }])];
  if (suppliesWith) {
    own('recipient', clause.object);
    own('object', { head: with_.head, link: 'own' });
  } else if (lexicalVerbs('leaves').has(clause.lemma)) {
    // "left Dosso", "left Iran on board a coaster".
    const left = clause.dative ?? clause.object;
    own(left !== undefined && isWhere(sentence, left.head) ? 'origin' : 'object', left);
  } else {
    const borne = borneBy(sentence, clause, 'borne') ?? ofEvent(sentence, clause);
    // "The raid was carried out by guards": what is done is no party to it.
    const isDoing =
      predicate !== 'said' && borne === undefined && DOES.test(clause.lemma) && isEvent(sentence, clause.object);
    own('object', borne ?? (isDoing ? undefined : clause.object));
    if (borne === undefined) own('object', borneBy(sentence, clause, 'imposed'));
  }
  if (!lexicalVerbs('leaves').has(clause.lemma)) own('recipient', clause.dative);
  const changesHands = /^(transferred|ship-to-ship-transferred|procured|financed|stole)$/.test(predicate);
  const gives = lexicalVerbs('gives').has(clause.lemma);
  const goes = changesHands || lexicalVerbs('goes').has(clause.lemma);
  // "travelled from Angola to Chad": whoever goes there, with nothing that is brought.
  const moves = clause.object === undefined && !clause.passive;
  for (const { preposition, head } of [...clause.obliques, ...underObject(sentence, clause, goes || gives)]) {
    if (isTime(sentence, head) || head === with_?.head) continue;
    const party: Party = { head, link: 'own' };
    if (preposition === 'to' || preposition === 'into' || preposition === 'onto') {
      if (changesHands || gives || predicate === 'employed')
        own(isPlace(sentence, head) ? 'destination' : 'recipient', party);
      else if (predicate === 'called-at' || (goes && (isCapital(sentence, head) || (moves && isWhere(sentence, head)))))
        own('destination', party);
      else if (goes && clause.object !== undefined && isSomebody(sentence, head)) own('recipient', party);
    } else if (
      preposition === 'for' &&
      /^(arm|equip|buy|procure|purchase|obtain)$/.test(clause.lemma) &&
      isName(sentence, head)
    )
      own('recipient', party);
    // "were destined for Chad", "bound for Narva": where the things were to go.
    else if (preposition === 'for' && /^(destine|bind|earmark)$/.test(clause.lemma) && clause.passive)
      own(isPlace(sentence, head) ? 'destination' : 'recipient', party);
    else if (preposition === 'from' || preposition === 'off') {
      // "kidnapped off Brass": where it was done.
      if (changesHands || predicate === 'called-at' || receives || (goes && preposition === 'from'))
        own('origin', party);
    } else if (preposition === 'at' || preposition === 'in') {
      if (/^(end-up|wind-up)$/.test(clause.lemma) && isWhere(sentence, head)) own('destination', party);
      else if (predicate === 'called-at' || (lexicalVerbs('arrives').has(clause.lemma) && isWhere(sentence, head)))
        own('destination', party);
      else if (lexicalVerbs('loads').has(clause.lemma) && isWhere(sentence, head)) own('origin', party);
    } else if (preposition === 'with' && !suppliesWith) {
      if (predicate === 'ship-to-ship-transferred') own('recipient', party);
      else if (/^(attacked|fired|launched)$/.test(predicate) && namesClass(sentence, head, 'rocket'))
        own('instrument', party);
    }
  }
  return slots;
}

/** "carried out a raid on the port", "set fire to 30 trucks", "placed sanctions on the company": to what the noun was done. */
function borneBy(
  sentence: ParsedSentence,
  { object, obliques, head: verb }: Clause,
  list: 'borne' | 'imposed',
): Party | undefined {
  const { words } = sentence;
  if (object?.link !== 'own' || !nounList(list).has(singularOf(words[object.head]!.lower))) return undefined;
  const isTo = (word: string) =>
    (words[object.head]!.lower === 'fire' ? /^(to|on|at)$/ : /^(on|against|at)$/).test(word);
  const below = childrenBy(sentence, object.head, 'prep')
    .filter((at) => isTo(words[at]!.lower))
    .map((at) => childBy(sentence, at, 'pobj'));
  const beside = obliques.filter(({ preposition, at }) => isTo(preposition) && at > verb).map(({ head }) => head);
  const head = [...below, ...beside].find((at) => at !== undefined && !isTime(sentence, at));
  return head === undefined ? undefined : { head, link: 'own' };
}

/** "conducted a transfer of crude", "carried out the killing of two men": what a light verb's noun of doing is of. */
function ofEvent(sentence: ParsedSentence, { object, lemma }: Clause): Party | undefined {
  if (object?.link !== 'own') return undefined;
  const noun = singularOf(sentence.words[object.head]!.lower);
  const isDone = DOES.test(lemma) && (nounList('handing').has(noun) || nounList('undergone').has(noun));
  // "took delivery of 40 rifles", "got hold of", "lost control of the port".
  const isHeld = /^(take|get|gain|obtain|assume|have|lose|keep|retain)$/.test(lemma) && HOLDS.test(noun);
  if (!isDone && !isHeld) return undefined;
  const of = childrenBy(sentence, object.head, 'prep').find((at) => sentence.words[at]!.lower === 'of');
  const head = of === undefined ? undefined : childBy(sentence, of, 'pobj');
  return head === undefined || isTime(sentence, head) ? undefined : { head, link: 'own' };
}

const DOES = /^(conduct|carry-out|perform|make|undertake|commit|complete|execute|stage)$/;
const HOLDS = /^(hold|delivery|possession|receipt|custody|control|ownership|charge)$/;

function isEvent({ words }: ParsedSentence, party: Party | undefined): boolean {
  return party !== undefined && nounList('event').has(singularOf(words[party.head]!.lower));
}

/** "published by July": by when, and not by whom. */
function isWhen(sentence: ParsedSentence, { passive, subject }: Clause): boolean {
  return passive && subject !== undefined && isTime(sentence, subject.head);
}

/** "It is too early to tell", "it appears that": nobody. */
function isExpletive({ words, clauses }: ParsedSentence, clause: Clause): boolean {
  const subject = clause.subject?.link === 'own' ? clause.subject.head : undefined;
  if (subject === undefined || words[subject]!.lower !== 'it' || !/^(be|seem|appear|remain|become)$/.test(clause.lemma))
    return false;
  const place = clauses.indexOf(clause);
  return clauses.some(({ parent, form, opener }) => parent === place && (form === 'infinitive' || opener === 'that'));
}

/** "11 howitzers reached the Brigades from Jordan": what moves is the object, and whom it reaches gets it. */
function movedSlots(sentence: ParsedSentence, clause: Clause): Slot[] {
  const slots: Slot[] = [{ role: 'object', party: clause.subject! }];
  if (clause.object !== undefined && /^(reach|enter)$/.test(clause.lemma))
    slots.push({ role: isPlace(sentence, clause.object.head) ? 'destination' : 'recipient', party: clause.object });
  if (clause.object !== undefined && lexicalVerbs('leaves').has(clause.lemma) && isWhere(sentence, clause.object.head))
    slots.push({ role: 'origin', party: clause.object });
  for (const { preposition, head } of clause.obliques) {
    if (isTime(sentence, head)) continue;
    const party: Party = { head, link: 'own' };
    if (/^(to|into|at|in)$/.test(preposition))
      slots.push({ role: isPlace(sentence, head) ? 'destination' : 'recipient', party });
    else if (preposition === 'from') slots.push({ role: 'origin', party });
  }
  return slots;
}

const MAKES = /^(make|produce|manufacture|build|design|develop|assemble|grow|mine|print)$/;

/** "supplied 165,000 barrels of oil to Pyongyang": the parser often hangs "to" and "from" on the noun of the object. */
function underObject(
  sentence: ParsedSentence,
  clause: Clause,
  moves: boolean,
): { preposition: string; head: number }[] {
  if (!moves || clause.object === undefined || clause.object.link !== 'own') return [];
  const found: { preposition: string; head: number }[] = [];
  const pending = conjunctsOf(sentence, clause.object.head);
  for (const at of pending)
    for (const preposition of childrenBy(sentence, at, 'prep')) {
      const object = childBy(sentence, preposition, 'pobj');
      const { lower } = sentence.words[preposition]!;
      if (object === undefined) continue;
      if (/^(to|into|from)$/.test(lower)) found.push({ preposition: lower, head: object });
      // "containers of shells and materials for munitions to Chad": it hangs on whichever noun came last.
      else if (/^(of|for|with)$/.test(lower)) pending.push(...conjunctsOf(sentence, object));
    }
  // "supplied tools made in Riga to Chad": nothing is made to anybody.
  for (const { head, obliques } of sentence.clauses)
    if (MAKES.test(sentence.words[head]!.lemma) && pending.includes(sentence.arcs.heads[head]!))
      for (const one of obliques) if (one.preposition === 'to') found.push({ preposition: 'to', head: one.head });
  return found;
}
