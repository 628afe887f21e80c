import { Link } from '@tanstack/react-router';
import { EmptyState } from '../parts/empty-state.tsx';

/** In the place of the table when nothing is there, or nothing is left by the filters. */
export function NoClaims({ filtered }: { readonly filtered: boolean }) {
  if (filtered) return <EmptyState title="No claim fits these filters">Clear one of them to see more.</EmptyState>;
  return (
    <EmptyState
      title="There are no claims yet"
      action={
        <Link to="/documents" search={{}} className="button primary">
          Add documents
        </Link>
      }
    >
      Claims are read from documents: add a report, a statement or an article.
    </EmptyState>
  );
}
