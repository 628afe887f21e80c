import { useState } from 'react';
import type { WatchView } from '../../../../src/app/workbench/contract/record/watching.ts';
import { Button } from '../../parts/button.tsx';
import { FileDrop } from '../../parts/file-drop.tsx';
import { TextField } from '../../parts/form/field.tsx';
import { MonoId } from '../../parts/mono-id.tsx';
import { Instant } from '../../parts/time.tsx';
import { ensureActor } from '../../session/actor.ts';
import { useSearchState } from '../../session/search-state.ts';
import { countWords } from '../count-words.ts';
import { JobState, useJobRun } from '../job-run.tsx';

/** Logs that this one goes on for, and how to go on in a new one where a log can go on no more. */
export function ContinueLog({ continued }: { readonly continued: WatchView['continued'] }) {
  const [, change] = useSearchState();
  const [reason, setReason] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const run = useJobRun('continue-record');
  const begin = async () => {
    const by = await ensureActor();
    if (by === null) return;
    const form = new FormData();
    form.set('by', by);
    form.set('reason', reason.trim());
    if (file !== null) form.set('file', file, file.name);
    await run.start('/record/continuations', form);
  };
  const { result } = run;
  return (
    <>
      {continued.map(({ act, at, origin, size, reason: why }) => (
        <p key={act}>
          This log goes on for <span className="mono break">{origin}</span>, which ended at {countWords(size, 'act')}:{' '}
          {why} <Instant at={at} />{' '}
          <Button look="quiet" onClick={() => change({ view: undefined, act })} aria-label={`Open act ${act}`}>
            {act}
          </Button>
        </p>
      ))}
      <details>
        <summary>Begin a new log for one that has ended</summary>
        <div aria-live="polite">
          <p className="hint">
            For a log whose key is lost, whose keeper is gone, or of which witnesses have seen more than is here. The
            new log names the old one with its last checkpoint and holds each of its acts. Nothing is written to the old
            one.
          </p>
          <FileDrop
            label="Choose an exported record"
            disabled={run.running}
            hint={
              file === null
                ? 'What “panel record export” wrote. Without one, this very record goes on in a new log.'
                : `Chosen: ${file.name}`
            }
            onFiles={([first]) => setFile(first ?? null)}
          />
          <form
            onSubmit={(event) => {
              event.preventDefault();
              void begin();
            }}
          >
            <TextField label="Why the old log ends" value={reason} onChange={setReason} required />
            <Button type="submit" disabled={run.running || reason.trim() === ''}>
              Begin the new log
            </Button>
          </form>
          <JobState run={run} label="Beginning a new log" />
          {result === null ? null : (
            <div className="received">
              <p>
                A new log goes on from {countWords(result.from.size, 'act')} of{' '}
                <span className="mono break">{result.from.origin}</span>, with{' '}
                {countWords(result.documents, 'document')}. Its key: <MonoId id={result.vkey} length={48} />
              </p>
              <p>
                It lies in its own workspace. Open it with{' '}
                <code className="break">panel serve --workspace {result.workspace}</code> and work there from now on.
              </p>
            </div>
          )}
        </div>
      </details>
    </>
  );
}
