import { Link, useParams } from '@tanstack/react-router';
import type { FindingDetail } from '../../../src/app/workbench/contract/finding.ts';
import { useApi } from '../api/queries.ts';
import { ErrorNote } from '../parts/error-note.tsx';
import { NamedSubjects } from '../parts/named-subjects.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { AllegationInWords } from './allegation.tsx';
import { Challenges } from './challenges.tsx';
import { Changes } from './changes.tsx';
import { Corrections } from './corrections.tsx';
import { Dissents } from './dissents.tsx';
import { Elements } from './elements.tsx';
import { EvidenceSection } from './evidence.tsx';
import { FindingHistory } from './finding-history.tsx';
import { FindingStanding } from './finding-standing.tsx';
import './findings.css';
import { ProposalReview } from './proposal-review.tsx';
import { Provisions } from './provisions.tsx';
import { Recommendations } from './recommendations.tsx';
import { Replies } from './replies.tsx';
import { TotalSection } from './total.tsx';
import { TrackEventsSection } from './track-events.tsx';

/** One finding with everything that stands for and against it. */
export function FindingPage() {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const { data, problem, retry } = useApi<FindingDetail>(`/findings/${encodeURIComponent(id)}`);
  // While another finding is fetched the last one must not stand under this address.
  const detail = data?.summary.id === id ? data : undefined;
  if (detail === undefined)
    return (
      <>
        <PageHeader title="Finding" />
        {problem === null ? <Skeleton lines={12} /> : <ErrorNote problem={problem} onRetry={retry} />}
        {problem === null ? null : (
          <p>
            <Link to="/findings">All findings</Link>
          </p>
        )}
      </>
    );
  const { summary } = detail;
  return (
    <>
      <PageHeader
        title={summary.review === 'proposed' ? `Proposed, not reviewed: ${summary.title}` : summary.title}
        lede={<Link to="/findings">All findings</Link>}
      />
      <div className="finding">
        <FindingStanding detail={detail} />
        <div className="finding-body">
          <ProposalReview
            key={`${summary.id} ${summary.reviewedBy?.act ?? ''}`}
            path={`/findings/${encodeURIComponent(id)}`}
            what="finding"
            proposal={summary}
          />
          <section className="finding-section" aria-labelledby="allegation-heading">
            <h2 id="allegation-heading" className="unseen">
              Allegation
            </h2>
            <AllegationInWords finding={summary} />
          </section>
          <Elements detail={detail} />
          <TotalSection finding={summary} />
          <TrackEventsSection finding={summary} />
          <Provisions detail={detail} />
          <Changes finding={summary} />
          <EvidenceSection detail={detail} />
          <NamedSubjects asked={{ finding: id }} title="Named in the claims" />
          <Dissents detail={detail} />
          <Replies finding={id} replies={detail.replies} />
          <Challenges finding={id} challenges={detail.challenges} />
          <Corrections finding={id} corrections={detail.corrections} />
          <Recommendations finding={id} recommendations={detail.recommendations} />
          <FindingHistory history={detail.history} />
        </div>
      </div>
    </>
  );
}
