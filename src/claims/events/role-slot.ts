import type { Predicate, Roles } from '../model/claim.ts';
import { mentionOf } from '../names/mention.ts';
import type { ReadSentence } from '../syntax/parsed-sentence.ts';
import type { VerbGroup } from '../syntax/verb-group.ts';
import { isActor } from './role-actor.ts';
import { thingAt } from './role-phrase.ts';

/** "rockets for the Wagner group", "missiles for use by Russia": who gets what is handed over. */
export function receiverBehindFor(sentence: ReadSentence, at: number, predicate: Predicate): keyof Roles | undefined {
  if (predicate !== 'transferred' && predicate !== 'financed') return undefined;
  const phrase = thingAt(sentence, at + 1);
  if (phrase === undefined) return undefined;
  const mention = mentionOf(sentence.mentions, phrase.to - 1);
  return mention !== undefined && mention.kind !== 'place' && isActor(sentence, phrase) ? 'recipient' : undefined;
}

/** The role that a preposition opens behind a verb; `carried` is the deed that a light verb carries ("an attack"). */
export function slotOf(
  preposition: string,
  predicate: Predicate,
  current: keyof Roles | undefined,
  group: VerbGroup,
  carried: string,
): keyof Roles | undefined {
  switch (preposition) {
    case 'to':
      return predicate === 'transferred' || predicate === 'financed' ? 'recipient' : undefined;
    case 'with':
    case 'using':
      return predicate === 'attacked' || predicate === 'fired'
        ? 'instrument'
        : predicate === 'transferred'
          ? 'object'
          : undefined;
    case 'by':
      // "vetoed a draft led by the United States": the doer of another deed.
      return group.passive || group.form === 'past-participle' ? 'agent' : undefined;
    case 'of':
      return carried === '' ? undefined : 'object';
    case 'including':
      return current ?? 'object';
    case 'at':
    case 'against':
    case 'on':
      if (carried !== '' && /^(attacked|designated)$/.test(predicate)) return 'object';
      return /^(fired|attacked|launched)$/.test(predicate) || predicate === 'adopted' ? 'recipient' : undefined;
    default:
      return undefined;
  }
}
