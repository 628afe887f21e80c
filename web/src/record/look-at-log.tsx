import { useState } from 'react';
import type { Job } from '../../../src/app/workbench/contract/job.ts';
import type { Problem } from '../../../src/app/workbench/contract/page.ts';
import { asProblem, postJson } from '../api/client.ts';
import { noteJob, useJob } from '../api/events.ts';
import { jobResult } from '../api/job-result.ts';
import { Button } from '../parts/button.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { TextField } from '../parts/form/field.tsx';
import { Progress } from '../parts/progress.tsx';

/** Looks at logs of others: each again, and one that is not followed yet. */
export function LookAtLog({ names }: { readonly names: readonly string[] }) {
  const [started, setStarted] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [name, setName] = useState('');
  const [target, setTarget] = useState('');
  const [key, setKey] = useState('');
  const job = useJob(started);
  const look = jobResult(job, 'look-at-log');
  const running = job?.state === 'running';
  const ask = async (request: { readonly name: string; readonly target?: string; readonly key?: string }) => {
    setProblem(null);
    try {
      const answer = await postJson<Job>('/record/looks', request);
      noteJob(answer);
      setStarted(answer.id);
    } catch (error) {
      setProblem(asProblem(error));
    }
  };
  return (
    <div aria-live="polite">
      <div className="actions">
        {names.map((one) => (
          <Button key={one} disabled={running} onClick={() => void ask({ name: one })}>
            Look at {one} again
          </Button>
        ))}
      </div>
      <details>
        <summary>Follow another log</summary>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void ask({ name: name.trim(), target: target.trim(), key: key.trim() });
          }}
        >
          <TextField label="How you call the organisation" value={name} onChange={setName} required />
          <TextField
            label="Address of its log"
            type="url"
            placeholder="https://"
            value={target}
            onChange={setTarget}
            required
          />
          <TextField
            label="Its key"
            hint="Have it confirmed by voice or on paper."
            value={key}
            onChange={setKey}
            required
          />
          <Button type="submit" disabled={running || name.trim() === '' || target.trim() === '' || key.trim() === ''}>
            Look at it
          </Button>
        </form>
      </details>
      {problem === null ? null : <ErrorNote problem={problem} />}
      {running ? <Progress label="Looking" step={job.step} done={job.done} total={job.total} /> : null}
      {job?.state === 'failed' && job.problem !== null ? <ErrorNote problem={job.problem} /> : null}
      {look?.messages.map((line) => (
        <p key={line} className={look.good ? 'watch-words' : 'watch-words alert-text'}>
          {line}
        </p>
      ))}
    </div>
  );
}
