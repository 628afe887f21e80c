import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { SourceList } from '../../../src/app/workbench/contract/record/document.ts';
import { useAct } from '../api/act.ts';
import { useApi } from '../api/queries.ts';
import { KIND_WORDS } from '../claims/claim-words.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { type Source, type SourceChange, SourceForm } from './source-form.tsx';
import './documents.css';

/** Whose documents there are: how reliable each source is, who controls it, and whether its name may leave. */
export function SourcesPage() {
  const list = useApi<SourceList>('/sources');
  const { act, pending, problem, clear } = useAct();
  const [edited, setEdited] = useState<Source | null>(null);
  const sources = list.data?.sources ?? [];
  const close = () => {
    clear();
    setEdited(null);
  };
  const send = async (source: Source, change: SourceChange) => {
    const done = await act(`/sources/${encodeURIComponent(source.id)}`, change, `${source.name} is described again.`);
    if (done !== null) setEdited(null);
  };
  return (
    <>
      <PageHeader
        title="Sources"
        lede="Whose documents there are. Grades, control and protection are acts; they decide what counts as a second origin and what may leave."
        actions={<Link to="/documents">Documents</Link>}
      />
      {list.problem === null ? null : <ErrorNote problem={list.problem} onRetry={list.retry} />}
      {list.loading ? (
        <Skeleton lines={6} label="Loading the sources" />
      ) : sources.length === 0 ? (
        <EmptyState title="There are no sources yet">The first document that is added brings its own.</EmptyState>
      ) : (
        <div className="table-scroll">
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">Source</th>
                <th scope="col">Grade</th>
                <th scope="col">Controlled by</th>
                <th scope="col">Protection</th>
                <th scope="col">Documents</th>
                <th scope="col">Change</th>
              </tr>
            </thead>
            <tbody>
              {sources.map((source) => (
                <tr key={source.id}>
                  <th scope="row" className="source-name">
                    {source.name}{' '}
                    <span className="muted">
                      {kindWords(source.kind)}
                      {source.country === null ? '' : `, ${source.country}`}
                    </span>
                  </th>
                  <td>
                    {source.reliability ?? <span className="muted">not graded</span>}
                    {source.reliabilityReason === null ? null : (
                      <span className="muted"> {source.reliabilityReason}</span>
                    )}
                  </td>
                  <td>{source.controls.join(', ')}</td>
                  <td>{source.protection === 'open' ? null : <strong>{source.protection}</strong>}</td>
                  <td>{source.documents.toLocaleString('en')}</td>
                  <td>
                    <Button look="quiet" aria-label={`Change ${source.name}`} onClick={() => setEdited(source)}>
                      Change
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Dialog open={edited !== null} title={edited === null ? 'Source' : edited.name} onClose={close}>
        {edited === null ? null : (
          <SourceForm
            key={edited.id}
            source={edited}
            others={sources.filter(({ id }) => id !== edited.id)}
            pending={pending}
            problem={problem}
            onSend={(change) => void send(edited, change)}
            onCancel={close}
          />
        )}
      </Dialog>
    </>
  );
}

function kindWords(kind: string): string {
  return (KIND_WORDS as Readonly<Record<string, string>>)[kind] ?? kind;
}
