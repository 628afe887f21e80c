import { lexicalVerbs } from '../lexicon/verb-class.ts';
import { nounList, quantityWords } from '../lexicon/vocabulary.ts';
import type { Quantity } from '../model/quantity.ts';
import { singularOf } from '../quantities/counted-noun.ts';
import type { FoundQuantity } from '../quantities/found-quantity.ts';
import type { Clause } from '../syntax/clause.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import { childrenBy, conjunctsOf, nounRun } from '../syntax/phrase-span.ts';
import { eventOfNoun, handingNoun } from './event.ts';
import { namesClass } from './event-words.ts';

/**
 * "put sales of iron ore at 2.3 million tonnes", "coal exports reached 40,000 tonnes": a bare measure, of the goods that the noun
 * names whose amount it is.
 */
export function withThing(
  sentence: ParsedSentence,
  { quantity, clause: place, from }: FoundQuantity & { readonly clause: number },
): Quantity {
  const clause = sentence.clauses[place];
  // "output dropped by 219,000 barrels" after barrels of petrol: what is measured stands in the clause itself.
  const made = [clause?.subject, clause?.object].find(
    (party) => party?.link === 'own' && nounList('made').has(sentence.words[party.head]!.lower),
  );
  // "40 tons" after tons of coal: of coal, unless the sentence itself says of what.
  const isCarried = quantity.unit !== undefined && !quantity.raw.includes(quantity.counts.split(' ').at(-1)!);
  if (made !== undefined && isCarried) return { ...quantity, counts: sentence.words[made.head]!.lower };
  const measure = isCarried ? quantity.unit : quantity.counts;
  if (clause === undefined || (quantity.unit !== undefined && !isCarried) || !isMeasure(measure)) return quantity;
  const stands = (preposition: RegExp) =>
    clause.obliques.some((one) => preposition.test(one.preposition) && one.at < from && one.at > clause.head);
  const given = /^(put|place|set|peg|estimate)$/.test(clause.lemma) && stands(/^at$/);
  // "increased its diesel exports by 12% to 4.5 million tonnes"; "increased 6 percent to 40 tonnes" has no object that is measured.
  const changed = CHANGES_IT.test(clause.lemma) && stands(/^(to|by)$/) && isNamed(sentence, clause.object);
  const holder =
    holderOf(sentence, from) ??
    (given || changed ? clause.object : lexicalVerbs('amounts').has(clause.lemma) ? clause.subject : undefined);
  const amount = holder === undefined ? undefined : amountOf(sentence, holder.head);
  if (amount !== undefined) return { ...quantity, counts: nameOf(sentence, amount), unit: measure };
  if (holder?.link !== 'own') return quantity;
  const handed = handingNoun(sentence, holder.head) || namesClass(sentence, holder.head, 'goods');
  if (!handed && !eventOfNoun(sentence, holder.head)) return quantity;
  // "The sale and delivery of kerosene": what it is of may hang on the last of several.
  const things = conjunctsOf(sentence, holder.head)
    .flatMap((at) => childrenBy(sentence, at, 'prep'))
    .filter((at) => sentence.words[at]!.lower === 'of')
    .flatMap((at) => childrenBy(sentence, at, 'pobj'))
    .filter((at) => !isMeasure(singularOf(sentence.words[at]!.lower)));
  const named = [...things, ...childrenBy(sentence, holder.head, 'compound')];
  const thing =
    named.find((at) => namesClass(sentence, at, 'goods')) ??
    (handed ? things.find((at) => /^\p{Ll}/u.test(sentence.words[at]!.text)) : undefined);
  // "Shipments from Russia rose to 1.07 million tonnes": without the goods, how much was shipped.
  if (thing === undefined)
    return handed && !changed
      ? { ...quantity, counts: singularOf(sentence.words[holder.head]!.lower), unit: measure }
      : quantity;
  return { ...quantity, counts: nameOf(sentence, thing), unit: measure };
}

const CHANGES_IT = /^(increase|raise|lift|boost|expand|cut|reduce|lower|decrease|slash|trim|bring)$/;

function isNamed({ words }: ParsedSentence, party: Clause['object']): boolean {
  if (party?.link !== 'own') return false;
  const noun = singularOf(words[party.head]!.lower);
  return words[party.head]!.pos === 'NOUN' && !/^(percent|%|cent)$/.test(noun) && !isMeasure(noun);
}

/** "coal exports of 40 tonnes": the noun of which the measure is the size. */
function holderOf({ words, arcs }: ParsedSentence, from: number): Clause['subject'] {
  let at = from;
  while (arcs.heads[at]! > at && arcs.labels[at] !== 'pobj') at = arcs.heads[at]!;
  const of = arcs.labels[at] === 'pobj' ? arcs.heads[at]! : -1;
  const noun = of >= 0 && words[of]!.lower === 'of' ? arcs.heads[of]! : -1;
  return noun >= 0 && words[noun]!.pos === 'NOUN' ? { head: noun, link: 'own' } : undefined;
}

/** "The level of logging was 300,000 cubic metres", "the logging target", "a level of logging, which was": of what it is the amount. */
function amountOf(sentence: ParsedSentence, holder: number): number | undefined {
  const { words, arcs } = sentence;
  const isAmount = (at: number) => at >= 0 && AMOUNT.test(words[at]!.lower) && words[at]!.pos === 'NOUN';
  const preposition = arcs.labels[holder] === 'pobj' && words[holder]!.pos === 'NOUN' ? arcs.heads[holder]! : -1;
  if (preposition >= 0 && words[preposition]!.lower === 'of' && isAmount(arcs.heads[preposition]!)) return holder;
  if (!isAmount(holder)) return undefined;
  const of = childrenBy(sentence, holder, 'prep').filter((at) => words[at]!.lower === 'of');
  const named = [...of.flatMap((at) => childrenBy(sentence, at, 'pobj')), ...childrenBy(sentence, holder, 'compound')];
  return named.find((at) => words[at]!.pos === 'NOUN');
}

const AMOUNT = /^(quantity|amount|volume|level|total|target|quota|weight|stock|stockpile|inventory|reserve|holding)$/;

function nameOf(sentence: ParsedSentence, thing: number): string {
  const run = nounRun(sentence, thing);
  const words = sentence.words.slice(run.from, run.to).filter(({ pos }) => /^(NOUN|PROPN)$/.test(pos));
  return words.map(({ lower }, i) => (i === words.length - 1 ? singularOf(lower) : lower)).join(' ');
}

function isMeasure(counts: string): boolean {
  return Object.hasOwn(quantityWords().units, counts);
}
