import { factsOf } from '../../claims/comparison/figure-facts.ts';
import { nounName, widerNouns } from '../../claims/comparison/noun-hierarchy.ts';
import type { Claim } from '../../claims/model/claim.ts';
import type { Quantity } from '../../claims/model/quantity.ts';
import { addDecimals } from '../../core/decimal.ts';
import { assess } from '../../regime/evaluation/assess.ts';
import type { Activity } from '../../regime/model/activity.ts';
import type { Regime } from '../../regime/model/regime.ts';
import type { Allegation } from '../model/finding.ts';

/** A figure by which the total of a cap's period is known, as its source has it. */
export type ClaimedTotal = {
  readonly claim: Claim;
  readonly quantity: Quantity;
  readonly year: string;
  /** The activity with that total. */
  readonly activity: Activity;
};

/** Natures of figures of what was done. */
const DONE: ReadonlySet<string | undefined> = new Set(['count', 'running-total', 'rate']);
const UNITS: ReadonlySet<string> = new Set(['barrel', 'tonne']);

/**
 * The figure of a claim that alone settles a cap: what went in a year, or in a part of it, is more than the cap allows in the year.
 * A figure below the cap settles nothing, since nobody says that it is all. Null where no figure does.
 */
export function totalAboveCap(
  activity: Activity,
  allegation: Allegation,
  claims: readonly Claim[],
  regime: Regime,
): ClaimedTotal | null {
  for (const claim of claims)
    for (const quantity of claim.quantities) {
      const year = yearOf(claim, quantity, activity.date);
      const value = atLeast(quantity);
      const unit = quantity.unit ?? quantity.counts;
      if (year === null || value === null || !UNITS.has(unit) || !isOf(claim, quantity, allegation)) continue;
      const asked = {
        ...activity,
        date: year === activity.date.slice(0, 4) ? activity.date : `${year}-12-31`,
        periodTotal: { value, unit, period: year },
      };
      if (assess(regime, asked).verdict === 'cap-exceeded') return { claim, quantity, year, activity: asked };
    }
  return null;
}

/** The number that a figure says was reached. */
function atLeast({ low, lowOpen }: Quantity): string | null {
  return low === null ? null : lowOpen ? addDecimals(low, '0.001') : low;
}

/** The calendar year in which all of it went; of a yearly rate, the year of the activity. */
function yearOf(claim: Claim, quantity: Quantity, date: string): string | null {
  const { nature, window, asOf } = factsOf(claim, quantity);
  if (!DONE.has(nature)) return null;
  if (nature === 'rate')
    return /\b(?:a|per|each|every) year\b|\bannual|\byearly\b|\bannum\b/i.test(claim.quote) ? date.slice(0, 4) : null;
  const [from, to] = [window?.from ?? null, window?.to ?? asOf ?? null];
  return from !== null && to !== null && from.slice(0, 4) === to.slice(0, 4) ? from.slice(0, 4) : null;
}

/** Whether the figure is of the goods that are alleged, or a kind of them, and went where a cap counts all that goes, from whomever. */
function isOf(claim: Claim, quantity: Quantity, { goods, to }: Allegation): boolean {
  const facts = factsOf(claim, quantity);
  return (
    facts.noun !== undefined &&
    goods !== null &&
    widerNouns(facts.noun).has(nounName(goods)) &&
    (to === null || facts.to?.has(to) === true)
  );
}
