import { Link } from '@tanstack/react-router';
import type { TradeCallsView } from '../../../src/app/workbench/contract/trade.ts';
import { useApi } from '../api/queries.ts';
import { ErrorNote } from '../parts/error-note.tsx';

type Call = TradeCallsView['calls'][number];

/** Calls at ports of the State under measures by the tracks at hand: what each ship would have carried, or why the call does not count. */
export function CallsInTracks() {
  const { data, problem, retry } = useApi<TradeCallsView>('/trade/calls');
  if (problem) return <ErrorNote problem={problem} onRetry={retry} />;
  if (data === undefined || data.calls.length === 0) return null;
  return (
    <section className="section trade-calls" aria-labelledby="trade-calls">
      <h2 id="trade-calls">Calls in tracks of ships</h2>
      <p className="prose">
        A call counts where somebody judged the event relevant under Ships, at a port where petroleum is known to be
        landed, of a tanker whose deadweight is given by a table among the documents (columns imo or mmsi, dwt, type;
        load_low and load_high for shares of her own) or by an official list that sets it apart from gross tonnage.
        Tracks do not show what a ship carried.
      </p>
      <Calls words={['call that counts', 'calls that count']} calls={data.calls.filter(({ row }) => row !== null)} />
      <Calls
        words={['call that does not count', 'calls that do not count']}
        calls={data.calls.filter(({ row }) => row === null)}
      />
    </section>
  );
}

function Calls({
  words: [one, several],
  calls,
}: {
  readonly words: readonly [string, string];
  readonly calls: readonly Call[];
}) {
  if (calls.length === 0) return null;
  return (
    <>
      <h3>
        {calls.length} {calls.length === 1 ? one : several}
      </h3>
      <ul className="plain lines prose">
        {calls.map(({ event, row, ship, from, says }) => (
          <li key={event}>
            {row === null ? '' : `Row ${row}: `}
            {says}{' '}
            <Link to="/ships" search={{ event }}>
              See it<span className="unseen"> under Ships: {`${ship}, ${from}`}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
