import { evaluateScenario, type ScenarioAnswer } from '../regime/scenario.ts';

/** Hypothetical decisions on top of a real regime, as a difference to reality on a day. @throws RegimeError `scenario-invalid` */
export async function runScenario(request: {
  file: string;
  asOf: string;
}): Promise<{ difference: ScenarioAnswer; lines: readonly string[] }> {
  const answer = evaluateScenario(request.file, request.asOf);
  return { difference: answer, lines: linesOf(answer) };
}

const MOST_SHOWN = 40;

function linesOf(answer: ScenarioAnswer): readonly string[] {
  const { provisionsInForce: count, differences } = answer;
  return [
    `${answer.title} (on ${answer.regime}, as of ${answer.asOf})`,
    ...answer.assumes.map((assumption) => `Assumed: ${assumption}`),
    `Provisions in force: ${count.reality} in reality, ${count.scenario} in the scenario.`,
    `Watched in reality by: ${watchers(answer.monitor.reality)}; in the scenario by: ${watchers(answer.monitor.scenario)}.`,
    ...differences
      .slice(0, MOST_SHOWN)
      .map(({ what, reality, scenario }) => `${what}: ${reality} in reality, ${scenario} in the scenario`),
    ...(differences.length > MOST_SHOWN ? [`... and ${differences.length - MOST_SHOWN} more (--json lists all)`] : []),
  ];
}

function watchers({ committee, panel, outsideUn }: ScenarioAnswer['monitor']['reality']): string {
  const names = [committee, panel, ...outsideUn.map((name) => `${name} (outside the U.N.)`)].filter(
    (name) => name !== null,
  );
  return names.length === 0 ? 'nobody' : names.join(', ');
}
