import type { ReactNode } from 'react';
import { useAct } from '../api/act.ts';
import { Button } from '../parts/button.tsx';
import { ErrorNote } from '../parts/error-note.tsx';

/** Fields of an act on a finding, with the one button that records it. Stands in a dialog. */
export function ActForm({
  path,
  body,
  ready,
  submit,
  done,
  onClose,
  children,
}: {
  readonly path: string;
  readonly body: () => object;
  /** Whether everything that the act needs is written. */
  readonly ready: boolean;
  readonly submit: string;
  /** Said once it is recorded. */
  readonly done: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { act, pending, problem } = useAct();
  const record = async () => {
    if ((await act(path, body(), done)) !== null) onClose();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !pending) void record();
      }}
    >
      {children}
      {problem === null ? null : <ErrorNote problem={problem} />}
      <div className="actions">
        <Button type="submit" look="primary" disabled={!ready || pending}>
          {submit}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}

/** An empty field states nothing. */
export function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
