import { useNavigate } from '@tanstack/react-router';
import type { NamedSubjectRow, SubjectPage } from '../../../src/app/workbench/contract/subject.ts';
import { usePageWalk } from '../api/page-walk.ts';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { SelectField } from '../parts/form/field.tsx';
import { SearchField } from '../parts/form/search-field.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { DataTable } from '../parts/table/data-table.tsx';
import { Toolbar } from '../parts/toolbar.tsx';
import { useSearchState } from '../session/search-state.ts';
import { SUBJECT_COLUMNS } from './subject-columns.tsx';
import { counted, KIND_WORDS, nameOf } from './subject-words.ts';

const FILTERS = ['kind', 'q', 'document', 'claim', 'finding', 'incident', 'listed'] as const;

/** Everybody and everything that the documents name; Enter opens the page of one. */
export function SubjectTable() {
  const [search, change] = useSearchState();
  const navigate = useNavigate();
  const list = usePageWalk<NamedSubjectRow, SubjectPage>(
    '/subjects',
    Object.fromEntries([...FILTERS, 'sort'].map((name) => [name, search[name]])),
  );
  const set =
    (name: (typeof FILTERS)[number], replace = false) =>
    (value: string) =>
      change({ [name]: value || undefined, subject: undefined }, { replace });
  const active = FILTERS.filter((name) => search[name]);
  const kinds = list.head?.facets.kind ?? [];
  return (
    <>
      <Toolbar label="Filters of subjects">
        <SearchField placeholder="A name or a number" value={search.q ?? ''} onChange={set('q', true)} />
        <SelectField
          label="Kind"
          none="Any kind"
          value={search.kind ?? ''}
          options={Object.entries(KIND_WORDS).map(([value, words]) => ({
            value,
            words: `${words} (${(kinds.find((one) => one.value === value)?.count ?? 0).toLocaleString('en')})`,
          }))}
          onChange={set('kind')}
        />
        <SelectField
          label="Lists"
          none="Any"
          value={search.listed ?? ''}
          options={[
            { value: 'open', words: 'A hit to decide' },
            { value: 'listed', words: 'Decided to be listed' },
            { value: 'none', words: 'No hit' },
          ]}
          onChange={set('listed')}
        />
        {active.length === 0 ? null : (
          <Button look="quiet" onClick={() => change(Object.fromEntries(active.map((name) => [name, undefined])))}>
            Clear {active.length === 1 ? 'the filter' : `${active.length} filters`}
          </Button>
        )}
      </Toolbar>
      {search.finding === undefined ? null : <p className="hint">Only those that the claims of one finding name.</p>}
      {search.incident === undefined ? null : <p className="hint">Only those that the claims of one incident name.</p>}
      {search.claim === undefined ? null : <p className="hint">Only those that one claim names, or that make it.</p>}
      {search.document === undefined ? null : <p className="hint">Only those that one document names.</p>}
      {(list.head?.unread ?? 0) === 0 ? null : (
        <p className="hint">
          Who is named in {counted(list.head?.unread ?? 0, 'document')} was not read: that passed the limits of time or
          memory.
        </p>
      )}
      {list.problem === null ? null : <ErrorNote problem={list.problem} onRetry={list.retry} />}
      {list.loading ? (
        <Skeleton lines={12} label="Finding who and what is named" />
      ) : (
        <DataTable
          label="Subjects"
          columns={SUBJECT_COLUMNS}
          rows={list.rows}
          total={list.total}
          rowId={({ id }) => id}
          rowLabel={nameOf}
          more={list.more}
          complete={list.complete}
          onSight={list.inSight}
          sort={search.sort}
          onSort={(sort) => change({ sort })}
          current={search.subject ?? null}
          onCurrent={(subject) => change({ subject }, { replace: true })}
          onOpen={({ id }) => void navigate({ to: '/subjects/$id', params: { id }, search: {} })}
          rowHeight={54}
          narrowRowHeight={104}
          empty={<Nobody filtered={active.length > 0} />}
        />
      )}
    </>
  );
}

function Nobody({ filtered }: { readonly filtered: boolean }) {
  return filtered ? (
    <EmptyState title="No subject fits these filters">Leave one of them out.</EmptyState>
  ) : (
    <EmptyState title="Nobody and nothing is named yet">
      Names and numbers are found in documents as they come in.
    </EmptyState>
  );
}
