import type { VerificationResult } from '../../../src/app/workbench/contract/record/record.ts';
import { Button } from '../parts/button.tsx';
import { Tag } from '../parts/tag.tsx';
import { JobState, useJobRun } from './job-run.tsx';

/** Checks every byte of the record against its log and signature, and names what does not fit. */
export function Verification() {
  const run = useJobRun('verify');
  const { job, running, problem, result } = run;
  return (
    <div className="verification" aria-live="polite">
      <p>
        <Button look="primary" disabled={running} onClick={() => void run.start('/record/verifications', {})}>
          Verify the record
        </Button>
      </p>
      {job === undefined && problem === null ? (
        <p className="hint">
          Every act and every document is read again and held against the log and its signature. Anyone who has the
          record's folder can do the same: panel record verify needs neither this page nor the key.
        </p>
      ) : null}
      <JobState run={run} label="Verifying" />
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
