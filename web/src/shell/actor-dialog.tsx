import { useEffect, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextField } from '../parts/form/field.tsx';
import { answerActor, useActor } from '../session/actor.ts';

/** Asks who acts: every act in the record carries a name, which is asked once and kept in this browser. */
export function ActorDialog() {
  const { name, asking } = useActor();
  const [draft, setDraft] = useState('');
  useEffect(() => {
    if (asking) setDraft(name ?? '');
  }, [asking, name]);
  return (
    <Dialog open={asking} title="Who acts?" onClose={() => answerActor(null)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (draft.trim() !== '') answerActor(draft.trim());
        }}
      >
        <p>Every act in the record carries the name of the person who made it. It cannot be changed afterwards.</p>
        <TextField
          label="Your name"
          hint="As it should stand in the record; kept in this browser only."
          value={draft}
          onChange={setDraft}
          autoComplete="name"
          required
        />
        <div className="actions">
          <Button type="submit" look="primary" disabled={draft.trim() === ''}>
            Act under this name
          </Button>
          <Button onClick={() => answerActor(null)}>Cancel</Button>
        </div>
      </form>
    </Dialog>
  );
}
