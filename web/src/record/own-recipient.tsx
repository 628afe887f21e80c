import { useState } from 'react';
import type { Problem } from '../../../src/app/workbench/contract/page.ts';
import { asProblem, postJson } from '../api/client.ts';
import { Button } from '../parts/button.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { MonoId } from '../parts/mono-id.tsx';

/** What colleagues encrypt for when they hand something over to this workspace; made when it is first asked for. */
export function OwnRecipient() {
  const [recipient, setRecipient] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const ask = async () => {
    setProblem(null);
    try {
      setRecipient((await postJson<{ readonly recipient: string }>('/record/recipient', {})).recipient);
    } catch (error) {
      setProblem(asProblem(error));
    }
  };
  return (
    <div aria-live="polite">
      {recipient === null ? (
        <p>
          <Button look="quiet" onClick={() => void ask()}>
            Show what others encrypt for
          </Button>
        </p>
      ) : (
        <>
          <p>
            Colleagues encrypt for <MonoId id={recipient} length={24} />
          </p>
          <p className="hint">
            Give it to them together with this record’s public key, by voice or on paper: who changes it on the way
            reads what was meant for you.
          </p>
        </>
      )}
      {problem === null ? null : <ErrorNote problem={problem} />}
    </div>
  );
}
