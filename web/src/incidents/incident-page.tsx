import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { IncidentDetail } from '../../../src/app/workbench/contract/incident.ts';
import { printableText } from '../../../src/figures/drawing/markup.ts';
import { mapFigure } from '../../../src/figures/maps/map.ts';
import { originsFigure } from '../../../src/figures/maps/origins.ts';
import { useApi } from '../api/queries.ts';
import { ActHistory } from '../claims/panel/claim-history.tsx';
import { useReview } from '../claims/use-review.ts';
import { ErrorNote } from '../parts/error-note.tsx';
import { Figure } from '../parts/figure.tsx';
import { NamedSubjects } from '../parts/named-subjects.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { useShortcuts } from '../session/shortcuts.ts';
import { claimsTimeline, type TimedClaim } from './claims-timeline.ts';
import { FiguresSideBySide } from './figures-side-by-side.tsx';
import { IncidentClaims } from './incident-claims.tsx';
import { IncidentStatusTag } from './incident-status.tsx';
import { JudgeOrigins } from './judge-origins.tsx';
import './incidents.css';

/** One event as its sources tell it: their figures, when and where, and how far they are independent. */
export function IncidentPage() {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const { data, problem, retry } = useApi<IncidentDetail>(`/incidents/${encodeURIComponent(id)}`);
  if (problem !== null) {
    return (
      <>
        <PageHeader title="Incident" />
        <ErrorNote problem={problem} onRetry={retry} />
        <Link to="/incidents" search={{}}>
          All incidents
        </Link>
      </>
    );
  }
  if (data === undefined || data.summary.id !== id) {
    return (
      <>
        <PageHeader title="Incident" />
        <Skeleton lines={16} label="Loading the incident" />
      </>
    );
  }
  return <Incident detail={data} />;
}

function Incident({ detail }: { readonly detail: IncidentDetail }) {
  const { summary, claims, comparisons, origins, map, judgements, findings } = detail;
  const review = useReview();
  useShortcuts([review.undo]);
  return (
    <>
      <PageHeader
        title={summary.title}
        lede={
          <>
            <IncidentStatusTag status={summary.status} /> {summary.reason}{' '}
            {summary.by.includes('program') ? 'Proposed by the program.' : `Judged by ${summary.by.join(', ')}.`}
          </>
        }
      />
      {comparisons.map((comparison) => (
        <Part key={comparison.id} title={comparison.title}>
          <FiguresSideBySide comparison={comparison} />
        </Part>
      ))}
      <div className="incident-halves">
        <div>
          <Part title="When">
            <Figure
              draw={(width) => claimsTimeline(`When: ${summary.title}`, claims.map(timed), { width, id: 'when' })}
            />
          </Part>
          {map === null ? null : (
            <Part title="Where">
              <Figure draw={(width) => mapFigure(map, { width, id: 'where' })} />
            </Part>
          )}
        </div>
        {origins === null ? null : (
          <Part title="Origins">
            <Figure
              draw={(width) =>
                originsFigure({ ...origins, title: `Origins: ${summary.title}` }, { width, id: 'origins' })
              }
              caption="What nobody has looked into counts as one origin: an echo looks like a second source."
            />
            {origins.judged.map((sentence) => (
              <p key={sentence}>{printableText(sentence)}</p>
            ))}
            <JudgeOrigins claims={claims} review={review} />
          </Part>
        )}
      </div>
      <IncidentClaims incident={summary.id} claims={claims} review={review} />
      {findings.length === 0 ? null : (
        <Part title="Findings that rest on it">
          <ul className="plain">
            {findings.map((finding) => (
              <li key={finding.id}>
                <Link to="/findings/$id" params={{ id: finding.id }} search={{}}>
                  {finding.title}
                </Link>{' '}
                <span className="muted">{finding.status}</span>
              </li>
            ))}
          </ul>
        </Part>
      )}
      <NamedSubjects asked={{ incident: summary.id }} title="Named in the claims" />
      <Part title="Judgements">
        <ActHistory acts={judgements} pending={review.pending} onUndo={(act) => void review.undoAct(act)} />
      </Part>
    </>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="section">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function timed(claim: IncidentDetail['claims'][number]): TimedClaim {
  return {
    claimant: claim.claimant.name,
    words: claim.statement,
    from: claim.when.from,
    to: claim.when.to,
    published: claim.published,
    denies: claim.polarity === 'denies',
  };
}
