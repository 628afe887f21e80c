import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import type { FindingSummary } from '../../../src/app/workbench/contract/finding.ts';
import { useApiPages } from '../api/queries.ts';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { SelectField } from '../parts/form/field.tsx';
import { SearchField } from '../parts/form/search-field.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { Toolbar } from '../parts/toolbar.tsx';
import { useSearchState } from '../session/search-state.ts';
import { useShortcuts } from '../session/shortcuts.ts';
import { FindingRow } from './finding-row.tsx';
import { STATUS_WORDS } from './finding-words.ts';
import './findings.css';
import { Leads } from './leads.tsx';
import { MakeFinding } from './make-finding.tsx';

const STATUSES = Object.keys(STATUS_WORDS) as FindingSummary['status'][];

/** Allegations tested against the law of their day, by how they stand; and the making of one, at `?make=1`. */
export function FindingsPage() {
  const [search] = useSearchState();
  if (search.make !== undefined) return <MakeFinding />;
  return (
    <>
      <PageHeader
        title="Findings"
        lede="Allegations tested against the provisions in force on their day. A person makes a finding or accepts a proposal; how it stands then follows by rule from its claims, denials and replies."
        actions={
          <Link className="button primary" to="/findings" search={{ make: '1' }}>
            Make a finding
          </Link>
        }
      />
      <FindingList />
    </>
  );
}

function FindingList() {
  const [search, change] = useSearchState();
  const { status, q } = search;
  const { items, total, first, problem, loading, more, complete, retry } = useApiPages<FindingSummary>('/findings', {
    status,
    q,
  });
  const list = useRef<HTMLDivElement>(null);
  const go = (step: number) => {
    const links = [...(list.current?.querySelectorAll<HTMLElement>('h3 a') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLElement);
    links[Math.max(0, Math.min(links.length - 1, at + step))]?.focus();
  };
  useShortcuts([
    { key: 'j', label: 'Next finding', when: true, run: () => go(1) },
    { key: 'k', label: 'Finding before', when: true, run: () => go(-1) },
  ]);
  const filtered = status !== undefined || q !== undefined;
  return (
    <>
      <Toolbar label="Filter the findings">
        <SearchField value={q ?? ''} onChange={(value) => change({ q: value || undefined }, { replace: true })} />
        <SelectField
          label="Status"
          value={status ?? ''}
          onChange={(value) => change({ status: value || undefined })}
          options={STATUSES.map((value) => ({ value, words: STATUS_WORDS[value] }))}
          none="Any status"
        />
      </Toolbar>
      {problem !== null ? (
        <ErrorNote problem={problem} onRetry={retry} />
      ) : loading || first === undefined ? (
        <Skeleton lines={10} />
      ) : items.length === 0 ? (
        <NoFindings filtered={filtered} onClear={() => change({ q: undefined, status: undefined })} />
      ) : (
        <div ref={list}>
          {STANDINGS.map((standing) => (
            <Standing
              key={standing.id}
              standing={standing}
              findings={items.filter(({ review }) => standing.of(review))}
            />
          ))}
          <Leads />
          {complete ? null : <Button onClick={more}>Show more of {total.toLocaleString('en')}</Button>}
        </div>
      )}
    </>
  );
}

type Review = FindingSummary['review'];
type StandingWords = {
  readonly id: string;
  readonly title: string;
  readonly hint: string;
  readonly of: (review: Review) => boolean;
};

/** Whose word stands behind a finding comes first: what the program alone proposes is nobody's finding. */
const STANDINGS: readonly StandingWords[] = [
  {
    id: 'found',
    title: 'Findings',
    hint: 'Made or accepted by a person.',
    of: (review) => review === 'made' || review === 'accepted',
  },
  {
    id: 'proposed',
    title: 'Proposed, not reviewed',
    hint: 'Read by the program out of claims. Nobody has made or accepted these: they are no findings yet.',
    of: (review) => review === 'proposed',
  },
  {
    id: 'left-out',
    title: 'Left out',
    hint: 'A person left these out of report and overview. Each can be taken up again.',
    of: (review) => review === 'left-out',
  },
];

function Standing({
  standing: { id, title, hint },
  findings,
}: {
  readonly standing: StandingWords;
  readonly findings: readonly FindingSummary[];
}) {
  if (findings.length === 0 && id !== 'found') return null;
  return (
    <section className="section" aria-labelledby={`group-${id}`}>
      <div className="section-head">
        <h2 id={`group-${id}`}>
          {title} <span className="count">{findings.length}</span>
        </h2>
        <p className="hint">{hint}</p>
      </div>
      {findings.length === 0 ? <p className="muted">No person has made or accepted a finding yet.</p> : null}
      <ul className="plain">
        {findings.map((finding) => (
          <FindingRow key={finding.id} finding={finding} />
        ))}
      </ul>
    </section>
  );
}

function NoFindings({ filtered, onClear }: { readonly filtered: boolean; readonly onClear: () => void }) {
  if (filtered)
    return (
      <EmptyState title="No finding fits the filter" action={<Button onClick={onClear}>Show all findings</Button>} />
    );
  return (
    <EmptyState
      title="There is no finding yet"
      action={
        <Link className="button primary" to="/documents">
          Add documents
        </Link>
      }
    >
      The program proposes findings from claims that a regime can be asked about: transfers, procurement, launches,
      employment. Add documents, or make a finding from claims that you choose.
    </EmptyState>
  );
}
