import { useParams } from '@tanstack/react-router';
import type { DocumentDetail } from '../../../src/app/workbench/contract/record/document.ts';
import { useApi } from '../api/queries.ts';
import { ErrorNote } from '../parts/error-note.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { Reader } from './reader.tsx';
import './documents.css';

/** One document set for reading, with what was read out of it. */
export function DocumentPage() {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const { data, problem, retry } = useApi<DocumentDetail>(`/documents/${encodeURIComponent(id)}`);
  // The answer before belongs to another document.
  const detail = data?.summary.id === id ? data : undefined;
  if (detail !== undefined) return <Reader key={id} detail={detail} />;
  return (
    <>
      <PageHeader title="Document" />
      {problem === null ? (
        <Skeleton lines={16} label="Loading the document" />
      ) : (
        <ErrorNote problem={problem} onRetry={retry} />
      )}
    </>
  );
}
