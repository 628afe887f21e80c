import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assess } from './evaluation/assess.ts';
import type { ScenarioFile } from './files/scenario-file.ts';
import { loadRegimeParts, regimesFolder } from './loading/load.ts';
import { buildScenario, evaluateScenario, readScenario } from './scenario.ts';

const folder = join(regimesFolder(), 'un-1718');
const path = (name: string) => join(folder, 'scenarios', `${name}.yaml`);
const parts = loadRegimeParts(folder);
const shells = (date: string) => ({ date, act: 'supply', goods: { name: 'artillery shell' }, from: 'KP', to: 'RU' });

describe('scenarios', () => {
  test('on an annual basis a vetoed renewal ends the measures and not only the Panel', () => {
    const before = evaluateScenario(path('annual-basis'), '2024-04-30');
    expect(before.provisionsInForce.scenario).toBe(before.provisionsInForce.reality);
    const after = evaluateScenario(path('annual-basis'), '2024-05-01');
    expect(after.provisionsInForce.scenario).toBe(0);
    expect(after.provisionsInForce.reality).toBeGreaterThan(100);
    const ended = after.differences.filter((row) => row.kind === 'provision');
    expect(ended).toHaveLength(after.provisionsInForce.reality);
    expect(after.differences).toContainEqual({
      kind: 'provision',
      what: 'S/RES/1874(2009) OP9',
      reality: 'in force, without an end',
      scenario: 'ended on 2024-04-30',
    });
    expect(after.monitor.scenario.panel).toBeNull();
    const { reality, imagined } = buildScenario(readScenario(path('annual-basis')), parts);
    expect([assess(reality, shells('2024-06-01')).verdict, assess(imagined, shells('2024-06-01')).verdict]).toEqual([
      'prohibited',
      'not-covered',
    ]);
    expect(assess(imagined, shells('2024-04-30')).verdict).toBe('prohibited');
  });

  test('with one ballot changed the draft of March 2024 is adopted and the Panel goes on for a year', () => {
    const answer = evaluateScenario(path('draft-2024-adopted'), '2024-06-01');
    expect(answer.monitor.reality.panel).toBeNull();
    expect(answer.monitor.scenario.panel).toBe('Panel of Experts (S/2024/255)');
    expect(answer.differences.map((row) => row.kind)).toEqual(['decision', 'mandate']);
    expect(evaluateScenario(path('draft-2024-adopted'), '2025-05-01').monitor.scenario.panel).toBeNull();
    expect(evaluateScenario(path('draft-2024-adopted'), '2024-03-27').differences).toEqual([]);
  });

  test('measures on an annual basis go on for as long as renewals are adopted', () => {
    const annual = readScenario(path('annual-basis'));
    const adopted = readScenario(path('draft-2024-adopted'));
    const both: ScenarioFile = { ...annual, ballots: adopted.ballots };
    const { imagined } = buildScenario(both, parts);
    expect(assess(imagined, shells('2025-04-30')).verdict).toBe('prohibited');
    expect(assess(imagined, shells('2025-05-01')).verdict).toBe('not-covered');
  });

  test('a hypothetical decision is evaluated like a real one', () => {
    const decision = parts.decisions.find((row) => row.decision === 'S/RES/2680(2023)');
    const scenario: ScenarioFile = {
      ...readScenario(path('draft-2024-adopted')),
      ballots: [],
      decisions: decision
        ? [
            {
              ...decision,
              decision: 'S/RES/9999(2025)',
              date: '2025-01-01',
              mandates: decision.mandates.map((row) => ({ ...row, to: '2026-01-01' })),
            },
          ]
        : [],
    };
    const { imagined } = buildScenario(scenario, parts);
    expect(assess(imagined, shells('2025-06-01')).monitor.panel).toBe('Panel of Experts (S/RES/9999(2025))');
  });

  test('a scenario that names an unknown decision is refused', () => {
    const scenario: ScenarioFile = {
      ...readScenario(path('draft-2024-adopted')),
      ballots: [{ decision: 'S/1/1', yes: [], no: [], abstain: [], absent: [] }],
    };
    expect(() => buildScenario(scenario, parts)).toThrow(/names S\/1\/1/);
  });
});
