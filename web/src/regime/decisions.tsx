import type { RegimeView } from '../../../src/app/workbench/contract/regime/regime.ts';
import { ballotsFigure } from '../../../src/figures/ballots.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { Figure } from '../parts/figure.tsx';
import { Tag } from '../parts/tag.tsx';
import { useSearchState } from '../session/search-state.ts';
import { SourceOf } from './law.tsx';

type Decision = RegimeView['answer']['decisions'][number];

/** What the Council decided and what it did not, newest first; beside it the ballots of the chosen vote. */
export function Decisions({ view: { answer } }: { readonly view: RegimeView }) {
  const [search, change] = useSearchState();
  const rows = answer.decisions.toSorted((a, b) => (a.date < b.date ? 1 : -1));
  const chosen = rows.find(({ id }) => id === search.decision) ?? rows.find(({ ballots }) => ballots !== null);
  if (rows.length === 0)
    return <EmptyState title="Nothing had been decided by this day.">Choose a later day on the timeline.</EmptyState>;
  return (
    <div className="decisions">
      <table className="plain stack">
        <caption className="unseen">Decisions and votes by {answer.asOf}</caption>
        <thead>
          <tr>
            <th scope="col">Date</th>
            <th scope="col">Symbol</th>
            <th scope="col">Title</th>
            <th scope="col">Vote</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} aria-current={row === chosen || undefined}>
              <td className="nowrap">{row.date}</td>
              <th scope="row">
                <button
                  type="button"
                  className="quiet mono"
                  onClick={() => change({ decision: row.id }, { replace: true })}
                >
                  {row.id}
                </button>
              </th>
              <td>{row.title}</td>
              <td>
                <Result decision={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {chosen ? <Vote decision={chosen} /> : null}
    </div>
  );
}

function Result({ decision: { adopted, inFavour, against, abstained, veto } }: { readonly decision: Decision }) {
  return (
    <span className="nowrap">
      {inFavour === null ? 'no vote ' : `${inFavour}–${against}–${abstained} `}
      {adopted ? null : <Tag tone="alert">{veto.length > 0 ? 'veto' : 'not adopted'}</Tag>}
    </span>
  );
}

function Vote({ decision }: { readonly decision: Decision }) {
  const { ballots, inFavour } = decision;
  return (
    <section className="vote" aria-label={`Vote on ${decision.id}`}>
      <h2>
        <span className="mono">{decision.id}</span>, {decision.date}
      </h2>
      <p>{decision.title}</p>
      {ballots === null || inFavour === null ? (
        <p className="muted">
          {decision.reason} {inFavour === null ? '' : 'The ballots of the members are not recorded.'}
        </p>
      ) : (
        <Figure
          widest={680}
          draw={(width) =>
            ballotsFigure(
              {
                title: `Vote of ${decision.date} on ${decision.id}`,
                symbol: decision.id,
                date: decision.date,
                adopted: decision.adopted,
                members: ballots,
                inFavour,
                veto: decision.veto,
                reason: decision.reason,
              },
              { width, id: `ballots-${decision.id}` },
            )
          }
        />
      )}
      <p>
        <SourceOf evidence={decision.evidence} source={decision.source} />
      </p>
    </section>
  );
}
