import type { RegimeView } from '../../../src/app/workbench/contract/regime/regime.ts';
import { Tag } from '../parts/tag.tsx';
import { SourceOf, Term } from './law.tsx';

/** Whose mandate held by when: the Committee's, the expert body's through all its renewals, and bodies outside the U.N. */
export function Mandates({ view: { answer } }: { readonly view: RegimeView }) {
  const rows = [
    ...answer.mandates.map((row) => ({ ...row, by: row.instrument, members: '' })),
    ...answer.outsideUn.map((row) => ({
      ...row,
      body: row.title.startsWith(row.body) ? row.body : `${row.title} (${row.body})`,
      by: 'by agreement of its members, outside the U.N.',
      members: row.members.join(', '),
    })),
  ].sort((a, b) => (a.from < b.from ? 1 : -1));
  return (
    <table className="plain stack mandates">
      <caption className="unseen">Mandates decided by {answer.asOf}</caption>
      <thead>
        <tr>
          <th scope="col">Body</th>
          <th scope="col">Under</th>
          <th scope="col">Mandate</th>
          <th scope="col">On {answer.asOf}</th>
          <th scope="col">Evidence</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.body} ${row.by} ${row.from}`} className={row.inForce ? undefined : 'over'}>
            <th scope="row">
              {row.body} {row.members === '' ? null : <span className="hint">{row.members}</span>}
            </th>
            <td className={row.by.startsWith('S/') ? 'mono' : undefined}>{row.by}</td>
            <td>
              <Term from={row.from} to={row.to} />
            </td>
            <td>{row.inForce ? <Tag tone="strong">holds</Tag> : <Tag tone="muted">ended</Tag>}</td>
            <td>
              <SourceOf evidence={row.evidence} source={row.source} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
