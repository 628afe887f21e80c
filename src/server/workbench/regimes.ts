import { z } from 'zod';
import {
  assessmentOf,
  bodiesView,
  regimeList,
  regimeView,
  regimeVocabulary,
  scenarioList,
  scenarioView,
} from '../../app/workbench-facade.ts';
import { addJson, type WorkbenchDoor } from './door.ts';
import { day, idParameter } from './query.ts';

const TAG = 'Regimes';
const asOfQuery = z.object({ asOf: day.optional() });

export function addRegimes(door: WorkbenchDoor): void {
  const today = (): string => door.now().toISOString().slice(0, 10);
  addJson(
    door,
    {
      method: 'get',
      path: '/regimes',
      tag: TAG,
      summary: 'The regimes that come with the program',
      answer: z.unknown(),
    },
    () => regimeList(),
  );
  addJson(
    door,
    {
      method: 'get',
      path: '/regimes/{id}',
      tag: TAG,
      summary: 'A regime as it stood on a day: paragraphs, mandates, votes',
      parameters: idParameter,
      query: asOfQuery,
      answer: z.unknown(),
    },
    ({ parameters, query }) => regimeView(parameters.id, query.asOf ?? today(), today()),
  );
  addJson(
    door,
    {
      method: 'get',
      path: '/regimes/{id}/vocabulary',
      tag: TAG,
      summary: 'What a form for an activity may offer',
      parameters: idParameter,
      answer: z.unknown(),
    },
    ({ parameters }) => regimeVocabulary(parameters.id),
  );
  addJson(
    door,
    {
      method: 'post',
      path: '/regimes/{id}/assessments',
      tag: TAG,
      summary: 'An activity held against the provisions in force on its date; nothing is logged',
      parameters: idParameter,
      body: z.looseObject({ date: z.string(), act: z.string() }),
      answer: z.unknown(),
    },
    ({ parameters, body }) => assessmentOf(parameters.id, body),
  );
  addJson(
    door,
    {
      method: 'get',
      path: '/regimes/{id}/scenarios',
      tag: TAG,
      summary: 'Hypothetical decisions on top of the regime',
      parameters: idParameter,
      answer: z.unknown(),
    },
    ({ parameters }) => scenarioList(parameters.id),
  );
  addJson(
    door,
    {
      method: 'get',
      path: '/regimes/{id}/scenarios/{name}',
      tag: TAG,
      summary: 'A scenario as a difference to reality on a day',
      parameters: idParameter.extend({ name: z.string().max(200) }),
      query: asOfQuery,
      answer: z.unknown(),
    },
    ({ parameters, query }) => scenarioView(parameters.id, parameters.name, query.asOf ?? today()),
  );
  addJson(
    door,
    {
      method: 'get',
      path: '/bodies',
      tag: TAG,
      summary: 'Every U.N. body with a mandate on a day, in all regimes, and which mandates end next',
      query: asOfQuery,
      answer: z.unknown(),
    },
    ({ query }) => bodiesView(query.asOf ?? today()),
  );
}
