import { Link } from '@tanstack/react-router';
import type { Overview } from '../../../src/app/workbench/contract/overview.ts';
import { Tag } from '../parts/tag.tsx';

/** What only a person can do next: claims to review, letters without an answer, files that were not taken in. */
export function Waiting({ overview: { counts, awaitedReplies } }: { readonly overview: Overview }) {
  const nothing =
    counts.toReview === 0 && awaitedReplies.length === 0 && counts.refused + counts.unread + counts.proposed === 0;
  return (
    <section className="section">
      <h2>Waits for you</h2>
      {nothing ? <p className="muted">Nothing waits.</p> : null}
      <ul className="plain lines">
        {counts.toReview === 0 ? null : (
          <li>
            <Link to="/claims" search={{ status: 'proposed' }}>
              Review {counts.toReview.toLocaleString('en')} {counts.toReview === 1 ? 'claim' : 'claims'}
            </Link>
            <span className="muted"> that the program proposes and nobody has read</span>
          </li>
        )}
        {awaitedReplies.map((reply) => (
          <li key={`${reply.finding} ${reply.party} ${reply.deadline}`}>
            <Link to="/findings/$id" params={{ id: reply.finding }}>
              {reply.title}
            </Link>
            <div>
              Reply of {reply.party} awaited{reply.deadline === null ? '' : ` by ${reply.deadline}`}{' '}
              {reply.overdue ? <Tag tone="open">overdue</Tag> : null}
            </div>
          </li>
        ))}
        {counts.proposed === 0 ? null : (
          <li>
            <Link to="/findings" search={{}}>
              Review {counts.proposed} proposed {counts.proposed === 1 ? 'finding' : 'findings'}
            </Link>
            <span className="muted"> that nobody has made or accepted</span>
          </li>
        )}
        {counts.unread === 0 ? null : (
          <li>
            <Link to="/documents" search={{}}>
              Read {counts.unread} {counts.unread === 1 ? 'document' : 'documents'} yourself
            </Link>
            <span className="muted"> that the program does not read, or not whole</span>
          </li>
        )}
        {counts.refused === 0 ? null : (
          <li>
            <Link to="/documents">
              {counts.refused} {counts.refused === 1 ? 'file was' : 'files were'} not taken in
            </Link>
            <span className="muted">; the documents page says why</span>
          </li>
        )}
      </ul>
    </section>
  );
}
