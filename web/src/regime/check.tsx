import { useState } from 'react';
import type { AssessmentAnswer, RegimeVocabulary } from '../../../src/app/workbench/contract/regime/regime.ts';
import { useApi, useQuestion } from '../api/queries.ts';
import { ErrorNote } from '../parts/error-note.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { useSearchState } from '../session/search-state.ts';
import { type ActivityForm, activityOf, emptyForm, formOf, readActivity } from './activity-form.ts';
import { CheckAnswer } from './check-answer.tsx';
import { CheckForm } from './check-form.tsx';
import './regime.css';

/**
 * An activity held against the law of its day: the form, and the answer with its reasons. The activity stands in the address.
 * `asOf` is the day that the form begins with; empty where only the person can know it.
 */
export function Check({ path, asOf }: { readonly path: string; readonly asOf: string }) {
  const [search, change] = useSearchState();
  const asked = readActivity(search.activity);
  const vocabulary = useApi<RegimeVocabulary>(`${path}/vocabulary`);
  const answer = useQuestion<AssessmentAnswer>(`${path}/assessments`, asked);
  const [form, setForm] = useState<ActivityForm>(() => (asked ? formOf(asked, asOf) : emptyForm(asOf)));
  const [of, setOf] = useState(search.activity);
  // Back and forward bring another activity into the address: the form follows.
  if (of !== search.activity) {
    setOf(search.activity);
    if (asked) setForm(formOf(asked, asOf));
  }
  if (vocabulary.problem) return <ErrorNote problem={vocabulary.problem} onRetry={vocabulary.retry} />;
  if (!vocabulary.data) return <Skeleton lines={10} />;
  return (
    <div className="activity-check">
      <CheckForm
        vocabulary={vocabulary.data}
        form={form}
        onForm={setForm}
        onAsk={() => change({ activity: JSON.stringify(activityOf(form)) })}
        onClear={() => {
          setForm(emptyForm(asOf));
          change({ activity: undefined });
        }}
      />
      <div className="check-answer" aria-live="polite" aria-busy={answer.loading}>
        {answer.problem ? <ErrorNote problem={answer.problem} /> : null}
        {answer.data ? <CheckAnswer answer={answer.data} /> : null}
        {answer.loading ? <Skeleton lines={6} label="Assessing" /> : null}
        {asked === null ? (
          <p className="muted prose">
            Say what was done, when, by whom and with what. The answer names every paragraph that bears on it, those
            that were considered and do not apply, and the facts that are missing. What you leave empty counts as not
            known.
          </p>
        ) : null}
      </div>
    </div>
  );
}
