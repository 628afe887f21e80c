import type { TradePage } from '../terms/trade-file.ts';
import { foldColumn, type Header } from './header.ts';

/**
 * Whether a header is that of a page: the columns by which it is laid out and no other. A file of ordinary trade
 * has a period, a State and tonnes, too; what else it has says whose goods they are, and is not passed over.
 */
export function isPage(page: TradePage, header: Header): boolean {
  return isNearPage(page, header) && foreignColumns(page, header).length === 0;
}

/** Whether a header has every column that a page needs, whatever else it has. */
export function isNearPage(page: TradePage, header: Header): boolean {
  const { period, state, product, asOf, identity, source, remark } = page.columns;
  const { quantities, value, deadweight, freeQuantity } = page;
  const needed = [...identity, ...quantities.map(({ column }) => column), ...(value ? [value.column] : [])];
  if (page.kind === 'notified') needed.push(...asOf);
  // Without a column of goods nothing says which goods are meant: only the whole of the page, with its sources and remarks, is known.
  if (!header.hasOneOf(...product)) needed.push(...source, ...remark);
  const weighs =
    (deadweight === undefined && freeQuantity === undefined) ||
    (deadweight !== undefined && header.has(deadweight.column)) ||
    (freeQuantity !== undefined && header.has(freeQuantity.column, freeQuantity.unit));
  return header.hasOneOf(...period) && header.hasOneOf(...state) && header.has(...needed) && weighs;
}

/** The columns of a file that are none of a page's, as they are written there. */
export function foreignColumns(page: TradePage, header: Header): readonly string[] {
  const { columns, quantities, value, deadweight, freeQuantity } = page;
  const own = new Set(
    [
      ...Object.values(columns).flat(),
      ...quantities.map(({ column }) => column),
      ...(value ? [value.column] : []),
      ...(deadweight ? [deadweight.column, deadweight.low, deadweight.high] : []),
      ...(freeQuantity ? [freeQuantity.column, freeQuantity.unit] : []),
    ].map(foldColumn),
  );
  return header.names.flatMap((name, at) => (name === '' || own.has(name) ? [] : [header.cells[at] ?? name]));
}
