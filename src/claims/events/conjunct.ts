import type { Predicate, Roles } from '../model/claim.ts';
import { mentionOf } from '../names/mention.ts';
import { inTime, type Run } from '../names/phrase.ts';
import type { ReadSentence } from '../syntax/parsed-sentence.ts';
import type { VerbGroup } from '../syntax/verb-group.ts';
import { isActor } from './role-actor.ts';
import { isThing } from './role-noun.ts';
import { cleaned, thingAt } from './role-phrase.ts';
import { readRoles } from './roles.ts';

/** One thing with its own party behind a verb: where what joins it to the one before stands, and where it begins itself. */
export type Lot = { readonly joint: number; readonly from: number };

/** The preposition by which a verb of each kind takes the party, or the means, that tells one lot from another. */
function leadOf(predicate: Predicate, lemma: string): string | undefined {
  if (lemma === 'receive') return 'from';
  if (predicate === 'transferred') return 'to';
  if (predicate === 'attacked') return 'with';
  return predicate === 'fired' ? 'at' : undefined;
}

/**
 * "200 drones to Latvia and 40 missiles to Chad", "boats from Italy and radars from Malta": the lots behind one verb from the
 * second on. A list of things, or of those who get one thing, is one lot.
 */
export function lotsBehind(sentence: ReadSentence, group: VerbGroup, predicate: Predicate, end: number): Lot[] {
  const lead = leadOf(predicate, group.lemma);
  const next = sentence.groups.find((other) => other.from >= group.to && other.form !== 'past-participle');
  const limit = Math.min(end, next?.from ?? sentence.words.length);
  const first = lead === undefined ? undefined : firstParty(sentence, lead, group.to, limit);
  if (lead === undefined || first === undefined) return [];
  const lots: Lot[] = [];
  for (let i = first.to; i < limit; i++) {
    const from = behindJoint(sentence, i);
    const party = from === undefined ? undefined : partyOfLot(sentence, lead, from, limit);
    if (from === undefined || party === undefined) continue;
    lots.push({ joint: i, from });
    i = party.to - 1;
  }
  return lots;
}

/** Who takes part in a lot: its own thing and party, and what it shares with the verb. */
export function rolesOfLot(
  sentence: ReadSentence,
  group: VerbGroup,
  predicate: Predicate,
  lot: Lot,
  end: number,
): Roles {
  if (!group.passive) return readRoles(sentence, { ...group, to: lot.from }, predicate, end);
  const thing = thingAt(sentence, lot.from)!;
  return {
    ...readRoles(sentence, { ...group, to: thing.to }, predicate, end),
    object: [cleaned(sentence, thing)].filter((name) => name !== ''),
  };
}

function firstParty(sentence: ReadSentence, lead: string, from: number, limit: number): Run | undefined {
  for (let i = from; i < limit; i++) {
    const party = sentence.words[i]!.lower === lead ? partyAt(sentence, lead, i + 1) : undefined;
    if (party !== undefined) return party;
  }
  return undefined;
}

/** Where the phrase behind "and", "or", a comma or both begins. */
function behindJoint({ words, times }: ReadSentence, at: number): number | undefined {
  if (!/^(,|and|or)$/.test(words[at]!.lower) || inTime(times, at) !== undefined) return undefined;
  return words[at]!.text === ',' && /^(and|or)$/.test(words[at + 1]?.lower ?? '') ? at + 2 : at + 1;
}

function partyOfLot(sentence: ReadSentence, lead: string, from: number, limit: number): Run | undefined {
  const thing = thingAt(sentence, from);
  if (thing === undefined || thing.to >= limit) return undefined;
  const counted = sentence.words.slice(from, thing.to).some(({ pos }) => pos === 'NUM');
  if (cleaned(sentence, thing) === '' && !counted) return undefined;
  // "to Latvia and the army to its south": who gets it is no thing.
  const named = mentionOf(sentence.mentions, thing.to - 1);
  if (named !== undefined && named.kind !== 'demonym') return undefined;
  const at = (inTime(sentence.times, thing.to)?.lastWord ?? thing.to - 1) + 1;
  const party = sentence.words[at]?.lower === lead ? partyAt(sentence, lead, at + 1) : undefined;
  return party !== undefined && party.to <= limit ? party : undefined;
}

/** Somebody, a name of a place, or for means a thing. */
function partyAt(sentence: ReadSentence, lead: string, at: number): Run | undefined {
  const phrase = thingAt(sentence, at);
  if (phrase === undefined || inTime(sentence.times, phrase.from) !== undefined) return undefined;
  const head = sentence.words[phrase.to - 1]!;
  if (lead === 'with') return isThing(head.lower) ? phrase : undefined;
  // Fire goes at things and places as well.
  if (lead === 'at' && head.pos === 'NOUN') return phrase;
  return isActor(sentence, phrase) || head.pos === 'PROPN' ? phrase : undefined;
}
