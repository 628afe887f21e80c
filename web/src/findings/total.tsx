import { Link } from '@tanstack/react-router';
import type { FindingSummary } from '../../../src/app/workbench/contract/finding.ts';
import { writeAmounts } from '../../../src/figures/drawing/amount-words.ts';
import { writeLeast, writeNoDocument, writeReliance } from '../../../src/figures/drawing/ledger-words.ts';
import { writePlural } from '../../../src/figures/drawing/words.ts';
import { verdictWords } from './finding-words.ts';
import { FindingSection } from './section.tsx';

type Total = NonNullable<FindingSummary['total']>;
type Sum = Total['taken'];

/** From which ledger the total of the cap's period was taken, and what the others at hand gave. Shown where one was taken. */
export function TotalSection({ finding: { total, made } }: { readonly finding: FindingSummary }) {
  if (total === undefined) return null;
  const { taken, others, later, isGone, period, provision } = total;
  const reliance = writeReliance(taken);
  return (
    <FindingSection
      id="total"
      lede={
        <>
          Taken{made === null ? '' : ` by ${made.by}`} from the ledger of <Source sum={taken} />
          {total.asOf === null ? '' : `, as it stood on ${total.asOf}`}: {amountsInWords(taken)} from {period.from} to{' '}
          {period.to}.{' '}
          <Link
            to="/trade"
            search={{ provision, period: `${period.from}/${period.to}`, asOf: total.asOf ?? undefined }}
          >
            See the ledgers
          </Link>
        </>
      }
    >
      {reliance === null ? null : <p className="section-lede">{reliance}</p>}
      {taken.calls === undefined || taken.calls.notCounted.length === 0 ? null : (
        <>
          <p className="section-lede">Calls in the period that are not in it:</p>
          <ul className="plain lines">
            {taken.calls.notCounted.map((says) => (
              <li key={says}>{says}</li>
            ))}
          </ul>
        </>
      )}
      {taken.amounts.map(({ stated, unit }) =>
        stated === null ? null : (
          <p key={unit} className="section-lede">
            Row {stated.row} of the source states {rangeInWords(stated.low, stated.high, unit)} in all, which its other
            rows do not make up.
          </p>
        ),
      )}
      {later === null ? null : (
        <p className="section-lede">
          <strong>Out of date:</strong> <Source sum={later} />
          {laterWords(later, taken)} gives {amountsInWords(later)} by the same factor. If that is the total:{' '}
          {verdictWords(later.effect).toLowerCase()}.
        </p>
      )}
      {isGone ? (
        <p className="section-lede">
          <strong>The source is not at hand any more:</strong> the total stands as it was when the finding was made.
        </p>
      ) : null}
      {/* biome-ignore lint/a11y/useSemanticElements: no fieldset, there is nothing to fill in */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div role="group" className="table-scroll" aria-label="Totals by ledger and factor" tabIndex={0}>
        <table className="plain">
          <caption className="unseen">What the ledgers and factors at hand gave for the same days; never added</caption>
          <thead>
            <tr>
              <th scope="col">Ledger</th>
              <th scope="col">Factor</th>
              <th scope="col">Total</th>
              <th scope="col">If that is the total</th>
            </tr>
          </thead>
          <tbody>
            {[taken, ...others].map((sum, at) => (
              <tr key={`${sum.source} ${sum.factor?.factor} ${sum.factor?.basis}`}>
                <th scope="row">
                  <Source sum={sum} /> {at === 0 ? <strong>(taken)</strong> : null}
                </th>
                <td>{sum.factor?.name ?? 'none needed'}</td>
                <td>{amountsInWords(sum)}</td>
                <td>{verdictWords(sum.effect)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </FindingSection>
  );
}

function Source({ sum: { source, document, authority } }: { readonly sum: Sum }) {
  return (
    <>
      {document === null ? (
        writeNoDocument(source)
      ) : (
        <Link to="/documents/$id" params={{ id: document }}>
          {source}
        </Link>
      )}
      {authority === null ? '' : ` (${authority})`}
    </>
  );
}

function laterWords(later: Sum, taken: Sum): string {
  if (later.calls !== undefined) return ', as calls and deadweights stand by now,';
  return later.sha256 === taken.sha256 ? ', as this program reads it,' : ', a later release of the source,';
}

function amountsInWords(sum: Sum): string {
  const { amounts } = sum;
  if (amounts.length === 0) return 'no figure';
  const words = amounts.map(({ low, high, unit }) => rangeInWords(low, high, unit)).join(' and ');
  return `${writeLeast(sum)}${words}`;
}

function rangeInWords(low: string, high: string, unit: string): string {
  return `${writeAmounts({ low, high })} ${writePlural(unit)}`;
}
