import { Link } from '@tanstack/react-router';
import type { TradeStated } from '../../../src/app/workbench/contract/trade.ts';
import { writeAmounts } from '../../../src/figures/drawing/amount-words.ts';
import {
  STANDING_WORDS,
  STATED_KIND_WORDS,
  UNKNOWN_WORDS,
  writeAsOf,
  writeConverted,
} from '../../../src/figures/drawing/ledger-words.ts';
import { RowButtons, type SoughtRows } from './rows-dialog.tsx';
import { statesInWords, unitWords } from './trade-words.ts';
import { WideTable } from './wide-table.tsx';

/** Figures that claimants state, each beside the ledger of every source for the same goods, days and suppliers. */
export function StatedFigures({
  stated,
  sources,
  onRows,
}: Pick<TradeStated, 'stated' | 'sources'> & { readonly onRows: (sought: SoughtRows) => void }) {
  return (
    <>
      <p className="hint">
        Beside the rows of the same goods and days, and of the same suppliers where a claim names them. A claimant may
        count other things than a source does: what was delivered is not what was notified. None of this says that
        either is wrong, and nothing is added together.
      </p>
      <WideTable label="Stated figures alongside ledgers">
        <caption className="unseen">Figures of claimants alongside the sums of each source for the same days</caption>
        <thead>
          <tr>
            <th scope="col">Claimant</th>
            <th scope="col">States</th>
            <th scope="col">For</th>
            <th scope="col">Beside the rows of each source</th>
          </tr>
        </thead>
        <tbody>
          {stated.map((one) => (
            <tr key={`${one.claim} ${one.raw} ${one.provision}`}>
              <th scope="row">{one.claimant}</th>
              <td>
                <Link
                  to="/documents/$id"
                  params={{ id: one.document }}
                  search={{ claim: one.claim, at: `${one.start}-${one.end}` }}
                >
                  {one.raw}
                </Link>{' '}
                <Link className="muted" to="/subjects" search={{ claim: one.claim }}>
                  who is named
                </Link>
                {one.kind === null ? null : <span className="muted"> ({STATED_KIND_WORDS[one.kind]})</span>}
              </td>
              <td>
                {one.window.from} to {one.window.to}
                {one.suppliers.length === 0 ? '' : `, ${statesInWords(one.suppliers.join('+'))}`}
              </td>
              <td>
                <ul className="plain lines">
                  {one.beside.map((sum) => (
                    <li key={`${sum.source} ${sum.factor} ${sum.converted?.factor}`}>
                      {sources.find(({ name }) => name === sum.source)?.label ?? sum.source}
                      {writeAsOf(sum.asOf)}: {sum.atLeast ? 'at least ' : ''}
                      {writeAmounts(sum)} {unitWords(one.unit)}
                      {sum.factor === null ? ', as stated' : ` at ${sum.factor} barrels a tonne`}{' '}
                      <RowButtons desk={{ sources }} source={sum.source} rows={sum.rows} onRows={onRows} />:{' '}
                      {sum.converted === undefined ? '' : `the figure, ${writeConverted(sum.converted, one.unit)}, is `}
                      <strong>{STANDING_WORDS[sum.says]}</strong>
                      {sum.unknown.length === 0 ? null : (
                        <span className="muted">
                          . Not known to be the same: {sum.unknown.map((part) => UNKNOWN_WORDS[part]).join(', ')}
                        </span>
                      )}
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </>
  );
}
