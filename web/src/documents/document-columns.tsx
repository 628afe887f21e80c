import { Link } from '@tanstack/react-router';
import type { DocumentSummary } from '../../../src/app/workbench/contract/record/document.ts';
import type { DataColumn } from '../parts/table/data-table.tsx';
import { Tag } from '../parts/tag.tsx';
import { Day, Instant } from '../parts/time.tsx';
import { KIND_WORDS, sizeWords, unreadWords } from './document-words.ts';

/** Where a document comes from and what is still to be done with it. */
export const DOCUMENT_COLUMNS: readonly DataColumn<DocumentSummary>[] = [
  {
    id: 'title',
    head: 'Document',
    width: 'minmax(200px, 3fr)',
    narrow: 'title',
    cell: (row) => (
      <span className="document-name">
        <Link to="/documents/$id" params={{ id: row.id }} search={{}}>
          {row.title}
        </Link>
        <span className="muted">{row.file}</span>
      </span>
    ),
  },
  { id: 'source', head: 'Source', width: 'minmax(120px, 1.5fr)', cell: (row) => row.source },
  { id: 'published', head: 'Published', width: '96px', cell: (row) => <Day date={row.published} /> },
  {
    id: 'claims',
    head: 'Claims',
    width: '96px',
    align: 'end',
    cell: (row) => <ClaimCount row={row} />,
  },
  {
    id: 'waiting',
    head: 'To review',
    width: '88px',
    align: 'end',
    cell: (row) =>
      unreadWords(row) === 'not read' ? (
        <span className="muted">by a person</span>
      ) : row.toReview === 0 ? (
        <span className="muted">
          none<span className="narrow-words"> to review</span>
        </span>
      ) : (
        <Link to="/claims" search={{ document: row.id, status: 'proposed' }}>
          {row.toReview}
          <span className="narrow-words"> to review</span>
          <span className="unseen"> claims of {row.title} to review</span>
        </Link>
      ),
  },
  { id: 'kind', head: 'Kind', width: '80px', narrow: 'hide', cell: (row) => KIND_WORDS[row.kind] },
  { id: 'size', head: 'Size', width: '72px', align: 'end', narrow: 'hide', cell: (row) => sizeWords(row.size) },
  {
    id: 'acquired',
    head: 'Taken in',
    width: '168px',
    narrow: 'hide',
    cell: (row) => <Instant at={row.acquired} />,
  },
];

function ClaimCount({ row }: { readonly row: DocumentSummary }) {
  const unread = unreadWords(row);
  const title = row.unread.map(({ words }) => words).join('; ');
  if (unread === 'not read')
    return (
      <span title={title}>
        <Tag tone="open">not read</Tag>
      </span>
    );
  return (
    <>
      {row.claims}
      <span className="narrow-words"> {row.claims === 1 ? 'claim' : 'claims'}</span>
      {unread === null ? null : (
        <span title={title}>
          {' '}
          <Tag tone="open">{unread}</Tag>
        </span>
      )}
    </>
  );
}
