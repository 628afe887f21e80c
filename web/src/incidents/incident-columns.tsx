import { Link } from '@tanstack/react-router';
import type { IncidentSummary } from '../../../src/app/workbench/contract/incident.ts';
import { timeWords } from '../claims/claim-words.ts';
import type { DataColumn } from '../parts/table/data-table.tsx';
import { IncidentStatusTag } from './incident-status.tsx';

export const INCIDENT_COLUMNS: readonly DataColumn<IncidentSummary>[] = [
  {
    id: 'title',
    head: 'Incident',
    width: 'minmax(220px, 3fr)',
    narrow: 'title',
    cell: (row) => (
      <span className="incident-name">
        <Link to="/incidents/$id" params={{ id: row.id }} search={{}}>
          {row.title}
        </Link>
        <span className="muted">{row.reason}</span>
      </span>
    ),
  },
  { id: 'status', head: 'Status', width: '120px', cell: (row) => <IncidentStatusTag status={row.status} /> },
  {
    id: 'claims',
    head: 'Claims',
    width: '80px',
    align: 'end',
    cell: (row) => `${row.claims.length} claims`,
  },
  {
    id: 'claimants',
    head: 'Claimants',
    width: 'minmax(140px, 2fr)',
    cell: (row) => <span className="clamp-2">{row.claimants.join(', ')}</span>,
  },
  {
    id: 'when',
    head: 'When',
    width: '200px',
    cell: (row) => timeWords({ from: row.from, to: row.to, raw: null }) ?? 'not stated',
  },
  { id: 'where', head: 'Where', width: 'minmax(96px, 1fr)', cell: (row) => row.where.join(', ') },
];
