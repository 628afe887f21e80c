import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { regimesFolder } from '../../regime/loading/load.ts';
import { evaluateScenario, readScenario, type ScenarioAnswer } from '../../regime/scenario.ts';
import { loadKnownRegime } from '../regimes.ts';

/** The scenarios that come with a regime, by the name of their file. @throws AppError `no-such-regime` */
export function knownScenarios(regime: string): readonly { name: string; title: string; file: string }[] {
  const folder = join(regimesFolder(), loadKnownRegime(regime).id, 'scenarios');
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  return files.sort().map((file) => {
    const path = join(folder, file);
    return { name: basename(file, '.yaml'), title: readScenario(path).title, file: path };
  });
}

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
  return [...groups].map(([key, names]) => `${key} (${names.length}): ${paragraphsTogether(names)}`);
}

/** `S/RES/2397(2017) OP2, OP3; S/RES/2664(2022) OP1`: a decision is named once for all of its paragraphs. */
function paragraphsTogether(names: readonly string[]): string {
  const byDecision = new Map<string, string[]>();
  for (const name of names) {
    const [, decision = name, paragraph] = /^(\S+) (OP\S+)$/.exec(name) ?? [];
    byDecision.set(decision, [...(byDecision.get(decision) ?? []), ...(paragraph === undefined ? [] : [paragraph])]);
  }
  return [...byDecision]
    .map(([decision, paragraphs]) => [decision, paragraphs.join(', ')].filter((part) => part !== '').join(' '))
    .join('; ');
}

function watchers({ committee, panel, outsideUn }: ScenarioAnswer['monitor']['reality']): string {
  const names = [committee, panel, ...outsideUn.map((name) => `${name} (outside the U.N.)`)].filter(
    (name) => name !== null,
  );
  return names.length === 0 ? 'nobody' : names.join(', ');
}
