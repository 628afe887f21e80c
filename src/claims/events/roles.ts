import { lexicalVerbs } from '../lexicon/verb-class.ts';
import { nounList } from '../lexicon/vocabulary.ts';
import type { Basis } from '../model/basis.ts';
import type { Claimant, Predicate, Role, Roles } from '../model/claim.ts';
import { singularOf } from '../quantities/counted-noun.ts';
import type { Clause, Party } from '../syntax/clause.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import { childBy, childrenBy, conjunctsOf, nounRun } from '../syntax/phrase-span.ts';
import { isSetApart } from '../syntax/set-apart.ts';
import { isMovement } from './event.ts';
import { namesClass } from './event-words.ts';
import { blamedOn, heldResponsible, isBlamed, takesBlame } from './noun-parties.ts';
import { isTime, mentionOf } from './party-name.ts';

/** The parties of an event as the text has them, how each was read, and what was left open between. */
export type ReadRoles = {
  readonly roles: Roles;
  readonly basis: { readonly [role in Role]?: Basis };
  readonly candidates: { readonly [role in Role]?: readonly string[] };
};

/** Below this share the parser was of two minds about an arc, and the part stays open. */
const SURE = 0.35;

const MOST_MENTIONS = 8;

type Slot = { readonly role: Role; readonly party: Party };

/** Who did what to whom, for one clause. `speaker`: whom "it" and "they" mean in what somebody says of themself. */
export function rolesOfClause(
  sentence: ParsedSentence,
  clause: Clause,
  predicate: Predicate,
  speaker: Claimant | undefined,
): ReadRoles {
  return read(sentence, slotsOf(sentence, clause, predicate), speaker);
}

/** A party of another clause, as who did it. */
export function agentAlone(sentence: ParsedSentence, party: Party): ReadRoles {
  return read(sentence, [{ role: 'agent', party }], undefined);
}

/** "the sale of ore by X to Y", "X's delivery of shells": who did what to whom, for an event told by a noun. */
export function rolesOfNoun(sentence: ParsedSentence, noun: number, speaker: Claimant | undefined): ReadRoles {
  const slots: Slot[] = [];
  const own = (role: Role, head: number | undefined) => {
    if (head !== undefined) slots.push({ role, party: { head, link: 'own' } });
  };
  const owner = childBy(sentence, noun, 'poss');
  own('agent', owner === undefined || isTime(sentence, owner) ? undefined : owner);
  for (const preposition of childrenBy(sentence, noun, 'prep', 'agent')) {
    const object = childBy(sentence, preposition, 'pobj');
    const { lower } = sentence.words[preposition]!;
    if (object === undefined || isTime(sentence, object)) continue;
    if (lower === 'of')
      own(namesClass(sentence, object, 'goods') || !isName(sentence, object) ? 'object' : 'agent', object);
    else if (lower === 'by') own('agent', object);
    else if (lower === 'to') own('recipient', object);
    else if (lower === 'from') own('origin', object);
    else if (/^(on|against)$/.test(lower) && !isBlamed(sentence, noun)) own('object', object);
    else if (lower === 'on') own('agent', object);
  }
  own('agent', heldResponsible(sentence, noun));
  if (isBlamed(sentence, noun)) own('agent', blamedOn(sentence, noun));
  // "putting the blame on contractors": who is blamed is said to have done it.
  if (takesBlame(sentence, noun)) own('agent', noun);
  const thing = childrenBy(sentence, noun, 'compound').find((at) => namesClass(sentence, at, 'goods'));
  if (!slots.some(({ role }) => role === 'object')) own('object', thing);
  return read(sentence, slots, speaker);
}

