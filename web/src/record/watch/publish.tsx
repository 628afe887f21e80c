import { useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { CheckField } from '../../parts/form/field.tsx';
import { countWords } from '../count-words.ts';
import { JobState, useJobRun } from '../job-run.tsx';

/** Publishes the log where whoever started the program has named a place for it. */
export function Publish({ place }: { readonly place: string | null }) {
  const [hashesOnly, setHashesOnly] = useState(false);
  const run = useJobRun('publish-record');
  if (place === null)
    return (
      <p className="hint">
        No place to publish to is named. Start the workbench with <code>panel serve --publish PLACE</code> (a folder or
        an address) and others can follow this log there.
      </p>
    );
  const { result } = run;
  return (
    <div aria-live="polite">
      <p>
        The place that the log is published to when you say so: <span className="mono break">{place}</span>. What goes
        there is its checkpoint and what stands for each act in the log, never an act or a document.
      </p>
      <CheckField
        label="Without the leaves, which tell when acts were made and of what kind they are"
        checked={hashesOnly}
        onChange={setHashesOnly}
      />
      <div className="actions">
        <Button
          disabled={run.running}
          onClick={() => void run.start('/record/publications', { extent: hashesOnly ? 'hashes' : 'leaves' })}
        >
          Publish now
        </Button>
      </div>
      <JobState run={run} label="Publishing" />
      {result === null ? null : (
        <p className="received">
          Published at {countWords(result.size, 'act')}, {countWords(result.written, 'file')} written.{' '}
          {result.cosigned ? 'Witnesses have cosigned it.' : 'Nobody has cosigned it yet.'}
        </p>
      )}
    </div>
  );
}
