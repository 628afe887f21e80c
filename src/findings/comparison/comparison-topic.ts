import { factsOf } from '../../claims/comparison/figure-facts.ts';
import type { Claim } from '../../claims/model/claim.ts';
import { asNamed, type PartyOf } from '../../claims/model/party.ts';
import type { Quantity } from '../../claims/model/quantity.ts';
import { sha256Hex } from '../../core/hash.ts';
import { deepFreeze } from '../../core/json/json.ts';
import { memoized } from '../../core/memoized.ts';
import { writePlural } from '../../core/plural.ts';
import { atOnce, type Steps } from '../../core/steps.ts';
import type { ComparisonTopic, Figure } from '../model/comparison.ts';
import { type ReviewAct, type Reviewed, reviewedAs } from '../model/review.ts';
import { setAsideBy, takenBackAfter } from '../naming/set-aside.ts';
import { mayBeLimit } from '../statements/cap-statements.ts';
import { isApart } from './counts-apart.ts';
import { type GroupMemory, groupFigures } from './figure-groups.ts';
import {
  comparedAmong,
  heldTogether,
  MOST_COMPARED,
  type RelationMemory,
  relatingAmong,
  relationsAmong,
} from './figure-relations.ts';
import { writtenNoun } from './written-noun.ts';

/** What people said of comparisons, each with the id that the comparison had then, the last word on each. */
export type ComparisonReviews = readonly (ReviewAct & { readonly id: string })[];

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
  return yield* comparingBlocks(yield* gatherFigures(claims, memory), reviews, partyOf);
}

/** Figures in the order of their claims, in blocks of which each may hold what can be laid side by side, whatever the status of its claims. */
export type FigureBlocks = { readonly figures: readonly Figure[]; readonly blocks: readonly (readonly Figure[])[] };

/** The blocks of several figures among the figures of claims. Which figures stand together does not hang on reviews. */
export function* gatherFigures(claims: readonly Claim[], memory?: GroupMemory): Steps<FigureBlocks> {
  const figures: Figure[] = [];
  for (const [at, claim] of claims.entries()) {
    const own = figuresOf(claim);
    if (own.length > 0 && takenBackAfter(claim, at, claims) === null) figures.push(...own);
    yield;
  }
  const blocks = (yield* groupFigures(figures, memory)).filter(({ length }) => length > 1);
  return { figures, blocks };
}

