import { useEffect, useState } from 'react';
import type { Job } from '../../../src/app/workbench/contract/job.ts';
import type { Problem } from '../../../src/app/workbench/contract/page.ts';
import { asProblem, postForm } from '../api/client.ts';
import { noteJob, useJob } from '../api/events.ts';
import { jobResult } from '../api/job-result.ts';
import { refreshAll } from '../api/queries.ts';
import { Button } from '../parts/button.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { FileDrop } from '../parts/file-drop.tsx';
import { Progress } from '../parts/progress.tsx';
import { Tag } from '../parts/tag.tsx';
import { Instant } from '../parts/time.tsx';
import { countWords } from './count-words.ts';

/** Asks the witnesses of the policy that the record names, or of one that is chosen here and becomes the record's. */
export function AskWitnesses({ named }: { readonly named: boolean }) {
  const [started, setStarted] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const job = useJob(started);
  const asked = jobResult(job, 'ask-witnesses');
  const running = job?.state === 'running';
  // Cosignatures are no acts: nobody tells of them.
  useEffect(() => {
    if (asked !== null) void refreshAll();
  }, [asked]);
  const ask = async (policy: File | null) => {
    const form = new FormData();
    // A form of no field at all is none: whatever else it says is not looked at.
    if (policy === null) form.set('policy', 'of the record');
    else form.set('file', policy, policy.name);
    setProblem(null);
    try {
      const answer = await postForm<Job>('/record/cosignatures', form);
      noteJob(answer);
      setStarted(answer.id);
    } catch (error) {
      setProblem(asProblem(error));
    }
  };
  return (
    <div aria-live="polite">
      {named ? (
        <p>
          <Button look="primary" disabled={running} onClick={() => void ask(null)}>
            Ask the witnesses
          </Button>
        </p>
      ) : null}
      <FileDrop
        label={named ? 'Choose another policy' : 'Choose a policy'}
        disabled={running}
        hint="A text file that says which witnesses there are and how many are enough. It becomes the policy of this record, and its witnesses are asked."
        onFiles={([first]) => {
          if (first !== undefined) void ask(first);
        }}
      />
      {problem === null ? null : <ErrorNote problem={problem} />}
      {running ? <Progress label="Asking the witnesses" step={job.step} done={job.done} total={job.total} /> : null}
      {job?.state === 'failed' && job.problem !== null ? <ErrorNote problem={job.problem} /> : null}
      {asked === null ? null : (
        <div className="received">
          <p>
            <Tag tone={asked.quorum ? 'strong' : 'alert'}>{asked.quorum ? 'enough' : 'not enough'}</Tag>{' '}
            {countWords(asked.size, 'act')}, cosigned by {asked.cosigned.length} of{' '}
            {asked.cosigned.length + asked.missing.length}, needs {asked.needs}
          </p>
          <ul className="plain">
            {asked.cosigned.map(({ name, at }) => (
              <li key={name}>
                {name}, <Instant at={at} />
              </li>
            ))}
            {asked.missing.map(({ name, why }) => (
              <li key={name} className="alert-text">
                {name}: {why}
              </li>
            ))}
            {asked.messages.map((line) => (
              <li key={line} className="alert-text">
                {line}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
