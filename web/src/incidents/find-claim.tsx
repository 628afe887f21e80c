import { useState } from 'react';
import type { ClaimPage } from '../../../src/app/workbench/contract/claim.ts';
import { withQuery } from '../api/client.ts';
import { useApi } from '../api/queries.ts';
import { SearchField } from '../parts/form/search-field.tsx';

/** Finds one claim of the workspace by its words. */
export function FindClaim({
  without,
  chosen,
  onChoose,
}: {
  /** Claims that are not to be offered. */
  readonly without: readonly string[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}) {
  const [q, setQ] = useState('');
  const { data, refreshing } = useApi<ClaimPage>(q.trim() === '' ? null : withQuery('/claims', { q, limit: 20 }));
  const found = (q.trim() === '' ? [] : (data?.items ?? [])).filter(({ id }) => !without.includes(id));
  return (
    <fieldset className="find-claim" aria-busy={refreshing}>
      <legend>The other claim</legend>
      <SearchField label="Find it" placeholder="Words of the passage, or a name" value={q} onChange={setQ} />
      {found.map((claim) => (
        <label key={claim.id} className="check">
          <input
            type="radio"
            name="other"
            value={claim.id}
            checked={chosen === claim.id}
            onChange={() => onChoose(claim.id)}
          />
          <span>
            <strong>{claim.claimant.name}</strong> {claim.quote} <span className="muted">{claim.title}</span>
          </span>
        </label>
      ))}
      {q.trim() !== '' && data !== undefined && found.length === 0 ? (
        <p className="hint">No other claim has these words.</p>
      ) : null}
    </fieldset>
  );
}
