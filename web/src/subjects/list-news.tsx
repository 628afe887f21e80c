import { Link } from '@tanstack/react-router';
import type { ListNews as Answer } from '../../../src/app/workbench/contract/subject.ts';
import { printableText } from '../../../src/figures/drawing/markup.ts';
import { useApi } from '../api/queries.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { Tag } from '../parts/tag.tsx';

type Update = Answer['updates'][number];
type Row = Update['rows'][number];

const CHANGES: Readonly<Record<Row['change'], string>> = {
  added: 'new entry',
  removed: 'entry gone',
  changed: 'entry changed',
};

/** What the last update of each list means for whoever the documents name. */
export function ListNews() {
  const { data, problem, retry } = useApi<Answer>('/subjects/list-news');
  if (problem !== null) return <ErrorNote problem={problem} onRetry={retry} />;
  if (data === undefined) return <Skeleton lines={8} label="Comparing the versions of the lists" />;
  if (data.updates.length === 0)
    return (
      <EmptyState title="No list is held in two versions">
        Once a newer version of a list comes in, what it says of the subjects here that the one before it did not stands
        on this page.
      </EmptyState>
    );
  return (
    <>
      {data.updates.map((update) => (
        <UpdateView key={update.after.document} update={update} />
      ))}
    </>
  );
}

function UpdateView({ update }: { readonly update: Update }) {
  const { list, before, after, added, removed, changed, rows } = update;
  return (
    <section className="section">
      <div className="section-head">
        <h2>{list}</h2>
        <Link to="/screening" search={{ view: 'lists', before: before.document, after: after.document }}>
          All that changed
        </Link>
      </div>
      <p>
        From {before.versionDate ?? 'a version without a day'} to {after.versionDate ?? 'one without a day'}: {added}{' '}
        new, {removed} gone, {changed} changed.{' '}
        {rows.length === 0
          ? 'None of them is a hit of a subject here.'
          : `Of them concern subjects here: ${rows.length}.`}
      </p>
      {rows.length === 0 ? null : (
        <table className="plain stack">
          <thead>
            <tr>
              <th>Change</th>
              <th>Entry</th>
              <th>May be, or was decided on</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.entityId}>
                <td>
                  {CHANGES[row.change]}
                  {row.fields.length === 0 ? null : <span className="muted"> ({row.fields.join(', ')})</span>}
                </td>
                <td>
                  <bdi>{printableText(row.caption)}</bdi> <span className="mono">{row.entityId}</span>
                </td>
                <td>
                  <ul className="plain">
                    {row.subjects.map(({ id, name, decision, open }) => (
                      <li key={id}>
                        <Link to="/subjects/$id" params={{ id }} search={{}}>
                          <bdi>{printableText(name)}</bdi>
                        </Link>{' '}
                        <DecidedTag decision={decision} open={open} />
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function DecidedTag({ decision, open }: Pick<Row['subjects'][number], 'decision' | 'open'>) {
  if (open) return <Tag tone="open">{decision === null ? 'to decide' : 'look again'}</Tag>;
  return decision === 'true' ? (
    <Tag tone="strong">decided: it is</Tag>
  ) : (
    <Tag tone="muted">{decision === 'false' ? 'decided: it is not' : 'left open'}</Tag>
  );
}
