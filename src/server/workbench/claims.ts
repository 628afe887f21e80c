import { z } from 'zod';
import {
  CLAIM_SORTS,
  claimDetail,
  claimPage,
  compareClaims,
  buildAddition,
  buildEdit,
  buildGrade,
  buildReviews,
} from '../../app/workbench-facade.ts';
import { addJson, type WorkbenchDoor } from './door.ts';
import { filter, idParameter, pageQuery, signed } from './query.ts';

const TAG = 'Claims';
const SORTS = [...CLAIM_SORTS, ...CLAIM_SORTS.map((name) => `-${name}`)];
const anything = z.record(z.string(), z.unknown());

export function addClaims(door: WorkbenchDoor): void {
  addJson(
    door,
    {
      method: 'get',
      path: '/claims',
      tag: TAG,
      summary: 'Claims that fit, with what the filters would leave otherwise',
      query: z.object({
        status: filter,
        document: filter,
        claimant: filter,
        predicate: filter,
        counts: filter,
        polarity: filter,
        q: filter,
        sort: z.enum(SORTS).optional(),
        ...pageQuery,
      }),
      answer: z.unknown(),
    },
    ({ snapshot, query }) => claimPage(snapshot, query),
  );
  addJson(
    door,
    {
      method: 'get',
      path: '/claims/compare',
      tag: TAG,
      summary: 'The relation of every two figures of two claims',
      query: z.object({ a: z.string(), b: z.string() }),
      answer: z.unknown(),
    },
    ({ snapshot, query }) => compareClaims(snapshot, query.a, query.b),
  );
  addJson(
    door,
    {
      method: 'get',
      path: '/claims/{id}',
      tag: TAG,
      summary: 'One claim with all that was said of it',
      parameters: idParameter,
      answer: z.unknown(),
    },
    ({ snapshot, parameters }) => claimDetail(snapshot, parameters.id),
  );
  addJson(
    door,
    {
      method: 'post',
      path: '/claims',
      tag: TAG,
      summary: 'Adds a claim by hand, with its passage',
      body: z.object({ ...signed, claim: anything }),
      answer: z.unknown(),
    },
    ({ workbench, body }) => workbench.act(buildAddition(body, body.claim, 'claim')),
  );
  addJson(
    door,
    {
      method: 'post',
      path: '/claims/reviews',
      tag: TAG,
      summary: 'Accepts or rejects claims',
      body: z.object({
        ...signed,
        ids: z.array(z.string()).min(1).max(1000),
        status: z.enum(['accepted', 'rejected']),
      }),
      answer: z.unknown(),
    },
    ({ workbench, body }) => workbench.act(buildReviews(body, body.ids, body.status)),
  );
  addJson(
    door,
    {
      method: 'post',
      path: '/claims/{id}/edits',
      tag: TAG,
      summary: 'Corrects a claim; the old form stays in the record',
      parameters: idParameter,
      body: z.object({ ...signed, changes: anything }),
      answer: z.unknown(),
    },
    ({ workbench, parameters, body }) => workbench.act(buildEdit(body, parameters.id, body.changes, 'changes')),
  );
  addJson(
    door,
    {
      method: 'post',
      path: '/claims/{id}/grades',
      tag: TAG,
      summary: 'Grades the credibility of a claim on the Admiralty scale',
      parameters: idParameter,
      body: z.object({ ...signed, credibility: z.enum(['1', '2', '3', '4', '5', '6']) }),
      answer: z.unknown(),
    },
    ({ workbench, parameters, body }) => workbench.act(buildGrade(body, parameters.id, body.credibility)),
  );
}
