import { currencyNames } from '../lexicon/currency.ts';
import { nounList } from '../lexicon/vocabulary.ts';
import type { Basis } from '../model/basis.ts';
import type { Claimant, Predicate, Role, Roles } from '../model/claim.ts';
import { singularOf } from '../quantities/counted-noun.ts';
import type { Clause, Party } from '../syntax/clause.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import { childBy, childrenBy, conjunctsOf, nounRun } from '../syntax/phrase-span.ts';
import { isSetApart } from '../syntax/set-apart.ts';
import { amountOfEvent } from './event.ts';
import { namesClass } from './event-words.ts';
import { blamedOn, heldResponsible, isBlamed, takesBlame } from './noun-parties.ts';
import { isTime, mentionOf } from './party-name.ts';
import { isName } from './place-of-party.ts';
import { type Slot, slotsOf } from './role-slots.ts';

/** The parties of an event as the text has them, how each was read, and what was left open between. */
export type ReadRoles = {
  readonly roles: Roles;
  readonly basis: { readonly [role in Role]?: Basis };
  readonly candidates: { readonly [role in Role]?: readonly string[] };
};

/** Below this share the parser was of two minds about an arc, and the part stays open. */
const SURE = 0.35;

const MOST_MENTIONS = 8;

/** Who did what to whom, for one clause. `speaker`: whom "it" and "they" mean in what somebody says of themself. */
export function rolesOfClause(
  sentence: ParsedSentence,
  clause: Clause,
  predicate: Predicate,
  speaker: Claimant | undefined,
): ReadRoles {
  const slots = slotsOf(sentence, clause, predicate);
  // "found no firm that sold it": nobody has a part in what is told of none. That no rifles were sold is a denial of their sale.
  const some = predicate === 'said' ? slots.filter(({ party }) => !isNone(sentence, party.head)) : slots;
  return read(sentence, some, speaker);
}

function isNone(sentence: ParsedSentence, at: number): boolean {
  return childrenBy(sentence, at, 'det').some((det) => sentence.words[det]!.lower === 'no');
}

/** A party of another clause, as who did it. */
export function agentAlone(sentence: ParsedSentence, party: Party): ReadRoles {
  return read(sentence, [{ role: 'agent', party }], undefined);
}

/** "the sale of ore by X to Y", "X's delivery of shells": who did what to whom, for an event told by a noun. */
export function rolesOfNoun(sentence: ParsedSentence, top: number, speaker: Claimant | undefined): ReadRoles {
  const slots: Slot[] = [];
  // "5 million dollars in exports to Chad from Dorvik": parties hang on the amount as well as on what it is of.
  const noun = amountOfEvent(sentence, top) ?? top;
  const own = (role: Role, head: number | undefined) => {
    if (head !== undefined) slots.push({ role, party: { head, link: 'own' } });
  };
  // "the designation of Dorvik", "the killing of Ahmed": of whom it is told suffers it.
  const isUndergone = nounList('undergone').has(singularOf(sentence.words[noun]!.lower));
  const owner = childBy(sentence, noun, 'poss');
  own(
    isUndergone && childrenBy(sentence, noun, 'prep').every((at) => sentence.words[at]!.lower !== 'of')
      ? 'object'
      : 'agent',
    owner === undefined || isTime(sentence, owner) ? undefined : owner,
  );
  const holders = noun === top ? [noun] : [noun, top];
  for (const preposition of holders.flatMap((at) => childrenBy(sentence, at, 'prep', 'agent'))) {
    const object = childBy(sentence, preposition, 'pobj');
    if (object === noun) continue;
    const { lower } = sentence.words[preposition]!;
    if (object === undefined || isTime(sentence, object)) continue;
    if (lower === 'of')
      own(
        isUndergone || namesClass(sentence, object, 'goods') || !isName(sentence, object) ? 'object' : 'agent',
        object,
      );
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

function read(sentence: ParsedSentence, slots: readonly Slot[], speaker: Claimant | undefined): ReadRoles {
  const roles: { [role in Role]?: string[] } = {};
  const basis: { [role in Role]?: Basis } = {};
  const candidates: { [role in Role]?: string[] } = {};
  for (const { role, party } of slots) {
    // "May 25, 2009: Carries out its second test", "since mid-2023 put out photos": a time that the parser took for a party does nothing.
    if (isTime(sentence, party.head) || isDay(sentence, party.head) || isSpell(sentence, party.head)) continue;
    const heads = conjunctsOf(sentence, party.head).filter((head) => !isSetApart(sentence, head));
    for (const head of role === 'object'
      ? heads.flatMap((one) => [one, ...measuredWith(sentence, one), ...membersOf(sentence, one)])
      : heads) {
      // "using “previously idle or sprawling sites”": what only says of what kind something is.
      if (sentence.words[head]!.pos === 'ADV' || (sentence.words[head]!.pos === 'ADJ' && isBare(sentence, head)))
        continue;
      // "exporting millions of dollars' worth of parts": money does nothing and gets nothing.
      if (role !== 'object' && currencyNames().has(sentence.words[head]!.lower)) continue;
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
      if (!list.includes(text.text) && list.length < MOST_MENTIONS) list.push(text.text);
      roles[role] = list;
      const how: Basis = text.carried || party.link === 'controlled' ? 'carried' : 'explicit';
      basis[role] =
        basis[role] === undefined || basis[role] === 'open' ? how : basis[role] === 'carried' ? 'carried' : how;
    }
  }
  return { roles, basis, candidates };
}

/** "the day before that killed 20": no stretch of time does or suffers anything. */
function isSpell({ words }: ParsedSentence, at: number): boolean {
  return /^(times?|days?|weeks?|months?|years?|nights?|mornings?|evenings?|afternoons?|weekend)$/.test(
    words[at]!.lower,
  );
}

/** An adjective with no article before it: "the wounded" are people. */
function isBare(sentence: ParsedSentence, at: number): boolean {
  return childrenBy(sentence, at, 'det', 'nummod', 'poss', 'prep').length === 0;
}

/** "two tons of scales and ivory": all that is measured together. */
function measuredWith(sentence: ParsedSentence, head: number): readonly number[] {
  const { words } = sentence;
  const isMeasure = words[head]!.pos === 'NUM' || nounList('measure').has(singularOf(words[head]!.lower));
  return !isMeasure
    ? []
    : childrenBy(sentence, head, 'prep')
        .filter((at) => words[at]!.lower === 'of')
        .flatMap((at) => childrenBy(sentence, at, 'pobj'))
        .flatMap((at) => conjunctsOf(sentence, at).slice(1));
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

/** "May 25", "mid-2023", "2019" alone, also where it is too vague for a time; "the Cape March" and "2000 of the rifles" are none. */
function isDay(sentence: ParsedSentence, at: number): boolean {
  const { from, to } = nounRun(sentence, at);
  const phrase = sentence.words.slice(from, to).filter(({ pos }) => pos !== 'PUNCT');
  const of = childrenBy(sentence, at, 'prep').length > 0;
  return !of && phrase.length > 0 && phrase.every(({ text }) => PART_OF_DAY.test(text));
}

const PART_OF_DAY =
  /^(?:(?:early|mid|late)-(?:19|20)\d\d|(?:19|20)\d\d|[0-3]?\d|(?:early-|mid-|late-)?(?:January|February|March|April|May|June|July|August|September|October|November|December))$/;
