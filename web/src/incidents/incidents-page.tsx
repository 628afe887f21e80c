import { Link, useNavigate } from '@tanstack/react-router';
import type { IncidentSummary } from '../../../src/app/workbench/contract/incident.ts';
import { useApiPages } from '../api/queries.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { SelectField } from '../parts/form/field.tsx';
import { SearchField } from '../parts/form/search-field.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { DataTable } from '../parts/table/data-table.tsx';
import { Toolbar } from '../parts/toolbar.tsx';
import { useSearchState } from '../session/search-state.ts';
import { INCIDENT_COLUMNS } from './incident-columns.tsx';
import { INCIDENT_STATUS_WORDS } from './incident-status.tsx';
import './incidents.css';

/** Events of which several claims speak, as proposed by the program and judged by people. */
export function IncidentsPage() {
  const [search, setSearch] = useSearchState();
  const navigate = useNavigate();
  const list = useApiPages<IncidentSummary>('/incidents', { q: search.q, status: search.status });
  const filtered = Boolean(search.q ?? search.status);
  return (
    <>
      <PageHeader
        title="Incidents"
        lede="Claims believed to speak of one event. That is a hypothesis: it can be taken back, and the claims stay what they are."
      />
      <Toolbar label="Filters of incidents">
        <SearchField
          placeholder="Claimant, place, goods"
          value={search.q ?? ''}
          onChange={(q) => setSearch({ q: q || undefined }, { replace: true })}
        />
        <SelectField
          label="Status"
          none="Any status"
          value={search.status ?? ''}
          options={Object.entries(INCIDENT_STATUS_WORDS).map(([value, words]) => ({ value, words }))}
          onChange={(status) => setSearch({ status: status || undefined })}
        />
      </Toolbar>
      {list.problem === null ? null : <ErrorNote problem={list.problem} onRetry={list.retry} />}
      {list.loading ? (
        <Skeleton lines={8} label="Loading the incidents" />
      ) : list.problem !== null && list.items.length === 0 ? null : (
        <DataTable
          label="Incidents"
          columns={INCIDENT_COLUMNS}
          rows={list.items}
          total={list.total}
          rowId={(row) => row.id}
          rowLabel={(row) => row.title}
          more={list.more}
          complete={list.complete}
          current={search.incident ?? null}
          onCurrent={(incident) => setSearch({ incident }, { replace: true })}
          onOpen={({ id }) => void navigate({ to: '/incidents/$id', params: { id }, search: {} })}
          rowHeight={54}
          narrowRowHeight={112}
          height="calc(100vh - 300px)"
          empty={
            filtered ? (
              <EmptyState title="No incident fits these filters">Clear one of them to see more.</EmptyState>
            ) : (
              <EmptyState
                title="There are no incidents yet"
                action={
                  <Link className="button" to="/claims">
                    Go to the claims
                  </Link>
                }
              >
                An incident is proposed when two claims name the same doer and goods, at times and places that do not
                exclude each other. The program looks for them among the claims of all documents.
              </EmptyState>
            )
          }
        />
      )}
    </>
  );
}
