import type { ClaimDetail } from '../../../../src/app/workbench/contract/claim.ts';
import type { ActLine } from '../../../../src/app/workbench/contract/record/act.ts';
import { gradeWords } from '../../../../src/figures/drawing/grade-words.ts';
import { sinceWords } from '../../parts/act-since.ts';
import { Button } from '../../parts/button.tsx';
import { Tag } from '../../parts/tag.tsx';
import { Instant } from '../../parts/time.tsx';
import './claim-panel.css';

/** Acts in the order in which they were made. One that was taken back stays, struck through: the record forgets nothing. */
export function ActHistory({
  acts,
  pending,
  onUndo,
}: {
  readonly acts: readonly ActLine[];
  readonly pending: boolean;
  readonly onUndo: (act: string) => void;
}) {
  if (acts.length === 0) return <p className="muted">Nobody has acted on it yet.</p>;
  return (
    <ol className="act-history">
      {acts.map((act) => (
        <li key={act.id} className={act.since === 'taken-back' ? 'superseded' : undefined}>
          <span className="act-when">
            <Instant at={act.at} /> <span className="muted">{act.by}</span>
          </span>
          <span className="act-words">
            {act.since === 'taken-back' ? <del>{act.summary}</del> : act.summary}
            {act.since === null ? null : <span className="muted"> {sinceWords(act)}</span>}
          </span>
          {act.canBeUndone ? (
            <Button
              look="quiet"
              disabled={pending}
              onClick={() => onUndo(act.id)}
              aria-label={`Take back: ${act.summary}`}
            >
              Take back
            </Button>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

/** What other organisations have said of the claim. It stands next to what is said here and counts for none of it. */
export function OthersReviews({ othersReviews }: Pick<ClaimDetail, 'othersReviews'>) {
  return (
    <ol className="act-history">
      {othersReviews.map(({ act, status, by, at, reason, marking }) => (
        <li key={act}>
          <span className="act-when">
            <Instant at={at} /> <span className="muted">{by}</span>
          </span>
          <span className="act-words">
            {status}
            {reason === null ? null : <>: {reason}</>} {marking === null ? null : <Tag>{marking}</Tag>}
          </span>
        </li>
      ))}
    </ol>
  );
}

export function GradeHistory({ grades }: Pick<ClaimDetail, 'grades'>) {
  return (
    <ol className="act-history">
      {grades.map(({ act, credibility, by, at, reason }) => (
        <li key={act}>
          <span className="act-when">
            <Instant at={at} /> <span className="muted">{by}</span>
          </span>
          <span className="act-words">
            {gradeWords(credibility)}
            {reason === null ? null : <>: {reason}</>}
          </span>
        </li>
      ))}
    </ol>
  );
}
