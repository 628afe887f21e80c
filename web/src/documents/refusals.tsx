import type { RefusalList } from '../../../src/app/workbench/contract/record/document.ts';
import { useApi } from '../api/queries.ts';

/** Files that did not come in, with the reason: what is missing from the evidence must be seen too. */
export function Refusals() {
  const refusals = useApi<RefusalList>('/refusals').data?.refusals ?? [];
  if (refusals.length === 0) return null;
  return (
    <section className="section">
      <h2>Refused</h2>
      <div className="table-scroll">
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col">Why</th>
              <th scope="col">Code</th>
            </tr>
          </thead>
          <tbody>
            {refusals.map(({ name, code, message }) => (
              <tr key={name + code}>
                <td>{name}</td>
                <td>{message}</td>
                <td className="mono">{code}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
