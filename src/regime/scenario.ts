import { basename, join } from 'node:path';
import { deepFreeze } from '../core/json/json.ts';
import { addMonths } from '../core/time/calendar.ts';
import { regimeAsOf } from './answer.ts';
import { RegimeError } from './errors.ts';
import { monitorOn } from './evaluation/monitor.ts';
import type { DecisionFile } from './files/decision-file.ts';
import { type ScenarioFile, scenarioFile } from './files/scenario-file.ts';
import { readYamlFile } from './files/yaml-file.ts';
import { assembleRegime, type RegimeParts } from './loading/assemble.ts';
import { loadRegimeParts, regimesFolder } from './loading/load.ts';
import type { Monitor } from './model/assessment.ts';
import type { Provision, Regime } from './model/regime.ts';

export type Difference = {
  readonly kind: 'provision' | 'mandate' | 'decision';
  readonly what: string;
  /** How it stands in reality and in the scenario on the day. */
  readonly reality: string;
  readonly scenario: string;
};

export type ScenarioAnswer = {
  readonly id: string;
  readonly title: string;
  readonly regime: string;
  readonly asOf: string;
  readonly assumes: readonly string[];
  readonly differences: readonly Difference[];
  readonly provisionsInForce: { readonly reality: number; readonly scenario: number };
  readonly monitor: { readonly reality: Monitor; readonly scenario: Monitor };
};

/** Reads a scenario. @throws RegimeError `scenario-invalid` with file, line and what is expected; `regime-unreadable` */
export function readScenario(path: string): ScenarioFile {
  const file = readYamlFile(path, scenarioFile);
  const fault = file.faults[0];
  if (fault) throw new RegimeError('scenario-invalid', fault.message, { place: `${fault.file}:${fault.line}` });
  return file.value as ScenarioFile;
}

/** The real regime and the one of the scenario, built by the same rules. @throws RegimeError `scenario-invalid`, `regime-unknown` */
export function buildScenario(
  scenario: ScenarioFile,
  parts: RegimeParts,
): { readonly reality: Regime; readonly imagined: Regime } {
  const reality = assembleRegime(parts);
  const decisions = [...parts.decisions, ...scenario.decisions].map((decision) => withBallots(decision, scenario));
  const known = new Set(decisions.map((decision) => decision.decision));
  for (const symbol of [...scenario.ballots.map((row) => row.decision), ...(scenario.expiry?.renewedBy ?? [])])
    if (!known.has(symbol))
      throw new RegimeError(
        'scenario-invalid',
        `the scenario names ${symbol}, which is no decision of ${parts.regime.id}`,
      );
  return { reality, imagined: expireMeasures(assembleRegime({ ...parts, decisions }), scenario) };
}

/** A scenario on one day, as a difference to reality. `regimesAt` is the folder of the regimes. */
export function evaluateScenario(path: string, asOf: string, regimesAt: string = regimesFolder()): ScenarioAnswer {
  const scenario = readScenario(path);
  const parts = loadRegimeParts(join(regimesAt, basename(scenario.regime)));
  const { reality, imagined } = buildScenario(scenario, parts);
  const inForce = (regime: Regime) => regimeAsOf(regime, asOf).provisions.filter((provision) => provision.inForce);
  return {
    id: scenario.scenario,
    title: scenario.title,
    regime: reality.id,
    asOf,
    assumes: scenario.assumes,
    differences: [
      ...decisionDifferences(reality, imagined, asOf),
      ...mandateDifferences(reality, imagined, asOf),
      ...provisionDifferences(reality, imagined, asOf),
    ],
    provisionsInForce: { reality: inForce(reality).length, scenario: inForce(imagined).length },
    monitor: { reality: monitorOn(reality, asOf), scenario: monitorOn(imagined, asOf) },
  };
}

function withBallots(decision: DecisionFile, scenario: ScenarioFile): DecisionFile {
  const other = scenario.ballots.find((row) => row.decision === decision.decision);
  if (!other) return decision;
  const { yes, no, abstain, absent } = other;
  // What is imagined is not evidence of anything; the address says only where the real vote is told.
  return { ...decision, vote: { yes, no, abstain, absent, source: decision.vote.source, evidence: 'recalled' } };
}

/** Each renewal that is adopted before the measures lapse carries them on by the months of the scenario; the first that fails ends them. */
function expireMeasures(regime: Regime, { expiry }: ScenarioFile): Regime {
  if (!expiry) return regime;
  let last = expiry.firstExpiry;
  for (const symbol of expiry.renewedBy) {
    const renewal = regime.decisions.find((decision) => decision.id === symbol);
    if (renewal?.adopted && renewal.date <= last) last = addMonths(last, expiry.months);
  }
  const concerned = expiry.measures === 'all' ? null : new Set(expiry.measures);
  const end = (provision: Provision): Provision => {
    if (concerned && !concerned.has(provision.id)) return provision;
    if (provision.to !== null && provision.to <= last) return provision;
    return { ...provision, to: last, replacedBy: null };
  };
  return deepFreeze({ ...regime, provisions: regime.provisions.map(end) });
}

function decisionDifferences(reality: Regime, imagined: Regime, asOf: string): Difference[] {
  const stateOf = (regime: Regime, id: string) => {
    const decision = regime.decisions.find((row) => row.id === id && row.date <= asOf);
    if (!decision) return 'does not exist';
    return decision.adopted ? 'adopted' : `not adopted (${decision.vote?.reason ?? ''})`;
  };
  const ids = new Set([...reality.decisions, ...imagined.decisions].map((decision) => decision.id));
  return [...ids]
    .map((id) => ({
      kind: 'decision' as const,
      what: id,
      reality: stateOf(reality, id),
      scenario: stateOf(imagined, id),
    }))
    .filter((row) => row.reality !== row.scenario);
}

function mandateDifferences(reality: Regime, imagined: Regime, asOf: string): Difference[] {
  return rowsThatDiffer(
    'mandate',
    regimeAsOf(reality, asOf).mandates.map((row) => ({ ...row, id: `${row.body} (${row.instrument})` })),
    regimeAsOf(imagined, asOf).mandates.map((row) => ({ ...row, id: `${row.body} (${row.instrument})` })),
  );
}

function provisionDifferences(reality: Regime, imagined: Regime, asOf: string): Difference[] {
  return rowsThatDiffer('provision', regimeAsOf(reality, asOf).provisions, regimeAsOf(imagined, asOf).provisions);
}

type TermRow = { readonly id: string; readonly from: string; readonly to: string | null; readonly inForce: boolean };

function rowsThatDiffer(
  kind: Difference['kind'],
  real: readonly TermRow[],
  imagined: readonly TermRow[],
): Difference[] {
  const describe = (row: TermRow | undefined) => {
    if (!row) return 'does not exist';
    if (row.inForce) return row.to === null ? 'in force, without an end' : `in force until ${row.to}`;
    return row.to === null ? `from ${row.from}` : `ended on ${row.to}`;
  };
  const ids = new Set([...real, ...imagined].map((row) => row.id));
  return [...ids]
    .map((id) => ({
      kind,
      what: id,
      reality: describe(real.find((row) => row.id === id)),
      scenario: describe(imagined.find((row) => row.id === id)),
    }))
    .filter((row) => row.reality !== row.scenario);
}
