import { sha256Hex } from '../../core/hash.ts';
import { canonicalJson } from '../../core/json/canonical-json.ts';
import { memoized } from '../../core/memoized.ts';
import { indexGoods } from '../../regime/goods/goods.ts';
import type { Regime } from '../../regime/model/regime.ts';
import type { Allegation } from '../model/finding.ts';
import type { ClaimedAllegation } from './allegation.ts';

/** The goods of a regime, indexed once: what is memoized of claims hangs on it. */
export const vocabularyOf = memoized(({ goods, goodsQualifiers }: Regime) => indexGoods(goods, goodsQualifiers));

type Asked = Pick<Allegation, 'act' | 'goods' | 'from' | 'to'>;

/** Claims that allege one act with one kind of goods between the same sides are one question: its key. */
export const questionOf = memoized(({ allegation: { act, goods, from, to } }: ClaimedAllegation) =>
  canonicalJson([act, goods, from, to]),
);

/** The id of the finding that the program proposes on a question; claims without a time that were told before all others give one of their own. */
export function proposalId(regime: string, { act, goods, from, to }: Asked, isOlder: boolean): string {
  return `f-${sha256Hex(canonicalJson([regime, act, goods, from, to, ...(isOlder ? ['older'] : [])])).slice(0, 20)}`;
}

/** A regime speaks of what goes out of its target or into it. */
export function concerns({ from, to }: Asked, { target }: Regime): boolean {
  return from === target || to === target;
}
