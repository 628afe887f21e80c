import { predicateWords, quantityWords } from '../lexicon/vocabulary.ts';
import type { Arcs } from '../tokens/token.ts';
import type { Word } from '../tokens/word.ts';
import type { Counted, QuantityContext } from './counted.ts';
import { readCountedNoun, singularOf } from './counted-noun.ts';

/** "the number of wagons was already around 1,900": what the subject of its verb is a number of. */
export function countedBySubject(
  words: readonly Word[],
  at: number,
  { arcs, mentions }: QuantityContext,
): Counted | undefined {
  if (arcs === undefined) return undefined;
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

/** "Thailand sold 1,702 tons" after "2,964 tons of kerosene": the unit measures what it measured before, or what the verb moves. */
export function measuredThing(
  words: readonly Word[],
  at: number,
  bare: { counts: string; unit?: string; of?: string },
  { arcs }: QuantityContext,
  antecedent: Counted | undefined,
): { counts: string; unit?: string; of?: string } {
  const thing = arcs === undefined ? undefined : thingOfVerb(words, at, arcs);
  if (thing !== undefined) return { ...bare, counts: thing, unit: bare.counts };
  if (antecedent?.unit === bare.counts) return { ...bare, counts: antecedent.counts, unit: bare.counts };
  return bare;
}

/** The goods that the subject of the verb is of: "sales of kerosene came to 2,964 tons", "coal exports totalled". */
function thingOfVerb(words: readonly Word[], at: number, arcs: Arcs): string | undefined {
  let verb = at;
  for (let steps = 0; verb >= 0 && !/^(VERB|AUX)$/.test(words[verb]!.pos) && steps < 8; steps++)
    verb = arcs.heads[verb]!;
  if (verb < 0) return undefined;
  const goods = new Set(predicateWords().classes.goods ?? []);
  const subject = arcs.children[verb]!.find((child) => /^nsubj/.test(arcs.labels[child]!) && child < at);
  if (subject === undefined) return undefined;
  for (let i = Math.max(0, subject - 4); i < Math.min(at, subject + 10); i++) {
    const word = words[i]!;
    if (word.pos !== 'NOUN' || !goods.has(singularOf(word.lower)) || isUnit(singularOf(word.lower))) continue;
    if (!under(arcs, i, subject)) continue;
    const lead = words[i - 1];
    const adjective =
      lead !== undefined && under(arcs, i - 1, i) && /^(ADJ|NOUN|VERB)$/.test(lead.pos) ? `${lead.lower} ` : '';
    return `${adjective}${singularOf(word.lower)}`;
  }
  return undefined;
}

function under({ heads }: Arcs, at: number, top: number): boolean {
  for (let i = at; i >= 0; i = heads[i]!) if (i === top) return true;
  return false;
}
