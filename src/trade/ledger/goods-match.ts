import { compileRegime } from '../../regime/evaluation/compile.ts';
import {
  type CompiledScope,
  compileScope,
  matchScope,
  matchWhole,
  type RegimeGoods,
  resolveGoods,
  type ScopeMatch,
} from '../../regime/goods/goods.ts';
import type { Cap, Provision, Regime } from '../../regime/model/regime.ts';
import type { TradeRow } from '../model/row.ts';

/** `open`: the paragraph's words leave it open whether such goods are covered, so that a row counts from nought to the whole. */
export type GoodsMatch = 'yes' | 'open' | 'no';

/** Tells which rows are about the goods of a cap. */
export type GoodsMatcher = {
  match(row: TradeRow): GoodsMatch;
  /** The id, in the goods vocabulary, of the product that a row itself names; null where it names none, or one that has no factor. */
  productOf(row: TradeRow): string | null;
};

export function goodsMatcher(regime: Regime, provision: Provision & { readonly cap: Cap }): GoodsMatcher {
  const { vocabulary } = compileRegime(regime);
  const goods = provision.cap.goods ?? provision.goods;
  const scope = goods ? compileScope(goods) : null;
  const products = new Map(
    provision.cap.conversions.flatMap(({ product }) => {
      const entry = product === undefined ? undefined : regime.goods.find((one) => one.id === product);
      return entry ? [[entry.name, entry.id] as const] : [];
    }),
  );
  const byCode = new Map<string, GoodsMatch>();
  const productOf = (row: TradeRow): string | null => {
    if (!row.productNamed || row.product === null) return null;
    const entry = resolveGoods(vocabulary, { name: row.product }).entry;
    return entry === null ? null : (products.get(entry.name) ?? null);
  };
  return {
    productOf,
    match: (row) => {
      if (scope === null) return 'yes';
      if (row.hs !== null) {
        const known = byCode.get(row.hs) ?? matchOf(scope, vocabulary, { hs: row.hs });
        byCode.set(row.hs, known);
        return known;
      }
      // A list of calls that names no product is of the product that is asked about; a code that hides its goods is of none.
      if (row.product === null) return row.code === null && row.kind === 'estimate' ? 'yes' : 'no';
      const match = scopeMatchOf(scope, vocabulary, { name: row.product });
      if (row.kind !== 'notified') {
        if (match === 'unnamed') return 'open';
        return match === 'yes' && !namesThemAlone(scope, vocabulary, row.product) ? 'open' : plain(match);
      }
      // What a State notified under the paragraph was counted under it: by the Committee's own table of products, or on its page.
      if (match === 'unsettled' || productOf(row) !== null) return 'yes';
      // Under the page's headings a name that no vocabulary has may be of other goods: nobody knows how much of it belongs here.
      if (match === 'unnamed') return 'open';
      return plain(match);
    },
  };
}

function matchOf(scope: CompiledScope, vocabulary: RegimeGoods, goods: { readonly hs: string }): GoodsMatch {
  return plain(scopeMatchOf(scope, vocabulary, goods));
}

function scopeMatchOf(
  scope: CompiledScope,
  vocabulary: RegimeGoods,
  goods: { readonly hs?: string; readonly name?: string },
): ScopeMatch {
  return matchScope(scope, resolveGoods(vocabulary, goods));
}

/** Whether a name is of the goods and of nothing else: "diesel and coal" is not, and "diesel (planned)" says what no goods are. */
function namesThemAlone(scope: CompiledScope, vocabulary: RegimeGoods, name: string): boolean {
  const remarks = [...name.matchAll(/\(([^)]+)\)/g)].map(([, remark = '']) => remark);
  return (
    matchWhole(scope, resolveGoods(vocabulary, { name })) &&
    remarks.every((remark) => resolveGoods(vocabulary, { name: remark }).unknownName === null)
  );
}

function plain(match: ScopeMatch): GoodsMatch {
  if (match === 'yes') return 'yes';
  return match === 'unsettled' ? 'open' : 'no';
}
