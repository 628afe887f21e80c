import type { JobResult } from '../../../../src/app/workbench/contract/job.ts';
import { Button } from '../../parts/button.tsx';
import { FileDrop } from '../../parts/file-drop.tsx';
import { Tag } from '../../parts/tag.tsx';
import { Instant } from '../../parts/time.tsx';
import { countWords } from '../count-words.ts';
import { JobState, useJobRun } from '../job-run.tsx';
import { KeepText } from '../keep-text.tsx';
import { KeyWords } from './key-words.tsx';

/**
 * Asks the witnesses of the policy that the record names, or of one that is chosen here and becomes the record's: over the network, or
 * by files that somebody carries.
 */
export function AskWitnesses({ named }: { readonly named: boolean }) {
  const run = useJobRun('ask-witnesses');
  const ask = (way: 'online' | 'by-file', policy: File | null) => {
    const form = new FormData();
    form.set('way', way);
    if (policy !== null) form.set('file', policy, policy.name);
    return run.start('/record/cosignatures', form);
  };
  const add = (lines: File) => {
    const form = new FormData();
    form.set('file', lines, lines.name);
    return run.start('/record/cosignatures/lines', form);
  };
  return (
    <div aria-live="polite">
      {named ? (
        <div className="actions">
          <Button look="primary" disabled={run.running} onClick={() => void ask('online', null)}>
            Ask the witnesses
          </Button>
          <Button disabled={run.running} onClick={() => void ask('by-file', null)}>
            Write requests to carry
          </Button>
        </div>
      ) : null}
      <FileDrop
        label={named ? 'Choose another policy' : 'Choose a policy'}
        disabled={run.running}
        hint="A text file that says which witnesses there are and how many are enough. It becomes the policy of this record, and its witnesses are asked."
        onFiles={([first]) => {
          if (first !== undefined) void ask('online', first);
        }}
      />
      {named ? (
        <FileDrop
          label="Add what a witness gave back"
          disabled={run.running}
          hint="The signature lines that a witness answered to a request that was carried there."
          onFiles={([first]) => {
            if (first !== undefined) void add(first);
          }}
        />
      ) : null}
      <JobState run={run} label="Asking the witnesses" />
      {run.result === null ? null : <Asked result={run.result} />}
    </div>
  );
}

function Asked({
  result: { quorum, size, needs, cosigned, missing, messages, requests },
}: {
  readonly result: JobResult<'ask-witnesses'>;
}) {
  return (
    <div className="received">
      <p>
        <Tag tone={quorum ? 'strong' : 'alert'}>{quorum ? 'enough' : 'not enough'}</Tag> {countWords(size, 'act')},
        cosigned by {cosigned.length} of {cosigned.length + missing.length}, needs {needs}
      </p>
      <ul className="plain">
        {cosigned.map(({ name, key, at }) => (
          <li key={key}>
            {name}, <Instant at={at} /> <KeyWords vkey={key} />
          </li>
        ))}
        {missing.map(({ name, why }) => (
          <li key={name} className="alert-text">
            {name}: {why}
          </li>
        ))}
        {messages.map((line) => (
          <li key={line} className="alert-text">
            {line}
          </li>
        ))}
      </ul>
      {requests.length === 0 ? null : (
        <div className="actions">
          {requests.map(({ name, text }) => (
            <KeepText key={name} name={`${name}.request`} text={text}>
              Download the request to {name}
            </KeepText>
          ))}
        </div>
      )}
    </div>
  );
}
