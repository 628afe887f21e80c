import { useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/form/field.tsx';
import { JobState, useJobRun } from '../job-run.tsx';

/** Looks at logs of others: each again, and one that is not followed yet. */
export function LookAtLog({ names }: { readonly names: readonly string[] }) {
  const [name, setName] = useState('');
  const [target, setTarget] = useState('');
  const [key, setKey] = useState('');
  const run = useJobRun('look-at-log');
  const { running, result: look } = run;
  const ask = (request: { readonly name: string; readonly target?: string; readonly key?: string }) =>
    run.start('/record/looks', request);
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
      <JobState run={run} label="Looking" />
      {look?.messages.map((line) => (
        <p key={line} className={look.good ? 'watch-words' : 'watch-words alert-text'}>
          {line}
        </p>
      ))}
    </div>
  );
}
