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
export function stretchesOf<Item>(items: readonly Item[], quantityOf: (item: Item) => Quantity): Stretch<Item>[] {
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

/** Joins the figures of stretches that meet. */
export function joinOverlapping<Item>(stretches: readonly Stretch<Item>[], groups: Groups<Item>): void {
  const [first, ...others] = [...stretches].sort((a, b) => compareLows(a.lowest, b.lowest));
  if (first === undefined) return;
  let widest = first;
  for (const item of first.all) groups.join(first.item, item);
  for (const one of others) {
    for (const item of one.all) groups.join(one.item, item);
    if (!excludeEachOther(widest.highest, one.lowest)) groups.join(widest.item, one.item);
    if (compareHighs(one.highest, widest.highest) > 0) widest = one;
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
