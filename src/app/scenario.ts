import { evaluateScenario, type ScenarioAnswer } from '../regime/scenario.ts';

/** Hypothetical decisions on top of a real regime, as a difference to reality on a day. @throws RegimeError `scenario-invalid` */
export async function runScenario(request: {
  file: string;
  asOf: string;
}): Promise<{ difference: ScenarioAnswer; lines: readonly string[] }> {
  const answer = evaluateScenario(request.file, request.asOf);
  return { difference: answer, lines: linesOf(answer) };
}

function linesOf(answer: ScenarioAnswer): readonly string[] {
  const { provisionsInForce: count, differences } = answer;
  return [
    `${answer.title} (on ${answer.regime}, as of ${answer.asOf})`,
    ...answer.assumes.map((assumption) => `Assumed: ${assumption}`),
    `Provisions in force: ${count.reality} in reality, ${count.scenario} in the scenario.`,
    `Watched in reality by: ${watchers(answer.monitor.reality)}; in the scenario by: ${watchers(answer.monitor.scenario)}.`,
    ...groupDifferences(differences),
  ];
}

/** Differences of one kind in one line: that 149 paragraphs ended on one day is one thing to read, not 149. */
function groupDifferences(differences: ScenarioAnswer['differences']): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const { what, reality, scenario } of differences) {
    const key = `In reality: ${reality}; in the scenario: ${scenario}`;
    groups.set(key, [...(groups.get(key) ?? []), what]);
  }
  return [...groups].map(([key, names]) => `${key} (${names.length}): ${names.join(', ')}`);
}

function watchers({ committee, panel, outsideUn }: ScenarioAnswer['monitor']['reality']): string {
  const names = [committee, panel, ...outsideUn.map((name) => `${name} (outside the U.N.)`)].filter(
    (name) => name !== null,
  );
  return names.length === 0 ? 'nobody' : names.join(', ');
}
