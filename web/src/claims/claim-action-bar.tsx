import { ActionButton } from '../parts/action-button.tsx';
import { TextField } from '../parts/form/field.tsx';
import type { ClaimActions } from './use-claim-actions.ts';

/** What can be done with the claim that is shown. Every act can be taken back, so none asks twice. */
export function ClaimActionBar({ actions }: { readonly actions: ClaimActions }) {
  const { review, accept, edit, reject, grade, reason, setReason } = actions;
  return (
    <div className="claim-actions">
      <div className="actions">
        <ActionButton action={accept} look="primary" />
        <ActionButton action={edit} />
        <ActionButton action={reject} look="danger" />
        <ActionButton action={grade} />
        {review.last === null ? null : <ActionButton action={review.undo} look="quiet" />}
      </div>
      <TextField
        label="Reason for the next decision"
        labelHidden
        placeholder="Reason, kept in the record (optional)"
        value={reason}
        onChange={setReason}
      />
    </div>
  );
}
