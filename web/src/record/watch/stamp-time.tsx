import { useState } from 'react';
import type { Problem } from '../../../../src/app/workbench/contract/page.ts';
import type { StampQuery } from '../../../../src/app/workbench/contract/record/keeping.ts';
import { asProblem, postJson } from '../../api/client.ts';
import { Button } from '../../parts/button.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { FileDrop } from '../../parts/file-drop.tsx';
import { CheckField, TextField } from '../../parts/form/field.tsx';
import { Instant } from '../../parts/time.tsx';
import { countWords } from '../count-words.ts';
import { JobState, useJobRun } from '../job-run.tsx';
import { saveFile } from '../save-file.ts';

/** Has an authority stamp the time over the last cosigned checkpoint: by its address, or by a request and a reply that somebody carries. */
export function StampTime() {
  const [tsa, setTsa] = useState('');
  const [renew, setRenew] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const run = useJobRun('stamp-time');
  const write = async () => {
    setProblem(null);
    try {
      const { name, base64 } = await postJson<StampQuery>('/record/stamps/query', { renew });
      saveFile(name, 'application/timestamp-query', bytesOf(base64));
    } catch (error) {
      setProblem(asProblem(error));
    }
  };
  const take = (reply: File) => {
    const form = new FormData();
    form.set('file', reply, reply.name);
    return run.start('/record/stamps/replies', form);
  };
  return (
    <details>
      <summary>Have the time stamped</summary>
      <div aria-live="polite">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void run.start('/record/stamps', { tsa: tsa.trim(), renew });
          }}
        >
          <CheckField
            label="Stamp the last stamp as well, before its authority’s certificate ends"
            checked={renew}
            onChange={setRenew}
          />
          <TextField
            label="Address of an authority"
            type="url"
            placeholder="https://"
            hint="One that stamps time after RFC 3161. Ask two of different owners."
            value={tsa}
            onChange={setTsa}
          />
          <div className="actions">
            <Button type="submit" disabled={run.running || tsa.trim() === ''}>
              Ask the authority
            </Button>
            <Button disabled={run.running} onClick={() => void write()}>
              Write a request to carry
            </Button>
          </div>
        </form>
        <FileDrop
          label="Add the authority’s reply"
          accept=".tsr"
          disabled={run.running}
          hint="It is verified before it is kept."
          onFiles={([first]) => {
            if (first !== undefined) void take(first);
          }}
        />
        {problem === null ? null : <ErrorNote problem={problem} />}
        <JobState run={run} label="Stamping the time" />
        {run.result === null ? null : (
          <p className="received">
            Stamped at {countWords(run.result.size, 'act')} by {run.result.authority}: <Instant at={run.result.at} />.
            Its certificate ends <Instant at={run.result.expires} />.
          </p>
        )}
      </div>
    </details>
  );
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
