import { Link } from '@tanstack/react-router';
import type { TradeLedger, TradeLedgerView } from '../../../src/app/workbench/contract/trade.ts';
import { factorWords, rangeWords, unitWords } from './trade-words.ts';
import { WideTable } from './wide-table.tsx';

type Stated = TradeLedgerView['stated'][number];

/** The figure stated is the subject; what it is held against is the sum of rows, which need not be all that there was. */
const STANDING_WORDS: Readonly<Record<Stated['beside'][number]['says'], string>> = {
  more: 'more than these rows give',
  less: 'less than these rows give',
  overlaps: 'within reach of what these rows give',
  open: 'cannot be told',
};

/** What claimants state of the period, each figure beside the ledger of every source for the same days. */
export function StatedTable({
  ledger,
  stated,
  unit,
}: {
  readonly ledger: TradeLedger;
  readonly stated: readonly Stated[];
  readonly unit: string;
}) {
  const shown = stated.filter((one) => one.unit === unit);
  if (shown.length === 0) return null;
  return (
    <section className="section" aria-labelledby="trade-stated">
      <h3 id="trade-stated">What claimants state of these days</h3>
      <p className="hint">
        Beside the rows of the same days, and of the same suppliers where a claim names them. A claimant may count other
        things than a source does: what was delivered is not what was notified. None of this says that either is wrong.
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
          {shown.map((one) => (
            <tr key={`${one.claim} ${one.raw}`}>
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
              </td>
              <td>
                {one.window.from} to {one.window.to}
                {one.suppliers.length === 0 ? '' : `, ${one.suppliers.join(' and ')}`}
              </td>
              <td>
                <ul className="plain">
                  {one.beside.map((sum) => (
                    <li key={`${sum.source} ${sum.factor}`}>
                      {sum.source}, {factorWords(ledger, sum.factor)}: {sum.atLeast ? 'at least ' : ''}
                      {rangeWords(sum)} {unitWords(unit)}; <strong>{STANDING_WORDS[sum.says]}</strong>
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </section>
  );
}
