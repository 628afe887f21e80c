import { useState } from 'react';
import type { Job } from '../../../src/app/workbench/contract/job.ts';
import type { Problem } from '../../../src/app/workbench/contract/page.ts';
import type { VerificationResult } from '../../../src/app/workbench/contract/record.ts';
import { asProblem, postJson } from '../api/client.ts';
import { noteJob, useJob } from '../api/events.ts';
import { jobResult } from '../api/job-result.ts';
import { Button } from '../parts/button.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { Progress } from '../parts/progress.tsx';
import { Tag } from '../parts/tag.tsx';

/** Checks every byte of the record against its log and signature, and names what does not fit. */
export function Verification() {
  const [started, setStarted] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const job = useJob(started);
  const result = jobResult(job, 'verify');
  const running = job?.state === 'running';
  const verify = async () => {
    setProblem(null);
    try {
      const answer = await postJson<Job>('/record/verifications', {});
      noteJob(answer);
      setStarted(answer.id);
    } catch (error) {
      setProblem(asProblem(error));
    }
  };
  return (
    <div className="verification" aria-live="polite">
      <p>
        <Button look="primary" disabled={running} onClick={() => void verify()}>
          Verify the record
        </Button>
      </p>
      {job === undefined && problem === null ? (
        <p className="hint">
          Every act and every document is read again and held against the log and its signature. Anyone who has the
          record's folder can do the same: panel record verify needs neither this page nor the key.
        </p>
      ) : null}
      {problem ? <ErrorNote problem={problem} /> : null}
      {running ? <Progress label="Verifying" step={job.step} done={job.done} total={job.total} /> : null}
      {job?.state === 'failed' && job.problem ? <ErrorNote problem={job.problem} /> : null}
      {result === null ? null : <Result result={result} />}
    </div>
  );
}

function Result({ result }: { readonly result: VerificationResult }) {
  const [said = '', ...others] = result.summary.split('\n');
  return (
    <>
      <p>
        {result.whole ? <Tag tone="strong">whole</Tag> : <Tag tone="alert">damaged</Tag>} {said}
      </p>
      {others.map((line) => (
        <p className="hint verified-root" key={line}>
          {line}
        </p>
      ))}
      {result.faults.length === 0 ? null : (
        <div className="table-scroll">
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">File</th>
                <th scope="col">At byte</th>
                <th scope="col">What is wrong</th>
              </tr>
            </thead>
            <tbody>
              {result.faults.map((fault) => (
                <tr key={`${fault.path} ${fault.offset} ${fault.code}`}>
                  <td className="mono">{fault.path}</td>
                  <td className="number">{fault.offset ?? ''}</td>
                  <td>
                    {fault.message} <span className="mono muted">{fault.code}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
