import type { Quantity } from '../../src/claims/model/quantity.ts';
import { compareDecimals, divideDecimals, subtractDecimals } from '../../src/core/decimal.ts';
import { judgeClaimant } from './claimant-name.ts';
import type { AnnotatedText, GoldClaim, GoldQuantity } from './corpus.ts';
import { type Extracted, type Matching, matchClaims, type Pair } from './match.ts';

/** Counts from which the figures are made; counts of several texts add up. */
export type Tally = {
  readonly gold: number;
  readonly matched: number;
  /** Extracted claims less those that cover an optional gold claim: the base of precision. */
  readonly judged: number;
  readonly claimantRight: number;
  readonly claimantUnresolved: number;
  readonly claimantWrong: number;
  readonly kindRight: number;
  readonly polarityRight: number;
  readonly modalityRight: number;
  readonly speechRight: number;
  readonly predicateRight: number;
  readonly relays: number;
  readonly relaysFound: number;
  readonly whens: number;
  readonly whensRight: number;
  readonly roles: number;
  readonly rolesFound: number;
  readonly quantities: number;
  readonly quantitiesExtracted: number;
  readonly quantitiesRight: number;
};

export type Figures = {
  readonly recall: number;
  readonly precision: number;
  readonly claimant: number;
  readonly unresolved: number;
  readonly wrong: number;
  readonly kind: number;
  readonly quantityPrecision: number;
  readonly quantityRecall: number;
  readonly quantityF1: number;
  readonly polarity: number;
  readonly modality: number;
  readonly speech: number;
  readonly predicate: number;
  readonly relay: number;
  readonly when: number;
  readonly role: number;
};

export type ScoredText = { readonly text: AnnotatedText; readonly matching: Matching; readonly tally: Tally };

/**
 * The claims extracted from one text beside its gold claims. Optional gold claims count neither when found nor when missed;
 * the attributes are judged on matched required claims. Figures of missed claims count as missed, those of surplus claims
 * as wrong.
 */
export function scoreText(text: AnnotatedText, extracted: readonly Extracted[]): ScoredText {
  const matching = matchClaims(text.claims, extracted);
  const required = matching.pairs.filter(({ gold }) => !gold.optional);
  const optionalFound = matching.pairs.length - required.length;
  const claimants = required.map(({ gold, extracted: e }) => judgeClaimant(gold.claimant, e.claimant));
  const figures = [
    ...matching.pairs.map(({ gold, extracted: e }) => scoreQuantities(gold, e.quantities)),
    ...matching.missed.map((gold) => scoreQuantities(gold, [])),
  ];
  const surplusFigures = matching.surplus.reduce((sum, { quantities }) => sum + quantities.length, 0);
  const sum = (pick: (figure: (typeof figures)[number]) => number) => figures.reduce((total, f) => total + pick(f), 0);
  const count = (holds: (pair: Pair) => boolean) => required.filter(holds).length;
  const timed = required.filter(({ gold }) => gold.when !== undefined);
  const goldRoles = required.flatMap((pair) => roleMentions(pair.gold.roles).map((role) => ({ ...role, pair })));
  const goldRelays = required.flatMap((pair) => pair.gold.relay.map((relay) => ({ relay, pair })));
  return {
    text,
    matching,
    tally: {
      gold: text.claims.filter(({ optional }) => !optional).length,
      matched: required.length,
      judged: extracted.length - optionalFound,
      claimantRight: claimants.filter((verdict) => verdict === 'right').length,
      claimantUnresolved: claimants.filter((verdict) => verdict === 'unresolved').length,
      claimantWrong: claimants.filter((verdict) => verdict === 'wrong').length,
      kindRight: count(({ gold, extracted: e }) => gold.claimant.kind === e.claimant.kind),
      polarityRight: count(({ gold, extracted: e }) => accepted(gold, 'polarity', e.polarity)),
      modalityRight: count(({ gold, extracted: e }) => accepted(gold, 'modality', e.modality)),
      speechRight: count(({ gold, extracted: e }) => accepted(gold, 'speech', e.speech)),
      predicateRight: count(({ gold, extracted: e }) => accepted(gold, 'predicate', e.predicate)),
      relays: goldRelays.length,
      relaysFound: goldRelays.filter(({ relay, pair }) =>
        pair.extracted.relay.some((found) => judgeClaimant(relay, found) === 'right'),
      ).length,
      whens: timed.length,
      whensRight: timed.filter(
        ({ gold, extracted: e }) => gold.when?.from === e.when.from && gold.when?.to === e.when.to,
      ).length,
      roles: goldRoles.length,
      rolesFound: goldRoles.filter(({ role, mention, pair }) =>
        roleMentions(pair.extracted.roles).some((found) => found.role === role && overlaps(found.mention, mention)),
      ).length,
      quantities: sum(({ required: total }) => total),
      quantitiesExtracted: sum(({ judged }) => judged) + surplusFigures,
      quantitiesRight: sum(({ right }) => right),
    },
  };
}

