import { Link } from '@tanstack/react-router';
import { EmptyState } from '../parts/empty-state.tsx';

/** In the place of hits where nobody could be screened. */
export function NoLists() {
  return (
    <EmptyState
      title="The workspace holds no list"
      action={
        <Link className="button primary" to="/screening" search={{ view: 'lists' }}>
          Add a list
        </Link>
      }
    >
      Once it does, everybody and everything that the documents name is screened against it.
    </EmptyState>
  );
}
