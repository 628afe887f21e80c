import type { ScenarioList, ScenarioView } from '../../../src/app/workbench/contract/regime/regime.ts';
import { useApi } from '../api/queries.ts';
import { DefinitionList } from '../parts/definition-list.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { SelectField } from '../parts/form/field.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { useSearchState } from '../session/search-state.ts';

type Difference = ScenarioView['difference'];

/** What would hold on the day had the Council decided otherwise, as a difference to what does. */
export function Scenarios({ path, asOf }: { readonly path: string; readonly asOf: string }) {
  const [search, change] = useSearchState();
  const list = useApi<ScenarioList>(`${path}/scenarios`);
  const scenarios = list.data?.scenarios ?? [];
  const name = scenarios.some((scenario) => scenario.name === search.scenario) ? search.scenario : scenarios[0]?.name;
  const view = useApi<ScenarioView>(name ? `${path}/scenarios/${encodeURIComponent(name)}?asOf=${asOf}` : null);
  const problem = list.problem ?? view.problem;
  if (problem) return <ErrorNote problem={problem} onRetry={view.retry} />;
  if (list.data && scenarios.length === 0)
    return (
      <EmptyState title="No scenario is kept for this regime.">
        A scenario is a file in the regime's folder; panel scenario reads any other.
      </EmptyState>
    );
  return (
    <>
      <div className="scenario-choice">
        <SelectField
          label="Scenario"
          value={name ?? ''}
          onChange={(scenario) => change({ scenario })}
          options={scenarios.map((scenario) => ({ value: scenario.name, words: scenario.title }))}
        />
      </div>
      {view.data ? <ScenarioDifference difference={view.data.difference} /> : <Skeleton lines={6} />}
    </>
  );
}

function ScenarioDifference({ difference }: { readonly difference: Difference }) {
  const { reality, scenario } = difference.monitor;
  const groups = groupDifferences(difference.differences);
  return (
    <>
      <h2>{difference.title}</h2>
      <DefinitionList
        rows={[
          ['Assumed', <Lines key="assumed" lines={difference.assumes} />],
          [
            'In force',
            `${difference.provisionsInForce.reality} paragraphs in reality, ${difference.provisionsInForce.scenario} in the scenario, on ${difference.asOf}`,
          ],
          ['Watched in reality by', watchers(reality)],
          ['Watched in the scenario by', watchers(scenario)],
        ]}
      />
      {groups.length === 0 ? <p>On {difference.asOf} the scenario does not differ from reality.</p> : null}
      {groups.map((group) => (
        <section className="section" key={group.key}>
          <h3>
            {group.names.length} {group.names.length === 1 ? group.kind : `${group.kind}s`}
          </h3>
          <table className="plain difference">
            <tbody>
              <tr>
                <th scope="row">In reality</th>
                <td>{group.reality}</td>
              </tr>
              <tr>
                <th scope="row">In the scenario</th>
                <td>{group.scenario}</td>
              </tr>
            </tbody>
          </table>
          <p className="mono difference-names">{group.names.join('; ')}</p>
        </section>
      ))}
    </>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return lines.map((line) => <div key={line}>{line}</div>);
}

/** Differences of one kind together: that 149 paragraphs ended on one day is one thing to read, not 149. */
function groupDifferences(differences: Difference['differences']) {
  const groups = new Map<string, { key: string; kind: string; reality: string; scenario: string; names: string[] }>();
  for (const { kind, what, reality, scenario } of differences) {
    const key = `${kind}\n${reality}\n${scenario}`;
    const group = groups.get(key) ?? { key, kind, reality, scenario, names: [] };
    group.names.push(what);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function watchers({ committee, panel, outsideUn }: Difference['monitor']['reality']): string {
  const names = [committee, panel, ...outsideUn.map((name) => `${name} (outside the U.N.)`)].filter(
    (name) => name !== null,
  );
  return names.length === 0 ? 'nobody' : names.join(', ');
}
