import { useState } from 'react';
import type { ClaimRow } from '../../../src/app/workbench/contract/claim.ts';
import type { Problem } from '../../../src/app/workbench/contract/page.ts';
import { CREDIBILITY_WORDS } from '../../../src/figures/drawing/grade-words.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { TextField } from '../parts/form/field.tsx';
import { type Credibility, valuesOf } from './claim-words.ts';

/** The credibility of what is said, apart from who says it. */
export function GradeDialog({
  row,
  pending,
  problem,
  onGrade,
  onClose,
}: {
  /** Null while the dialog is closed. */
  readonly row: ClaimRow | null;
  readonly pending: boolean;
  readonly problem: Problem | null;
  readonly onGrade: (credibility: Credibility, reason: string) => void;
  readonly onClose: () => void;
}) {
  return (
    <Dialog open={row !== null} title="Grade the credibility" onClose={onClose}>
      {row === null ? null : (
        <GradeForm key={row.id} row={row} pending={pending} problem={problem} onGrade={onGrade} onClose={onClose} />
      )}
    </Dialog>
  );
}

function GradeForm({
  row,
  pending,
  problem,
  onGrade,
  onClose,
}: {
  readonly row: ClaimRow;
  readonly pending: boolean;
  readonly problem: Problem | null;
  readonly onGrade: (credibility: Credibility, reason: string) => void;
  readonly onClose: () => void;
}) {
  const [chosen, setChosen] = useState<Credibility | null>(row.grade as Credibility | null);
  const [reason, setReason] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen !== null && reason.trim() !== '') onGrade(chosen, reason);
      }}
    >
      <p>
        <strong>{row.claimant.name}:</strong> <q>{row.quote}</q>
      </p>
      <fieldset className="grades">
        <legend>Credibility on the Admiralty scale</legend>
        {valuesOf(CREDIBILITY_WORDS).map((grade) => (
          <label key={grade} className="check">
            <input
              type="radio"
              name="grade"
              value={grade}
              checked={chosen === grade}
              onChange={() => setChosen(grade)}
            />
            <span>
              <strong>{grade}</strong> {CREDIBILITY_WORDS[grade]}
            </span>
          </label>
        ))}
      </fieldset>
      <p className="hint">
        Grade 1 needs a second, independent origin. Grade 6 says that there is no basis to judge; it is not the worst
        grade.
      </p>
      <TextField label="Reason" value={reason} onChange={setReason} required />
      {problem === null ? null : <ErrorNote problem={problem} />}
      <div className="actions">
        <Button type="submit" look="primary" disabled={pending || chosen === null || reason.trim() === ''}>
          Grade
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}
