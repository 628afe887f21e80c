import type { ClaimRow } from '../../../src/app/workbench/contract/claim.ts';
import { printableText } from '../../../src/figures/drawing/markup.ts';
import type { DataColumn } from '../parts/table/data-table.tsx';
import { Day } from '../parts/time.tsx';
import { ClaimGrade, ClaimStatusTag, ClaimWarnings } from './claim-status.tsx';

const STATUS: DataColumn<ClaimRow> = {
  id: 'status',
  head: 'Status',
  width: '112px',
  sort: 'status',
  cell: (row) => (
    <span className="claim-tags">
      <ClaimStatusTag status={row.status} />
      <ClaimGrade grade={row.grade} />
      <ClaimWarnings row={row} />
    </span>
  ),
};

const CLAIMANT: DataColumn<ClaimRow> = {
  id: 'claimant',
  head: 'Claimant',
  width: 'minmax(120px, 1fr)',
  sort: 'claimant',
  cell: (row) => (
    <span className="claim-who">
      <span className={row.relay.length === 0 ? 'clamp-2' : undefined}>{row.claimant.name}</span>
      {row.relay.length === 0 ? null : (
        <span className="muted">via {row.relay.map(({ name }) => name).join(', ')}</span>
      )}
    </span>
  ),
};

const STATEMENT: DataColumn<ClaimRow> = {
  id: 'statement',
  head: 'What is said',
  width: 'minmax(200px, 3fr)',
  sort: 'predicate',
  narrow: 'title',
  cell: (row) => (
    <span className="claim-what">
      <span className="claim-statement clamp-2">
        {row.quantities.length === 0 ? null : (
          <strong>{row.quantities.map(({ raw }) => `“${raw}”`).join(', ')} </strong>
        )}
        {printableText(row.statement)}
      </span>
    </span>
  ),
};

const SOURCE: DataColumn<ClaimRow> = {
  id: 'source',
  head: 'Document',
  width: 'minmax(96px, 1fr)',
  sort: 'published',
  cell: (row) => (
    <span className="claim-who">
      <Day date={row.published} />
      <span className="muted">{row.title}</span>
    </span>
  ),
};

/** Who says what, and where it stands. */
export const CLAIM_COLUMNS: readonly DataColumn<ClaimRow>[] = [STATUS, CLAIMANT, STATEMENT, SOURCE];
