import { Link } from '@tanstack/react-router';
import type { TradeDesk } from '../../../src/app/workbench/contract/trade.ts';
import type { Action } from '../session/action.ts';
import { CallsInTracks } from './calls-in-tracks.tsx';
import { RefusedButton, type SoughtRows } from './rows-dialog.tsx';
import { UnknownTables } from './unknown-tables.tsx';
import { WideTable } from './wide-table.tsx';

/** The sources of figures at hand: what ships with the regime, and the documents that have the columns of a known form. */
export function SourcesView({
  desk,
  undo,
  onRows,
}: {
  readonly desk: TradeDesk;
  readonly undo: Action;
  readonly onRows: (sought: SoughtRows) => void;
}) {
  return (
    <>
      <p className="prose">
        A document is a source of figures when it has the columns of a form that is known: UN Comtrade, customs of
        China, Eurostat, ITC Trade Map, customs of Russia, Japan and Korea, BACI, bills of lading, and pages and lists
        that people typed. A row that cannot be read is refused with its reason and counts nowhere.
      </p>
      <WideTable label="Sources of figures">
        <caption className="unseen">Sources of figures</caption>
        <thead>
          <tr>
            <th scope="col">Source</th>
            <th scope="col">Form</th>
            <th scope="col">Kind</th>
            <th scope="col" className="number">
              Rows
            </th>
            <th scope="col" className="number">
              Taken in
            </th>
            <th scope="col" className="number">
              Refused
            </th>
            <th scope="col">Tells of</th>
            <th scope="col">Said on</th>
          </tr>
        </thead>
        <tbody>
          {desk.sources.map((source) => (
            <tr key={source.id}>
              <th scope="row">
                {source.document === null ? (
                  <>
                    {source.label}{' '}
                    <span className="muted">
                      {source.origin === 'tracks' ? 'those that somebody judged relevant' : 'ships with the program'}
                    </span>
                  </>
                ) : (
                  <>
                    <Link to="/documents/$id" params={{ id: source.document }}>
                      {source.name}
                    </Link>
                    {source.copyOf === null ? null : (
                      <span className="muted"> says the same as “{source.copyOf}”, which stands for both</span>
                    )}
                  </>
                )}
              </th>
              <td>{source.formWords}</td>
              <td>{source.kindWords}</td>
              <td className="number">{source.rows.toLocaleString('en')}</td>
              <td className="number">{source.accepted.toLocaleString('en')}</td>
              <td className="number">
                <RefusedButton source={source} onRows={onRows} />
              </td>
              <td>
                {source.covers === null
                  ? 'no row is of the State under measures'
                  : `${source.covers.from} to ${source.covers.to}`}
              </td>
              <td>{source.asOf === null ? '' : `${source.asOf.from} to ${source.asOf.to}`}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
      <CallsInTracks />
      <UnknownTables desk={desk} undo={undo} />
    </>
  );
}
