import type { TimelineInput } from '../../../figures/timeline-input.ts';
import type { RegimeAnswer } from '../../../regime/answer.ts';
import type { RegisterAnswer } from '../../../regime/loading/register.ts';
import type { Assessment } from '../../../regime/model/assessment.ts';
import type { ScenarioAnswer } from '../../../regime/scenario.ts';
import type { RegimeStatus } from '../../../report/model/model.ts';

/** `GET /regimes` */
export type RegimeList = { readonly regimes: readonly { readonly id: string; readonly name: string }[] };

/** `GET /regimes/{id}?asOf=DATE` */
export type RegimeView = {
  readonly answer: RegimeAnswer;
  readonly status: RegimeStatus;
  /** The days on which law or mandates change, in order: where a slider stops. */
  readonly boundaries: readonly string[];
  /** All that is known by today, with the day asked for marked in it; null where nothing was decided yet. */
  readonly timeline: TimelineInput | null;
};

/** `GET /regimes/{id}/vocabulary`: what the form for an activity offers. */
export type RegimeVocabulary = {
  readonly acts: readonly { readonly id: string; readonly words: string }[];
  /** `withCountry`: written with a State's code after a colon, as in `vessel-flag:CN`. */
  readonly circumstances: readonly { readonly id: string; readonly words: string; readonly withCountry?: boolean }[];
  readonly goods: readonly string[];
  readonly units: readonly string[];
  readonly countries: readonly { readonly code: string; readonly name: string }[];
};

/** `POST /regimes/{id}/assessments` takes an activity and answers this. */
export type AssessmentAnswer = { readonly assessment: Assessment; readonly lines: readonly string[] };

/** `GET /bodies?asOf=DATE`: every U.N. body with a mandate on a day, in all regimes, and those that end next. */
export type BodiesView = RegisterAnswer;

/** `GET /regimes/{id}/scenarios` and `GET /regimes/{id}/scenarios/{name}?asOf=DATE` */
export type ScenarioList = { readonly scenarios: readonly { readonly name: string; readonly title: string }[] };
export type ScenarioView = { readonly difference: ScenarioAnswer; readonly lines: readonly string[] };

export type { RegimeAnswer } from '../../../regime/answer.ts';
