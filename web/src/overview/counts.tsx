import { Link } from '@tanstack/react-router';
import type { Overview } from '../../../src/app/workbench/contract/overview.ts';

function documentNote({ refused, unread }: Overview['counts']): string {
  const notes = [refused === 0 ? null : `${refused} not taken in`, unread === 0 ? null : `${unread} not read whole`];
  return notes.filter((note) => note !== null).join(', ');
}

/** That nothing is left to review says nothing of what nobody has read. */
function claimNote({ claims, toReview, unread }: Overview['counts']): string {
  if (toReview > 0) return `${toReview} to review`;
  if (claims === 0) return unread === 0 ? '' : 'none read';
  return unread === 0 ? 'all reviewed' : 'all that were read are reviewed';
}

/** What the workspace holds, each number leading to its list. */
export function Counts({ counts }: { readonly counts: Overview['counts'] }) {
  const rows = [
    ['/documents', 'Document', counts.documents, documentNote(counts)],
    ['/claims', 'Claim', counts.claims, claimNote(counts)],
    ['/incidents', 'Incident', counts.incidents, ''],
    ['/findings', 'Finding', counts.findings, counts.proposed === 0 ? '' : `${counts.proposed} proposed, not reviewed`],
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
