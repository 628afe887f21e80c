import { Link } from '@tanstack/react-router';
import type { TradeStated } from '../../../src/app/workbench/contract/trade.ts';
import { RowButtons, type SoughtRows } from './rows-dialog.tsx';
import { amountWords, rangeWords, statesInWords, unitWords } from './trade-words.ts';
import { WideTable } from './wide-table.tsx';

type Stated = TradeStated['stated'][number];
type Sum = Stated['beside'][number];

/** The figure stated is the subject; what it is held against is the sum of rows, which need not be all that there was. */
const STANDING_WORDS: Readonly<Record<Sum['says'], string>> = {
  more: 'more than these rows give',
  less: 'less than these rows give',
  overlaps: 'within reach of what these rows give',
  open: 'cannot be told',
};

const UNKNOWN_WORDS: Readonly<Record<Sum['unknown'][number], string>> = {
  goods: 'the goods, of which it names a part',
  kind: 'what is counted',
  factor: 'the factor',
  'as-of': 'the day as of which it is said',
  place: 'the place',
  supplier: 'the supplier',
};

const KIND_WORDS: Readonly<Record<NonNullable<Stated['kind']>, string>> = {
  notified: 'what was notified',
  customs: 'what customs cleared',
  estimate: 'an estimate',
  commercial: 'commercial data',
};

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
                {one.kind === null ? null : <span className="muted"> ({KIND_WORDS[one.kind]})</span>}
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
                      {asOfWords(sum)}: {sum.atLeast ? 'at least ' : ''}
                      {rangeWords(sum)} {unitWords(one.unit)}
                      {sum.factor === null ? ', as stated' : ` at ${sum.factor} barrels a tonne`}{' '}
                      <RowButtons desk={{ sources }} source={sum.source} rows={sum.rows} onRows={onRows} />:{' '}
                      {convertedWords(sum, one.unit)}
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

/** What the figure is in the unit of the cap, where it was stated in tonnes. */
function convertedWords({ converted }: Sum, unit: string): string {
  if (converted === undefined) return '';
  const { low, high, factor } = converted;
  const bounds =
    low === null || high === null
      ? `${low === null ? 'at most' : 'at least'} ${amountWords(low ?? high ?? '0')}`
      : rangeWords({ low, high });
  return `the figure, ${bounds} ${unitWords(unit)} at ${factor} barrels a tonne, is `;
}

function asOfWords({ asOf }: Sum): string {
  if (asOf === null) return '';
  return asOf.from === asOf.to ? `, as of ${asOf.to}` : `, as of ${asOf.from} to ${asOf.to}`;
}
