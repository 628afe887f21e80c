import { useState } from 'react';
import type {
  DecisionRequest,
  ScreeningDecision,
  ScreeningHit,
} from '../../../src/app/workbench/contract/screening.ts';
import { useAct } from '../api/act.ts';
import { Button } from '../parts/button.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { TextAreaField } from '../parts/form/field.tsx';
import { DECISION_WORDS, DecisionTag } from './decision-words.tsx';
import { type AskedQuestion, factsOf } from './question.ts';

type Decision = ScreeningDecision['decision'];
const DECISIONS: readonly Decision[] = ['true', 'false', 'unsure'];

/** What people decided on this hit before, what has changed since, and the three answers. An answer needs its reason. */
export function HitDecision({
  hit,
  question,
  disabled,
  decideAt = '/screening/decisions',
}: {
  readonly hit: ScreeningHit;
  readonly question: AskedQuestion;
  /** While the hit is that of an earlier question. */
  readonly disabled: boolean;
  readonly decideAt?: string;
}) {
  const [deciding, setDeciding] = useState<Decision | null>(null);
  const [reason, setReason] = useState('');
  const { act, pending, problem, clear } = useAct();
  const close = () => {
    setDeciding(null);
    setReason('');
    clear();
  };
  const record = async (decision: Decision) => {
    const request: Omit<DecisionRequest, 'by'> = {
      decision,
      reason: reason.trim(),
      entityId: hit.entityId,
      question: factsOf(question),
    };
    const done = await act(decideAt, request, `Recorded: ${hit.caption}, ${DECISION_WORDS[decision]}.`);
    if (done !== null) close();
  };
  return (
    <div className="hit-decision">
      {hit.decision === null ? null : (
        <p className="remembered">
          <DecisionTag decision={hit.decision.decision} /> {hit.decision.note}
        </p>
      )}
      <fieldset className="decide">
        <legend className={hit.decision === null ? undefined : 'unseen'}>Is it the one asked for?</legend>
        {DECISIONS.map((decision) => (
          <Button
            key={decision}
            disabled={disabled || pending}
            aria-pressed={deciding === decision}
            onClick={() => (deciding === decision ? close() : setDeciding(decision))}
          >
            {DECISION_WORDS[decision]}
          </Button>
        ))}
      </fieldset>
      {deciding === null ? null : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (reason.trim() !== '' && !disabled) void record(deciding);
          }}
        >
          <TextAreaField
            label={`Reason: ${DECISION_WORDS[deciding].toLowerCase()}`}
            hint="Kept in the record with your name, and shown the next time this name is asked for."
            value={reason}
            onChange={setReason}
            rows={2}
            required
          />
          {problem === null ? null : <ErrorNote problem={problem} />}
          <div className="actions">
            <Button type="submit" look="primary" disabled={pending || disabled || reason.trim() === ''}>
              Record the decision
            </Button>
            <Button onClick={close}>Cancel</Button>
          </div>
        </form>
      )}
    </div>
  );
}
