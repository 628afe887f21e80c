import { useState } from 'react';
import type { ListDifferenceView, ListSummary } from '../../../src/app/workbench/contract/screening.ts';
import { withQuery } from '../api/client.ts';
import { useApi } from '../api/queries.ts';
import { Button } from '../parts/button.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { SelectField, TextField } from '../parts/form/field.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { Tag } from '../parts/tag.tsx';
import { useSearchState } from '../session/search-state.ts';

type Row = ListDifferenceView['rows'][number];
const CHANGES: readonly Row['change'][] = ['added', 'removed', 'changed'];
const TONES: Readonly<Record<Row['change'], 'strong' | 'muted' | 'open'>> = {
  added: 'strong',
  removed: 'muted',
  changed: 'open',
};
/** Rows put on the page at once; a list may change in thousands. */
const STEP = 100;

/** What became of a list between two of its versions: who came on it, who left it, and which values changed. */
export function DifferenceOfLists({ lists }: { readonly lists: readonly ListSummary[] }) {
  const [search, change] = useSearchState();
  const { before = '', after = '' } = search;
  const path = before !== '' && after !== '' ? withQuery('/lists/difference', { before, after }) : null;
  const { data, problem, loading, refreshing, retry } = useApi<ListDifferenceView>(path);
  const options = lists.map((list) => ({
    value: list.document,
    words: `${list.list}, ${list.versionDate ?? 'undated'} (${list.file})`,
  }));
  if (lists.length < 2) return null;
  return (
    <section className="section">
      <h2>What changed between two versions</h2>
      <div className="toolbar versions">
        <SelectField
          label="Earlier version"
          value={before}
          onChange={(value) => change({ before: value })}
          options={options}
          none="Choose"
        />
        <SelectField
          label="Later version"
          value={after}
          onChange={(value) => change({ after: value })}
          options={options}
          none="Choose"
        />
      </div>
      {path === null ? (
        <p className="muted">Choose two versions of one list.</p>
      ) : problem !== null ? (
        <ErrorNote problem={problem} onRetry={retry} />
      ) : loading || data === undefined ? (
        <Skeleton lines={6} label="Comparing" />
      ) : (
        <div aria-busy={refreshing} className={refreshing ? 'stale' : undefined}>
          <Rows difference={data} />
        </div>
      )}
    </section>
  );
}

function Rows({ difference }: { readonly difference: ListDifferenceView }) {
  const [search, change] = useSearchState();
  const [shown, setShown] = useState(STEP);
  const words = (search.find ?? '').toLowerCase();
  const rows = difference.rows.filter(
    (row) =>
      (search.change === undefined || row.change === search.change) &&
      (words === '' || `${row.caption} ${row.entityId}`.toLowerCase().includes(words)),
  );
  return (
    <>
      <p role="status">
        {CHANGES.map((kind) => `${difference[kind].toLocaleString('en')} ${kind}`).join(', ')}.
        {rows.length === difference.rows.length ? '' : ` ${rows.length.toLocaleString('en')} shown by the filter.`}
      </p>
      <search className="toolbar" aria-label="Filter the changes">
        <SelectField
          label="Change"
          value={search.change ?? ''}
          onChange={(value) => change({ change: value || undefined })}
          options={CHANGES.map((kind) => ({ value: kind, words: `${kind} (${difference[kind]})` }))}
          none="Any change"
        />
        <TextField
          label="Name or identifier"
          type="search"
          value={search.find ?? ''}
          onChange={(value) => change({ find: value || undefined }, { replace: true })}
        />
      </search>
      <ul className="plain list-changes">
        {rows.slice(0, shown).map((row) => (
          <li key={`${row.change} ${row.entityId}`}>
            <div>
              <Tag tone={TONES[row.change]}>{row.change}</Tag>
            </div>
            <div>
              <p className="change-of">
                <strong>
                  <bdi>{row.caption}</bdi>
                </strong>{' '}
                <span className="mono muted">{row.entityId}</span>
              </p>
              {row.fields.length === 0 ? null : <Fields row={row} />}
            </div>
          </li>
        ))}
      </ul>
      {rows.length === 0 ? <p className="muted">No change fits the filter.</p> : null}
      {rows.length > shown ? (
        <Button onClick={() => setShown(shown + STEP)}>
          Show {Math.min(STEP, rows.length - shown)} more of {(rows.length - shown).toLocaleString('en')}
        </Button>
      ) : null}
    </>
  );
}

function Fields({ row }: { readonly row: Row }) {
  return (
    <dl className="changed-fields">
      {row.fields.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{field}</dt>
          <dd>
            {without(before, after).map((value) => (
              <p key={`- ${value}`}>
                <span className="change-mark">no longer</span> <del>{value}</del>
              </p>
            ))}
            {without(after, before).map((value) => (
              <p key={`+ ${value}`}>
                <span className="change-mark">now</span> <ins>{value}</ins>
              </p>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Values that stay the same are no change, even where the field has others that do. */
function without(values: readonly string[], others: readonly string[]): readonly string[] {
  return values.filter((value) => !others.includes(value));
}
