import { addDays } from '../../core/time/calendar.ts';
import { assess } from '../../regime/evaluation/assess.ts';
import type { Activity } from '../../regime/model/activity.ts';
import type { Assessment, Verdict } from '../../regime/model/assessment.ts';
import type { Regime } from '../../regime/model/regime.ts';
import { isNought, type TradeRow, touches } from '../model/row.ts';

/** What the law of its month says of a row. */
export type RowStatus = 'prohibited' | 'capped' | 'approval-required' | 'undetermined' | 'clear';

export type RowLaw = {
  readonly status: RowStatus;
  readonly provisions: readonly { readonly provision: string; readonly effect: string }[];
  /** Facts without which the answer stays open: the day, the contract, what the goods are. */
  readonly missing: readonly string[];
};

const CLEAR: RowLaw = Object.freeze({ status: 'clear', provisions: Object.freeze([]), missing: Object.freeze([]) });

/** Holds rows against the measures in force in their periods; answers for one code, route and period are kept. */
export class LawOfRows {
  private readonly regime: Regime;
  private readonly known = new Map<string, RowLaw>();
  /** A cap is passed by no total of nought: what is within it then is touched by a cap and by nothing graver. */
  private readonly noTotals: readonly { value: string; unit: string; period: string }[];
  private readonly baselines: readonly string[];

  constructor(regime: Regime) {
    this.regime = regime;
    const units = new Set(
      regime.provisions.flatMap(
        ({ cap }) => cap?.periods.flatMap(({ limits }) => limits.map(({ unit }) => unit)) ?? [],
      ),
    );
    this.noTotals = [...units].map((unit) => ({ value: '0', unit, period: '' }));
    this.baselines = regime.provisions.flatMap(({ cap }) => (cap?.baseline ? [cap.baseline.within] : []));
  }

  lawOf(row: TradeRow): RowLaw {
    const { target } = this.regime;
    if (!touches(row, target) || isNought(row)) return CLEAR;
    const goods = goodsOf(row);
    if (goods === null)
      return {
        status: 'undetermined',
        provisions: [],
        missing: [
          row.code === null
            ? 'goods: what was carried'
            : `goods: a code of the goods themselves; "${row.code.slice(0, 20)}" hides them`,
        ],
      };
    const value = row.value?.currency === 'USD' && row.value.high !== '0' ? row.value.high : null;
    const key = [goods.hs, goods.name, row.from, row.to, row.period.from, row.period.to, value].join('\t');
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const law = this.ask(row, goods, value);
    this.known.set(key, law);
    return law;
  }

  /** The first and the last day of the period, without a contract and with one from before the wind-down that runs then. */
  private ask(row: TradeRow, goods: Goods, value: string | null): RowLaw {
    const { from, to } = row.period;
    const days = from === to ? [from] : [from, to];
    const answers = days.flatMap((date) =>
      [null, this.earlyContract(date)].flatMap((contractDate, at): readonly Answer[] => {
        if (at === 1 && contractDate === null) return [];
        const assessment = assess(this.regime, this.activityOf(row, goods, value, date, contractDate));
        return [{ assessment, contractDate, status: statusOf(assessment) }];
      }),
    );
    return combine(answers);
  }

  private activityOf(
    row: TradeRow,
    goods: Goods,
    value: string | null,
    date: string,
    contractDate: string | null,
  ): Activity {
    return {
      date,
      act: 'supply',
      goods,
      from: stateOf(row.from),
      to: stateOf(row.to),
      quantity: value === null ? null : { value, unit: 'USD' },
      periodTotal: this.noTotals,
      contractDate,
      circumstances: this.baselines,
    };
  }

  /** A day before the contracts that a wind-down still running on `date` asks for; null where none runs. */
  private earlyContract(date: string): string | null {
    const running = this.regime.provisions.flatMap(({ from, windDown }) =>
      windDown?.contractBefore !== undefined && from <= date && date <= windDown.until ? [windDown.contractBefore] : [],
    );
    const [first] = running.sort();
    return first === undefined ? null : addDays(first, -1);
  }
}

type Goods = { readonly hs: string | null; readonly name: string | null };
type Answer = { readonly assessment: Assessment; readonly contractDate: string | null; readonly status: RowStatus };

function goodsOf(row: TradeRow): Goods | null {
  if (row.hs !== null) return { hs: row.hs.slice(0, 6), name: null };
  if (row.code !== null && row.code !== '' && row.product === null) return null;
  return row.product === null ? null : { hs: null, name: row.product.slice(0, 200) };
}

/** Two letters of a State; an area that is none is not known. */
function stateOf(code: string | null): string | null {
  return code !== null && /^[A-Z]{2}$/.test(code) ? code : null;
}

const STATUS: Readonly<Record<Verdict, RowStatus>> = {
  prohibited: 'prohibited',
  'cap-exceeded': 'capped',
  'within-cap': 'capped',
  'approval-required': 'approval-required',
  // Whether the Committee was told beforehand is a fact that no statistics hold.
  'notice-required': 'undetermined',
  undetermined: 'undetermined',
  exempt: 'clear',
  'not-covered': 'clear',
};

function statusOf({ verdict }: Assessment): RowStatus {
  return STATUS[verdict];
}

/** The engine is asked without the period's total: the row falls under the cap, and how much of the cap is used nobody said. */
const CAPPED = 'capped';

/** One answer for all days and contracts is the answer; several leave it open, and the facts that part them are named. */
function combine(answers: readonly Answer[]): RowLaw {
  const statuses = new Set(answers.map(({ status }) => status));
  const provisions = new Map<string, { provision: string; effect: string }>();
  const missing = new Set<string>();
  for (const { assessment, status } of answers) {
    for (const { provision, effect } of assessment.grounds)
      if (effect !== 'exempt' && !provisions.has(provision))
        provisions.set(provision, { provision, effect: effect === 'within-cap' ? CAPPED : effect });
    if (status !== 'undetermined') continue;
    for (const fact of assessment.missing ?? []) missing.add(fact);
    if (assessment.verdict === 'notice-required')
      missing.add('circumstances: whether the Committee was notified in advance');
  }
  const [only] = statuses;
  if (statuses.size === 1 && only !== undefined)
    return only === 'clear' ? CLEAR : { status: only, provisions: [...provisions.values()], missing: [...missing] };
  for (const contract of [true, false]) {
    const some = new Set(
      answers.filter(({ contractDate }) => (contractDate !== null) === contract).map(({ status }) => status),
    );
    if (some.size > 1) missing.add('date: the day in the period, since the law changed within it');
  }
  if (
    answers.some(
      (one) =>
        one.contractDate !== null &&
        answers.some((other) => other.contractDate === null && other.status !== one.status),
    )
  )
    missing.add('contractDate: the day of the contract, since earlier contracts could still be performed for a time');
  return { status: 'undetermined', provisions: [...provisions.values()], missing: [...missing] };
}
