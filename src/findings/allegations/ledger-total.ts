import { assess } from '../../regime/evaluation/assess.ts';
import type { Activity } from '../../regime/model/activity.ts';
import type { Assessment, Verdict } from '../../regime/model/assessment.ts';
import type { Regime } from '../../regime/model/regime.ts';
import type { FindingTotal, LedgerSum, SettledSum, TakenTotal } from '../model/ledger-total.ts';

/** An activity assessed with the total that a person took from a ledger. */
export type LedgerSettlement = {
  /** With the total, as far as it settles anything. */
  readonly activity: Activity;
  readonly assessment: Assessment;
  readonly total: FindingTotal;
};

/**
 * Assesses an activity by a total taken from a ledger, and says what every other sum would have given. `now` is what the source, or a
 * later release of it, gives by now; null where it is not at hand.
 * @throws RegimeError for an activity or a sum that the regime cannot be asked about
 */
export function settleTotal(
  regime: Regime,
  activity: Activity,
  { taken, others, ...total }: TakenTotal,
  now: LedgerSum | null,
): LedgerSettlement {
  const by = (sum: LedgerSum) => assessBySum(regime, activity, total.period, sum);
  const settled = (sum: LedgerSum): SettledSum => ({ ...sum, effect: effectOf(by(sum).assessment, total.provision) });
  return {
    ...by(taken),
    total: {
      ...total,
      taken: settled(taken),
      others: others.map(settled),
      later: now === null || saysTheSameSum(taken, now) ? null : settled(now),
      isGone: now === null,
    },
  };
}

type Assessed = Pick<LedgerSettlement, 'activity' | 'assessment'>;

/**
 * What a sum settles: its low figures settle that a cap is passed, its high figures that it is not, and only where no row can be
 * missing. Where they leave it open, the activity is assessed as if no total were known.
 */
function assessBySum(regime: Regime, activity: Activity, period: TakenTotal['period'], sum: LedgerSum): Assessed {
  const open = { activity, assessment: assess(regime, activity) };
  if (sum.amounts.length === 0) return open;
  const at = (side: 'low' | 'high'): Assessed => {
    const asked: Activity = {
      ...activity,
      periodTotal: sum.amounts.map(({ unit, [side]: value }) => ({
        value,
        unit,
        period: `${period.from}/${period.to}`,
      })),
    };
    return { activity: asked, assessment: assess(regime, asked) };
  };
  const low = at('low');
  if (low.assessment.verdict === 'cap-exceeded') return low;
  if (sum.isLeast) return open;
  const high = at('high');
  return low.assessment.verdict === high.assessment.verdict ? high : open;
}

/** What the cap's own paragraph says; another may be graver. */
function effectOf({ verdict, grounds }: Assessment, provision: string): Verdict {
  return grounds.find((ground) => ground.provision === provision)?.effect ?? verdict;
}

function saysTheSameSum(a: LedgerSum, b: LedgerSum): boolean {
  return (
    a.isLeast === b.isLeast &&
    a.amounts.length === b.amounts.length &&
    a.amounts.every((amount) =>
      b.amounts.some(({ unit, low, high }) => unit === amount.unit && low === amount.low && high === amount.high),
    )
  );
}
