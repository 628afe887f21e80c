import { compileRegime } from '../../regime/evaluation/compile.ts';
import { compileScope, matchScope, resolveGoods } from '../../regime/goods/goods.ts';
import type { Regime } from '../../regime/model/regime.ts';
import type { Coverage } from '../marks/edition.ts';

/** Which bans and caps name a code, for goods that go the way of a row on the last day of its period. */
export function coverageOf(regime: Regime): Coverage {
  const { vocabulary } = compileRegime(regime);
  const scopes = regime.provisions.flatMap((provision) =>
    (provision.effect === 'prohibits' || provision.effect === 'caps') &&
    provision.goods?.hs.length &&
    !provision.goods.all
      ? [{ provision, scope: compileScope(provision.goods), edition: provision.goods.edition }]
      : [],
  );
  return (code, row) =>
    scopes.flatMap(({ provision, scope, edition }) => {
      const day = row.period.to;
      if (day < provision.from || (provision.to !== null && day > provision.to)) return [];
      if (provision.direction === 'into-target' && row.to !== regime.target) return [];
      if (provision.direction === 'from-target' && row.from !== regime.target) return [];
      const match = matchScope(scope, resolveGoods(vocabulary, { hs: code.slice(0, 6) }));
      return match === 'yes' ? [{ provision: provision.id, edition }] : [];
    });
}
