import { useState } from 'react';
import type { TradeDesk } from '../../../src/app/workbench/contract/trade.ts';
import type { TradeLedger } from '../../../src/app/workbench/contract/trade-shape.ts';
import { writeAmounts } from '../../../src/figures/drawing/amount-words.ts';
import { SelectField } from '../parts/form/field.tsx';
import { RowButtons, type SoughtRows } from './rows-dialog.tsx';
import { factorWords, labelOf, periodWords, unitWords } from './trade-words.ts';
import { WideTable } from './wide-table.tsx';

/** Every point of the picture as a line: what a period added, the running total, and the rows that say so. */
export function StepsTable({
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
  const all = ledger.steps.filter((step) => step.unit === unit);
  const factors = [...new Set(ledger.totals.filter((total) => total.unit === unit).map(({ factor }) => factor))];
  const [chosen, setChosen] = useState<string | null>(factors[0] ?? null);
  const steps = all.filter(({ factor }) => factor === chosen);
  return (
    <section className="section" aria-labelledby="trade-steps">
      <div className="section-head">
        <h3 id="trade-steps">Every point, and the rows behind it</h3>
        {factors.length > 1 ? (
          <SelectField
            label="Factor"
            value={chosen ?? ''}
            options={factors.map((factor) => ({ value: factor ?? '', words: factorWords(ledger, factor) }))}
            onChange={(factor) => setChosen(factor === '' ? null : factor)}
          />
        ) : null}
      </div>
      {steps.length === 0 ? (
        <p className="muted">No row counts in {unitWords(unit)} here.</p>
      ) : (
        <WideTable label="Points of the picture" high>
          <caption className="unseen">Running totals in {unitWords(unit)}, by source and period</caption>
          <thead>
            <tr>
              <th scope="col">Source</th>
              <th scope="col">Period</th>
              <th scope="col" className="number">
                Added, {unitWords(unit)}
              </th>
              <th scope="col" className="number">
                In all
              </th>
              <th scope="col">Rows</th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <tr key={`${step.source} ${step.period}`}>
                <th scope="row">{labelOf(desk, step.source)}</th>
                <td>{periodWords(step.period)}</td>
                <td className="number">{writeAmounts(step.added)}</td>
                <td className="number">{writeAmounts(step.sum)}</td>
                <td>
                  <RowButtons desk={desk} source={step.source} rows={step.rows} onRows={onRows} />
                </td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      )}
    </section>
  );
}
