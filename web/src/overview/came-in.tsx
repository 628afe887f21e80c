import { Link } from '@tanstack/react-router';
import type { DocumentSummary } from '../../../src/app/workbench/contract/record/document.ts';
import { claimsWords } from '../documents/document-words.ts';
import { Instant } from '../parts/time.tsx';

/** The newest documents. */
export function CameIn({
  documents,
  total,
}: {
  readonly documents: readonly DocumentSummary[];
  readonly total: number;
}) {
  return (
    <section className="section">
      <div className="section-head">
        <h2>Came in</h2>
        {total > documents.length ? <Link to="/documents">All {total.toLocaleString('en')} documents</Link> : null}
      </div>
      <ul className="plain lines">
        {documents.map((document) => (
          <li key={document.id}>
            <Link to="/documents/$id" params={{ id: document.id }}>
              {document.title}
            </Link>
            <div className="muted">
              {document.source}
              {document.published === null ? ', undated' : `, ${document.published}`}; {claimsWords(document)}; added{' '}
              <Instant at={document.acquired} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
