import { useState } from 'react';
import { useAct } from '../api/act.ts';
import { dropMade } from '../session/undo-stack.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { ErrorNote } from './error-note.tsx';
import { TextAreaField } from './form/field.tsx';

/** Asks before an act is taken back. Nothing is deleted: the taking back is an act too, and can itself be taken back. */
export function TakeBack({
  act,
  what,
  onClose,
}: {
  /** The act to take back; null asks nothing. */
  readonly act: string | null;
  /** What the act did, with its article: "the decision on KIM". */
  readonly what: string;
  readonly onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  const { act: make, pending, problem, clear } = useAct();
  const close = () => {
    setReason('');
    clear();
    onClose();
  };
  const takeBack = async () => {
    const body = reason.trim() === '' ? {} : { reason: reason.trim() };
    const done = await make(`/acts/${encodeURIComponent(act ?? '')}/undo`, body, `Taken back: ${what}.`, () => {
      // The key that takes the last act of this window back would be refused: this one is taken back already.
      if (act !== null) dropMade(act);
    });
    if (done !== null) close();
  };
  return (
    <Dialog open={act !== null} title={`Take back ${what}?`} onClose={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void takeBack();
        }}
      >
        <p>The act stays in the record, with this one after it. Taking this one back puts the first in force again.</p>
        <TextAreaField label="Reason" hint="May be empty" value={reason} onChange={setReason} rows={2} />
        {problem === null ? null : <ErrorNote problem={problem} />}
        <div className="actions">
          <Button type="submit" look="danger" disabled={pending}>
            Take back
          </Button>
          <Button onClick={close}>Keep it</Button>
        </div>
      </form>
    </Dialog>
  );
}
