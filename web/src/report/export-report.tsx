import { useEffect, useRef, useState } from 'react';
import type { Job } from '../../../src/app/workbench/contract/job.ts';
import type { ReportDesk, WriteReportRequest } from '../../../src/app/workbench/contract/report.ts';
import { useAct } from '../api/act.ts';
import { noteJob, useJob } from '../api/events.ts';
import { jobResult } from '../api/job-result.ts';
import { Button } from '../parts/button.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { CheckField } from '../parts/form/field.tsx';
import { Progress } from '../parts/progress.tsx';
import { FileLinks, FORMATS } from './written-files.tsx';

/** Writes the report in the formats chosen. What cannot be printed for want of a font is reported before. */
export function ExportReport({
  title,
  findings,
  missing,
  onWritten,
}: {
  readonly title: string;
  readonly findings: readonly string[] | null;
  readonly missing: ReportDesk['missingScripts'];
  readonly onWritten: () => void;
}) {
  const [formats, setFormats] = useState<readonly string[]>(['html', 'pdf']);
  const [jobId, setJobId] = useState<string | null>(null);
  const { act, pending, problem } = useAct();
  const job = useJob(jobId);
  const announced = useRef<string | null>(null);
  useEffect(() => {
    if (job?.state !== 'done' || announced.current === job.id) return;
    announced.current = job.id;
    onWritten();
  }, [job, onWritten]);
  const write = async () => {
    const request: Omit<WriteReportRequest, 'by'> = {
      formats,
      ...(title.trim() === '' ? {} : { title: title.trim() }),
      ...(findings === null ? {} : { findings }),
    };
    const begun = await act<Job>('/reports', request);
    if (begun === null) return;
    noteJob(begun);
    setJobId(begun.id);
  };
  const running = pending || job?.state === 'running';
  return (
    <section className="section" aria-labelledby="export-heading">
      <h2 id="export-heading">Export</h2>
      <fieldset className="formats">
        <legend className="unseen">Formats</legend>
        {FORMATS.map(({ format, words }) => (
          <CheckField
            key={format}
            label={words}
            checked={formats.includes(format)}
            onChange={(on) =>
              setFormats(
                FORMATS.map((one) => one.format).filter((one) => (one === format ? on : formats.includes(one))),
              )
            }
          />
        ))}
      </fieldset>
      {formats.includes('pdf') ? <MissingScripts missing={missing} /> : null}
      <div className="actions">
        <Button look="primary" disabled={running || formats.length === 0} onClick={() => void write()}>
          Write the report
        </Button>
        {formats.length === 0 ? <span className="hint">Choose a format first.</span> : null}
      </div>
      {problem === null ? null : <ErrorNote problem={problem} />}
      {job?.state === 'running' ? (
        <Progress label="Writing the report" step={job.step} done={job.done} total={job.total} />
      ) : null}
      {job?.state === 'failed' && job.problem !== null ? <ErrorNote problem={job.problem} /> : null}
      {job?.state === 'done' ? (
        <div className="just-written" role="status">
          <p>Written:</p>
          <FileLinks files={jobResult(job, 'write-report') ?? []} />
          {job.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </div>
      ) : null}
    </section>
  );
}

/** Scripts that the PDF cannot print on this machine, before anybody prints it. */
function MissingScripts({ missing }: { readonly missing: ReportDesk['missingScripts'] }) {
  if (missing.length === 0) return null;
  return (
    <div className="missing-scripts">
      <p>
        <strong>The PDF cannot print every name.</strong> No font is installed for{' '}
        {missing.map(({ script }) => script).join(', ')}; a note stands in the place of these letters. The other formats
        have them.
      </p>
      <ul>
        {missing.map(({ script, package: name }) => (
          <li key={script}>
            {script}:{' '}
            {name === null ? (
              'no package with a font for it is known'
            ) : (
              <>
                add it with <code className="mono">npm install {name}</code>, then start the program again
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
