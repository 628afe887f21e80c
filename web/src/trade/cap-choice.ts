import type { TradeDesk } from '../../../src/app/workbench/contract/trade.ts';
import type { Search } from '../session/address.ts';
import { periodText } from './trade-words.ts';

type Cap = TradeDesk['caps'][number];
export type ChosenPeriod = Cap['periods'][number];

/** The cap and the period that an address names; without one, the cap of which most is reported, and the last period that is told of. */
export function chosenCap(
  { caps }: TradeDesk,
  { provision, period }: Search,
): { readonly cap: Cap; readonly period: ChosenPeriod } | null {
  const most = [...caps].sort((a, b) => statedOf(b).length - statedOf(a).length)[0];
  const cap = caps.find((one) => one.provision === provision) ?? most;
  if (cap === undefined) return null;
  const found =
    cap.periods.find((one) => periodText(one.period) === period) ?? statedOf(cap).at(-1) ?? cap.periods.at(-1);
  return found === undefined ? null : { cap, period: found };
}

function statedOf({ periods }: Cap): readonly ChosenPeriod[] {
  return periods.filter(({ sources }) => sources.length > 0);
}

/** Factors as people write them, with blanks, commas or semicolons between: numbers above nought; null for anything else. */
export function factorsOf(text: string): readonly string[] | null {
  const factors = text.split(/[\s,;]+/).filter((factor) => factor !== '');
  return factors.every((factor) => /^\d{1,3}(\.\d{1,4})?$/.test(factor) && Number(factor) > 0) ? factors : null;
}
