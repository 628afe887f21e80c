import type { Predicate, Roles } from '../model/claim.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Run } from '../names/phrase.ts';
import type { ReadSentence } from '../syntax/parsed-sentence.ts';
import { eventNoun, type PredicateHit } from './predicate.ts';

/** What an earlier sentence counted and did: the meaning of "such cases". */
export type Antecedent = {
  readonly predicate: Predicate;
  readonly roles: Roles;
  readonly counts: string | undefined;
  readonly where: readonly string[];
};

/** "50 times" counts what was done; "10 such cases" counts what was counted before. */
export function countedBy(
  quantity: Quantity,
  hit: PredicateHit | undefined,
  antecedent: Antecedent | undefined,
): Quantity {
  const generic = /^(time|occasion|case|incident|instance|event|occurrence)$/.test(quantity.counts);
  if (!generic) return quantity;
  if (antecedent !== undefined && !/^(time|occasion)$/.test(quantity.counts)) {
    const counts = antecedent.counts ?? eventNoun(antecedent.predicate);
    return counts === undefined ? quantity : { ...quantity, counts };
  }
  const counts = /^(time|occasion)$/.test(quantity.counts) && hit !== undefined ? eventNoun(hit.predicate) : undefined;
  return counts === undefined ? quantity : { ...quantity, counts };
}

/** "10 such cases", "the same incidents": the sentence speaks of what the one before told. */
export function refersBack(sentence: ReadSentence, span: Run): boolean {
  for (let i = span.from; i < span.to; i++)
    if (/^(such|those|these)$/.test(sentence.words[i]!.lower)) {
      for (let j = i + 1; j <= Math.min(i + 3, span.to - 1); j++)
        if (
          /^(cases?|incidents?|instances?|attacks?|strikes?|launches|transfers?|shipments?|deliveries|occasions?|events?|thefts?|sightings?)$/.test(
            sentence.words[j]!.lower,
          )
        )
          return sentence.words[i]!.lower === 'such' || j === i + 1;
    }
  return false;
}
