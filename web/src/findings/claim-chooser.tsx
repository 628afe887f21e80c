import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ClaimDetail, ClaimPage, ClaimRow } from '../../../src/app/workbench/contract/claim.ts';
import { useApi, useApiPages } from '../api/queries.ts';
import { ClaimStatusTag, ClaimWarnings } from '../claims/claim-status.tsx';
import { attributionWords, timeWords } from '../claims/claim-words.ts';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { SearchField } from '../parts/form/search-field.tsx';
import { Skeleton } from '../parts/skeleton.tsx';

/** As many claims as are offered at once; a search finds the others. */
const OFFERED = 25;

/** The claims that a finding is to rest on: those chosen, and others to be found by a word of their passage. */
export function ClaimChooser({
  chosen,
  onChosen,
}: {
  readonly chosen: readonly string[];
  readonly onChosen: (chosen: readonly string[]) => void;
}) {
  const [words, setWords] = useState('');
  const { items, total, first, problem, loading, retry } = useApiPages<ClaimRow, ClaimPage>(
    '/claims',
    { q: words },
    OFFERED,
  );
  const offered = items.filter(({ id, status }) => !chosen.includes(id) && status !== 'rejected').slice(0, OFFERED);
  return (
    <>
      {chosen.length === 0 ? (
        <p className="muted">No claim is chosen yet.</p>
      ) : (
        <ul className="plain chosen-claims" aria-label="Chosen claims">
          {chosen.map((id) => (
            <ChosenClaim key={id} id={id} onRemove={() => onChosen(chosen.filter((other) => other !== id))} />
          ))}
        </ul>
      )}
      <search className="toolbar" aria-label="Find claims">
        <SearchField
          label="Find claims by a word of their passage or by who makes them"
          value={words}
          onChange={setWords}
        />
      </search>
      {problem !== null ? (
        <ErrorNote problem={problem} onRetry={retry} />
      ) : loading || first === undefined ? (
        <Skeleton lines={6} />
      ) : offered.length === 0 ? (
        words === '' && total === 0 ? (
          <EmptyState
            title="There is no claim yet"
            action={
              <Link className="button" to="/documents">
                Add documents
              </Link>
            }
          >
            Claims are read out of documents.
          </EmptyState>
        ) : (
          <p className="muted">No other claim has these words.</p>
        )
      ) : (
        <ul className="plain offered-claims" aria-label="Claims to choose from">
          {offered.map((claim) => (
            <li key={claim.id}>
              <Button onClick={() => onChosen([...chosen, claim.id])}>
                Choose<span className="unseen">the claim: {claim.quote}</span>
              </Button>
              <ClaimInWords claim={claim} />
            </li>
          ))}
        </ul>
      )}
      {total > OFFERED ? <p className="hint">{total.toLocaleString('en')} claims fit; the first are shown.</p> : null}
    </>
  );
}

function ChosenClaim({ id, onRemove }: { readonly id: string; readonly onRemove: () => void }) {
  const { data, problem } = useApi<ClaimDetail>(`/claims/${encodeURIComponent(id)}`);
  const claim = data?.row.id === id ? data.row : undefined;
  return (
    <li>
      <Button onClick={onRemove}>
        Remove<span className="unseen">the claim: {claim?.quote ?? id}</span>
      </Button>
      {claim !== undefined ? (
        <ClaimInWords claim={claim} />
      ) : problem === null ? (
        <Skeleton lines={2} />
      ) : (
        <div>
          <p className="mono">{id}</p>
          <p className="error">{problem.detail}</p>
        </div>
      )}
    </li>
  );
}

function ClaimInWords({ claim }: { readonly claim: ClaimRow }) {
  const when = timeWords(claim.when);
  return (
    <div>
      <p className="claim-quote" lang="">
        {claim.quote}
      </p>
      <p className="hint">
        {attributionWords(claim)}
        {when === null ? '' : `, ${when}`} · {claim.title} <ClaimStatusTag status={claim.status} />{' '}
        <ClaimWarnings row={claim} />
      </p>
    </div>
  );
}
