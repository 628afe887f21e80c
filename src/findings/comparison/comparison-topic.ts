import { areOfOneMatter, compareFigureOf, sameNumber } from '../../claims/comparison/figure-comparison.ts';
import { factsOf } from '../../claims/comparison/figure-facts.ts';
import type { Claim } from '../../claims/model/claim.ts';
import { asNamed, type PartyOf } from '../../claims/model/party.ts';
import type { Quantity } from '../../claims/model/quantity.ts';
import { sha256Hex } from '../../core/hash.ts';
import { deepFreeze } from '../../core/json/json.ts';
import { memoized } from '../../core/memoized.ts';
import { writePlural } from '../../core/plural.ts';
import { atOnce, type Steps } from '../../core/steps.ts';
import type { ComparisonTopic, Figure, FigureRelation } from '../model/comparison.ts';
import { type ReviewAct, type Reviewed, reviewedAs } from '../model/review.ts';
import { mayBeLimit } from '../statements/cap-statements.ts';
import { isApart } from './counts-apart.ts';
import { type GroupMemory, groupFigures } from './figure-groups.ts';
import { Groups } from './groups.ts';
import { isRetold } from './retold.ts';

/** What people said of comparisons, each with the id that the comparison had then, the last word on each. */
export type ComparisonReviews = readonly (ReviewAct & { readonly id: string })[];

/** Pairs grow with the square of the figures: beyond this many, only figures that differ are compared, and no more of those. */
const MOST_COMPARED = 60;

/**
 * Lays side by side what claims count of one thing: figures of which nothing says that they are of two things, and something
 * ties them together. Every figure of a comparison stands in a relation to another one, or carries its number to another thing
 * ("50 missiles" told as "50 attacks"). What only stands beside others is left out.
 */
export function compareFigures(
  claims: readonly Claim[],
  reviews: ComparisonReviews = [],
  partyOf: PartyOf = asNamed,
  memory?: GroupMemory,
): readonly ComparisonTopic[] {
  return atOnce(comparingFigures(claims, reviews, partyOf, memory));
}

/** The same in steps. */
export function* comparingFigures(
  claims: readonly Claim[],
  reviews: ComparisonReviews,
  partyOf: PartyOf,
  memory?: GroupMemory,
): Steps<readonly ComparisonTopic[]> {
  // What was rejected is left out of its group afterwards: which figures stand together does not hang on reviews.
  const figures = claims.flatMap(figuresOf);
  const topics: Compared[] = [];
  for (const all of yield* groupFigures(figures, memory)) {
    if (all.length === 1) continue;
    const group = all.filter(({ claim }) => claim.status !== 'rejected');
    if (isOfSeveral(group)) topics.push(...comparisonsWithin(group, partyOf));
    yield;
  }
  const firsts = new Set(topics.map(({ figures: [first] }) => first));
  const order = new Map(figures.flatMap((figure, at) => (firsts.has(figure) ? [[figure, at] as const] : [])));
  const place = ({ figures: [first] }: Compared): number => (first === undefined ? 0 : (order.get(first) ?? 0));
  return Object.freeze(topics.sort((a, b) => place(a) - place(b)).map((topic) => reviewedTopic(topic, reviews)));
}

function isOfSeveral(group: readonly Figure[]): boolean {
  return group.some(({ claim }) => claim.id !== group[0]?.claim.id);
}

/** The figures of a claim that are laid side by side; the same ones as long as nobody acts on the claim. */
const figuresOf = memoized((claim: Claim): readonly Figure[] =>
  claim.polarity === 'asserts' && claim.modality !== 'calls-for'
    ? claim.quantities.map((quantity, index) => ({ id: `${claim.id}-${index}`, claim, quantity })).filter(isComparable)
    : [],
);

/** A figure with a bound, of what happened: a limit that a claim names is law, not a count. */
function isComparable({ claim, quantity }: Figure): boolean {
  const bounded = quantity.low !== null || quantity.high !== null;
  return bounded && quantity.nature !== 'limit' && !isApart(quantity.counts) && !mayBeLimit(quantity, claim.quote);
}

type Compared = Pick<ComparisonTopic, 'figures' | 'relations' | 'compared'>;

/** What was worked out of the group that began with a figure: an act on one claim leaves all other groups as they were. */
const comparedGroups = new WeakMap<
  Figure,
  { readonly group: readonly Figure[]; readonly parties: readonly string[]; readonly found: readonly Compared[] }
>();

function comparisonsWithin(group: readonly Figure[], partyOf: PartyOf): readonly Compared[] {
  const [first] = group;
  if (first === undefined) return [];
  const before = comparedGroups.get(first);
  const parties = group.map((figure) => claimantOf(figure, partyOf));
  if (
    before?.group.length === group.length &&
    before.group.every((figure, at) => figure === group[at] && before.parties[at] === parties[at])
  )
    return before.found;
  const found = deepFreeze(comparisonsIn(group, partyOf));
  comparedGroups.set(first, { group, parties, found });
  return found;
}

