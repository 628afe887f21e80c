import { countryName } from '../../core/countries/countries.ts';
import type { GoodsFacts } from '../goods/goods.ts';
import type { Activity } from '../model/activity.ts';
import { amountInWords } from '../model/amount.ts';
import { type Period, periodInWords } from '../model/period.ts';
import type { Regime } from '../model/regime.ts';
import { compileRegime } from './compile.ts';
import { type Facts, resolveActivity } from './facts.ts';

/**
 * An activity as it was understood, in one sentence: what the words were taken for, so that a reader sees at once when
 * something else was meant. @throws RegimeError as `assess`
 */
export function questionInWords(regime: Regime, activity: Activity): string {
  const { words, vocabulary } = compileRegime(regime);
  const facts = resolveActivity(activity, words, vocabulary, regime.target);
  const given = activity.goods?.name?.trim() ?? '';
  const parts = [
    `Asked: ${[facts.date, facts.act, goodsInWords(facts.goods, given)].filter((part) => part !== '').join(', ')}`,
    ...routeInWords(facts),
    ...(facts.quantity === null ? [] : [amountInWords(facts.quantity)]),
    ...facts.totals.map((total) => `in all ${amountInWords(total)}${ofPeriod(total.period)}`),
    ...(facts.contractDate === null ? [] : [`contract of ${facts.contractDate}`]),
    ...(facts.parties.length === 0 ? [] : [`parties ${facts.parties.join(', ')}`]),
    ...(facts.circumstances.size === 0 ? [] : [`stated: ${[...facts.circumstances].join(', ')}`]),
  ];
  return `${parts.join('; ')}.`;
}

function goodsInWords({ hs, entry }: GoodsFacts, given: string): string {
  const name =
    entry === null || entry.name.toLowerCase() === given.toLowerCase() ? given : `${given} (taken as ${entry.name})`;
  const code = hs === null ? '' : `HS ${hs}`;
  return [name, code].filter((part) => part !== '').join(', ');
}

function routeInWords({ from, to, origin, via }: Facts): string[] {
  const route = [
    ...(from === null ? [] : [`from ${countryName(from)}`]),
    ...(to === null ? [] : [`to ${countryName(to)}`]),
    ...(via.length === 0 ? [] : [`by way of ${via.map(countryName).join(', ')}`]),
  ];
  return [
    ...(route.length === 0 ? [] : [route.join(' ')]),
    ...(origin === null ? [] : [`origin ${countryName(origin)}`]),
  ];
}

function ofPeriod(period: Period | null): string {
  return period === null ? '' : ` ${periodInWords(period)}`;
}
