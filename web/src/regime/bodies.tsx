import type { BodiesView } from '../../../src/app/workbench/contract.ts';
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
  return (
    <>
      <p className="prose">
        On {bodies.data.asOf}, {bodies.data.bodies.length} bodies of the United Nations had a mandate under a sanctions
        regime.
        {next?.to ? ` The next mandate to end is that of the ${next.body} (${next.name}), on ${next.to}.` : ''}
      </p>
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
          {bodies.data.bodies.map((row) => (
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
    </>
  );
}
