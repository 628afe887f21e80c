import { excludeEachOther, figureOf } from '../../claims/comparison/comparison.ts';
import { areOfOneMatter, partsOf, statesOf } from '../../claims/comparison/figure-comparison.ts';
import { type FigureFacts, factsOf } from '../../claims/comparison/figure-facts.ts';
import { nounKeys } from '../../claims/comparison/noun-hierarchy.ts';
import type { Quantity } from '../../claims/model/quantity.ts';
import { compareDecimals } from '../../core/decimal.ts';
import { memoized } from '../../core/memoized.ts';
import type { Figure } from '../model/comparison.ts';
import { Groups, meetings, partition } from './groups.ts';

/**
 * Figures among which some may be laid side by side, as groups in the order of their first figure: all that `areOfOneMatter`
 * ties together, and now and then more. Large matters ask it after each act, so whole sets are joined by what they are of, and
 * pairs are looked at only where one number comes again.
 */
export function groupFigures(figures: readonly Figure[]): readonly (readonly Figure[])[] {
  const known = figures.map(knownOf);
  const groups = new Groups<Known>();
  for (const bucket of meetings(known, matterKeys).values()) joinMatter(bucket, groups);
  for (const bucket of meetings(known, numberKeys).values()) joinNumber(bucket, groups);
  return groups.of(known).map((members) => members.map(({ figure }) => figure));
}

type Known = {
  readonly figure: Figure;
  readonly facts: FigureFacts;
  /** Equal for figures of which all parts are equal. */
  readonly kind: string;
};

/** Worked out once for each figure. */
const knownOf = memoized((figure: Figure): Known => {
  const facts = factsOf(figure.claim, figure.quantity);
  return {
    figure,
    facts,
    kind: JSON.stringify(facts, (_, value) => (value instanceof Set ? [...value].sort() : value)),
  };
});

/** Two figures of one class of events with a side in common, and nouns that are not apart, have one of these in common. */
function matterKeys({ facts: { noun, event, from, to } }: Known): readonly string[] {
  if (event === undefined) return [];
  const sides = [...[...(from ?? [])].map((key) => `from ${key}`), ...[...(to ?? [])].map((key) => `to ${key}`)];
  const nouns = noun === undefined ? ['*'] : ['*', ...nounKeys(noun)];
  return sides.flatMap((side) => nouns.map((one) => `${event} ${side} ${one}`));
}

/** Figures of one number have one of these in common. */
function numberKeys({ figure: { quantity } }: Known): readonly string[] {
  const number = figureOf(quantity);
  return number === undefined ? [] : [number];
}

/** Joins what overlaps among figures between which nothing differs. */
function joinMatter(bucket: readonly Known[], groups: Groups<Known>): void {
  const kinds = [...partition(bucket, ({ kind }) => kind)];
  for (const [at, members] of kinds.entries())
    for (const others of kinds.slice(at)) {
      const [a, b] = [members[0] as Known, others[0] as Known];
      const { why, nouns } = partsOf(a.facts, b.facts, false);
      if (why.differs.length > 0) continue;
      const all = members === others ? members : [...members, ...others];
      if (why.unknown.length === 0 && nouns === 'equal') for (const one of all) groups.join(a, one);
      else joinOverlapping(all, groups);
    }
}

/** Joins figures whose bounds meet, by one pass in the order of their lower bounds. */
function joinOverlapping(members: readonly Known[], groups: Groups<Known>): void {
  const ordered = [...members].sort((a, b) => compareLows(a.figure.quantity, b.figure.quantity));
  let widest = ordered[0];
  for (const one of ordered.slice(1)) {
    if (widest === undefined) return;
    if (!excludeEachOther(bounds(widest), bounds(one))) groups.join(widest, one);
    if (compareHighs(one.figure.quantity, widest.figure.quantity) > 0) widest = one;
  }
}

function bounds({ figure: { quantity } }: Known): Quantity {
  const { window: _, of: __, unit: ___, ...rest } = quantity;
  return { ...rest, counts: 'thing' };
}

function compareLows(a: Quantity, b: Quantity): number {
  if (a.low === null || b.low === null) return a.low === b.low ? 0 : a.low === null ? -1 : 1;
  return compareDecimals(a.low, b.low) || Number(a.lowOpen === true) - Number(b.lowOpen === true);
}

function compareHighs(a: Quantity, b: Quantity): number {
  if (a.high === null || b.high === null) return a.high === b.high ? 0 : a.high === null ? 1 : -1;
  return compareDecimals(a.high, b.high) || Number(b.highOpen === true) - Number(a.highOpen === true);
}

/** Joins what tells one number: one figure of each kind and each set of States stands for all that are like it. */
function joinNumber(bucket: readonly Known[], groups: Groups<Known>): void {
  const alike = [
    ...partition(bucket, ({ kind, figure: { claim } }) => `${kind} ${[...statesOf(claim)].sort()} ${claim.predicate}`),
  ];
  for (const [at, members] of alike.entries())
    for (const others of alike.slice(at)) {
      const [a, b] = [members[0] as Known, others.at(-1) as Known];
      if (a === b || !areOfOneMatter(a.figure, b.figure)) continue;
      for (const one of [...members, ...others]) groups.join(a, one);
    }
}