/** What of blocks is laid side by side. What was rejected is left out of its block. */
export function* comparingBlocks(
  { figures, blocks }: FigureBlocks,
  reviews: ComparisonReviews,
  partyOf: PartyOf,
): Steps<readonly ComparisonTopic[]> {
  const topics: Compared[] = [];
  for (const all of blocks) {
    const group = all.filter(({ claim }) => claim.status !== 'rejected');
    if (isOfSeveral(group)) topics.push(...comparisonsWithin(group, all[0]?.id ?? '', partyOf));
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
export const figuresOf = memoized((claim: Claim): readonly Figure[] => {
  const { polarity, modality, factuality, quantities } = claim;
  // What would be on a condition that may not hold was neither counted nor done; what its own sentence sets aside agrees with nothing.
  const isStated = polarity === 'asserts' && modality !== 'calls-for' && factuality !== 'condition';
  return isStated && quantities.length > 0 && setAsideBy(claim.quote) === null ? figuresIn(claim) : NONE;
});

const NONE: readonly Figure[] = [];

function figuresIn(claim: Claim): readonly Figure[] {
  return claim.quantities
    .map((quantity, index) => ({ id: `${claim.id}-${index}`, claim, quantity }))
    .filter(isComparable);
}

/** A figure with a bound, of what happened: a limit that a claim names is law, not a count. */
function isComparable({ claim, quantity }: Figure): boolean {
  const bounded = quantity.low !== null || quantity.high !== null;
  return bounded && quantity.nature !== 'limit' && !isApart(quantity.counts) && !mayBeLimit(quantity, claim.quote);
}

/** Figures that are held together, by whom their claimants counted as then. */
type Compared = Pick<ComparisonTopic, 'figures' | 'compared'> & {
  /** The figure by which they are known. */
  readonly first: string;
  readonly partyOf: PartyOf;
};

/** What was worked out of the group that began with a figure: an act on one claim leaves all other groups as they were. */
const comparedGroups = new WeakMap<
  Figure,
  {
    readonly group: readonly Figure[];
    readonly block: string;
    readonly parties: readonly string[];
    readonly found: readonly Compared[];
  }
>();

/** What is laid side by side of a block, that is named by its first figure, whatever became of that. */
function comparisonsWithin(group: readonly Figure[], block: string, partyOf: PartyOf): readonly Compared[] {
  const [first] = group;
  if (first === undefined) return [];
  const before = comparedGroups.get(first);
  const parties = group.map(({ claim: { document, claimant, relay } }) =>
    [claimant, ...relay].map(({ name }) => partyOf(document, name)).join('\n'),
  );
  if (
    before?.group.length === group.length &&
    before.block === block &&
    before.group.every((figure, at) => figure === group[at] && before.parties[at] === parties[at])
  )
    return before.found;
  const found = deepFreeze(comparisonsIn(group, block, partyOf));
  comparedGroups.set(first, { group, block, parties, found });
  return found;
}

/**
 * What of a group is laid side by side: all of one that is too large to be compared pair by pair, which is known by its block, so that it
 * stays the same one when its first claim is rejected.
 */
function comparisonsIn(group: readonly Figure[], block: string, partyOf: PartyOf): readonly Compared[] {
  if (group.length > MOST_COMPARED)
    return [{ first: block, figures: group, partyOf, compared: comparedAmong(group).length }];
  return heldTogether(group, partyOf).map((figures) => ({
    first: figures[0]?.id ?? '',
    figures,
    partyOf,
    compared: figures.length,
  }));
}

/** The id follows from a figure; a comparison that a person spoke of keeps the id that it had then, whatever came before it since. */
function reviewedTopic(topic: Compared, reviews: ComparisonReviews): ComparisonTopic {
  const { proposal, claims } = proposedTopic(topic);
  const word = reviews.findLast(
    ({ id, seen }) => id === proposal.id || (seen.length > 0 && seen.every((one) => claims.has(one))),
  );
  if (word === undefined) return proposal;
  return topicOf(topic, { ...proposal, id: word.id, ...reviewedAs([...claims], word) });
}

/** The id of the comparison that is known by a figure. */
export function comparisonId(figure: string): string {
  return `t-${sha256Hex(figure).slice(0, 20)}`;
}

/** A comparison of which nobody spoke: the same object as long as its figures are the same. */
const proposedTopic = memoized((topic: Compared) => {
  const claims = new Set(topic.figures.map(({ claim }) => claim.id));
  const id = comparisonId(topic.first);
  const reviewed: Reviewed = reviewedAs([...claims], undefined);
  const { figures, compared } = topic;
  return { proposal: topicOf(topic, { id, title: titleOf(figures), figures, compared, ...reviewed }), claims };
});

/**
 * A comparison whose relations are worked out each time that they are asked for: the sentences on the pairs of ten thousand
 * comparisons are more than all claims, and few of them are looked at.
 */
function topicOf({ figures, partyOf }: Compared, said: Omit<ComparisonTopic, 'relations'>): ComparisonTopic {
  const topic = Object.defineProperty({ ...said }, 'relations', { get: () => relationsAmong(figures, partyOf) });
  return deepFreeze(topic as ComparisonTopic);
}

/** A few comparisons with their relations worked out, in steps. */
export function* relatingTopics(
  topics: readonly ComparisonTopic[],
  partyOf: PartyOf,
  memory: RelationMemory,
): Steps<readonly ComparisonTopic[]> {
  const related: ComparisonTopic[] = [];
  for (const topic of topics) {
    const relations = yield* relatingAmong(topic.figures, partyOf, memory);
    related.push(Object.freeze(Object.defineProperty({ ...topic }, 'relations', { value: relations })));
  }
  return related;
}

function titleOf(figures: readonly Figure[]): string {
  return comparisonTitle(
    figures.map(({ quantity }) => axisName(quantity)),
    figures.every(countsCapacity),
  );
}

/** Whether a figure is of what could be held or carried, and not of what was. */
export function countsCapacity({ claim, quantity }: Figure): boolean {
  return factsOf(claim, quantity).nature === 'capacity';
}

/** The title of figures by what each of them counts. */
export function comparisonTitle(axes: Iterable<string>, isCapacity: boolean): string {
  const names = [...new Set(axes)].sort();
  const joined = names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '');
  return `${joined.charAt(0).toUpperCase()}${joined.slice(1)}${isCapacity ? ' that could be held or carried' : ''}, side by side`;
}

/** What a figure counts and in which unit: "barrels of diesel", "attacks", "USD for coal". */
export const axisName = memoized((quantity: Quantity): string => {
  const { unit, of } = quantity;
  const counts = writtenNoun(quantity);
  if (unit !== undefined) return `${writePlural(unit)} of ${counts}`;
  if (/^[A-Z]{3}$/.test(counts)) return of === undefined ? `sums in ${counts}` : `sums in ${counts} for ${of}`;
  if (counts === 'percent') return of === undefined ? 'shares in percent' : `percent of ${of}`;
  return writePlural(counts);
});
