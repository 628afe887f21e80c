import { useParams } from '@tanstack/react-router';
import type { ReportComparison } from '../../../src/app/workbench/contract/incident.ts';
import { useApi } from '../api/queries.ts';
import { ProposalReview } from '../findings/proposal-review.tsx';
import { FiguresSideBySide } from '../incidents/figures-side-by-side.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { LedgersBeside } from './ledgers-beside.tsx';

/** What several sources count of one matter, laid side by side, whichever incident their claims belong to. */
export function ComparisonPage() {
  const { id } = useParams({ strict: false });
  const comparison = useApi<ReportComparison>(id === undefined ? null : `/comparisons/${encodeURIComponent(id)}`);
  return (
    <>
      <PageHeader
        title={comparison.data?.title ?? 'Figures side by side'}
        lede="Each source's figure as the interval that its words allow. Two that exclude each other cannot both be right."
      />
      {comparison.problem ? <ErrorNote problem={comparison.problem} onRetry={comparison.retry} /> : null}
      {comparison.data ? (
        <>
          <ProposalReview
            key={`${comparison.data.id} ${comparison.data.reviewedBy?.act ?? ''}`}
            path={`/comparisons/${encodeURIComponent(comparison.data.id)}`}
            what="comparison"
            proposal={comparison.data}
          />
          <FiguresSideBySide comparison={comparison.data} />
          <LedgersBeside comparison={comparison.data} />
        </>
      ) : null}
      {comparison.loading ? <Skeleton lines={10} /> : null}
    </>
  );
}
