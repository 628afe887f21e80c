import { Link } from '@tanstack/react-router';
import type { MakeFindingRequest } from '../../../src/app/workbench/contract/finding.ts';
import type { TradeDesk } from '../../../src/app/workbench/contract/trade.ts';
import type { TradeLedger } from '../../../src/app/workbench/contract/trade-shape.ts';
import { writeAmount, writeAmounts } from '../../../src/figures/drawing/amount-words.ts';
import { MEANING_WORDS } from '../../../src/figures/drawing/ledger-words.ts';
import { factorWords, labelOf, periodText, periodWords, unitWords } from './trade-words.ts';
import { WideTable } from './wide-table.tsx';

type LedgerChoice = NonNullable<MakeFindingRequest['total']>;

/** For each source and factor the sum, its share of the limit, and the periods at which shares of the limit are passed. */
export function ThresholdsTable({
  ledger,
  unit,
  desk,
  flow,
}: {
  readonly ledger: TradeLedger;
  readonly unit: string;
  readonly desk: TradeDesk;
  readonly flow: string | undefined;
}) {
  const totals = ledger.totals.filter((total) => total.unit === unit);
  const thresholds = ledger.thresholds.filter((threshold) => threshold.unit === unit);
  const percents = [...new Map(thresholds.map(({ percent, means }) => [percent, means]))];
  return (
    <section className="section" aria-labelledby="trade-thresholds">
      <h3 id="trade-thresholds">When shares of the limit are passed</h3>
      <WideTable label="Shares of the limit">
        <caption className="unseen">
          Sums of each source in {unitWords(unit)}, and the first period at or above each share of the limit
        </caption>
        <thead>
          <tr>
            <th scope="col">Source</th>
            <th scope="col">Factor</th>
            <th scope="col" className="number">
              In all, {unitWords(unit)}
            </th>
            <th scope="col" className="number">
              Share of the limit
            </th>
            {percents.map(([percent, means]) => (
              <th key={percent} scope="col">
                {percent} %{means === null ? '' : `, ${MEANING_WORDS[means]}`}
              </th>
            ))}
            <th scope="col">
              <span className="unseen">Finding</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {totals.map((total) => (
            <tr key={`${total.source} ${total.factor}`}>
              <th scope="row">{labelOf(desk, total.source)}</th>
              <td>{factorWords(ledger, total.factor)}</td>
              <td className="number">
                {total.atLeast ? 'at least ' : ''}
                {writeAmounts(total)}
              </td>
              <td className="number">{writeAmounts(total.share)} %</td>
              {percents.map(([percent]) => {
                const one = thresholds.find(
                  (threshold) =>
                    threshold.source === total.source &&
                    threshold.factor === total.factor &&
                    threshold.percent === percent,
                );
                return <td key={percent}>{one === undefined ? '' : passingWords(one, total.atLeast === true)}</td>;
              })}
              <td>
                <UseInFinding ledger={ledger} total={total} desk={desk} flow={flow} />
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
      <FirstLimit ledger={ledger} desk={desk} />
    </section>
  );
}

/** Begins a finding that takes this total; the program reads it again, and keeps what it read in the act. */
function UseInFinding({
  ledger,
  total,
  desk,
  flow,
}: {
  readonly ledger: TradeLedger;
  readonly total: TradeLedger['totals'][number];
  readonly desk: TradeDesk;
  readonly flow: string | undefined;
}) {
  // Of rows that say nothing of a day no total is as of one.
  const source = desk.sources.find(
    ({ name, asOf }) => name === total.source && (ledger.asOf === null || asOf !== null),
  )?.id;
  // What a source states in one unit is a part of what the factor makes of all its rows.
  if (source === undefined || (total.factor === null && ledger.factors.length > 0)) return null;
  const basis = ledger.factors.find(({ factor }) => factor === total.factor)?.basis;
  const choice: LedgerChoice = {
    source,
    provision: ledger.provision,
    period: periodText(ledger.period),
    ...(total.factor === null ? {} : { factor: total.factor }),
    ...(basis === 'given' ? { given: true } : {}),
    ...(ledger.asOf === null ? {} : { asOf: ledger.asOf }),
    ...(flow === 'import' || flow === 'export' ? { flow } : {}),
  };
  return (
    <Link
      to="/findings"
      search={{ make: '1', regime: desk.regime, total: JSON.stringify(choice), totalName: labelOf(desk, total.source) }}
    >
      Use in a finding
      <span className="unseen">
        : the total of {labelOf(desk, total.source)}, {factorWords(ledger, total.factor)}
      </span>
    </Link>
  );
}

/** `earliest` is by the high figures, `latest` by the low ones. Rows may be missing, so that they never say that a share was not passed. */
function passingWords({ earliest, latest }: TradeLedger['thresholds'][number], atLeast: boolean): string {
  const before = atLeast ? ', or before' : '';
  if (earliest === null) return 'not by these rows';
  const first = `${periodWords(earliest)}${before}`;
  if (earliest === latest) return first;
  return `${first} at the earliest; ${latest === null ? 'not' : periodWords(latest)} by the low figures`;
}

/** Of a cap with several limits the one counts that is reached first. */
function FirstLimit({ ledger, desk }: { readonly ledger: TradeLedger; readonly desk: TradeDesk }) {
  const reached = ledger.first.filter(({ earliest }) => earliest !== null);
  if (reached.length === 0) return null;
  return (
    <ul className="plain trade-first">
      {reached.map(({ source, percent, factor, earliest, units }) => (
        <li key={`${source} ${percent} ${factor}`}>
          {labelOf(desk, source)}: {writeAmount(String(percent))} % is reached first in{' '}
          {units.map(unitWords).join(' and ')}, {periodWords(earliest ?? '')}
          {factor === null ? '' : ` (${factorWords(ledger, factor)})`}.
        </li>
      ))}
    </ul>
  );
}
