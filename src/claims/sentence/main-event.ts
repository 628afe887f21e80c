import type { Attribution } from '../attribution/attribution.ts';
import type { Event } from '../events/event.ts';
import type { Clause } from '../syntax/clause.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import type { Assertion } from './assertion.ts';

/** The assertion of the event of which a participle after it gives a detail: the same event in other words, or what came of it. */
export function mainEventOf(
  sentence: ParsedSentence,
  place: number,
  reported: Event | undefined,
  found: readonly Assertion[],
  chain: readonly Attribution[],
): Assertion | undefined {
  const clause = sentence.clauses[place]!;
  if (clause.relation !== 'advcl' || clause.form !== 'participle' || clause.opener !== '') return undefined;
  const main = found.find((one) => one.place === clause.parent && one.event !== undefined);
  if (main === undefined || sentence.clauses[main.place]!.head > clause.head) return undefined;
  const same = main.chain.length === chain.length && main.chain.every((one, i) => one === chain[i]);
  return same && (reported === undefined || reported.predicate === main.event!.predicate) ? main : undefined;
}

/** Acts on people, told one by one of the same event; other things that are done to other things are events of their own. */
export function sameObject(first: Clause, second: Clause): boolean {
  return (
    first.object !== undefined &&
    second.object !== undefined &&
    /^(kill|injure|wound|hurt|maim|damage|destroy)$/.test(first.lemma) &&
    /^(kill|injure|wound|hurt|maim|damage|destroy)$/.test(second.lemma)
  );
}
