import type { ActLine } from '../../../src/app/workbench/contract/record/act.ts';
import { usePageWalk } from '../api/page-walk.ts';
import { sinceWords } from '../parts/act-since.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { SelectField } from '../parts/form/field.tsx';
import { SearchField } from '../parts/form/search-field.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { type DataColumn, DataTable } from '../parts/table/data-table.tsx';
import { Tag } from '../parts/tag.tsx';
import { Instant } from '../parts/time.tsx';
import { Toolbar } from '../parts/toolbar.tsx';
import { useSearchState } from '../session/search-state.ts';
import { ACT_KINDS, kindWords } from './act-kinds.ts';
import { ActPanel } from './act-panel.tsx';

const COLUMNS: readonly DataColumn<ActLine>[] = [
  { id: 'id', head: 'Act', width: '72px', narrow: 'hide', cell: ({ id }) => <span className="mono">{id}</span> },
  { id: 'at', head: 'When', width: '176px', cell: ({ at }) => <Instant at={at} /> },
  { id: 'kind', head: 'Kind', width: '168px', cell: ({ kind }) => kindWords(kind) },
  {
    id: 'summary',
    head: 'What was done',
    width: 'minmax(200px, 1fr)',
    narrow: 'title',
    cell: (act) => (
      <span className={act.superseded ? 'clamp-2 superseded' : 'clamp-2'}>
        {act.summary} {act.superseded ? <Tag tone="muted">{sinceWords(act)}</Tag> : null}
        {act.withheld ? <Tag tone="open">withheld</Tag> : null}
      </span>
    ),
  },
  { id: 'by', head: 'By', width: 'minmax(96px, 160px)', cell: ({ by }) => by },
];

/** The log, newest first, and beside it the chosen act whole. */
export function Acts() {
  const [search, change] = useSearchState();
  const acts = usePageWalk<ActLine>('/record/acts', { kind: search.kind, by: search.by, q: search.q });
  const filtered = Boolean(search.kind ?? search.by ?? search.q);
  return (
    <>
      <Toolbar label="Filters of acts">
        <SearchField
          placeholder="Words of an act, an id"
          value={search.q ?? ''}
          onChange={(q) => change({ q }, { replace: true })}
        />
        <SelectField
          label="Kind"
          none="Every kind"
          value={search.kind ?? ''}
          onChange={(kind) => change({ kind })}
          options={Object.entries(ACT_KINDS).map(([value, words]) => ({ value, words }))}
        />
        <SearchField
          label="By"
          placeholder="A name, written whole"
          value={search.by ?? ''}
          onChange={(by) => change({ by }, { replace: true })}
        />
      </Toolbar>
      {acts.problem ? <ErrorNote problem={acts.problem} onRetry={acts.retry} /> : null}
      {acts.loading ? <Skeleton lines={10} /> : null}
      <div className={search.act ? 'acts with-act' : 'acts'}>
        {acts.loading || (acts.problem && acts.rows.length === 0) ? null : (
          <DataTable
            label="Acts"
            columns={COLUMNS}
            rows={acts.rows}
            total={acts.total}
            rowId={({ id }) => id}
            rowLabel={({ id, summary }) => `${id}: ${summary}`}
            more={acts.more}
            complete={acts.complete}
            onSight={acts.inSight}
            current={search.act ?? null}
            onCurrent={(act) => change({ act }, { replace: true })}
            rowHeight={46}
            narrowRowHeight={84}
            height="calc(100vh - 240px)"
            empty={
              filtered ? (
                <EmptyState title="No act fits these filters.">Take one of them away.</EmptyState>
              ) : (
                <EmptyState title="Nothing was recorded yet.">
                  The first document that comes in is the first act.
                </EmptyState>
              )
            }
          />
        )}
        {search.act ? <ActPanel id={search.act} onClose={() => change({ act: undefined })} /> : null}
      </div>
    </>
  );
}
