import type { RegimeList, RegimeView } from '../../../src/app/workbench/contract/regime/regime.ts';
import { useApi } from '../api/queries.ts';
import { ErrorNote } from '../parts/error-note.tsx';
import { SelectField } from '../parts/form/field.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { Tabs } from '../parts/tabs.tsx';
import { today } from '../parts/time.tsx';
import { useSearchState } from '../session/search-state.ts';
import { Bodies } from './bodies.tsx';
import { Check } from './check.tsx';
import { DayBar } from './day-bar.tsx';
import { isDate } from './days.ts';
import { Decisions } from './decisions.tsx';
import { Mandates } from './mandates.tsx';
import { Measures } from './measures.tsx';
import './regime.css';
import { Scenarios } from './scenarios.tsx';
import { Standing } from './standing.tsx';
import { Timeline } from './timeline.tsx';

const VIEWS = [
  ['measures', 'Measures in force'],
  ['mandates', 'Mandates'],
  ['decisions', 'Decisions and votes'],
  ['check', 'Check an activity'],
  ['scenarios', 'Scenarios'],
  ['bodies', 'Bodies of all regimes'],
] as const;

/** A regime as law in time: what was in force on a day, who watched, and how that came about. */
export function RegimePage() {
  const [search, change] = useSearchState();
  const list = useApi<RegimeList>('/regimes');
  const id = search.regime ?? list.data?.regimes[0]?.id ?? null;
  const asOf = isDate(search.asOf) ? search.asOf : today();
  const path = id === null ? null : `/regimes/${encodeURIComponent(id)}`;
  const view = useApi<RegimeView>(path === null ? null : `${path}?asOf=${asOf}`);
  const tab = VIEWS.some(([name]) => name === search.view) ? (search.view ?? '') : 'measures';
  const problem = list.problem ?? view.problem;
  const onDay = (day: string) => change({ asOf: day === today() ? undefined : day });
  const several = (list.data?.regimes.length ?? 0) > 1;
  return (
    <>
      <PageHeader
        title="Regime"
        lede={
          list.data?.regimes.find((regime) => regime.id === id)?.name ??
          'The measures and mandates as they stood on a day.'
        }
        actions={
          several ? (
            <SelectField
              label="Regime"
              value={id ?? ''}
              onChange={(regime) => change({ regime })}
              options={list.data?.regimes.map(({ id: value, name }) => ({ value, words: name })) ?? []}
            />
          ) : undefined
        }
      />
      {problem ? <ErrorNote problem={problem} onRetry={view.retry} /> : null}
      <Tabs
        label="Views of the regime"
        tabs={VIEWS.map(([name, words]) => ({ id: name, words }))}
        current={tab}
        onChange={(next) => change({ view: next === 'measures' ? undefined : next })}
      >
        {tab === 'check' ? null : (
          <>
            <DayBar day={asOf} boundaries={view.data?.boundaries ?? []} onDay={onDay} />
            {view.data ? (
              <Standing view={view.data} settled={view.data.answer.asOf === asOf} />
            ) : (
              <Skeleton lines={2} />
            )}
            {view.data?.timeline ? (
              <Timeline input={view.data.timeline} boundaries={view.data.boundaries} day={asOf} onDay={onDay} />
            ) : problem ? null : (
              <div className="tl tl-waiting" />
            )}
          </>
        )}
        {view.data === undefined || path === null ? (
          problem ? null : (
            <Skeleton lines={10} />
          )
        ) : (
          <>
            {tab === 'measures' ? <Measures view={view.data} /> : null}
            {tab === 'mandates' ? <Mandates view={view.data} /> : null}
            {tab === 'decisions' ? <Decisions view={view.data} /> : null}
            {tab === 'check' ? <Check key={path} path={path} asOf={asOf} /> : null}
            {tab === 'scenarios' ? <Scenarios path={path} asOf={asOf} /> : null}
            {tab === 'bodies' ? <Bodies asOf={asOf} /> : null}
          </>
        )}
      </Tabs>
    </>
  );
}
