import { z } from 'zod';
import {
  comparisonDetail,
  comparisonList,
  buildJudgement,
  buildLink,
  incidentDetail,
  incidentPage,
} from '../../app/workbench-facade.ts';
import { addJson, type WorkbenchDoor } from './door.ts';
import { filter, idParameter, pageQuery, signed } from './query.ts';

const TAG = 'Incidents';

export function addIncidents(door: WorkbenchDoor): void {
  addJson(
    door,
    {
      method: 'get',
      path: '/incidents',
      tag: TAG,
      summary: 'Claims believed to speak of one happening',
      query: z.object({ status: filter, q: filter, ...pageQuery }),
      answer: z.unknown(),
    },
    ({ snapshot, query }) => incidentPage(snapshot, query),
  );
  addJson(
    door,
    {
      method: 'get',
      path: '/incidents/{id}',
      tag: TAG,
      summary: 'One incident with its claims, figures and origins',
      parameters: idParameter,
      answer: z.unknown(),
    },
    ({ snapshot, parameters }) => incidentDetail(snapshot, parameters.id),
  );
  addJson(
    door,
    {
      method: 'get',
      path: '/comparisons',
      tag: TAG,
      summary: 'Figures of several claims about one matter, side by side',
      answer: z.unknown(),
    },
    async ({ snapshot, workbench }) => {
      await workbench.workedOut(snapshot);
      return comparisonList(snapshot);
    },
  );
  addJson(
    door,
    {
      method: 'get',
      path: '/comparisons/{id}',
      tag: TAG,
      summary: 'One comparison',
      parameters: idParameter,
      answer: z.unknown(),
    },
    ({ snapshot, parameters }) => comparisonDetail(snapshot, parameters.id),
  );
  addJson(
    door,
    {
      method: 'post',
      path: '/links',
      tag: TAG,
      summary: 'Judges whether two claims speak of one happening',
      body: z.object({
        ...signed,
        a: z.string(),
        b: z.string(),
        judgement: z.enum(['same', 'different', 'unsure']),
      }),
      answer: z.unknown(),
    },
    ({ workbench, body }) => workbench.act(buildLink(body, body.a, body.b, body.judgement)),
  );
  addJson(
    door,
    {
      method: 'post',
      path: '/judgements',
      tag: TAG,
      summary: 'Judges where two claimants have their statements from; the reason is required',
      body: z.object({
        ...signed,
        a: z.string(),
        b: z.string(),
        judgement: z.enum(['derives', 'common-control', 'independent']),
      }),
      answer: z.unknown(),
    },
    ({ workbench, body }) => workbench.act(buildJudgement(body, body.a, body.b, body.judgement)),
  );
}
