import type { TradeDesk } from '../../../src/app/workbench/contract/trade.ts';
import type { TradeScreenedRow } from '../../../src/app/workbench/contract/trade-shape.ts';
import { DefinitionList } from '../parts/definition-list.tsx';
import { RowButtons, type SoughtRows } from './rows-dialog.tsx';
import { STATUS_WORDS } from './trade-words.ts';

/** The current row: which paragraphs touched it, what is missing for an answer, and what should be asked about it. */
export function GoodsRowPanel({
  row,
  desk,
  onRows,
}: {
  readonly row: TradeScreenedRow | undefined;
  readonly desk: TradeDesk;
  readonly onRows: (sought: SoughtRows) => void;
}) {
  return (
    <section className="trade-panel" aria-label="The chosen row" aria-live="polite">
      {row === undefined ? (
        <p className="muted">Choose a row to see which paragraphs touched it and what should be asked about it.</p>
      ) : (
        <>
          <h2>{[row.code, row.goods].filter(Boolean).join(' ') || 'Goods not named'}</h2>
          <DefinitionList
            rows={[
              ['Period', row.period],
              ['From and to', `${row.from ?? 'not said'} to ${row.to ?? 'not said'}`],
              ['Reported by', row.reporter],
              ['Figures', row.figures.join(', ') || 'none'],
              ['By the law', STATUS_WORDS[row.status]],
              [
                'Paragraphs',
                row.provisions
                  .map(({ provision, effect }) => `${provision} (${effect.replaceAll('-', ' ')})`)
                  .join(', '),
              ],
              ['Missing', row.missing.join('; ')],
              [
                'As it stands',
                <RowButtons key="row" desk={desk} source={row.source} rows={[row.row]} onRows={onRows} />,
              ],
            ]}
          />
          {row.marks.length === 0 ? null : (
            <>
              <h3>To be asked of whoever published it</h3>
              <ul className="plain lines">
                {row.marks.map(({ mark, level, reasons }) => (
                  <li key={mark}>
                    {mark.replaceAll('-', ' ')} <span className="muted">({level})</span>: {reasons.join('; ')}
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </section>
  );
}
