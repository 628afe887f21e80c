import { Link } from '@tanstack/react-router';
import type { DocumentsAdded } from '../../../src/app/workbench/contract/record/document.ts';
import { Tag } from '../parts/tag.tsx';

/** What became of each file. A refused one is told with its reason; it stops no other. */
export function IntakeResult({
  result: { added, refused },
  notes,
}: {
  readonly result: DocumentsAdded;
  readonly notes: readonly string[];
}) {
  const known = added.filter((one) => one.known).length;
  return (
    <>
      <p>
        <strong>{summary(added.length - known, known, refused.length)}</strong>
      </p>
      <ul className="plain intake-files">
        {added.map(({ file, document, known: knownBefore, unread, tracks }) => (
          <li key={file + document}>
            {tracks ? (
              <>
                <Link to="/ships" search={{}}>
                  {file}
                </Link>{' '}
                <span className="muted">positions of ships: what they did is on the page Ships</span>
              </>
            ) : (
              <Link to="/documents/$id" params={{ id: document }} search={{}}>
                {file}
              </Link>
            )}{' '}
            {knownBefore ? <span className="muted">the same bytes were here already</span> : null}
            {unread.map((words) => (
              <span key={words}>
                <Tag tone="open">not read, or not whole</Tag> {words}{' '}
              </span>
            ))}
          </li>
        ))}
        {refused.map(({ file, code, message }) => (
          <li key={file + code}>
            <Tag tone="open">refused</Tag> <span className="mono">{file}</span>: {message}
          </li>
        ))}
        {notes.map((note) => (
          <li key={note} className="muted">
            {note}
          </li>
        ))}
      </ul>
    </>
  );
}

function summary(added: number, known: number, refused: number): string {
  const parts = [
    added > 0 || known + refused === 0 ? `${added} ${added === 1 ? 'document' : 'documents'} added` : null,
    known > 0 ? `${known} known before` : null,
    refused > 0 ? `${refused} refused` : null,
  ];
  return `${parts.filter((part) => part !== null).join(', ')}.`;
}
