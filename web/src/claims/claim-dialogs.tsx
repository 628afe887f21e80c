import type { ClaimRow } from '../../../src/app/workbench/contract/claim.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { ClaimForm } from './form/claim-form.tsx';
import { claimValues } from './form/claim-form-model.ts';
import { GradeDialog } from './grade-dialog.tsx';
import { useClaimDetail } from './panel/use-claim-detail.ts';
import type { ClaimActions } from './use-claim-actions.ts';

/** The questions that the acts on a claim ask. */
export function ClaimDialogs({ row, actions }: { readonly row: ClaimRow | null; readonly actions: ClaimActions }) {
  const { asking, ask, review } = actions;
  const { data: detail } = useClaimDetail(asking === 'edit' ? (row?.id ?? null) : null);
  return (
    <>
      <Dialog open={asking === 'edit' && row !== null} title="Correct the claim" wide onClose={() => ask(null)}>
        {detail === undefined ? (
          <Skeleton lines={8} label="Loading the passage" />
        ) : (
          <ClaimForm
            key={detail.row.id}
            initial={claimValues(detail.row)}
            around={{
              text: detail.before + detail.row.quote + detail.after,
              start: detail.row.start - detail.before.length,
            }}
            submit="Correct and accept"
            pending={review.pending}
            problem={review.problem}
            onSubmit={(values, reason) => void actions.correct(values, reason)}
            onCancel={() => ask(null)}
          />
        )}
      </Dialog>
      <GradeDialog
        row={asking === 'grade' ? row : null}
        pending={review.pending}
        problem={review.problem}
        onGrade={(credibility, reason) => void actions.setGrade(credibility, reason)}
        onClose={() => ask(null)}
      />
    </>
  );
}
