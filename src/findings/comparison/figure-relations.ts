import {
  areOfOneMatter,
  compareFigureOf,
  type FigureTellers,
  sameNumber,
} from '../../claims/comparison/figure-comparison.ts';
import type { PartyOf } from '../../claims/model/party.ts';
import { atOnce, type Steps } from '../../core/steps.ts';
import type { Figure, FigureRelation } from '../model/comparison.ts';
import { Groups } from './groups.ts';
import { isRetold } from './retold.ts';

/** Pairs grow with the square of the figures: beyond this many, only figures that differ are compared, and no more of those. */
export const MOST_COMPARED = 60;

/** How any two of some figures stand to each other, as far as they are compared pair by pair. */
export function relationsAmong(figures: readonly Figure[], partyOf: PartyOf): readonly FigureRelation[] {
  return atOnce(relatingAmong(figures, partyOf, openRelationMemory()));
}

/** The same in steps, with what is known of pairs that were asked about before. */
export function* relatingAmong(
  figures: readonly Figure[],
  partyOf: PartyOf,
  memory: RelationMemory,
): Steps<readonly FigureRelation[]> {
  const relations: FigureRelation[] = [];
  const compared = comparedAmong(figures);
  for (const [at, a] of compared.entries()) {
    for (const b of compared.slice(at + 1))
      if (isPair(a, b, partyOf))
        relations.push(memory(a, b, () => ({ a: a.id, b: b.id, ...compareFigureOf(a, b, tellersOf(a, b, partyOf)) })));
    yield;
  }
  return relations;
}

/**
 * How pairs of figures stand to each other, where whom their claimants count as does not change: an act on one claim leaves all pairs of
 * others as they were. What is known of a figure goes with it.
 */
export type RelationMemory = (a: Figure, b: Figure, compare: () => FigureRelation) => FigureRelation;

export function openRelationMemory(): RelationMemory {
  const known = new WeakMap<Figure, WeakMap<Figure, FigureRelation>>();
  return (a, b, compare) => {
    const own = known.get(a) ?? new WeakMap<Figure, FigureRelation>();
    known.set(a, own);
    const before = own.get(b);
    if (before !== undefined) return before;
    const relation = Object.freeze(compare());
    own.set(b, relation);
    return relation;
  };
}

/** One figure for each hedge and bound, the first that says it; beyond the limit the rest is laid beside without a word on pairs. */
export function comparedAmong(figures: readonly Figure[]): readonly Figure[] {
  return figures.length <= MOST_COMPARED ? figures : firstOfEach(figures, hedgeAndBound);
}

/** The first that says each thing, up to as many as are compared pair by pair. */
export function firstOfEach<Item>(items: readonly Item[], saidBy: (item: Item) => string): readonly Item[] {
  const first = new Map<string, Item>();
  for (const item of items) {
    const said = saidBy(item);
    if (!first.has(said)) first.set(said, item);
    if (first.size === MOST_COMPARED) break;
  }
  return [...first.values()];
}

/** What a figure says of how many: two that say the same stand to all others alike. */
export function hedgeAndBound({ quantity: { counts, unit, qualifier, low, high } }: Figure): string {
  return JSON.stringify([counts, unit ?? null, qualifier, low, high]);
}

/** What of a group is held together by relations that tell a reader something, each part in the order of its figures. */
export function heldTogether(group: readonly Figure[], partyOf: PartyOf): readonly (readonly Figure[])[] {
  const groups = new Groups<Figure>();
  for (const [at, a] of group.entries())
    for (const b of group.slice(at + 1)) {
      if (groups.rootOf(a) === groups.rootOf(b) || !isPair(a, b, partyOf) || !areOfOneMatter(a, b)) continue;
      const { relation, drift } = compareFigureOf(a, b, tellersOf(a, b, partyOf));
      if (relation !== 'incomparable' || drift) groups.join(a, b);
    }
  return groups.of(group).filter((some) => some.length > 1);
}

function tellersOf(a: Figure, b: Figure, partyOf: PartyOf): FigureTellers {
  const isOfOneTeller =
    a.claim.claimant.kind !== 'unnamed' &&
    claimantOf(a, partyOf) === claimantOf(b, partyOf) &&
    !sameNumber(a.quantity, b.quantity);
  return { isRetold: isRetold(a, b, partyOf), isOfOneTeller };
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

/** Whom the claimant of a figure counts as. */
function claimantOf({ claim: { document, claimant } }: Figure, partyOf: PartyOf): string {
  return partyOf(document, claimant.name);
}

function placeOf({ claim, quantity }: Figure): number | null {
  const at = claim.quote.indexOf(quantity.raw);
  return at < 0 ? null : claim.start + at;
}