export function accepted(
  gold: GoldClaim,
  key: 'polarity' | 'modality' | 'speech' | 'predicate',
  value: string,
): boolean {
  const others: readonly string[] = gold.accepts?.[key] ?? [];
  return gold[key] === value || others.includes(value);
}

/** Figures of an optional claim and optional figures count neither way. */
function scoreQuantities(gold: GoldClaim, extracted: readonly Quantity[]) {
  const open = new Set(extracted);
  let right = 0;
  let excused = 0;
  const required = gold.optional ? [] : gold.quantities.filter(({ optional }) => !optional);
  for (const wanted of required) {
    const found = [...open].find((quantity) => sameQuantity(wanted, quantity));
    if (found && open.delete(found)) right++;
  }
  for (const wanted of gold.quantities.filter((quantity) => quantity.optional)) {
    const found = [...open].find(({ raw }) => overlaps(raw, wanted.raw));
    if (found && open.delete(found)) excused++;
  }
  if (gold.optional) excused = extracted.length;
  return { required: required.length, judged: extracted.length - excused, right };
}

/** Right is a figure with the same hedge, bounds, unit and thing counted; the thing may be named more or less closely. */
export function sameQuantity(gold: GoldQuantity, extracted: Quantity): boolean {
  return (
    gold.qualifier === extracted.qualifier &&
    sameBound(gold.low, extracted.low) &&
    sameBound(gold.high, extracted.high) &&
    sameThing(gold, extracted)
  );
}

/** Bounds are exact, but for fractions that do not end ("a third"). */
function sameBound(a: string | null, b: string | null): boolean {
  if (a === null || b === null || a === b) return a === b;
  if (compareDecimals(a, '0') === 0 || !a.includes('.')) return false;
  const distance = divideDecimals(subtractDecimals(a, b), a).replace('-', '');
  return compareDecimals(distance, '0.005') <= 0;
}

/** Whether two figures count one thing, named more or less closely. */
export function sameThing(gold: GoldQuantity, extracted: Quantity): boolean {
  const words = (q: { counts: string; unit?: string | undefined }) => [q.unit ?? '', q.counts].map(thingWords);
  const [goldUnit = [], goldThing = []] = words(gold);
  const [unit = [], thing = []] = words(extracted);
  if (within(goldThing, thing) && (goldUnit.join(' ') === unit.join(' ') || goldUnit.length === 0)) return true;
  // A bare unit stands in `counts`; either reading of "3 million tons" beside "of coal" two sentences before is right.
  return unit.length === 0 && within(thing, goldUnit) && thing.length > 0;
}

function within(a: readonly string[], b: readonly string[]): boolean {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  return few.length > 0 && few.every((word) => many.includes(word));
}

function thingWords(phrase: string): string[] {
  return phrase
    .toLowerCase()
    .replace(/\bpeople\b/g, 'person')
    .replace(/\btons?\b/g, 'tonne')
    .replace(/\b(?:killed|dead)\b/g, 'killed')
    .split(/[^\p{L}\p{N}-]+/u)
    .filter((word) => word !== '' && word !== 'of' && word !== 'the')
    .map((word) => (/[^s]s$/.test(word) ? word.slice(0, -1) : word));
}

export function roleMentions(roles: { readonly [role: string]: readonly string[] | undefined }) {
  return Object.entries(roles).flatMap(([role, mentions]) => (mentions ?? []).map((mention) => ({ role, mention })));
}

export function overlaps(a: string, b: string): boolean {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  return x.includes(y) || y.includes(x);
}

export function addTallies(tallies: readonly Tally[]): Tally {
  const [first, ...rest] = tallies;
  if (first === undefined) throw new Error('there is no text to score');
  return rest.reduce((total, tally) => {
    const keys = Object.keys(total) as (keyof Tally)[];
    return Object.fromEntries(keys.map((key) => [key, total[key] + tally[key]])) as Tally;
  }, first);
}

/** Shares of 1; a share of nothing is 1. */
export function figuresOf(t: Tally): Figures {
  const quantityPrecision = share(t.quantitiesRight, t.quantitiesExtracted);
  const quantityRecall = share(t.quantitiesRight, t.quantities);
  return {
    recall: share(t.matched, t.gold),
    precision: share(t.matched, t.judged),
    claimant: share(t.claimantRight, t.matched),
    unresolved: share(t.claimantUnresolved, t.matched),
    wrong: share(t.claimantWrong, t.matched),
    kind: share(t.kindRight, t.matched),
    quantityPrecision,
    quantityRecall,
    quantityF1:
      quantityPrecision + quantityRecall === 0
        ? 0
        : (2 * quantityPrecision * quantityRecall) / (quantityPrecision + quantityRecall),
    polarity: share(t.polarityRight, t.matched),
    modality: share(t.modalityRight, t.matched),
    speech: share(t.speechRight, t.matched),
    predicate: share(t.predicateRight, t.matched),
    relay: share(t.relaysFound, t.relays),
    when: share(t.whensRight, t.whens),
    role: share(t.rolesFound, t.roles),
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}
