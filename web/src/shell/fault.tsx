import { Link } from '@tanstack/react-router';
import { asProblem } from '../api/client.ts';
import { ErrorNote } from '../parts/error-note.tsx';
import { PageHeader } from '../parts/page-header.tsx';

/** In the place of a page that failed. */
export function PageFault({ error, reset }: { readonly error: unknown; readonly reset: () => void }) {
  return (
    <>
      <PageHeader title="This page failed" />
      <ErrorNote problem={asProblem(error)} onRetry={reset} />
    </>
  );
}

export function NotFound() {
  return (
    <>
      <PageHeader title="No such page" />
      <p>
        Nothing stands at this address. <Link to="/">Go to the overview</Link>.
      </p>
    </>
  );
}
