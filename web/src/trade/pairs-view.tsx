import type { TradeDesk } from '../../../src/app/workbench/contract/trade.ts';
import type { TradePairs } from '../../../src/app/workbench/contract/trade-shape.ts';
import { writeAmounts } from '../../../src/figures/drawing/amount-words.ts';
import { dumbbellsFigure } from '../../../src/figures/dumbbells.ts';
import { Figure } from '../parts/figure.tsx';
import { RowButtons, type SoughtRows } from './rows-dialog.tsx';
import { unitWords } from './trade-words.ts';
import { WideTable } from './wide-table.tsx';

/** What was notified, what customs say and what tankers could have carried, month by month: side by side, and never added. */
export function PairsView({
  pairs,
  desk,
  onRows,
}: {
  readonly pairs: TradePairs;
  readonly desk: TradeDesk;
  readonly onRows: (sought: SoughtRows) => void;
}) {
  const { unit, factor, months } = pairs;
  const measured = `${unitWords(unit)}${factor === null ? '' : ` at ${factor} barrels a tonne`}`;
  return (
    <section className="section" aria-labelledby="trade-pairs">
      <h3 id="trade-pairs">Sources month by month</h3>
      <Figure
        draw={(width) => dumbbellsFigure(pairs, { width, id: 'dumbbells' })}
        caption={`Months for which several sources give a figure, in ${measured}. The index is 0 where two agree and 2 where one has nothing; it is of the two that lie farthest apart. Sources count different things, so that none of this says that one is wrong.`}
      />
      <WideTable label="Sources month by month" high>
        <caption className="unseen">Figures of sources for the same months, in {measured}</caption>
        <thead>
          <tr>
            <th scope="col">Month</th>
            <th scope="col">Source</th>
            <th scope="col" className="number">
              {unitWords(unit)}
            </th>
            <th scope="col">Rows</th>
            <th scope="col" className="number">
              Index
            </th>
          </tr>
        </thead>
        <tbody>
          {months.flatMap(({ month, figures, index }) =>
            figures.map((figure, at) => (
              <tr key={`${month} ${figure.source}`}>
                <th scope="row">{at === 0 ? month : <span className="unseen">{month}</span>}</th>
                <td>{figure.source}</td>
                <td className="number">{writeAmounts(figure)}</td>
                <td>
                  <RowButtons desk={desk} source={figure.source} rows={figure.rows} onRows={onRows} />
                </td>
                <td className="number">{at === 0 ? index.toFixed(2) : ''}</td>
              </tr>
            )),
          )}
        </tbody>
      </WideTable>
    </section>
  );
}