/** The relations within a group, and what of it is held together by them. */
function comparisonsIn(group: readonly Figure[], partyOf: PartyOf): readonly Compared[] {
  const isSmall = group.length <= MOST_COMPARED;
  const compared = isSmall ? group : differingFigures(group);
  const relations = compared.flatMap((a, at) =>
    compared
      .slice(at + 1)
      .filter((b) => isPair(a, b, partyOf))
      .map((b): FigureRelation => ({ a: a.id, b: b.id, ...compareFigureOf(a, b, isRetold(a, b, partyOf)) })),
  );
  const byId = new Map(group.map((figure) => [figure.id, figure]));
  const groups = new Groups<string>();
  for (const relation of relations) {
    const [a, b] = [byId.get(relation.a) as Figure, byId.get(relation.b) as Figure];
    if (says(relation) && areOfOneMatter(a, b)) groups.join(relation.a, relation.b);
  }
  if (!isSmall) return [{ figures: group, relations, compared: compared.length }];
  return groups
    .of(group.map(({ id }) => id))
    .filter((ids) => ids.length > 1)
    .map((ids) => {
      const held = new Set(ids);
      const figures = group.filter(({ id }) => held.has(id));
      const own = relations.filter(({ a, b }) => held.has(a) && held.has(b));
      return { figures, relations: own, compared: figures.length };
    });
}

/** Whether a relation tells a reader something. */
function says({ relation, drift }: FigureRelation): boolean {
  return relation !== 'incomparable' || drift;
}

/**
 * Two figures at two places of what was said. One claimant's several figures in one document speak of several things ("50
 * missiles, debris of 21"), unless they give one number.
 */
function isPair(a: Figure, b: Figure, partyOf: PartyOf): boolean {
  if (a.claim.id === b.claim.id) return false;
  if (a.claim.document !== b.claim.document) return true;
  if (placeOf(a) !== null && placeOf(a) === placeOf(b)) return false;
  return claimantOf(a, partyOf) !== claimantOf(b, partyOf) || sameNumber(a.quantity, b.quantity);
}

function claimantOf({ claim: { document, claimant } }: Figure, partyOf: PartyOf): string {
  return partyOf(document, claimant.name);
}

function placeOf({ claim, quantity }: Figure): number | null {
  const at = claim.quote.indexOf(quantity.raw);
  return at < 0 ? null : claim.start + at;
}

/** One figure for each hedge and bound, the first that says it; beyond the limit the rest is laid beside without a word on pairs. */
function differingFigures(figures: readonly Figure[]): readonly Figure[] {
  const first = new Map<string, Figure>();
  for (const figure of figures) {
    const { counts, unit, qualifier, low, high } = figure.quantity;
    const key = JSON.stringify([counts, unit ?? null, qualifier, low, high]);
    if (!first.has(key)) first.set(key, figure);
  }
  return [...first.values()].slice(0, MOST_COMPARED);
}

/** The id follows from the first figure; one that a person spoke of keeps the id that it had then, whatever came before it since. */
function reviewedTopic(topic: Compared, reviews: ComparisonReviews): ComparisonTopic {
  const { proposal, claims } = proposedTopic(topic);
  const word = reviews.findLast(
    ({ id, seen }) => id === proposal.id || (seen.length > 0 && seen.every((one) => claims.has(one))),
  );
  if (word === undefined) return proposal;
  return deepFreeze({ ...proposal, id: word.id, ...reviewedAs([...claims], word) });
}

/** A comparison of which nobody spoke: the same object as long as its figures are the same. */
const proposedTopic = memoized((topic: Compared) => {
  const claims = new Set(topic.figures.map(({ claim }) => claim.id));
  const id = `t-${sha256Hex(topic.figures[0]?.id ?? '').slice(0, 20)}`;
  const reviewed: Reviewed = reviewedAs([...claims], undefined);
  const proposal: ComparisonTopic = deepFreeze({ id, title: titleOf(topic.figures), ...topic, ...reviewed });
  return { proposal, claims };
});

function titleOf(figures: readonly Figure[]): string {
  const names = [...new Set(figures.map(({ quantity }) => axisName(quantity)))].sort();
  const joined = names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '');
  const isCapacity = figures.every(({ claim, quantity }) => factsOf(claim, quantity).nature === 'capacity');
  return `${joined.charAt(0).toUpperCase()}${joined.slice(1)}${isCapacity ? ' that could be held or carried' : ''}, side by side`;
}

/** What a figure counts and in which unit: "barrels of diesel", "attacks", "USD for coal". */
export function axisName({ counts, unit, of }: Quantity): string {
  if (unit !== undefined) return `${writePlural(unit)} of ${counts}`;
  if (/^[A-Z]{3}$/.test(counts)) return of === undefined ? `sums in ${counts}` : `sums in ${counts} for ${of}`;
  if (counts === 'percent') return of === undefined ? 'shares in percent' : `percent of ${of}`;
  return writePlural(counts);
}
