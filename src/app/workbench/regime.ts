import { countries } from '../../core/countries/countries.ts';
import { memoized } from '../../core/memoized.ts';
import type { TimelineInput } from '../../figures/timeline/timeline-input.ts';
import { changesSince, regimeAsOf } from '../../regime/answer.ts';
import { assess } from '../../regime/evaluation/assess.ts';
import { explainAssessment } from '../../regime/explain.ts';
import { bodiesOn, loadRegister } from '../../regime/loading/register.ts';
import type { Activity } from '../../regime/model/activity.ts';
import type { Regime } from '../../regime/model/regime.ts';
import { timelineOf } from '../../report/composition/compose-regime.ts';
import { AppError } from '../errors.ts';
import { regimeStatus } from '../law/regime-status.ts';
import { knownScenarios, runScenario } from '../law/scenario.ts';
import { loadKnownRegime, loadRegimes } from '../regimes.ts';
import type {
  AssessmentAnswer,
  BodiesView,
  RegimeList,
  RegimeView,
  RegimeVocabulary,
  ScenarioList,
  ScenarioView,
} from './contract/regime/regime.ts';

/** The regimes that come with the program. */
export function regimeList(): RegimeList {
  return { regimes: loadRegimes().map(({ id, name }) => ({ id, name })) };
}

/** Days on which law, mandates or votes change. */
const boundariesOf = memoized((regime: Regime): readonly string[] =>
  [...new Set(changesSince(regime, '0000-01-01', '9999-12-31').map(({ date }) => date))].sort(),
);

/** A regime as of a day. @throws AppError `no-such-regime` */
export function regimeView(id: string, asOf: string, today: string): RegimeView {
  const regime = loadKnownRegime(id);
  return {
    answer: regimeAsOf(regime, asOf),
    status: regimeStatus(regime, asOf),
    boundaries: boundariesOf(regime),
    timeline: wholeTimeline(regime, asOf, today),
  };
}

/** All that is known by today, with the day that is looked at marked in it: a reader moves along it in both directions. */
function wholeTimeline(regime: Regime, asOf: string, today: string): TimelineInput | null {
  const until = asOf > today ? asOf : today;
  const timeline = timelineOf(regimeStatus(regime, until), until);
  return timeline === null ? null : { ...timeline, asOf };
}

/** Every body of the U.N. with a mandate on a day, in all regimes. */
export function bodiesView(asOf: string): BodiesView {
  return bodiesOn(loadRegister(), asOf);
}

/** What a form for an activity may offer. */
export function regimeVocabulary(id: string): RegimeVocabulary {
  const { acts, circumstances, goods, units } = loadKnownRegime(id);
  return {
    acts: acts.map((act) => ({ id: act.id, words: act.words })),
    circumstances: circumstances.map((circumstance) => ({
      id: circumstance.id,
      words: circumstance.words,
      ...(circumstance.withCountry === true ? { withCountry: true } : {}),
    })),
    goods: [...new Set(goods.map(({ name }) => name))].sort(),
    units: units.map(({ id: unit }) => unit),
    countries: countries
      .map(({ alpha2, name }) => ({ code: alpha2, name }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en')),
  };
}

/** An activity held against a regime. @throws RegimeError naming the field that does not fit */
export function assessmentOf(id: string, activity: unknown): AssessmentAnswer {
  const assessment = assess(loadKnownRegime(id), activity as Activity);
  return { assessment, lines: explainAssessment(assessment) };
}

/** The scenarios that come with a regime. @throws AppError `no-such-regime` */
export function scenarioList(id: string): ScenarioList {
  return { scenarios: knownScenarios(id).map(({ name, title }) => ({ name, title })) };
}

/** A scenario as a difference to reality on a day. @throws AppError `no-such-scenario` with those there are */
export async function scenarioView(id: string, name: string, asOf: string): Promise<ScenarioView> {
  const known = knownScenarios(id);
  const scenario = known.find((one) => one.name === name);
  if (scenario === undefined)
    throw new AppError(
      'no-such-scenario',
      `there is no such scenario; there is ${known.map((one) => one.name).join(', ')}`,
      {
        place: name.slice(0, 80),
      },
    );
  return await runScenario({ file: scenario.file, asOf });
}