/** Slots of the verb's frame: what its subject, object and prepositions are for this kind of event. */
function slotsOf(sentence: ParsedSentence, clause: Clause, predicate: Predicate): Slot[] {
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
  if (predicate === 'procured') own('recipient', clause.subject);
  // "is resolved to halt", "is determined to go on": whose mind is made up is who means to act.
  if (clause.passive && clause.subject === undefined && lexicalVerbs('minded').has(clause.lemma))
    return [...(clause.object === undefined ? [] : [{ role: 'agent' as const, party: clause.object }])];
  if (suppliesWith) {
    own('recipient', clause.object);
    own('object', { head: with_.head, link: 'own' });
  } else if (lexicalVerbs('leaves').has(clause.lemma)) {
    // "left Dosso", "left Iran on board a coaster".
    const left = clause.dative ?? clause.object;
    own(left !== undefined && isWhere(sentence, left.head) ? 'origin' : 'object', left);
  } else {
    const borne = borneBy(sentence, clause, 'borne');
    own('object', borne ?? clause.object);
    if (borne === undefined) own('object', borneBy(sentence, clause, 'imposed'));
  }
  if (!lexicalVerbs('leaves').has(clause.lemma)) own('recipient', clause.dative);
  const changesHands = /^(transferred|ship-to-ship-transferred|procured|financed|stole)$/.test(predicate);
  const goes = changesHands || lexicalVerbs('goes').has(clause.lemma);
  for (const { preposition, head } of [...clause.obliques, ...underObject(sentence, clause, goes)]) {
    if (isTime(sentence, head) || head === with_?.head) continue;
    const party: Party = { head, link: 'own' };
    if (preposition === 'to' || preposition === 'into' || preposition === 'onto') {
      if (changesHands || lexicalVerbs('gives').has(clause.lemma) || predicate === 'employed')
        own(isPlace(sentence, head) ? 'destination' : 'recipient', party);
      else if (predicate === 'called-at' || (goes && isCapital(sentence, head))) own('destination', party);
      else if (goes && clause.object !== undefined && isSomebody(sentence, head)) own('recipient', party);
    } else if (
      preposition === 'for' &&
      /^(arm|equip|buy|procure|purchase|obtain)$/.test(clause.lemma) &&
      isName(sentence, head)
    )
      own('recipient', party);
    else if (preposition === 'from' || preposition === 'off') {
      // "kidnapped off Brass": where it was done.
      if (changesHands || predicate === 'called-at' || receives || (goes && preposition === 'from'))
        own('origin', party);
    } else if (preposition === 'at' || preposition === 'in') {
      if (predicate === 'called-at' || (lexicalVerbs('arrives').has(clause.lemma) && isWhere(sentence, head)))
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

/** "published by July": by when, and not by whom. */
function isWhen(sentence: ParsedSentence, { passive, subject }: Clause): boolean {
  return passive && subject !== undefined && isTime(sentence, subject.head);
}

/** "May 25", "mid-2023", "2019" alone, also where it is too vague for a time; "the Cape March" and "2000 of the rifles" are none. */
function isDay(sentence: ParsedSentence, at: number): boolean {
  const { from, to } = nounRun(sentence, at);
  const phrase = sentence.words.slice(from, to).filter(({ pos }) => pos !== 'PUNCT');
  const of = childrenBy(sentence, at, 'prep').length > 0;
  return !of && phrase.length > 0 && phrase.every(({ text }) => PART_OF_DAY.test(text));
}

const PART_OF_DAY =
  /^(?:(?:early|mid|late)-(?:19|20)\d\d|(?:19|20)\d\d|[0-3]?\d|(?:early-|mid-|late-)?(?:January|February|March|April|May|June|July|August|September|October|November|December))$/;

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
  return found;
}

function isPlace({ mentions, words }: ParsedSentence, at: number): boolean {
  return (
    mentions.some(({ kind, from, to }) => kind === 'place' && at >= from && at < to) ||
    nounList('spot').has(singularOf(words[at]!.lower))
  );
}

/** A place, or the seat of a government, which is one for whoever is brought there. */
function isCapital(sentence: ParsedSentence, at: number): boolean {
  const isSeat = sentence.mentions.some(({ kind, from, to }) => kind === 'seat' && at >= from && at < to);
  return isSeat || isPlace(sentence, at);
}

/** A place, also one that no list knows. */
function isWhere(sentence: ParsedSentence, at: number): boolean {
  return isPlace(sentence, at) || isName(sentence, at);
}

/** Who can be given something: a name, or a noun of a body or of people. */
function isSomebody(sentence: ParsedSentence, at: number): boolean {
  const noun = singularOf(sentence.words[at]!.lower);
  return isName(sentence, at) || ['organ', 'official', 'company', 'unnamed'].some((list) => nounList(list).has(noun));
}

function isName({ words, mentions }: ParsedSentence, at: number): boolean {
  return words[at]!.pos === 'PROPN' || mentions.some(({ from, to }) => at >= from && at < to);
}

function read(sentence: ParsedSentence, slots: readonly Slot[], speaker: Claimant | undefined): ReadRoles {
  const roles: { [role in Role]?: string[] } = {};
  const basis: { [role in Role]?: Basis } = {};
  const candidates: { [role in Role]?: string[] } = {};
  for (const { role, party } of slots) {
    // "May 25, 2009: Carries out its second test", "since mid-2023 put out photos": a time that the parser took for a party does nothing.
    if (isTime(sentence, party.head) || isDay(sentence, party.head)) continue;
    const heads = conjunctsOf(sentence, party.head).filter((head) => !isSetApart(sentence, head));
    for (const head of role === 'object' ? heads.flatMap((one) => [one, ...membersOf(sentence, one)]) : heads) {
      const text = mentionOf(sentence, head, speaker);
      if (text === undefined) {
        basis[role] ??= 'open';
        continue;
      }
      if (!isSure(sentence, head, party)) {
        candidates[role] = [...(candidates[role] ?? []), text.text];
        basis[role] ??= 'open';
        continue;
      }
      if (/^(pieces?|goods|ones?|others?|some|most|many|all|any|both|each|thing|things|nothing|none)$/i.test(text.text))
        continue;
      const list = roles[role] ?? [];
      // "premier A and deputy premier B", read as one name.
      for (const one of text.text.split(/ and (?=\p{Lu})/u))
        if (!list.includes(one) && list.length < MOST_MENTIONS) list.push(one);
      roles[role] = list;
      const how: Basis = text.carried || party.link === 'controlled' ? 'carried' : 'explicit';
      basis[role] =
        basis[role] === undefined || basis[role] === 'open' ? how : basis[role] === 'carried' ? 'carried' : how;
    }
  }
  return { roles, basis, candidates };
}

/** "packages, including missiles and shells": what is told to be among the things that a noun names. */
function membersOf(sentence: ParsedSentence, head: number): readonly number[] {
  return childrenBy(sentence, head, 'prep')
    .filter((at) => sentence.words[at]!.lower === 'including')
    .flatMap((at) => childrenBy(sentence, at, 'pobj'))
    .flatMap((at) => conjunctsOf(sentence, at));
}

function isSure({ arcs }: ParsedSentence, head: number, party: Party): boolean {
  return party.unsure !== true && (arcs.shares[head]! >= SURE || party.link === 'antecedent');
}
