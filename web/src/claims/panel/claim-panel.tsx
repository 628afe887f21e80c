import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ClaimDetail, ClaimRow } from '../../../../src/app/workbench/contract/claim.ts';
import { ErrorNote } from '../../parts/error-note.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { ClaimActionBar } from '../claim-action-bar.tsx';
import { ClaimGrade, ClaimStatusTag, ClaimWarnings } from '../claim-status.tsx';
import { attributionWords } from '../claim-words.ts';
import type { ClaimActions } from '../use-claim-actions.ts';
import { ClaimChecks } from './claim-checks.tsx';
import { ClaimFacts } from './claim-facts.tsx';
import { ActHistory, GradeHistory, OthersReviews } from './claim-history.tsx';
import { ClaimNewer } from './claim-newer.tsx';
import { ClaimPassage } from './claim-passage.tsx';
import { SightPicture } from './sight-picture.tsx';
import { useClaimDetail } from './use-claim-detail.ts';
import './claim-panel.css';

/** One claim with everything that bears on it. What the list knows is shown at once, the rest follows. */
export function ClaimPanel({
  row,
  actions,
  passage = true,
  head,
}: {
  readonly row: ClaimRow;
  readonly actions: ClaimActions;
  /** False where the passage stands beside the panel in its document. */
  readonly passage?: boolean;
  readonly head?: ReactNode;
}) {
  const { data: detail, problem, retry } = useClaimDetail(row.id);
  const shown = detail?.row ?? row;
  return (
    <article className="claim-panel" aria-label={`Claim of ${shown.claimant.name}`}>
      <header>
        {head}
        <p className="claim-tags">
          <ClaimStatusTag status={shown.status} />
          <ClaimGrade grade={shown.grade} />
          <ClaimWarnings row={shown} />
        </p>
        <h2>{attributionWords(shown)}</h2>
      </header>
      {shown.sight === null ? null : <SightPicture row={shown} sight={shown.sight} />}
      <ClaimActionBar actions={actions} />
      {passage ? <ClaimPassage before={detail?.before ?? ''} quote={shown.quote} after={detail?.after ?? ''} /> : null}
      {problem === null ? null : <ErrorNote problem={problem} onRetry={retry} />}
      {detail === undefined || detail.checks.length === 0 ? null : (
        <Section title="Held against the regime data">
          <ClaimChecks checks={detail.checks} />
        </Section>
      )}
      <ClaimFacts row={shown} />
      {detail === undefined ? (
        problem === null && <Skeleton lines={3} label="Loading the history" />
      ) : (
        <Rest detail={detail} actions={actions} />
      )}
    </article>
  );
}

function Rest({ detail, actions }: { readonly detail: ClaimDetail; readonly actions: ClaimActions }) {
  const { row, newer, findings, grades, othersReviews, history } = detail;
  const { review } = actions;
  return (
    <>
      {newer === null ? null : (
        <Section title="The program reads it otherwise today">
          <ClaimNewer
            claim={row}
            newer={newer}
            pending={review.pending}
            onTake={(changes) => void actions.take(changes)}
          />
        </Section>
      )}
      {row.incident === null && findings.length === 0 ? null : (
        <Section title="Rests on it">
          <ul className="plain rests">
            {row.incident === null ? null : (
              <li>
                <Link to="/incidents/$id" params={{ id: row.incident }} search={{}}>
                  The incident that it speaks of
                </Link>
              </li>
            )}
            {findings.map(({ id, title, status }) => (
              <li key={id}>
                <Link to="/findings/$id" params={{ id }} search={{}}>
                  {title}
                </Link>{' '}
                <span className="muted">finding, {status}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {grades.length === 0 ? null : (
        <Section title="Grades">
          <GradeHistory grades={grades} />
        </Section>
      )}
      {othersReviews.length === 0 ? null : (
        <Section title="Reviews by others">
          <OthersReviews othersReviews={othersReviews} />
        </Section>
      )}
      <Section title="Acts on this claim">
        <ActHistory acts={history} pending={review.pending} onUndo={(act) => void review.undoAct(act)} />
      </Section>
    </>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
