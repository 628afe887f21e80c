import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ClaimRow } from '../../../src/app/workbench/contract/claim.ts';
import { ClaimGrade, ClaimStatusTag, ClaimWarnings } from '../claims/claim-status.tsx';
import { attributionWords } from '../claims/claim-words.ts';
import type { Review } from '../claims/use-review.ts';
import { Button } from '../parts/button.tsx';
import { Day } from '../parts/time.tsx';
import { LinkClaims } from './link-claims.tsx';

/** The claims of the incident, and the judgements whether they belong together. */
export function IncidentClaims({
  incident,
  claims,
  review,
}: {
  readonly incident: string;
  readonly claims: readonly ClaimRow[];
  readonly review: Review;
}) {
  const [asked, setAsked] = useState<ClaimRow | 'another' | null>(null);
  const navigate = useNavigate();
  const takeOut = async (claim: ClaimRow) => {
    if (!(await review.changeIncident(incident, [claim.id], 'take-out'))) return;
    // An incident is named by its first claim, and one claim alone is none.
    if (claims.length < 3 || claims[0]?.id === claim.id) void navigate({ to: '/incidents', search: {} });
  };
  return (
    <section className="section">
      <div className="section-head">
        <h2>{claims.length} claims</h2>
        <Button onClick={() => setAsked('another')}>Add a claim</Button>
      </div>
      <ol className="plain incident-claims">
        {claims.map((claim) => (
          <li key={claim.id}>
            <p className="incident-claim-head">
              <Link to="/claims" search={{ claim: claim.id }}>
                {attributionWords(claim)}
              </Link>
              <span className="claim-tags">
                <ClaimStatusTag status={claim.status} />
                <ClaimGrade grade={claim.grade} />
                <ClaimWarnings row={claim} />
              </span>
            </p>
            <blockquote>{claim.quote}</blockquote>
            <p className="incident-claim-foot muted">
              <span>
                {claim.title}, <Day date={claim.published} />
              </span>
              <Button
                look="quiet"
                disabled={review.pending}
                onClick={() => void takeOut(claim)}
                aria-label={`Take out of this incident: claim of ${claim.claimant.name}`}
              >
                Take out of this incident
              </Button>
              <Button
                look="quiet"
                onClick={() => setAsked(claim)}
                aria-label={`Part from another: claim of ${claim.claimant.name}`}
              >
                Part from another
              </Button>
            </p>
          </li>
        ))}
      </ol>
      <LinkClaims claims={claims} asked={asked} review={review} onClose={() => setAsked(null)} />
    </section>
  );
}
