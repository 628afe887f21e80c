import type { Problem } from '../../../src/app/workbench/contract/page.ts';
import { Button } from './button.tsx';

/** What was refused, where, and what to do: the problem's own words. */
export function ErrorNote({ problem, onRetry }: { readonly problem: Problem; readonly onRetry?: () => void }) {
  return (
    <div className="error-note" role="alert">
      <p>
        <strong>{problem.title}.</strong> {problem.detail}
      </p>
      <p className="error-code">
        <span className="mono">{problem.code}</span>
        {problem.place === undefined ? null : <> at {problem.place}</>}
      </p>
      {onRetry === undefined ? null : <Button onClick={onRetry}>Try again</Button>}
    </div>
  );
}
