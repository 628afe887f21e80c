import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ActLine } from '../../../src/app/workbench/contract/record/act.ts';
import { sinceWords } from '../parts/act-since.ts';
import { Button } from '../parts/button.tsx';
import { TakeBack } from '../parts/take-back.tsx';
import { Instant } from '../parts/time.tsx';
import { FindingSection } from './section.tsx';

/** Every act on the finding, newest first, with what was taken back; nothing is ever deleted. */
export function FindingHistory({ history }: { readonly history: readonly ActLine[] }) {
  const [undoing, setUndoing] = useState<ActLine | null>(null);
  const acts = [...history].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  return (
    <FindingSection
      id="history"
      empty={acts.length === 0 ? 'No person has acted on it yet; it is proposed by the program from its claims.' : null}
    >
      <ul className="plain acts">
        {acts.map((act) => (
          <li key={act.id} className={act.since === 'taken-back' ? 'superseded' : undefined}>
            <span className="act-at">
              <Instant at={act.at} />
            </span>
            <div>
              <p>
                {act.summary} {act.since !== null ? <span className="muted">({sinceWords(act)})</span> : null}
              </p>
              <p className="hint">
                {act.by},{' '}
                <Link to="/record" search={{ act: act.id }}>
                  the act
                </Link>
              </p>
            </div>
            {act.canBeUndone ? (
              <Button look="quiet" onClick={() => setUndoing(act)}>
                Take back<span className="unseen">the act: {act.summary}</span>
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <TakeBack
        act={undoing?.id ?? null}
        what={undoing === null ? '' : `this act of ${undoing.by}`}
        onClose={() => setUndoing(null)}
      />
    </FindingSection>
  );
}
