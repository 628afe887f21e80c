import type { Cap, Provision } from '../../regime/model/regime.ts';
import type { TradeRow } from '../../trade/model/row.ts';
import { goodsTest } from './stated-figures.ts';
import type { TradeFiles } from './trade-files.ts';

export function namesGoods({ product, code }: TradeRow): boolean {
  return product !== null || code !== null;
}

/**
 * The rows that may be laid beside a cap where nobody chose it for them. Rows that name no goods, such as calls of tankers, are taken as
 * goods of the cap where States report such goods to the Committee, and beside no other.
 */
export function rowsBesideCap(
  files: Pick<TradeFiles, 'regime' | 'terms'>,
  provision: Provision & { readonly cap: Cap },
): (rows: readonly TradeRow[]) => readonly TradeRow[] {
  const isOfCap = goodsTest(files, provision);
  const isReported = files.terms.pages.some(
    ({ product, direction }) => product !== undefined && direction === provision.direction && isOfCap(product),
  );
  return isReported ? (rows) => rows : (rows) => rows.filter(namesGoods);
}
