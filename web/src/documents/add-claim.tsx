import { useEffect, useState } from 'react';
import type { ClaimRow } from '../../../src/app/workbench/contract/claim.ts';
import type { DocumentDetail } from '../../../src/app/workbench/contract/record/document.ts';
import { ClaimForm } from '../claims/form/claim-form.tsx';
import { claimFields, newClaimValues } from '../claims/form/claim-form-model.ts';
import type { Surroundings } from '../claims/form/passage-fields.tsx';
import type { SelectedPassage } from '../claims/passage-selection.ts';
import { useReview } from '../claims/use-review.ts';
import { Dialog } from '../parts/dialog.tsx';

/** A claim that a person reads in a passage. It is accepted by being added: a person made it. */
export function AddClaim({
  document,
  blocks,
  passage,
  claims,
  onAdded,
  onClose,
}: {
  readonly document: string;
  readonly blocks: DocumentDetail['blocks'];
  /** Null while nothing is asked. */
  readonly passage: SelectedPassage | null;
  readonly claims: readonly ClaimRow[];
  readonly onAdded: (id: string) => void;
  readonly onClose: () => void;
}) {
  const review = useReview();
  const [awaited, setAwaited] = useState<Awaited | null>(null);
  const added = awaited === null ? undefined : claims.findLast((claim) => isThat(claim, awaited));
  useEffect(() => {
    if (added === undefined) return;
    setAwaited(null);
    onAdded(added.id);
  }, [added, onAdded]);
  const close = () => {
    review.clear();
    onClose();
  };
  return (
    <Dialog open={passage !== null} title="Add a claim" wide onClose={close}>
      {passage === null ? null : (
        <ClaimForm
          key={`${passage.start} ${passage.end}`}
          initial={newClaimValues(passage.start, passage.end)}
          around={surroundings(blocks, passage)}
          submit="Add the claim"
          pending={review.pending}
          problem={review.problem}
          onSubmit={async (values, reason) => {
            const done = await review.add({ document, ...claimFields(values) }, reason);
            if (done === null) return;
            setAwaited({ start: values.start, end: values.end, known: new Set(claims.map(({ id }) => id)) });
            close();
          }}
          onCancel={close}
        />
      )}
    </Dialog>
  );
}

/** The claim that was added, until the list of claims holds it: its passage, and the claims that were there before it. */
type Awaited = { readonly start: number; readonly end: number; readonly known: ReadonlySet<string> };

function isThat(claim: ClaimRow, { start, end, known }: Awaited): boolean {
  return claim.start === start && claim.end === end && !known.has(claim.id);
}

/** Characters of the text shown before and after a passage. */
const AROUND = 400;

/** The text around a passage, in its own offsets. Between blocks the layer has characters of its own; blanks stand for them. */
function surroundings(blocks: DocumentDetail['blocks'], { start, end }: SelectedPassage): Surroundings {
  const near = blocks.filter((block) => block.end > start - AROUND && block.start < end + AROUND);
  const first = near[0];
  if (first === undefined) return { text: '', start };
  let text = '';
  for (const block of near) text += ' '.repeat(Math.max(0, block.start - first.start - text.length)) + block.text;
  const from = Math.max(first.start, start - AROUND);
  return { text: text.slice(from - first.start, end + AROUND - first.start), start: from };
}
