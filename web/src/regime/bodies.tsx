import type { BodiesView } from '../../../src/app/workbench/contract/regime/regime.ts';
import { useApi } from '../api/queries.ts';
import { ErrorNote } from '../parts/error-note.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { SourceOf, Term } from './law.tsx';

/** Who watches the other regimes on the day: what the Council keeps elsewhere, and what ends next. */
export function Bodies({ asOf }: { readonly asOf: string }) {
  const bodies = useApi<BodiesView>(`/bodies?asOf=${asOf}`);
  if (bodies.problem) return <ErrorNote problem={bodies.problem} onRetry={bodies.retry} />;
  if (!bodies.data) return <Skeleton lines={8} />;
  const next = bodies.data.nextExpiries[0];
  const count = bodies.data.bodies.length;
  return (
    <>
      <p className="prose">
        On {bodies.data.asOf}, {count === 1 ? 'one body' : `${count} bodies`} of the United Nations had a mandate under
        a sanctions regime.
        {next?.to ? ` The next mandate to end is that of the ${next.body} (${next.name}), on ${next.to}.` : ''}
      </p>
      {count === 0 ? null : <BodyTable rows={bodies.data.bodies} />}
      <NotKnown rows={bodies.data.renewalsNotKnown} />
    </>
  );
}

function BodyTable({ rows }: { readonly rows: BodiesView['bodies'] }) {
  return (
    <table className="plain stack bodies">
      <thead>
        <tr>
          <th scope="col">Regime</th>
          <th scope="col">Body</th>
          <th scope="col">Under</th>
          <th scope="col">Mandate</th>
          <th scope="col">Evidence</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.regime} ${row.body} ${row.instrument}`}>
            <th scope="row">{row.name}</th>
            <td>{row.body}</td>
            <td className="mono">{row.instrument}</td>
            <td>
              <Term from={row.from} to={row.to} />
            </td>
            <td>
              <SourceOf evidence={row.evidence} source={row.source} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Terms that may run on or not: nothing may be said of them before somebody looks them up. */
function NotKnown({ rows }: { readonly rows: BodiesView['renewalsNotKnown'] }) {
  if (rows.length === 0) return null;
  return (
    <section className="section" aria-labelledby="not-known-heading">
      <h2 id="not-known-heading">To be looked up</h2>
      <p className="prose">
        The last day known of these terms is past, and the data do not say whether they were renewed: they may run on,
        or not.
      </p>
      <table className="plain stack bodies">
        <thead>
          <tr>
            <th scope="col">Regime</th>
            <th scope="col">What</th>
            <th scope="col">Under</th>
            <th scope="col">Last day known</th>
            <th scope="col">Evidence</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.regime} ${row.what} ${row.body} ${row.instrument}`}>
              <th scope="row">{row.name}</th>
              <td>{row.body ?? 'its measures'}</td>
              <td className="mono">{row.instrument}</td>
              <td className="nowrap">{row.to}</td>
              <td>
                <SourceOf evidence={row.evidence} source={row.source} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
