import type { RecordView } from '../../../src/app/workbench/contract/record.ts';
import { useApi } from '../api/queries.ts';
import { ErrorNote } from '../parts/error-note.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { Acts } from './acts.tsx';
import './record.css';
import { RecordState } from './record-state.tsx';
import { Verification } from './verification.tsx';

/** The truth that everything else follows from: acts as they happened, under a signed checkpoint. */
export function RecordPage() {
  const record = useApi<RecordView>('/record');
  return (
    <>
      <PageHeader
        title="Record"
        lede="Acts as they happened. None can be changed, dropped or put in later without a trace: the log is a Merkle tree under a signed checkpoint."
      />
      {record.problem ? <ErrorNote problem={record.problem} onRetry={record.retry} /> : null}
      <div className="record-top">
        {record.data ? <RecordState record={record.data} /> : record.problem ? null : <Skeleton lines={6} />}
        <Verification />
      </div>
      <section className="section">
        <h2>Acts</h2>
        <Acts />
      </section>
    </>
  );
}
