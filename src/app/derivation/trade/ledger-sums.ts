import { countryName } from '../../../core/countries/countries.ts';
import { compareDecimals, type Decimal } from '../../../core/decimal.ts';
import { addDays } from '../../../core/time/calendar.ts';
import type { CalledShips, LedgerAmount, LedgerFactor, LedgerSum } from '../../../findings/model/ledger-total.ts';
import type { Period } from '../../../regime/model/period.ts';
import type { Regime } from '../../../regime/model/regime.ts';
import { keepLedger, type Ledger, type LedgerQuestion } from '../../../trade/ledger/ledger.ts';
import { counterpartOf, type TradeRow } from '../../../trade/model/row.ts';
import { formNamed } from '../../../trade/reading/forms/forms.ts';
import { loadTradeTerms, type TradeTerms } from '../../../trade/terms/terms.ts';
import type { FigureSource } from './figure-sources.ts';
import type { TankerCall } from './tanker-call.ts';

/**
 * The sum of each source for the period of a cap under each factor, the paragraph's own or those given. Sources without a row that
 * counts there give none.
 * @throws TradeError `no-cap`, `no-period`, `factor-invalid`
 */
export function ledgerSums(
  regime: Regime,
  sources: readonly FigureSource[],
  question: LedgerQuestion,
): readonly LedgerSum[] {
  const terms = loadTradeTerms(regime);
  const ledger = keepLedger(
    regime,
    terms,
    sources.map(({ reading }) => reading),
    question,
  );
  const factors = ledger.factors.length === 0 ? [null] : ledger.factors;
  return sources.flatMap((source, at) => {
    const { document, reading } = source;
    const kept = ledger.sources[at];
    if (kept === undefined || kept.counted === 0) return [];
    const rows = countedRows(ledger, kept.file, reading.rows);
    const isWhole =
      coversAll(rows, ledger.period, terms.target) &&
      !ledger.gaps.some(({ source }) => source === kept.file) &&
      !ledger.refused.some(({ file }) => file === kept.file) &&
      !ledger.excluded.some(
        ({ file, reason }) => file === kept.file && (reason === 'quantity-missing' || reason === 'quantity-negative'),
      );
    return factors.map((factor): LedgerSum => {
      const number = factor?.factor ?? null;
      const amounts = amountsOf(ledger, kept.file, number);
      return {
        source: kept.file,
        document: document?.document ?? null,
        sha256: kept.sha256,
        authority: source.origin === 'tracks' ? null : authorityOf(rows, terms),
        factor: factor === null ? null : factorOf(factor),
        amounts: amounts.map(({ amount }) => amount),
        isLeast: !isWhole || amounts.some(({ atLeast }) => atLeast),
        ...(rows.some(({ kind }) => kind === 'estimate') ? { isEstimate: true as const } : {}),
        ...(source.origin === 'tracks' ? { calls: calledShips(source.calls, rows, ledger.period) } : {}),
      };
    });
  });
}

function calledShips(calls: readonly TankerCall[], rows: readonly TradeRow[], period: Period): CalledShips {
  const within = calls.filter(({ from, to }) => from <= period.to && period.from <= to);
  const counted = within.filter(({ row }) => rows.some((one) => one.row === row));
  // A stay that was found twice is in it once.
  const notCounted = within.filter((call) => !counted.includes(call) && call.excluded !== 'same-call');
  const shares = (side: 'low' | 'high'): readonly Decimal[] =>
    counted.flatMap(({ load }) => load?.[side] ?? []).sort(compareDecimals);
  const beyond = counted.filter(({ from, to }) => from < period.from || period.to < to).length;
  return {
    counted: counted.length,
    ...(beyond === 0 ? {} : { beyond }),
    shares: { low: shares('low')[0] ?? '0', high: shares('high').at(-1) ?? '0' },
    notCounted: notCounted.map(({ says }) => says),
    documents: [...new Set(within.flatMap(({ documents }) => documents))].sort(),
  };
}

function factorOf({ factor, basis, name, source }: Ledger['factors'][number]): LedgerFactor {
  return { factor, basis, name, source };
}

/** One amount for each unit of the cap: where a source states two units, what it states counts before what is converted. */
function amountsOf(
  ledger: Ledger,
  source: string,
  factor: string | null,
): readonly { readonly amount: LedgerAmount; readonly atLeast: boolean }[] {
  return ledger.limits.flatMap(({ unit }) => {
    const totals = ledger.totals.filter((total) => total.source === source && total.unit === unit);
    const total = totals.find((one) => one.factor === factor) ?? totals.find((one) => one.factor === null);
    if (total === undefined) return [];
    const { low, high, atLeast } = total;
    const stated = ledger.checks
      .filter((check) => check.source === source && check.unit === unit && check.factor === total.factor)
      .filter((check) => compareDecimals(check.stated.high, high) > 0)
      .sort((a, b) => compareDecimals(b.stated.high, a.stated.high))[0];
    const amount = { unit, low, high, stated: stated === undefined ? null : { row: stated.row, ...stated.stated } };
    return [{ amount, atLeast: atLeast === true }];
  });
}

function countedRows({ steps }: Ledger, source: string, rows: readonly TradeRow[]): readonly TradeRow[] {
  const counted = new Set(steps.filter((step) => step.source === source).flatMap((step) => step.rows));
  return rows.filter(({ row }) => counted.has(row));
}

/**
 * Whether each supplier that a source knows in the period has rows for all of its days: a month without a row may be a month without
 * a report.
 */
function coversAll(rows: readonly TradeRow[], period: Period, target: string): boolean {
  const suppliers = new Set(rows.map((row) => counterpartOf(row, target)));
  return (
    suppliers.size > 0 &&
    [...suppliers].every((supplier) =>
      covers(
        rows.filter((row) => counterpartOf(row, target) === supplier),
        period,
      ),
    )
  );
}

function covers(rows: readonly TradeRow[], { from, to }: Period): boolean {
  let next = from;
  for (const { period } of rows.toSorted((a, b) => (a.period.from < b.period.from ? -1 : 1))) {
    if (period.from > next) return false;
    if (period.to >= next) next = addDays(period.to, 1);
  }
  return next > to;
}

const MOST_NAMED = 4;

/** Who stands behind the rows of a source: the authority of its form, or the customs of who reports. */
function authorityOf(rows: readonly TradeRow[], terms: TradeTerms): string | null {
  const [first] = rows;
  const page = terms.pages.find(({ id }) => id === first?.form);
  if (page !== undefined) return page.authority;
  if (first?.kind !== 'customs' || formNamed(terms, first.form).authority === 'compiler') return null;
  const reporters = [...new Set(rows.flatMap(({ reporter }) => reporter ?? []))].sort().map(countryName);
  if (reporters.length === 0 || reporters.length > MOST_NAMED) return null;
  return `customs of ${reporters.join(', ')}`;
}
