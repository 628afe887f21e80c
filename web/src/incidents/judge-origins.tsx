import { type FormEvent, useState } from 'react';
import type { ClaimRow } from '../../../src/app/workbench/contract/claim.ts';
import type { AskedJudgement, Review } from '../claims/use-review.ts';
import { Button } from '../parts/button.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { SelectField, TextField } from '../parts/form/field.tsx';

const JUDGEMENTS: readonly { readonly value: AskedJudgement; readonly words: string }[] = [
  { value: 'independent', words: 'are independent origins' },
  { value: 'derives', words: 'one derives from the other' },
  { value: 'common-control', words: 'are under one control' },
];

/** Says where two claimants have their statements from. Only this makes two origins count as two, so it needs a reason. */
export function JudgeOrigins({ claims, review }: { readonly claims: readonly ClaimRow[]; readonly review: Review }) {
  const names = [...new Set(claims.flatMap(({ claimant, relay }) => [claimant, ...relay].map(({ name }) => name)))];
  const [a, setA] = useState('');
  const [b, setB] = useState('');
  const [judgement, setJudgement] = useState<AskedJudgement>('independent');
  const [reason, setReason] = useState('');
  const ready = a !== '' && b !== '' && a !== b && reason.trim() !== '';
  if (names.length < 2) return null;
  const judge = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready || !(await review.judge(a, b, judgement, reason))) return;
    setReason('');
    setB('');
  };
  const options = names.map((value) => ({ value, words: value }));
  return (
    <form className="judge-origins" onSubmit={judge}>
      <h3>Judge the origins</h3>
      <div className="judge-fields">
        <SelectField label="Claimant" none="Choose" value={a} options={options} onChange={setA} />
        <SelectField
          label="And"
          none="Choose"
          value={b}
          options={options.filter(({ value }) => value !== a)}
          onChange={setB}
        />
        <SelectField
          label="Judgement"
          value={judgement}
          options={JUDGEMENTS}
          onChange={(value) => setJudgement(value as AskedJudgement)}
        />
      </div>
      <TextField
        label="Reason"
        hint="What shows it: who was where, who read what."
        value={reason}
        onChange={setReason}
        required
      />
      {review.problem === null ? null : <ErrorNote problem={review.problem} />}
      <Button type="submit" disabled={!ready || review.pending}>
        Judge
      </Button>
    </form>
  );
}
