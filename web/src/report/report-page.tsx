import { Link } from '@tanstack/react-router';
import type { ReportDesk } from '../../../src/app/workbench/contract/report.ts';
import { useApi } from '../api/queries.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { TextField } from '../parts/form/field.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { useSearchState } from '../session/search-state.ts';
import { ExportReport } from './export-report.tsx';
import { FindingOrder } from './finding-order.tsx';
import { chosenOf, searchOf } from './order.ts';
import { Preview } from './preview.tsx';
import './report.css';
import { useTitleDraft } from './title-draft.ts';
import { FileLinks } from './written-files.tsx';

/** What is printed, in which order and under which title; the report beside it as it would be printed now. */
export function ReportPage() {
  const { data, problem, loading, retry } = useApi<ReportDesk>('/report');
  return (
    <>
      <PageHeader
        title="Report"
        lede="Everything in it follows from the record: measures in force, figures side by side, findings with their dissent, every sentence with the passage that carries it."
      />
      {problem !== null ? (
        <ErrorNote problem={problem} onRetry={retry} />
      ) : loading || data === undefined ? (
        <Skeleton lines={12} />
      ) : (
        <Desk desk={data} onWritten={retry} />
      )}
    </>
  );
}

function Desk({ desk, onWritten }: { readonly desk: ReportDesk; readonly onWritten: () => void }) {
  const [search, change] = useSearchState();
  const [title, setTitle] = useTitleDraft();
  const known = desk.findings.map(({ id }) => id);
  const chosen = chosenOf(search.findings, known);
  const findings = search.findings === undefined ? null : chosen;
  return (
    <div className="report">
      <div className="report-desk">
        <TextField
          label="Title"
          hint="Empty: the title of the workspace"
          placeholder={desk.title}
          value={title}
          onChange={setTitle}
        />
        <section className="section" aria-labelledby="findings-heading">
          <h2 id="findings-heading">Findings and proposals</h2>
          {known.length === 0 ? (
            <EmptyState
              title="There is no finding to print"
              action={
                <Link className="button" to="/findings">
                  Go to the findings
                </Link>
              }
            >
              The report can be written without: it has the state of the regimes, the claims and their comparison.
            </EmptyState>
          ) : (
            <FindingOrder
              findings={desk.findings}
              chosen={chosen}
              onChosen={(next) => change({ findings: searchOf(next, known) })}
            />
          )}
        </section>
        <ExportReport title={title} findings={findings} missing={desk.missingScripts} onWritten={onWritten} />
        <section className="section" aria-labelledby="written-heading">
          <h2 id="written-heading">Reports written</h2>
          {desk.written.length === 0 ? <p className="muted">None yet.</p> : <FileLinks files={desk.written} />}
        </section>
      </div>
      <Preview title={title} findings={findings} />
    </div>
  );
}
