import { membersOf } from '../codes/country.ts';
import { liesInside, sameDays, sharesDays } from '../model/reported-period.ts';
import { counterpartOf, type Parts, type TradeRow } from '../model/row.ts';
import { type Sifted, sift } from './exclusion.ts';

/** Rows of a source that state the same fact as an earlier one. */
export function siftDuplicates(rows: readonly TradeRow[]): Sifted {
  const first = new Map<string, TradeRow>();
  return sift(rows, 'duplicate', (row) => {
    const earlier = first.get(row.fingerprint);
    if (earlier === undefined) first.set(row.fingerprint, row);
    return earlier;
  });
}

/**
 * Figures that the same source gave on an earlier day for the same supplier, period and product, or that it took back since.
 * @param takenBack rows by which the source says that it gives no such figure any more
 */
export function siftSuperseded(rows: readonly TradeRow[], target: string, takenBack: readonly TradeRow[] = []): Sifted {
  const groups = groupBy([...rows, ...takenBack], (row) =>
    [counterpartOf(row, target), row.flow, row.period.from, row.period.to, row.hs].join('\t'),
  );
  return sift(rows, 'superseded', (row) => {
    if (row.kind !== 'notified' || row.asOf === null) return undefined;
    const key = [counterpartOf(row, target), row.flow, row.period.from, row.period.to, row.hs].join('\t');
    return groups
      .get(key)
      ?.find((other) => other.asOf !== null && row.asOf !== null && other.asOf > row.asOf && sameProduct(row, other));
  });
}

/** Whether two figures may be of the same goods: a figure without a product is of all of them. */
function sameProduct(a: TradeRow, b: TradeRow): boolean {
  return !a.productNamed || !b.productNamed || a.product?.toLowerCase() === b.product?.toLowerCase();
}

const PARTS = ['flow', 'procedure', 'transport', 'partner2'] as const satisfies readonly (keyof Parts)[];

/**
 * Parts by transport, procedure, second partner or kind of flow that stand beside their total, and house bills beside their master bill.
 * Parts in two ways without a total are two tellings of one flow: the way that tells more of it stays.
 */
export function siftBreakdowns(rows: readonly TradeRow[], weightOf: (row: TradeRow) => number): Sifted {
  const key = (row: TradeRow): string =>
    row.cargo !== null
      ? `cargo\t${row.cargo}`
      : [row.reporter, row.partner, row.flow, row.period.from, row.period.to, row.code, row.product].join('\t');
  const groups = groupBy(rows, key);
  const first = sift(rows, 'breakdown', (row) =>
    groups.get(key(row))?.find((other) => isPartOf(row.parts, other.parts)),
  );
  const ways = groupBy(first.rows, key);
  const lesser = new Set<TradeRow>();
  for (const group of ways.values()) {
    const byWay = groupBy(group, (row) => PARTS.filter((part) => row.parts[part] !== null).join());
    if (byWay.size < 2) continue;
    const sums = [...byWay.values()].map((way) => ({ way, sum: way.reduce((sum, row) => sum + weightOf(row), 0) }));
    const most = sums.reduce((a, b) => (b.sum > a.sum ? b : a));
    for (const { way } of sums) if (way !== most.way) for (const row of way) lesser.add(row);
  }
  const second = sift(first.rows, 'breakdown', (row) => lesser.has(row));
  return { rows: second.rows, excluded: [...first.excluded, ...second.excluded] };
}

function isPartOf(part: Parts, whole: Parts): boolean {
  let isNarrower = false;
  for (const name of PARTS) {
    if (whole[name] === part[name]) continue;
    if (whole[name] !== null) return false;
    isNarrower = true;
  }
  return isNarrower;
}

/** Subheadings whose heading stands beside them, and sums of a group of States beside its members. */
export function siftCovered(rows: readonly TradeRow[], target: string): Sifted {
  const groups = groupBy(rows, (row) =>
    [row.reporter, row.partner, row.flow, row.period.from, row.period.to].join('\t'),
  );
  const headings = sift(rows, 'covered-by-aggregate', (row) => {
    if (row.hs === null) return undefined;
    const beside = groups.get([row.reporter, row.partner, row.flow, row.period.from, row.period.to].join('\t'));
    return beside?.find(
      (other) =>
        other.hs !== null &&
        row.hs !== null &&
        other.hs.length < row.hs.length &&
        row.hs.startsWith(other.hs) &&
        PARTS.every((part) => other.parts[part] === null || other.parts[part] === row.parts[part]),
    );
  });
  const sums = sift(headings.rows, 'covered-by-aggregate', (row) => {
    const members = membersOf(counterpartOf(row, target) ?? '');
    if (members === undefined) return undefined;
    return headings.rows.find(
      (other) =>
        other.flow === row.flow &&
        members.has(counterpartOf(other, target) ?? '') &&
        (sameDays(other.period, row.period) || liesInside(other.period, row.period)) &&
        sharesGoods(other, row),
    );
  });
  return { rows: sums.rows, excluded: [...headings.excluded, ...sums.excluded] };
}

/**
 * Figures that sum up others of the source: a longer period beside rows of the same supplier inside it, and several suppliers together
 * beside either of them.
 */
export function siftControlSums(rows: readonly TradeRow[], target: string): Sifted {
  return sift(rows, 'control-sum', (row) => rows.find((other) => other !== row && isSumOver(row, other, target)));
}

export function suppliersOf(row: TradeRow, target: string): readonly string[] {
  return (counterpartOf(row, target) ?? '').split('+');
}

function isSumOver(sum: TradeRow, part: TradeRow, target: string): boolean {
  if (sum.flow !== part.flow || !sharesGoods(sum, part) || sum.kind === 'estimate') return false;
  const [all, some] = [suppliersOf(sum, target), suppliersOf(part, target)];
  if (!some.every((state) => all.includes(state))) return false;
  if (liesInside(part.period, sum.period)) return true;
  return all.length > some.length && sharesDays(part.period, sum.period);
}

/** Whether one of two rows may hold goods of the other: nested codes, or names of which one is missing or both are the same. */
export function sharesGoods(a: TradeRow, b: TradeRow): boolean {
  if (a.hs !== null && b.hs !== null) return a.hs.startsWith(b.hs) || b.hs.startsWith(a.hs);
  return sameProduct(a, b);
}

function groupBy(rows: readonly TradeRow[], key: (row: TradeRow) => string): Map<string, TradeRow[]> {
  const groups = new Map<string, TradeRow[]>();
  for (const row of rows) {
    const name = key(row);
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  return groups;
}
