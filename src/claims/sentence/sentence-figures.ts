import type { Attribution } from '../attribution/attribution.ts';
import { type PlacedFigure, placeFigures } from '../events/figures.ts';
import type { Counted } from '../quantities/counted.ts';
import { findQuantities } from '../quantities/quantity-extraction.ts';
import type { Clause } from '../syntax/clause.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import { isUnder } from '../syntax/phrase-span.ts';
import type { Assertion } from './assertion.ts';

/** Figures of the sentence with their clauses; those that say who speaks say nothing of what is said. */
export function figuresIn(
  sentence: ParsedSentence,
  attributions: readonly Attribution[],
  antecedent: Counted | undefined,
): PlacedFigure[] {
  const found = findQuantities(sentence.text, sentence.words, {
    mentions: sentence.mentions,
    times: sentence.times,
    antecedent,
    arcs: sentence.arcs,
  });
  return placeFigures(sentence, found).filter(
    ({ from, to }) =>
      !isRemark(sentence, from) &&
      !saysOfWhom(sentence, attributions, from) &&
      !attributions.some(
        ({ source, content }) => source !== undefined && from < source.to && to > source.from && content[from] !== true,
      ),
  );
}

/** "the group, made up of 12 insurers, said": of how many who speaks is made up. */
function saysOfWhom(sentence: ParsedSentence, attributions: readonly Attribution[], at: number): boolean {
  const clause = sentence.clauses[sentence.clauseOf[at]!];
  const whole = clause?.passive ? clause.object : clause?.subject;
  return (
    clause !== undefined &&
    /^(consist|comprise|make-up|make|number|represent|include)$/.test(clause.lemma) &&
    clause.form !== 'finite' &&
    attributions.some(
      ({ source }) =>
        source !== undefined && whole !== undefined && whole.head >= source.from && whole.head < source.to,
    )
  );
}

/** "“We lost 2,100 (1,900 wagons)”", "[a figure of 350 was given]": what an editor puts into somebody's words is not theirs. */
function isRemark({ words, quoted }: ParsedSentence, at: number): boolean {
  for (let i = at - 1; i >= 0; i--) {
    const { text } = words[i]!;
    if (text === ')' || text === ']') return false;
    if (text === '[') return true;
    if (text === '(') return quoted[at] === true && quoted[i] === true;
  }
  return false;
}

/** "put the number of children killed at 118": a figure beside the verb of saying that no assertion took belongs to what is said. */
export function takeLeftFigures(
  sentence: ParsedSentence,
  held: readonly Attribution[],
  figures: readonly PlacedFigure[],
  found: Assertion[],
): void {
  for (const figure of figures) {
    const cue = sentence.clauses[figure.clause]?.head;
    if (cue === undefined || found.some((one) => one.figures.includes(figure))) continue;
    const one = held.find((other) => other.cue === cue && other.content[figure.from] === true);
    const place = one === undefined ? -1 : found.findLastIndex(({ chain }) => chain.at(-1) === one);
    if (place >= 0) found[place] = { ...found[place]!, figures: [...found[place]!.figures, figure] };
  }
}

/** What is said by a clause of saying is a noun, and its figures are the noun's. */
export function isOfNoun({ clauses }: ParsedSentence, one: Attribution, clause: Clause): boolean {
  return (
    one.cue === clause.head && one.tops.length > 0 && one.tops.every((top) => clauses.every(({ head }) => head !== top))
  );
}

export function nounOver(
  sentence: ParsedSentence,
  figure: PlacedFigure,
  held: readonly Attribution[],
): number | undefined {
  return held
    .flatMap(({ tops }) => tops)
    .find((top) => isUnder(sentence, figure.top, top) && sentence.clauses.every(({ head }) => head !== top));
}
