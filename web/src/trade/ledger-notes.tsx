import type { ReactNode } from 'react';
import type { TradeDesk } from '../../../src/app/workbench/contract/trade.ts';
import type { TradeLedger } from '../../../src/app/workbench/contract/trade-shape.ts';
import { writeAmounts } from '../../../src/figures/drawing/amount-words.ts';
import { SourceOf } from '../regime/law.tsx';
import { RowButtons, type SoughtRows } from './rows-dialog.tsx';
import { EXCLUSION_WORDS, factorWords, labelOf, statesInWords, unitWords } from './trade-words.ts';

/** Sources of which nothing says how they stood on the day that is asked about. */
export function UndatedSources({ ledger, desk }: { readonly ledger: TradeLedger; readonly desk: TradeDesk }) {
  const sources = ledger.sources.filter(({ undated }) => undated > 0);
  if (ledger.asOf === null || sources.length === 0) return null;
  return (
    <p className="hint">
      Rows of {sources.map(({ file }) => labelOf(desk, file)).join(' and of ')} do not say as of which day they are:
      they stand here whatever day is asked about.
    </p>
  );
}

/** What a reader of the sums must know: where factors come from, sums that sources state themselves, holes, and rows that do not count. */
export function LedgerNotes({
  ledger,
  unit,
  desk,
  onRows,
}: {
  readonly ledger: TradeLedger;
  readonly unit: string;
  readonly desk: TradeDesk;
  readonly onRows: (sought: SoughtRows) => void;
}) {
  const rowsOf = (source: string, row: number) => (
    <RowButtons desk={desk} source={source} rows={[row]} onRows={onRows} />
  );
  const checks = ledger.checks.filter((check) => check.unit === unit);
  return (
    <>
      <Notes title="Factors" count={ledger.factors.length}>
        {ledger.factors.map((factor) => (
          <li key={factor.factor}>
            {factor.name}
            {factor.basis === 'given' ? ' (asked for on this page)' : ''}
            {factor.evidence === null ? null : (
              <>
                {' '}
                <SourceOf evidence={factor.evidence} source={linkOf(factor.source)} />
              </>
            )}
            {factor.products.length === 0 ? null : (
              <span className="muted">
                {' '}
                Rows that name a product: {factor.products.map((one) => `${one.product} ${one.factor}`).join(', ')}.
              </span>
            )}
          </li>
        ))}
      </Notes>
      <Notes title="Sums that sources state themselves" count={checks.length}>
        {checks.map((check) => (
          <li key={`${check.source} ${check.row} ${check.factor}`}>
            {labelOf(desk, check.source)} {rowsOf(check.source, check.row)} states {writeAmounts(check.stated)}{' '}
            {unitWords(check.unit)} for {statesInWords(check.supplier)}, {check.period} (
            {factorWords(ledger, check.factor)}
            {check.asOf === null ? '' : `, as of ${check.asOf}`});{' '}
            {check.parts === null ? 'no part of it is here' : `its parts here give ${writeAmounts(check.parts)}`}
            {check.reaches.length === 0 ? '' : `; alone it reaches ${check.reaches.join(', ')} % of the limit`}.
          </li>
        ))}
      </Notes>
      <Notes title="Months without a report" count={ledger.gaps.length}>
        {ledger.gaps.map(({ source, reporter, period }) => (
          <li key={`${source} ${reporter} ${period}`}>
            {labelOf(desk, source)}: {statesInWords(reporter)}, {period}
          </li>
        ))}
      </Notes>
      <Notes title="Rows that do not count" count={ledger.excluded.length}>
        {ledger.excluded.map(({ file, row, reason, by }) => (
          <li key={`${file} ${row} ${reason}`}>
            {labelOf(desk, file)} {rowsOf(file, row)}: {EXCLUSION_WORDS[reason]}
            {by === undefined ? null : <> (see {rowsOf(file, by)})</>}.
          </li>
        ))}
      </Notes>
      <Notes title="Rows that could not be read" count={ledger.refused.length}>
        {ledger.refused.map(({ file, row, code, message }) => (
          <li key={`${file} ${row} ${code}`}>
            {labelOf(desk, file)} {rowsOf(file, row)}: {message} <span className="mono muted">{code}</span>
          </li>
        ))}
      </Notes>
    </>
  );
}

function Notes({
  title,
  count,
  children,
}: {
  readonly title: string;
  readonly count: number;
  readonly children: ReactNode;
}) {
  if (count === 0) return null;
  return (
    <details className="trade-notes" data-prints>
      <summary>
        {title} <span className="muted">{count.toLocaleString('en')}</span>
      </summary>
      <ul className="plain lines">{children}</ul>
    </details>
  );
}

/** A source may be a page or a sentence. */
function linkOf(source: string | null): string | null {
  return source !== null && /^https?:\/\//.test(source) ? source : null;
}
