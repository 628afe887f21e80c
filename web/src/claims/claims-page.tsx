import { useCallback, useRef, useState } from 'react';
import type { ClaimPage, ClaimRow } from '../../../src/app/workbench/contract/claim.ts';
import { usePageWalk } from '../api/page-walk.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { DataTable } from '../parts/table/data-table.tsx';
import type { Action } from '../session/action.ts';
import { useSearchState } from '../session/search-state.ts';
import { useShortcuts } from '../session/shortcuts.ts';
import { CLAIM_COLUMNS } from './claim-columns.tsx';
import { ClaimDialogs } from './claim-dialogs.tsx';
import { ClaimFilters } from './claim-filters.tsx';
import { CLAIM_FILTERS, claimQuery } from './claim-query.ts';
import { NoClaims } from './no-claims.tsx';
import { ClaimCompare } from './panel/claim-compare.tsx';
import { ClaimPanel } from './panel/claim-panel.tsx';
import { useClaimDetail } from './panel/use-claim-detail.ts';
import { SelectionBar } from './selection-bar.tsx';
import { useClaimActions } from './use-claim-actions.ts';
import './claims.css';

/** Who said what: every claim of the workspace, to be found, reviewed by keyboard and compared. */
export function ClaimsPage() {
  const [search, setSearch] = useSearchState();
  const list = usePageWalk<ClaimRow, ClaimPage>('/claims', claimQuery(search));
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const panel = useRef<HTMLElement>(null);
  const id = search.claim ?? null;
  const row = useShownClaim(id, list.rows);
  const show = useCallback((claim: string | undefined) => setSearch({ claim }, { replace: true }), [setSearch]);

  const decided = (ids: readonly string[]) => {
    setSelected(new Set());
    if (ids.length === 1 && ids[0] === id) show(after(list.rows, id) ?? id);
  };
  const actions = useClaimActions(row, [...selected], decided);
  const compared = search.compare?.split(',').slice(0, 2) ?? [];
  const picks = [...selected];
  const compare: Action = {
    key: 'c',
    label: 'Compare',
    words: 'Compare the two claims selected',
    when: picks.length === 2,
    run: () => setSearch({ compare: picks.join(',') }),
  };
  const makeIncident: Action = {
    label: 'Make an incident',
    when: picks.length >= 2 && !actions.review.pending,
    run: async () => {
      if (await actions.review.makeIncident(picks)) setSelected(new Set());
    },
  };
  useShortcuts([compare]);

  return (
    <>
      <PageHeader
        title="Claims"
        lede="Who said what, each with its passage. Nothing is merged: two figures stay two claims."
      />
      <ClaimFilters
        filters={search}
        facets={list.head?.facets ?? null}
        onChange={(changes, replace = false) => setSearch({ ...changes, claim: undefined }, { replace })}
      />
      {list.problem === null ? null : <ErrorNote problem={list.problem} onRetry={list.retry} />}
      <div className={`claims-desk${id === null ? '' : ' open'}`}>
        <div className="claims-list">
          {list.loading ? (
            <Skeleton lines={12} label="Loading the claims" />
          ) : (
            <DataTable
              label="Claims"
              columns={CLAIM_COLUMNS}
              rows={list.rows}
              total={list.total}
              rowId={idOf}
              rowLabel={nameOf}
              more={list.more}
              complete={list.complete}
              onSight={list.inSight}
              sort={search.sort}
              onSort={(sort) => setSearch({ sort })}
              current={id}
              onCurrent={show}
              onOpen={() => panel.current?.focus()}
              selected={selected}
              onSelected={setSelected}
              rowHeight={54}
              narrowRowHeight={104}
              height="calc(100vh - 300px)"
              empty={<NoClaims filtered={CLAIM_FILTERS.some((filter) => search[filter])} />}
            />
          )}
          {selected.size === 0 ? null : (
            <SelectionBar
              count={selected.size}
              accept={actions.acceptPicked}
              reject={actions.rejectPicked}
              compare={compare}
              makeIncident={makeIncident}
              onClear={() => setSelected(new Set())}
            />
          )}
        </div>
        <aside className="claims-side" aria-label="The claim chosen" ref={panel} tabIndex={-1}>
          {row === null ? (
            <EmptyState title={id === null ? 'No claim is chosen' : 'Loading the claim'}>
              Choose one in the table, or press j. Keys: a accepts, e edits, r rejects, g grades, u takes back.
            </EmptyState>
          ) : (
            <ClaimPanel
              row={row}
              actions={actions}
              head={
                <Button look="quiet" onClick={() => show(undefined)}>
                  Close
                </Button>
              }
            />
          )}
        </aside>
      </div>
      <ClaimDialogs row={row} actions={actions} />
      <Comparison ids={compared} rows={list.rows} onClose={() => setSearch({ compare: undefined })} />
    </>
  );
}

/** The claim of the address: from the list where it is there, else asked for by itself. */
function useShownClaim(id: string | null, rows: readonly ClaimRow[]): ClaimRow | null {
  const detail = useClaimDetail(id).data?.row;
  return detail ?? rows.find((row) => row.id === id) ?? null;
}

function Comparison({
  ids,
  rows,
  onClose,
}: {
  readonly ids: readonly string[];
  readonly rows: readonly ClaimRow[];
  readonly onClose: () => void;
}) {
  const a = useShownClaim(ids[0] ?? null, rows);
  const b = useShownClaim(ids[1] ?? null, rows);
  return (
    <Dialog open={ids.length === 2} title="Two claims side by side" wide onClose={onClose}>
      {a === null || b === null ? (
        <Skeleton lines={4} label="Loading the claims" />
      ) : (
        <ClaimCompare key={`${a.id} ${b.id}`} a={a} b={b} />
      )}
    </Dialog>
  );
}

function idOf(row: ClaimRow): string {
  return row.id;
}

function nameOf(row: ClaimRow): string {
  return `the claim of ${row.claimant.name}`;
}

/** The claim to go on with when this one is decided; the last one when none follows. */
function after(rows: readonly ClaimRow[], id: string | null): string | undefined {
  const at = rows.findIndex((row) => row.id === id);
  return (rows[at + 1] ?? rows[at - 1])?.id;
}
