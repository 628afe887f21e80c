import type { RecordView } from '../../../src/app/workbench/contract/record/record.ts';
import type { WatchView } from '../../../src/app/workbench/contract/record/watching.ts';
import { useApi } from '../api/queries.ts';
import { ErrorNote } from '../parts/error-note.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { Tabs } from '../parts/tabs.tsx';
import { useSearchState } from '../session/search-state.ts';
import { Acts } from './acts.tsx';
import { HandingOver } from './handing-over.tsx';
import './record.css';
import { RecordState } from './record-state.tsx';
import { Verification } from './verification.tsx';
import { Watching } from './watch/watching.tsx';

const VIEWS = [
  { id: 'acts', words: 'Acts' },
  { id: 'watched', words: 'Who has seen it' },
  { id: 'exchange', words: 'Handed over and received' },
] as const;

/** The truth that everything else follows from: acts as they happened, under a signed checkpoint that others have seen. */
export function RecordPage() {
  const record = useApi<RecordView>('/record');
  const watch = useApi<WatchView>('/record/watch', { again: true });
  const [search, change] = useSearchState();
  const view = VIEWS.some(({ id }) => id === search.view) ? search.view : 'acts';
  return (
    <>
      <PageHeader
        title="Record"
        lede="Acts as they happened. None can be changed, dropped or put in later without a trace: the log is a Merkle tree under a signed checkpoint."
      />
      {record.problem ? <ErrorNote problem={record.problem} onRetry={record.retry} /> : null}
      {watch.data?.warning ? <p className="alert-text">{watch.data.warning}</p> : null}
      <div className="record-top">
        {record.data ? <RecordState record={record.data} /> : record.problem ? null : <Skeleton lines={6} />}
        <Verification />
      </div>
      <div className="section">
        <Tabs
          label="Views of the record"
          tabs={VIEWS}
          current={view ?? 'acts'}
          onChange={(id) => change({ view: id === 'acts' ? undefined : id })}
        >
          {view === 'watched' ? <Watching watch={watch} /> : view === 'exchange' ? <HandingOver /> : <Acts />}
        </Tabs>
      </div>
    </>
  );
}
