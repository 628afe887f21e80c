import { useState } from 'react';
import type { Overview } from '../../../src/app/workbench/contract/overview.ts';
import { useApi } from '../api/queries.ts';
import { Intake } from '../documents/intake.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { CameIn } from './came-in.tsx';
import { Contested } from './contested.tsx';
import { Counts } from './counts.tsx';
import { FirstRun } from './first-run.tsx';
import './overview.css';
import { StatementsChecked } from './statements-checked.tsx';
import { Waiting } from './waiting.tsx';
import { Watch } from './watch.tsx';

/** The first page: who watches what today, and what in this workspace calls for a person. */
export function OverviewPage() {
  const overview = useApi<Overview>('/overview');
  const { data } = overview;
  const [files, setFiles] = useState<readonly File[]>([]);
  return (
    <>
      <PageHeader
        title="Overview"
        lede={data ? (data.workspace.title ?? `Workspace ${data.workspace.name}`) : '\u00a0'}
      />
      {overview.problem ? <ErrorNote problem={overview.problem} onRetry={overview.retry} /> : null}
      {data === undefined ? (
        overview.problem ? null : (
          <Skeleton lines={14} />
        )
      ) : (
        <>
          <Watch overview={data} />
          {/* Stands outside of the first run: that is over as soon as a document is in, and what became of it is still told. */}
          <Intake files={files} onTaken={() => setFiles([])} />
          {data.counts.documents === 0 ? (
            <FirstRun onFiles={setFiles} />
          ) : (
            <>
              <Counts counts={data.counts} />
              <div className="overview-columns">
                <div>
                  <Waiting overview={data} />
                  <Contested points={data.contested} />
                </div>
                <div>
                  <CameIn documents={data.cameIn} total={data.counts.documents} />
                  <StatementsChecked checks={data.checks} />
                </div>
              </div>
            </>
          )}
        </>
      )}
    </>
  );
}
