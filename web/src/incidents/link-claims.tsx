import { useState } from 'react';
import type { ClaimRow } from '../../../src/app/workbench/contract/claim.ts';
import type { Review } from '../claims/use-review.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { SelectField, TextField } from '../parts/form/field.tsx';
import { FindClaim } from './find-claim.tsx';

type Judgement = 'same' | 'different' | 'unsure';

const JUDGEMENTS: readonly { readonly value: Judgement; readonly words: string }[] = [
  { value: 'same', words: 'speak of one event' },
  { value: 'different', words: 'speak of different events' },
  { value: 'unsure', words: 'cannot be told: leave it to the program' },
];

/** Asks whether two claims speak of one event: one of the incident, and another of it or of outside. */
export function LinkClaims({
  claims,
  asked,
  review,
  onClose,
}: {
  readonly claims: readonly ClaimRow[];
  /** A claim of the incident to part from another; `another` to bring one in; null asks nothing. */
  readonly asked: ClaimRow | 'another' | null;
  readonly review: Review;
  readonly onClose: () => void;
}) {
  const close = () => {
    review.clear();
    onClose();
  };
  const title = asked === 'another' ? 'Add a claim to the incident' : 'Do they speak of one event?';
  return (
    <Dialog open={asked !== null} title={title} wide onClose={close}>
      {asked === null ? null : <LinkForm claims={claims} asked={asked} review={review} onClose={close} />}
    </Dialog>
  );
}

function LinkForm({
  claims,
  asked,
  review,
  onClose,
}: {
  readonly claims: readonly ClaimRow[];
  readonly asked: ClaimRow | 'another';
  readonly review: Review;
  readonly onClose: () => void;
}) {
  const bringsIn = asked === 'another';
  const [inside, setInside] = useState(bringsIn ? (claims[0]?.id ?? '') : asked.id);
  const [other, setOther] = useState('');
  const [judgement, setJudgement] = useState<Judgement>(bringsIn ? 'same' : 'different');
  const [reason, setReason] = useState('');
  const options = claims.map((claim) => ({ value: claim.id, words: shortWords(claim) }));
  const ready = inside !== '' && other !== '' && inside !== other;
  return (
    <form
      onSubmit={async (event) => {
        event.preventDefault();
        if (ready && (await review.link(inside, other, judgement, reason))) onClose();
      }}
    >
      <SelectField label="This claim of the incident" value={inside} options={options} onChange={setInside} />
      {bringsIn ? (
        <FindClaim without={claims.map(({ id }) => id)} chosen={other} onChoose={setOther} />
      ) : (
        <SelectField
          label="And this one"
          none="Choose"
          value={other}
          options={options.filter(({ value }) => value !== inside)}
          onChange={setOther}
        />
      )}
      <SelectField
        label="Judgement"
        value={judgement}
        options={JUDGEMENTS}
        onChange={(value) => setJudgement(value as Judgement)}
      />
      <TextField label="Reason, kept in the record" value={reason} onChange={setReason} />
      {review.problem === null ? null : <ErrorNote problem={review.problem} />}
      <div className="actions">
        <Button type="submit" look="primary" disabled={!ready || review.pending}>
          Judge
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}

function shortWords({ claimant, quote }: ClaimRow): string {
  return `${claimant.name}: “${quote.length > 90 ? `${quote.slice(0, 90)}…` : quote}”`;
}
