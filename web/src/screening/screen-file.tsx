import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Job } from '../../../src/app/workbench/contract/job.ts';
import type { Problem } from '../../../src/app/workbench/contract/page.ts';
import type { HeldListsView, ScreenedFile } from '../../../src/app/workbench/contract/screening.ts';
import { apiAddress, asProblem, postForm } from '../api/client.ts';
import { noteJob, useJobs } from '../api/events.ts';
import { jobResult } from '../api/job-result.ts';
import { useApi } from '../api/queries.ts';
import { DefinitionList } from '../parts/definition-list.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { FileDrop } from '../parts/file-drop.tsx';
import { TextField } from '../parts/form/field.tsx';
import { Progress } from '../parts/progress.tsx';
import { useSearchState } from '../session/search-state.ts';
import { BatchReview, ScreenedBefore } from './batch-review.tsx';
import { type ColumnChoice, ColumnChooser } from './column-choice.tsx';
import { USUAL_THRESHOLD } from './question.ts';
import { FileFormat } from './sample-file.tsx';

/** A table of names against all lists: its columns said, its hits decided one after the other, its answers to take away. */
export function ScreenFile() {
  const [threshold, setThreshold] = useState(USUAL_THRESHOLD);
  const [limit, setLimit] = useState('5');
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const lists = useApi<HeldListsView>('/lists').data?.lists;
  const [table, setTable] = useState<{ readonly file: File; readonly job: string } | null>(null);
  const all = useJobs();
  const jobs = {
    screened: all.filter(({ what }) => what === 'screen-file'),
    read: all.find(({ id }) => id === table?.job),
  };
  const [search] = useSearchState();
  const fault = faultOf(threshold, limit);

  /** The table that was read, and the file that it came from: it is sent again with what its columns hold. */
  const read = jobs.read === undefined ? null : jobResult(jobs.read, 'read-table');
  const look = async (file: File) => {
    const form = new FormData();
    form.set('file', file);
    setSending(true);
    setProblem(null);
    try {
      const job = await postForm<Job>('/screening/tables', form);
      setTable({ file, job: job.id });
      noteJob(job);
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setSending(false);
    }
  };

  const send = async (file: File, { columns, schema }: ColumnChoice) => {
    const form = new FormData();
    form.set('file', file);
    form.set('columns', JSON.stringify(columns));
    if (schema !== '') form.set('schema', schema);
    form.set('threshold', threshold);
    form.set('limit', limit);
    setSending(true);
    setProblem(null);
    try {
      const job = await postForm<Job>('/screening/files', form);
      setNames((before) => ({ ...before, [job.id]: file.name }));
      setTable(null);
      noteJob(job);
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setSending(false);
    }
  };

  if (lists?.length === 0)
    return (
      <EmptyState
        title="The workspace holds no list"
        action={
          <Link className="button primary" to="/screening" search={{ view: 'lists' }}>
            Add a list
          </Link>
        }
      >
        A file of names can be screened once there is a list to screen against.
      </EmptyState>
    );
  if (search.batch !== undefined) return <BatchReview id={search.batch} />;
  return (
    <div className="screen-file">
      <div>
        <div className="file-settings">
          <TextField
            label="Least score"
            type="number"
            inputMode="decimal"
            hint="0 to 1; a match begins at 0.70"
            error={fault.threshold}
            value={threshold}
            onChange={setThreshold}
          />
          <TextField
            label="Hits for each name"
            type="number"
            inputMode="numeric"
            hint="At most"
            error={fault.limit}
            value={limit}
            onChange={setLimit}
          />
        </div>
        <FileDrop
          label={sending ? 'Sending' : 'Choose a CSV file or a spreadsheet'}
          accept=".csv,.tsv,.xlsx,.ods,.xls,text/csv"
          disabled={sending || fault.threshold !== null || fault.limit !== null}
          hint="It is read on this machine. What was asked and found is logged in the record."
          onFiles={([file]) => file && void look(file)}
        />
        {problem === null ? null : <ErrorNote problem={problem} />}
        {table === null || jobs.read === undefined ? null : jobs.read.state === 'running' ? (
          <Progress label="Reading the table" step={jobs.read.step} done={jobs.read.done} total={jobs.read.total} />
        ) : jobs.read.problem === null ? null : (
          <ErrorNote problem={jobs.read.problem} />
        )}
        {table === null || read === null ? null : (
          <ColumnChooser
            key={table.job}
            table={read}
            onScreen={(choice) => void send(table.file, choice)}
            onCancel={() => setTable(null)}
          />
        )}
        {[...jobs.screened].reverse().map((job) => (
          <FileJob key={job.id} job={job} name={names[job.id] ?? 'A file of names'} />
        ))}
      </div>
      <FileFormat />
      <ScreenedBefore />
    </div>
  );
}

function faultOf(threshold: string, limit: string): Readonly<Record<'threshold' | 'limit', string | null>> {
  const score = Number(threshold);
  const most = Number(limit);
  return {
    threshold: threshold !== '' && score >= 0 && score <= 1 ? null : 'Give a number from 0 to 1.',
    limit: Number.isInteger(most) && most >= 1 && most <= 100 ? null : 'Give a whole number from 1 to 100.',
  };
}

function FileJob({ job, name }: { readonly job: Job; readonly name: string }) {
  const result = jobResult(job, 'screen-file');
  return (
    <section className="section file-job" aria-label={name}>
      <h2>{name}</h2>
      {job.state === 'running' ? (
        <Progress label="Screening" step={job.step} done={job.done} total={job.total} />
      ) : job.state === 'failed' ? (
        job.problem === null ? null : (
          <ErrorNote problem={job.problem} />
        )
      ) : result === null ? null : (
        <FileResult job={job.id} result={result} />
      )}
    </section>
  );
}

function FileResult({ job, result }: { readonly job: string; readonly result: ScreenedFile }) {
  const count = (number: number) => number.toLocaleString('en');
  return (
    <>
      <DefinitionList
        rows={[
          ['Names read', count(result.rows)],
          ['With a hit', count(result.withHits)],
          ['Hits', count(result.hits)],
          ['Rows refused', result.faults.length === 0 ? 'none' : count(result.faults.length)],
        ]}
      />
      {result.faults.length === 0 ? null : (
        <details data-prints open={result.faults.length <= 10}>
          <summary>Rows that were refused, with the reason</summary>
          <ul className="faults">
            {result.faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </details>
      )}
      <div className="actions">
        <a className="button primary" href={apiAddress(`/screening/files/${encodeURIComponent(job)}`)} download>
          Download the hits as CSV
        </a>
      </div>
    </>
  );
}
