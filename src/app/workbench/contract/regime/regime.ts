import { z } from 'zod';
import type { TimelineInput } from '../../../../figures/timeline/timeline-input.ts';
import type { RegimeAnswer } from '../../../../regime/answer.ts';
import type { RegisterAnswer } from '../../../../regime/loading/register.ts';
import type { ScenarioAnswer } from '../../../../regime/scenario.ts';
import { get, post } from '../endpoint.ts';
import { ballot, regimeStatus } from '../report-shape.ts';
import { day, idParameter } from '../request.ts';
import { list, maybeText, optional, text, texts } from '../shape.ts';
import { askedActivity, assessment, monitor } from './regime-shape.ts';

const TAG = 'Regimes';

const regimeList = z.object({ regimes: list(z.object({ id: text, name: text })) });
export type RegimeList = z.infer<typeof regimeList>;

const term = { from: text, to: maybeText, inForce: z.boolean(), evidence: text, source: text };

const regimeAnswer = z.object({
  id: text,
  name: text,
  asOf: text,
  mandates: list(z.object({ body: text, instrument: text, ...term })),
  /** Bodies without a mandate of the Council. */
  outsideUn: list(z.object({ body: text, title: text, members: texts, ...term })),
  provisions: list(z.object({ id: text, subject: text, effect: text, replacedBy: maybeText, text, ...term })),
  decisions: list(
    z.object({
      id: text,
      title: text,
      date: text,
      adopted: z.boolean(),
      inFavour: z.int().nullable(),
      against: z.int().nullable(),
      abstained: z.int().nullable(),
      veto: texts,
      reason: text,
      ballots: list(ballot).nullable(),
      evidence: text,
      source: text,
    }),
  ),
}) satisfies z.ZodType<RegimeAnswer>;

const bar = z.object({ label: text, from: text, to: maybeText, text: optional(text) });

const timeline = z.object({
  title: text,
  from: text,
  to: text,
  asOf: text,
  votes: list(z.object({ symbol: text, date: text, adopted: z.boolean() })),
  subjects: list(z.object({ subject: text, measures: list(bar) })),
  mandates: list(z.object({ body: text, outsideUn: z.boolean(), terms: list(bar) })),
}) satisfies z.ZodType<TimelineInput>;

const regimeView = z.object({
  answer: regimeAnswer,
  status: regimeStatus,
  /** The days on which law or mandates change, in order: where a slider stops. */
  boundaries: texts,
  /** All that is known by today, with the day asked for marked in it; null where nothing was decided yet. */
  timeline: timeline.nullable(),
});
export type RegimeView = z.infer<typeof regimeView>;

/** What the form for an activity offers. */
const regimeVocabulary = z.object({
  acts: list(z.object({ id: text, words: text })),
  /** `withCountry`: written with a State's code after a colon, as in `vessel-flag:CN`. */
  circumstances: list(z.object({ id: text, words: text, withCountry: optional(z.boolean()) })),
  goods: texts,
  units: texts,
  countries: list(z.object({ code: text, name: text })),
});
export type RegimeVocabulary = z.infer<typeof regimeVocabulary>;

/** An activity held against the provisions in force on its date. */
const assessmentAnswer = z.object({ assessment, lines: texts });
export type AssessmentAnswer = z.infer<typeof assessmentAnswer>;

const body = z.object({
  regime: text,
  name: text,
  committee: maybeText,
  body: text,
  instrument: text,
  from: maybeText,
  to: maybeText,
  evidence: text,
  source: text,
});

/** Every U.N. body with a mandate on a day, in all regimes, and those that end next. */
const bodiesView = z.object({
  asOf: text,
  bodies: list(body),
  nextExpiries: list(body),
  /** Terms that may or may not run on the day: to be looked up before anything is said of them. */
  renewalsNotKnown: list(
    z.object({
      regime: text,
      name: text,
      committee: maybeText,
      what: z.enum(['mandate', 'measures']),
      body: maybeText,
      instrument: text,
      from: maybeText,
      to: text,
      statement: text,
      note: maybeText,
      evidence: text,
      source: text,
    }),
  ),
}) satisfies z.ZodType<RegisterAnswer>;
export type BodiesView = z.infer<typeof bodiesView>;

const scenarioList = z.object({ scenarios: list(z.object({ name: text, title: text })) });
export type ScenarioList = z.infer<typeof scenarioList>;

const scenarioAnswer = z.object({
  id: text,
  title: text,
  regime: text,
  asOf: text,
  assumes: texts,
  differences: list(
    z.object({ kind: z.enum(['provision', 'mandate', 'decision']), what: text, reality: text, scenario: text }),
  ),
  provisionsInForce: z.object({ reality: z.int(), scenario: z.int() }),
  monitor: z.object({ reality: monitor, scenario: monitor }),
}) satisfies z.ZodType<ScenarioAnswer>;

const scenarioView = z.object({ difference: scenarioAnswer, lines: texts });
export type ScenarioView = z.infer<typeof scenarioView>;

const asOf = z.object({ asOf: day.optional() });

export const regimeEndpoints = {
  list: get('/regimes', { tag: TAG, summary: 'The regimes that come with the program', answer: regimeList }),
  view: get('/regimes/{id}', {
    tag: TAG,
    summary: 'A regime as it stood on a day: paragraphs, mandates, votes',
    parameters: idParameter,
    query: asOf,
    answer: regimeView,
  }),
  vocabulary: get('/regimes/{id}/vocabulary', {
    tag: TAG,
    summary: 'What a form for an activity may offer',
    parameters: idParameter,
    answer: regimeVocabulary,
  }),
  assess: post('/regimes/{id}/assessments', {
    tag: TAG,
    summary: 'An activity held against the provisions in force on its date; nothing is logged',
    parameters: idParameter,
    body: askedActivity,
    answer: assessmentAnswer,
  }),
  scenarios: get('/regimes/{id}/scenarios', {
    tag: TAG,
    summary: 'Hypothetical decisions on top of the regime',
    parameters: idParameter,
    answer: scenarioList,
  }),
  scenario: get('/regimes/{id}/scenarios/{name}', {
    tag: TAG,
    summary: 'A scenario as a difference to reality on a day',
    parameters: idParameter.extend({ name: z.string().max(200) }),
    query: asOf,
    answer: scenarioView,
  }),
  bodies: get('/bodies', {
    tag: TAG,
    summary: 'Every U.N. body with a mandate on a day, in all regimes, and which mandates end next',
    query: asOf,
    answer: bodiesView,
  }),
};
