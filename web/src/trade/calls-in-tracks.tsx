import { Link } from '@tanstack/react-router';
import type { TradeCallsView } from '../../../src/app/workbench/contract/trade.ts';
import { useApi } from '../api/queries.ts';
import { ErrorNote } from '../parts/error-note.tsx';
import { WideTable } from './wide-table.tsx';

/** Calls at ports of the State under measures by the tracks at hand: what each ship would have carried, or why the call does not count. */
export function CallsInTracks() {
  const { data, problem, retry } = useApi<TradeCallsView>('/trade/calls');
  if (problem) return <ErrorNote problem={problem} onRetry={retry} />;
  if (data === undefined || data.calls.length === 0) return null;
  return (
    <section className="section" aria-labelledby="trade-calls">
      <h2 id="trade-calls">Calls in tracks of ships</h2>
      <p className="prose">
        A call counts where somebody judged the event relevant under Ships, at a port where petroleum is known to be
        landed, of a tanker whose deadweight a table among the documents gives (columns imo or mmsi, dwt, type; load_low
        and load_high for shares of her own). What she carried nobody observed.
      </p>
      <WideTable label="Calls in tracks of ships">
        <caption className="unseen">Calls in tracks of ships</caption>
        <thead>
          <tr>
            <th scope="col">Days</th>
            <th scope="col">Port</th>
            <th scope="col">Ship</th>
            <th scope="col">Counts</th>
            <th scope="col">What is known of it</th>
          </tr>
        </thead>
        <tbody>
          {data.calls.map((call) => (
            <tr key={call.event}>
              <td>{call.from === call.to ? call.from : `${call.from} to ${call.to}`}</td>
              <td>{call.port}</td>
              <th scope="row">
                <Link to="/ships" search={{ event: call.event }}>
                  {call.ship}
                </Link>
              </th>
              <td>{call.row === null ? 'no' : `row ${call.row}`}</td>
              <td>{call.says}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </section>
  );
}
