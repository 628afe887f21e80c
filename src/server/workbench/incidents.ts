import { z } from 'zod';
import {
  comparisonDetail,
  comparisonList,
  draftComparisonReview,
  draftIncident,
  draftJoining,
  draftJudgement,
  draftLink,
  draftParting,
  incidentDetail,
  incidentPage,
} from '../../app/workbench-facade.ts';
import { addJson, type WorkbenchDoor } from './door.ts';
import { filter, idParameter, pageQuery, signed } from './query.ts';

const TAG = 'Incidents';

/** Claims of one act on an incident: a judgement is logged for each pair. */
const MOST_CLAIMS = 200;

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
      method: 'post',
      path: '/incidents',
      tag: TAG,
      summary: 'Makes an incident of claims: each is judged to speak of what the first speaks of',
      body: z.object({ ...signed, claims: z.array(z.string()).min(2).max(MOST_CLAIMS) }),
      answer: z.unknown(),
    },
    ({ workbench, body }) => workbench.act(draftIncident(body, body.claims)),
  );
  addJson(
    door,
    {
      method: 'post',
      path: '/incidents/{id}/claims',
      tag: TAG,
      summary: 'Adds claims to an incident, or takes them out of it',
      parameters: idParameter,
      body: z.object({
        ...signed,
        claims: z.array(z.string()).min(1).max(MOST_CLAIMS),
        change: z.enum(['add', 'take-out']),
      }),
      answer: z.unknown(),
    },
    ({ workbench, parameters, body }) =>
      workbench.act((body.change === 'add' ? draftJoining : draftParting)(body, parameters.id, body.claims)),
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
      path: '/comparisons/{id}/review',
      tag: TAG,
      summary: 'Accepts a comparison that the program proposes, or leaves it out',
      parameters: idParameter,
      body: z.object({ ...signed, status: z.enum(['accepted', 'left-out']), words: z.string().max(20_000).optional() }),
      answer: z.unknown(),
    },
    ({ workbench, parameters, body }) => workbench.act(draftComparisonReview({ ...body, ids: [parameters.id] })),
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
    ({ workbench, body }) => workbench.act(draftLink(body, body.a, body.b, body.judgement)),
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
    ({ workbench, body }) => workbench.act(draftJudgement(body, body.a, body.b, body.judgement)),
  );
}
