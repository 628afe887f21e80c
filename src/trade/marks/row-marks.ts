import { formatDecimal } from '../../core/decimal.ts';
import { areaOf } from '../codes/country.ts';
import { readGoodsCode } from '../codes/hs-code.ts';
import type { TradeRow } from '../model/row.ts';
import type { Mark } from './mark.ts';

/** Goods or partners under a heading that hides what they are. */
export function aggregateMark(row: TradeRow): Mark | null {
  const reasons: string[] = [];
  if (row.code !== null && row.code !== '') {
    const { hidden } = readGoodsCode(row.code);
    if (hidden !== null) reasons.push(`The row is of ${hidden}.`);
  }
  const area = row.partner === null ? undefined : areaOf(row.partner);
  if (area?.kind === 'hidden') reasons.push(`The partner is "${area.name}", under which a State may stand unnamed.`);
  return reasons.length === 0 ? null : { mark: 'aggregate-code', level: 'note', reasons };
}

/** A quantity that the source filled in. */
export function estimateMark(row: TradeRow): Mark | null {
  if (!row.estimated) return null;
  return {
    mark: 'estimated-quantity',
    level: 'note',
    reasons: ['The source says that it filled the quantity in; nobody reported it.'],
  };
}

/**
 * Customs weigh to the kilogram, so that noughts down to the hundred tonnes after one figure (500,000 kg), or to the thousand tonnes
 * after two (24,000 t), are no weighing.
 */
const NOUGHTS_OF_KILOGRAMS: ReadonlyMap<number, number> = new Map([
  [1, 5],
  [2, 6],
]);

/** A quantity so round that it is an estimate, a quota or a figure of speech rather than what was weighed. */
export function roundNumberMark(row: TradeRow): Mark | null {
  for (const { unit, low, high } of row.measures) {
    if (unit !== 'tonne' || low !== high || high.includes('.')) continue;
    const noughts = /0*$/.exec(high)?.[0].length ?? 0;
    const least = NOUGHTS_OF_KILOGRAMS.get(high.length - noughts);
    if (high === '0' || least === undefined || noughts + 3 < least) continue;
    return {
      mark: 'round-number',
      level: 'note',
      reasons: [`The quantity is a round ${formatDecimal(high)} tonnes, as estimates are.`],
    };
  }
  return null;
}
