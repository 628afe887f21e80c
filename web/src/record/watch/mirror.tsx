import { Button } from '../../parts/button.tsx';
import { Tag } from '../../parts/tag.tsx';
import { countWords } from '../count-words.ts';
import { JobState, useJobRun } from '../job-run.tsx';

/** Keeps a full copy where whoever started the program has named a place for it, and says what the copy holds. */
export function Mirror({ place }: { readonly place: string | null }) {
  const run = useJobRun('mirror-record');
  if (place === null)
    return (
      <p className="hint">
        No place for a full copy is named. Start the workbench with <code>panel serve --mirror PLACE</code>: whoever has
        such a copy can restore the record from it alone.
      </p>
    );
  const { result } = run;
  const start = (mode: 'copy' | 'verify') => void run.start('/record/copies', { mode });
  return (
    <div aria-live="polite">
      <p>
        The place for a full copy, documents included: <span className="mono break">{place}</span>. It is brought
        abreast when you say so, and by <code>panel record mirror</code>.
      </p>
      <div className="actions">
        <Button disabled={run.running} onClick={() => start('copy')}>
          Copy now
        </Button>
        <Button disabled={run.running} onClick={() => start('verify')}>
          Check the copy
        </Button>
      </div>
      <JobState run={run} label="Copying" />
      {result === null ? null : (
        <div className="received">
          <p>
            {result.whole === null ? (
              <Tag>not read back</Tag>
            ) : result.whole ? (
              <Tag tone="strong">whole</Tag>
            ) : (
              <Tag tone="alert">damaged</Tag>
            )}{' '}
            The copy holds {countWords(result.acts, 'act')} and {countWords(result.documents, 'document')};{' '}
            {countWords(result.copied, 'file')} copied.
          </p>
          <ul className="plain">
            {result.faults.map((fault) => (
              <li key={fault} className="alert-text">
                {fault}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
