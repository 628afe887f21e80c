import type { ClaimRow } from '../../../src/app/workbench/contract/claim.ts';
import type { DocumentDetail } from '../../../src/app/workbench/contract/record/document.ts';
import { ClaimStatusTag, ClaimWarnings } from '../claims/claim-status.tsx';
import { ClaimPanel } from '../claims/panel/claim-panel.tsx';
import type { ClaimActions } from '../claims/use-claim-actions.ts';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Tabs } from '../parts/tabs.tsx';
import { useSearchState } from '../session/search-state.ts';
import { CustodyPanel } from './custody-panel.tsx';

/** Beside the text: the claim chosen; without one all claims in their order, or where the document comes from. */
export function ReaderSide({
  detail,
  claims,
  row,
  actions,
  onChoose,
  onStep,
}: {
  readonly detail: DocumentDetail;
  readonly claims: readonly ClaimRow[];
  readonly row: ClaimRow | null;
  readonly actions: ClaimActions;
  readonly onChoose: (id: string | undefined) => void;
  readonly onStep: (by: number) => void;
}) {
  const [search, setSearch] = useSearchState();
  const tab = search.beside === 'custody' ? 'custody' : 'claims';
  if (row !== null) {
    const at = claims.indexOf(row) + 1;
    return (
      <aside className="reader-side chosen" aria-label="The claim chosen">
        <ClaimPanel
          row={row}
          actions={actions}
          passage={false}
          head={
            <p className="reader-step">
              <span className="muted">
                Claim {at} of {claims.length}
              </span>
              <span className="actions">
                <Button look="quiet" shortcut="k" disabled={at <= 1} onClick={() => onStep(-1)}>
                  Before
                </Button>
                <Button look="quiet" shortcut="j" disabled={at >= claims.length} onClick={() => onStep(1)}>
                  Next
                </Button>
                <Button look="quiet" onClick={() => onChoose(undefined)}>
                  Close
                </Button>
              </span>
            </p>
          }
        />
      </aside>
    );
  }
  return (
    <aside className="reader-side" aria-label="About the document">
      <Tabs
        label="About the document"
        tabs={[
          { id: 'claims', words: `Claims (${claims.length})` },
          { id: 'custody', words: 'Custody' },
        ]}
        current={tab}
        onChange={(id) => setSearch({ beside: id === 'claims' ? undefined : id }, { replace: true })}
      >
        {tab === 'custody' ? (
          <CustodyPanel detail={detail} />
        ) : (
          <ClaimList claims={claims} isRead={!detail.summary.unread.some(({ whole }) => whole)} onChoose={onChoose} />
        )}
      </Tabs>
    </aside>
  );
}

function ClaimList({
  claims,
  isRead,
  onChoose,
}: {
  readonly claims: readonly ClaimRow[];
  readonly isRead: boolean;
  readonly onChoose: (id: string) => void;
}) {
  if (claims.length === 0) {
    return (
      <EmptyState title={isRead ? 'No claim was read here' : 'This document is not read by the program'}>
        Mark a passage in the text to add one by hand.
      </EmptyState>
    );
  }
  return (
    <>
      <p className="hint">
        In the text, claims with a dashed line wait for review; a double line is several claims at one place.
      </p>
      <ol className="reader-claims">
        {claims.map((claim) => (
          <li key={claim.id}>
            <a
              href={`?claim=${claim.id}`}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                event.preventDefault();
                onChoose(claim.id);
              }}
            >
              {claim.gist}
            </a>
            <span className="claim-tags">
              <ClaimStatusTag status={claim.status} />
              <ClaimWarnings row={claim} />
            </span>
            <span className="muted clamp-2">{claim.quote}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
