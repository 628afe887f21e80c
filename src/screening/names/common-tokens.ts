import type { Token } from '../words/token.ts';
import { type CompanyRole, companyWords } from '../words/vocabulary.ts';
import type { Name } from './name.ts';

/** A word of an organisation's name is its own, a common token of some role, or a legal form or particle. */
type Part = CompanyRole | 'own' | 'form';

/**
 * How far two words of one part that differ contradict. A bank is no insurer; but translators put `national`, `general` and
 * `foreign` where they like.
 */
const CONTRADICTION: Readonly<Record<Part, number>> = {
  own: 1,
  country: 1,
  field: 0.9,
  body: 0.8,
  scope: 0.3,
  form: 0.5,
};
/** How far words of two parts contradict. */
const OF_TWO_PARTS = 0.6;
const PARTS = Object.keys(CONTRADICTION) as Part[];
const PLACE = Object.fromEntries(PARTS.map((part, i) => [part, i])) as Record<Part, number>;
const WEIGHTS = PARTS.map((part) => CONTRADICTION[part]);

/** The most that similarity in common tokens alone is worth: below the line of an alert. */
export const MOST_OF_COMMON_TOKENS = 0.69;
/** A name with this share of its weight without a counterpart is another name when nothing but common tokens agrees. */
const MORE = 0.2;

const [askedLeft, listedLeft] = [new Float64Array(PARTS.length), new Float64Array(PARTS.length)];

/** The weight of words of two organisations' names without a counterpart that contradict each other. */
export function contradictingWeight(
  asked: readonly Token[],
  usedAsked: number,
  listed: readonly Token[],
  usedListed: number,
): number {
  weighParts(asked, usedAsked, askedLeft);
  weighParts(listed, usedListed, listedLeft);
  let [sum, moreAsked, moreListed] = [0, 0, 0];
  for (let i = 0; i < PARTS.length; i++) {
    const both = Math.min(askedLeft[i]!, listedLeft[i]!);
    sum += both * WEIGHTS[i]!;
    moreAsked += askedLeft[i]! - both;
    moreListed += listedLeft[i]! - both;
  }
  return sum + OF_TWO_PARTS * Math.min(moreAsked, moreListed);
}

function weighParts(tokens: readonly Token[], used: number, weights: Float64Array): void {
  weights.fill(0);
  for (let i = 0; i < tokens.length; i++)
    if (((used >> i) & 1) === 0) weights[PLACE[partOf(tokens[i]!)]]! += tokens[i]!.weight;
}

function partOf({ kind, cls }: Token): Part {
  if (kind === 'word') return companyWords().get(cls)?.role ?? 'field';
  return kind === 'form' || kind === 'particle' ? 'form' : 'own';
}

/** Whether a name says more, or something else, by its words without a counterpart. */
export function saysMore(tokens: readonly Token[], used: number): boolean {
  const { covered, all } = cover(tokens, used);
  return all - covered > all * MORE;
}

/** The share of an organisation's name, by weight, that has a counterpart. */
export function coveredShare({ tokens }: Name, used: number): number {
  const { covered, all } = cover(tokens, used);
  return all === 0 ? 0 : covered / all;
}

/** Legal forms and particles do not count, and the lists' bodies are of Korea whether their names say so or not. */
function cover(tokens: readonly Token[], used: number): { covered: number; all: number } {
  let [covered, all] = [0, 0];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.kind === 'form' || token.kind === 'particle') continue;
    const has = ((used >> i) & 1) === 1;
    if (!has && token.cls === 'korea') continue;
    all += token.weight;
    if (has) covered += token.weight;
  }
  return { covered, all };
}
