import type { ClaimRow } from '../../../src/app/workbench/contract/claim.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import type { ClaimActions } from './use-claim-actions.ts';

/** What can be done with the claim that is shown. Every act can be taken back, so none asks twice. */
export function ClaimActionBar({ row, actions }: { readonly row: ClaimRow; readonly actions: ClaimActions }) {
  const { review, decide, ask, reason, setReason } = actions;
  return (
    <div className="claim-actions">
      <div className="actions">
        <Button
          look="primary"
          shortcut="a"
          disabled={review.pending || row.status === 'accepted'}
          onClick={() => void decide('accepted')}
        >
          Accept
        </Button>
        <Button shortcut="e" disabled={review.pending} onClick={() => ask('edit')}>
          Edit
        </Button>
        <Button
          look="danger"
          shortcut="r"
          disabled={review.pending || row.status === 'rejected'}
          onClick={() => void decide('rejected')}
        >
          Reject
        </Button>
        <Button shortcut="g" disabled={review.pending} onClick={() => ask('grade')}>
          Grade
        </Button>
        {review.last === null ? null : (
          <Button look="quiet" shortcut="u" disabled={review.pending} onClick={() => void review.undo()}>
            Undo: {review.last.words.toLowerCase()}
          </Button>
        )}
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
