import { excludeEachOther } from '../../claims/comparison/comparison.ts';
import type { Quantity } from '../../claims/model/quantity.ts';
import { compareDecimals } from '../../core/decimal.ts';
import type { Groups } from './groups.ts';

/** Figures whose bounds meet one after the other: from the lowest lower bound to the highest upper one. */
export type Stretch<Item> = {
  readonly item: Item;
  readonly lowest: Quantity;
  readonly highest: Quantity;
  readonly all: readonly Item[];
};

/** The stretches of some figures, by one pass in the order of their lower bounds. */
export function stretchesOf<Item>(
  items: readonly Item[],
  quantityOf: (item: Item) => Quantity,
): readonly Stretch<Item>[] {
  const stretches = items.map((item): Stretch<Item> => {
    const quantity = boundsOf(quantityOf(item));
    return { item, lowest: quantity, highest: quantity, all: [item] };
  });
  const merged: { item: Item; lowest: Quantity; highest: Quantity; all: Item[] }[] = [];
  for (const one of stretches.sort((a, b) => compareLows(a.lowest, b.lowest))) {
    const last = merged.at(-1);
    if (last === undefined || excludeEachOther(last.highest, one.lowest)) merged.push({ ...one, all: [one.item] });
    else {
      last.all.push(one.item);
      if (compareHighs(one.highest, last.highest) > 0) last.highest = one.highest;
    }
  }
  return merged;
}

/** Joins the figures of each stretch. */
export function joinStretches<Item>(stretches: readonly Stretch<Item>[], groups: Groups<Item>): void {
  for (const { item, all } of stretches) for (const one of all) groups.join(item, one);
}

/** Joins those of two lists of stretches, each as `stretchesOf` gives it, that meet. */
export function joinMeeting<Item>(
  some: readonly Stretch<Item>[],
  others: readonly Stretch<Item>[],
  groups: Groups<Item>,
): void {
  for (let [one, other] = [0, 0]; one < some.length && other < others.length; ) {
    const [a, b] = [some[one], others[other]] as [Stretch<Item>, Stretch<Item>];
    const [first, second] = compareLows(a.lowest, b.lowest) <= 0 ? [a, b] : [b, a];
    if (!excludeEachOther(first.highest, second.lowest)) groups.join(a.item, b.item);
    if (compareHighs(a.highest, b.highest) <= 0) one++;
    else other++;
  }
}

/** The bounds alone: what they are of was held against each other already. */
function boundsOf(quantity: Quantity): Quantity {
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
