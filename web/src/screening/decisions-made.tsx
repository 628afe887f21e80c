import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { DecisionList, ScreeningDecision } from '../../../src/app/workbench/contract/screening.ts';
import { useApi } from '../api/queries.ts';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { TakeBack } from '../parts/take-back.tsx';
import { Instant } from '../parts/time.tsx';
import { DecisionTag } from './decision-words.tsx';

/** Every decision in force, newest first; each can be taken back, by an act of its own. */
export function DecisionsMade() {
  const { data, problem, loading, retry } = useApi<DecisionList>('/screening/decisions');
  const [undoing, setUndoing] = useState<ScreeningDecision | null>(null);
  if (problem !== null) return <ErrorNote problem={problem} onRetry={retry} />;
  if (loading || data === undefined) return <Skeleton lines={6} />;
  if (data.decisions.length === 0)
    return (
      <EmptyState
        title="Nobody has decided on a hit yet"
        action={
          <Link className="button primary" to="/screening">
            Ask for a name
          </Link>
        }
      >
        Decide on a hit under “Ask”. The decision is shown again whenever the name is asked for, with what the list has
        changed since.
      </EmptyState>
    );
  return (
    <>
      <ul className="plain decisions">
        {[...data.decisions].reverse().map((decision) => (
          <li key={decision.act}>
            <div>
              <DecisionTag decision={decision.decision} />
            </div>
            <div>
              <p className="decided-on">
                <Link to="/screening" search={{ name: decision.name }}>
                  <bdi>{decision.name || 'a number'}</bdi>
                </Link>{' '}
                as <bdi>{decision.caption}</bdi> <span className="mono muted">{decision.entityId}</span>
              </p>
              <p>{decision.reason}</p>
              <p className="hint">
                {decision.by}, <Instant at={decision.at} />
              </p>
            </div>
            <Button look="quiet" onClick={() => setUndoing(decision)}>
              Take back<span className="unseen">the decision on {decision.caption}</span>
            </Button>
          </li>
        ))}
      </ul>
      <TakeBack
        act={undoing?.act ?? null}
        what={undoing === null ? '' : `the decision on ${undoing.caption}`}
        onClose={() => setUndoing(null)}
      />
    </>
  );
}
