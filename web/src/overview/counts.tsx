import { Link } from '@tanstack/react-router';
import type { Overview } from '../../../src/app/workbench/contract/overview.ts';

/** What the workspace holds, each number leading to its list. */
export function Counts({ counts }: { readonly counts: Overview['counts'] }) {
  const rows = [
    ['/documents', 'Document', counts.documents, counts.refused === 0 ? '' : `${counts.refused} not taken in`],
    ['/claims', 'Claim', counts.claims, counts.toReview === 0 ? 'all reviewed' : `${counts.toReview} to review`],
    ['/incidents', 'Incident', counts.incidents, ''],
    ['/findings', 'Finding', counts.findings, ''],
    ['/screening', 'List', counts.lists, ''],
    ['/record', 'Act', counts.acts, 'in the record'],
  ] as const;
  return (
    <ul className="plain counts" aria-label="What the workspace holds">
      {rows.map(([to, words, count, note]) => (
        <li key={to}>
          <Link to={to}>
            <span className="count">{count.toLocaleString('en')}</span>
            <span>{count === 1 ? words : `${words}s`}</span>
          </Link>
          <span className="muted">{note}</span>
        </li>
      ))}
    </ul>
  );
}
