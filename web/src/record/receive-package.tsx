import { useState } from 'react';
import type { Job, JobResult } from '../../../src/app/workbench/contract/job.ts';
import { useAct } from '../api/act.ts';
import { noteJob, useJob } from '../api/events.ts';
import { jobResult } from '../api/job-result.ts';
import { Button } from '../parts/button.tsx';
import { FileDrop } from '../parts/file-drop.tsx';
import { CheckField, TextField } from '../parts/form/field.tsx';
import { countWords } from './count-words.ts';
import { JobState } from './job-run.tsx';

type Received = JobResult<'receive-package'>;

/** Takes a package: opened, verified whole, and logged as the word of its sender, who is asked about when nobody here knows the key. */
export function ReceivePackage() {
  const { act, pending, problem } = useAct();
  const [file, setFile] = useState<File | null>(null);
  const [started, setStarted] = useState<string | null>(null);
  const job = useJob(started);
  const result = jobResult(job, 'receive-package');
  const send = async (sent: File, sender: { readonly name: string; readonly key: string } | null) => {
    const form = new FormData();
    form.set('file', sent, sent.name);
    if (sender !== null) {
      form.set('name', sender.name);
      form.set('key', sender.key);
    }
    setFile(sent);
    setStarted(null);
    const answer = await act<Job>('/record/received', form);
    if (answer === null) return;
    noteJob(answer);
    setStarted(answer.id);
  };
  const busy = pending || job?.state === 'running';
  return (
    <div aria-live="polite">
      <FileDrop
        label="Choose a package"
        accept=".age"
        disabled={busy}
        hint="All of it is verified before anything is logged. What it says stays “X, as recorded by Y”: it is no review of your own, and a copy is no second source."
        onFiles={([first]) => {
          if (first !== undefined) void send(first, null);
        }}
      />
      <JobState run={{ job, problem }} label="Opening the package" />
      {result === null || file === null ? null : result.known ? (
        <Taken result={result} />
      ) : (
        <Stranger
          key={result.from.key}
          from={result.from}
          busy={busy}
          onKnown={(name) => void send(file, { name, key: result.from.key })}
        />
      )}
    </div>
  );
}

function Taken({
  result: { from, received, documents, unchanged, withheld, statements },
}: {
  readonly result: Received;
}) {
  return (
    <div className="received">
      <p>
        {countWords(received.length, 'act')} of {from.name} received, {countWords(documents.length, 'document')};{' '}
        {unchanged.toLocaleString('en')} were here already.
        {withheld === 0 ? null : ` ${withheld.toLocaleString('en')} of them they have withheld.`}
      </p>
      <ul className="plain">
        {statements.slice(0, SHOWN).map(({ act, text }) => (
          <li key={act}>{text}</li>
        ))}
      </ul>
      {statements.length > SHOWN ? <p className="hint">All of them stand below.</p> : null}
    </div>
  );
}

const SHOWN = 8;

/** The package proves which key made it, not whose key that is: a person says so, or nothing is logged. */
function Stranger({
  from,
  busy,
  onKnown,
}: {
  readonly from: Received['from'];
  readonly busy: boolean;
  readonly onKnown: (name: string) => void;
}) {
  const [name, setName] = useState(from.name === from.origin ? '' : from.name);
  const [confirmed, setConfirmed] = useState(false);
  return (
    <form
      className="received"
      aria-label="Unknown sender"
      onSubmit={(event) => {
        event.preventDefault();
        if (confirmed && name.trim() !== '') onKnown(name.trim());
      }}
    >
      <p className="alert-text">
        Nobody here knows this sender, who calls itself “{from.name}”. Nothing was logged. It signs as{' '}
        <span className="mono break">{from.origin}</span> with the key
      </p>
      <p className="mono break">{from.key}</p>
      <TextField label="How you call the sender" value={name} onChange={setName} required />
      <CheckField
        label="I have had this key confirmed, by voice or on paper"
        checked={confirmed}
        onChange={setConfirmed}
      />
      <Button type="submit" look="primary" disabled={busy || !confirmed || name.trim() === ''}>
        Receive it
      </Button>
    </form>
  );
}
