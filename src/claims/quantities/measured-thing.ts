import { quantityWords } from '../lexicon/vocabulary.ts';
import type { Word } from '../tokens/word.ts';
import type { Counted, QuantityContext } from './counted.ts';
import { readCountedNoun } from './counted-noun.ts';

/** "the number of wagons was already around 1,900": what the subject of its verb is a number of. */
export function countedBySubject(
  words: readonly Word[],
  at: number,
  { arcs, mentions }: QuantityContext,
): Counted | undefined {
  let verb = at;
  for (let steps = 0; verb >= 0 && !/^(VERB|AUX)$/.test(words[verb]!.pos) && steps < 8; steps++)
    verb = arcs.heads[verb]!;
  const subject =
    verb < 0 ? undefined : arcs.children[verb]!.find((child) => /^nsubj/.test(arcs.labels[child]!) && child < at);
  if (subject === undefined || !/^(number|volume|total|amount|count|toll|quantity)$/.test(words[subject]!.lower))
    return undefined;
  const of = arcs.children[subject]!.find((child) => words[child]!.lower === 'of');
  const noun = of === undefined ? undefined : readCountedNoun(words, of + 1, mentions);
  if (noun === undefined || noun === 'excluded') return undefined;
  return noun.unit === undefined ? { counts: noun.counts } : { counts: noun.counts, unit: noun.unit };
}

let units: ReadonlySet<string> | undefined;

/** Whether a counted noun is a unit of measure. */
export function isUnit(counts: string): boolean {
  units ??= new Set(Object.keys(quantityWords().units));
  return units.has(counts);
}

/** "Thailand sold 1,702 tons" after "2,964 tons of kerosene": the unit measures what it measured before. */
export function measuredThing(
  bare: { counts: string; unit?: string; of?: string },
  antecedent: Counted | undefined,
): { counts: string; unit?: string; of?: string } {
  if (antecedent?.unit === bare.counts) return { ...bare, counts: antecedent.counts, unit: bare.counts };
  return bare;
}
