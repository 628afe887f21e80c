import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { DocumentSummary } from '../../../src/app/workbench/contract/record/document.ts';
import { useApiPages } from '../api/queries.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { FileDrop } from '../parts/file-drop.tsx';
import { SearchField } from '../parts/form/search-field.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { DataTable } from '../parts/table/data-table.tsx';
import { Toolbar } from '../parts/toolbar.tsx';
import { useSearchState } from '../session/search-state.ts';
import { DOCUMENT_COLUMNS } from './document-columns.tsx';
import { DropAnywhere } from './drop-anywhere.tsx';
import { Intake } from './intake.tsx';
import { Refusals } from './refusals.tsx';
import './documents.css';

/** The evidence: every document of the workspace, and where new ones come in. */
export function DocumentsPage() {
  const [search, setSearch] = useSearchState();
  const navigate = useNavigate();
  const [files, setFiles] = useState<readonly File[]>([]);
  const list = useApiPages<DocumentSummary>('/documents', { q: search.q });
  const open = (id: string) => void navigate({ to: '/documents/$id', params: { id }, search: {} });
  return (
    <>
      <PageHeader
        title="Documents"
        actions={<Link to="/sources">Sources</Link>}
        lede="The evidence, each file kept as it came, under its hash. It never changes; what is said of it does."
      />
      <DropAnywhere onFiles={setFiles} />
      <FileDrop
        label="Add documents"
        multiple
        accept=".html,.htm,.mhtml,.pdf,.docx,.doc,.rtf,.pptx,.txt,.md,.csv,.tsv,.xlsx,.xls,.ods,.eml,.msg,.mbox,.zip,.tar,.gz,.warc,.wacz,.json,.png,.jpg,.jpeg,.gif,.webp,.bmp"
        hint="Pages, PDF, Word, tables, mail, pictures, archives and captures. Files and folders can be dropped anywhere on this page."
        onFiles={setFiles}
      />
      <Intake files={files} onTaken={() => setFiles([])} />
      <Toolbar label="Filters of documents">
        <SearchField
          placeholder="Title, file or source"
          value={search.q ?? ''}
          onChange={(q) => setSearch({ q: q || undefined }, { replace: true })}
        />
      </Toolbar>
      {list.problem === null ? null : <ErrorNote problem={list.problem} onRetry={list.retry} />}
      {list.loading ? (
        <Skeleton lines={8} label="Loading the documents" />
      ) : list.problem !== null && list.items.length === 0 ? null : (
        <DataTable
          label="Documents"
          columns={DOCUMENT_COLUMNS}
          rows={list.items}
          total={list.total}
          rowId={(row) => row.id}
          rowLabel={(row) => row.title}
          more={list.more}
          complete={list.complete}
          current={search.document ?? null}
          onCurrent={(document) => setSearch({ document }, { replace: true })}
          onOpen={(row) => open(row.id)}
          rowHeight={54}
          narrowRowHeight={104}
          height="calc(100vh - 380px)"
          empty={
            search.q ? (
              <EmptyState title="No document fits this search">
                Search for another word of the title, file or source.
              </EmptyState>
            ) : (
              <EmptyState title="There are no documents yet">
                Add the first one above. Its claims are read at once and wait for your review.
              </EmptyState>
            )
          }
        />
      )}
      <Refusals />
    </>
  );
}
