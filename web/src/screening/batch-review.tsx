import { useRef } from 'react';
import type { BatchAnswerRow, BatchList, BatchPage } from '../../../src/app/workbench/contract/screening.ts';
import { printableText } from '../../../src/figures/drawing/markup.ts';
import { apiAddress } from '../api/client.ts';
import { useApi, useApiPages } from '../api/queries.ts';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { SelectField } from '../parts/form/field.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { Tag } from '../parts/tag.tsx';
import { Instant } from '../parts/time.tsx';
import { useSearchState } from '../session/search-state.ts';
import { useShortcuts } from '../session/shortcuts.ts';
import { HitView } from './hit-view.tsx';
import { questionOf } from './question.ts';

/** Files of names that the record tells of: reviewing them goes on wherever somebody stopped. */
export function ScreenedBefore() {
  const [, change] = useSearchState();
  const { data, problem, retry } = useApi<BatchList>('/screening/batches');
  if (problem !== null) return <ErrorNote problem={problem} onRetry={retry} />;
  if (data === undefined || data.batches.length === 0) return null;
  return (
    <section className="section" aria-label="Files screened">
      <h2>Files screened</h2>
      <table className="plain stack">
        <thead>
          <tr>
            <th>File</th>
            <th>Screened</th>
            <th>Names</th>
            <th>Hits</th>
            <th>
              <span className="unseen">Review</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {data.batches.map(({ id, file, at, whole, rows, withHits, hits, open }) => (
            <tr key={id}>
              <th scope="row">
                <bdi>{printableText(file)}</bdi>
              </th>
              <td>
                <Instant at={at} /> {whole ? null : <Tag tone="alert">broken off</Tag>}
              </td>
              <td>
                {rows.toLocaleString('en')}, {withHits.toLocaleString('en')} with hits
              </td>
              <td>
                {hits.toLocaleString('en')}{' '}
                {open === 0 ? <Tag tone="strong">all decided</Tag> : <Tag tone="open">{open} to decide</Tag>}
              </td>
              <td>
                <Button look="quiet" onClick={() => change({ batch: id })} aria-label={`Review ${file}`}>
                  Review
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const ROWS = 20;

/** The rows of a screened file that have hits, decided one after the other. */
export function BatchReview({ id }: { readonly id: string }) {
  const [search, change] = useSearchState();
  const state = search.state === 'decided' ? 'decided' : 'open';
  const path = `/screening/batches/${encodeURIComponent(id)}`;
  const pages = useApiPages<BatchAnswerRow, BatchPage>(path, { state }, ROWS);
  const list = useRef<HTMLOListElement>(null);
  const go = (step: number) => {
    const hits = [...(list.current?.querySelectorAll<HTMLElement>('.hit') ?? [])];
    const at = hits.findIndex((hit) => hit.contains(document.activeElement));
    hits[Math.max(0, Math.min(hits.length - 1, at + step))]?.focus();
  };
  useShortcuts([
    { key: 'j', label: 'Next hit', when: true, run: () => go(1) },
    { key: 'k', label: 'Previous hit', when: true, run: () => go(-1) },
  ]);
  const { first, problem, retry, items, complete, more } = pages;
  if (problem !== null) return <ErrorNote problem={problem} onRetry={retry} />;
  if (first === undefined) return <Skeleton lines={10} label="Loading the answers" />;
  const { summary } = first;
  return (
    <section aria-label={`Review of ${summary.file}`}>
      <div className="section-head">
        <h2>
          <bdi>{printableText(summary.file)}</bdi>
        </h2>
        <div className="actions">
          <a className="button" href={apiAddress(`${path}/decisions.csv`)} download>
            Take all rows with decisions as CSV
          </a>
          <Button onClick={() => change({ batch: undefined, state: undefined })}>Back to the files</Button>
        </div>
      </div>
      <SelectField
        label="State"
        value={state}
        options={[
          { value: 'open', words: `To decide (${summary.open.toLocaleString('en')})` },
          { value: 'decided', words: 'Decided' },
        ]}
        onChange={(value) => change({ state: value === 'open' ? undefined : value })}
      />
      {items.length === 0 ? (
        <EmptyState title={state === 'open' ? 'No hit waits' : 'Nothing is decided yet'} />
      ) : (
        <ol className="plain batch-rows" ref={list}>
          {items.map((row) => (
            <li key={row.id}>
              <h3>
                <bdi>{printableText(row.asked)}</bdi> <span className="asked-of">{printableText(row.row)}</span>
              </h3>
              <ol className="plain">
                {row.hits.map(({ hit }) => (
                  <HitView key={hit.entityId} hit={hit} question={questionOf(row.question)} disabled={false} />
                ))}
              </ol>
            </li>
          ))}
        </ol>
      )}
      {complete ? null : <Button onClick={more}>Show more</Button>}
    </section>
  );
}
