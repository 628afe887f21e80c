import { useState } from 'react';
import type { Job } from '../../../src/app/workbench/contract/job.ts';
import { useAct } from '../api/act.ts';
import { postJson } from '../api/client.ts';
import { noteJob, useJob } from '../api/events.ts';
import { jobResult } from '../api/job-result.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { Progress } from '../parts/progress.tsx';
import { type Chosen, IntakeForm, type Provenance } from './intake-form.tsx';
import { IntakeResult } from './intake-result.tsx';
import './documents.css';

/** Files on their way in: asked where they come from, sent, read, and told one by one. */
export function Intake({ files, onTaken }: { readonly files: readonly File[]; readonly onTaken: () => void }) {
  const { act, pending, problem, clear } = useAct();
  const [started, setStarted] = useState<string | null>(null);
  const job = useJob(started);
  const result = jobResult(job, 'add-documents');
  const close = () => {
    clear();
    onTaken();
  };
  const send = async (provenance: Provenance, { files: sent, members }: Chosen) => {
    const form = new FormData();
    for (const file of sent) form.append('file', file, file.name);
    for (const [name, value] of Object.entries(provenance)) if (value !== '') form.set(name, value);
    if (members.length > 0) form.set('chosen', JSON.stringify(members));
    const answer = await act<Job>('/documents', form);
    if (answer === null) return;
    noteJob(answer);
    setStarted(answer.id);
    close();
  };
  return (
    <>
      <Dialog
        open={files.length > 0}
        title={files.length === 1 ? 'Add this document' : `Add ${files.length} documents`}
        onClose={close}
      >
        <IntakeForm
          files={files}
          pending={pending}
          problem={problem}
          onSend={(provenance, chosen) => void send(provenance, chosen)}
          onCancel={close}
        />
      </Dialog>
      {job === undefined ? null : (
        <section className="intake" aria-label="Documents being added" aria-live="polite">
          {job.state === 'running' ? (
            <>
              <Progress label="Adding documents" step={job.step} done={job.done} total={job.total} />
              {job.cancellable ? (
                <Button look="quiet" onClick={() => void postJson(`/jobs/${job.id}/cancellations`, {})}>
                  Cancel
                </Button>
              ) : null}
            </>
          ) : job.state === 'failed' && job.problem !== null ? (
            <ErrorNote problem={job.problem} />
          ) : result === null ? null : (
            <>
              <IntakeResult result={result} notes={job.notes} />
              <Button look="quiet" onClick={() => setStarted(null)}>
                Close
              </Button>
            </>
          )}
        </section>
      )}
    </>
  );
}
