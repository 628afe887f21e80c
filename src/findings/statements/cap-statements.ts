import type { Quantity } from '../../claims/model/quantity.ts';
import { addMonths } from '../../core/calendar.ts';
import { compareDecimals, formatDecimal } from '../../core/decimal.ts';
import { compileScope, indexGoods, matchScope, resolveGoods } from '../../regime/goods/goods.ts';
import type { Provision, Regime } from '../../regime/model/regime.ts';
import { goodsNamedIn } from '../naming/named-goods.ts';
import { agreement, type StatementRule } from './statement-check.ts';

const LIMIT_WORDS = /\b(cap|caps|capped|limit|limits|limited|ceiling|quota)\b/i;
/** What a decision allows is a limit too; what anybody else allows need not be. */
const ALLOWANCE = /\b(allow|allows|allowed|allowing|allowance|permit|permits|permitted|permitting|entitled)\b/i;
const DECISION_WORDS = /\b(resolutions?|decisions?|measures?|sanctions|Security Council|Council|Committee|U\.?N\.?)\b/i;

/** How far from the figure, in characters, the word that makes it a limit may stand. */
const REACH = 80;

type Limit = { readonly value: string; readonly unit: string };

/**
 * "the annual cap of 500,000 barrels": a figure that a claim gives as a limit, held against the limits in force on its day.
 * "500,000 tons of barrels" has the right figure and the wrong unit, and is reported so.
 */
export const checkCap: StatementRule = (claim, { regime, published }) => {
  const saysLimit = claim.quantities.some(({ nature }) => nature === 'limit') || LIMIT_WORDS.test(claim.quote);
  if (!saysLimit && !ALLOWANCE.test(claim.quote)) return null;
  const figure = claim.quantities.find((quantity) => statesLimit(quantity, claim.quote));
  const value = figure?.high ?? figure?.low ?? null;
  if (figure === undefined || value === null) return null;
  // A date in the sentence may be that of the limit or that of its adoption: both are tried before it is said to be wrong.
  const dates = [claim.when.from, claim.when.to, published].filter((date) => date !== null);
  const outcomes = [...new Set(dates)].sort().flatMap((date) => {
    const capped = cappedProvision(regime, claim.quote, date);
    return capped === undefined
      ? []
      : [{ ...capped, date, agrees: capped.limits.some((limit) => isLimit(limit, value, figure)) }];
  });
  const outcome = outcomes.find(({ agrees }) => agrees) ?? outcomes.at(-1);
  if (outcome === undefined) return null;
  const { provision, limits, date, agrees } = outcome;
  // A limit of another time is no wrong limit: what the paragraph sets, or set, at any time agrees or is left alone.
  if (!agrees && everLimited(provision, value, figure)) return null;
  return {
    claim: claim.id,
    statement: figure.raw,
    relation: agreement(agrees),
    fact: `${provision.id} sets ${limits.map((limit) => `${formatDecimal(limit.value)} ${limit.unit}s`).join(' or ')}, in force on ${date}`,
    reference: provision.id,
    source: provision.source,
    evidence: provision.evidence,
  };
};

function everLimited({ cap }: Provision, value: string, figure: Quantity): boolean {
  return (cap?.periods ?? []).flatMap(({ limits }) => limits).some((limit) => isLimit(limit, value, figure));
}

function isLimit(limit: Limit, value: string, figure: Quantity): boolean {
  return compareDecimals(limit.value, value) === 0 && limit.unit === unitOf(figure);
}

/** The figure that the text itself calls a limit: an exact or at-most one that stands within a few words of the limit's word. */
export function statesLimit(quantity: Quantity, quote: string): boolean {
  if (!['exactly', 'at-most', 'up-to'].includes(quantity.qualifier)) return false;
  const at = quote.indexOf(quantity.raw);
  const before = quote.slice(Math.max(0, at - REACH), at);
  const after = quote.slice(at + quantity.raw.length, at + quantity.raw.length + REACH);
  if (
    quantity.nature === 'limit' ||
    quantity.qualifier === 'at-most' ||
    LIMIT_WORDS.test(before) ||
    LIMIT_WORDS.test(after)
  )
    return true;
  return DECISION_WORDS.test(quote) && (ALLOWANCE.test(before) || ALLOWANCE.test(after));
}

function unitOf(quantity: Quantity): string {
  return quantity.unit ?? quantity.counts;
}

function cappedProvision(
  regime: Regime,
  quote: string,
  date: string,
): { provision: Provision; limits: readonly Limit[] } | undefined {
  const vocabulary = indexGoods(regime.goods, regime.goodsQualifiers);
  const goods = goodsNamedIn([quote], vocabulary).map((name) => resolveGoods(vocabulary, { name }));
  for (const provision of regime.provisions) {
    const { cap } = provision;
    if (cap === undefined || provision.from > date || (provision.to !== null && provision.to < date)) continue;
    const scope = cap.goods ?? provision.goods;
    const covers = scope !== undefined && goods.some((one) => matchScope(compileScope(scope), one) === 'yes');
    const limits = covers ? limitsOn(cap.periods, date) : [];
    if (limits.length > 0) return { provision, limits };
  }
  return undefined;
}

function limitsOn(periods: NonNullable<Provision['cap']>['periods'], date: string): readonly Limit[] {
  const running = periods.filter(
    (period) => period.from <= date && (period.until === undefined || date <= period.until),
  );
  // A limit that is announced for the coming period is what the news speaks of in the days before it begins.
  const coming = periods.filter((period) => period.from > date && period.from <= addMonths(date, 1));
  return (running.length > 0 ? running : coming).flatMap((period) => period.limits);
}
